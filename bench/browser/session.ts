/** Drives the bench page in a headless Chromium of its own for every run, so that no run warms up or crowds out another. */
import { createReadStream, mkdtempSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join, normalize } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { build } from 'vite';
import { browserArguments, ensureBrowser } from '../../config/browser.ts';
import { RendererMemory } from './rendererMemory.ts';
import type { AnswerTimes, PagePeer, PageRest, PageRun } from './pageRun.ts';
import type { Digests } from './tableDigest.ts';

const contentTypes: Record<string, string> = {
  '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.wasm': 'application/wasm', '.json': 'application/json',
  '.svg': 'image/svg+xml',
};

/** A browser that has just started is busy for so long. */
const SETTLING_MS = 1_000;

export interface BrowserRun extends PageRun, PageRest {
  /** Most private memory of the page's process until all was done; null where the system does not tell. */
  readonly peakMB: number | null;
  /** Until the result. */
  readonly cpuSeconds: number | null;
  readonly digests: Digests | null;
  readonly answers: AnswerTimes | null;
}

/** Builds the bench page, workers and all, into `folder`. */
export async function buildBenchPage(folder: string): Promise<void> {
  await build({
    configFile: false, root: join(import.meta.dirname), logLevel: 'warn', worker: { format: 'es' },
    build: { outDir: folder, emptyOutDir: true, target: 'es2024', assetsInlineLimit: 0, reportCompressedSize: false, chunkSizeWarningLimit: 4_000 },
  });
}

export interface FolderServer {
  readonly address: string;
  close(): void;
}

/** Serves a folder's files on a free port; unknown paths without an extension are the app's own routes and get its page. */
export async function serveFolder(folder: string): Promise<FolderServer> {
  const server = createServer((request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname));
    const file = join(folder, extname(path) === '' ? 'index.html' : path);
    if (!file.startsWith(folder) || !statSync(file, { throwIfNoEntry: false })?.isFile()) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { 'Content-Type': contentTypes[extname(file)] ?? 'application/octet-stream' });
    createReadStream(file).pipe(response);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** Opens a page in a browser of its own, hands it to `visit`, and ends the browser whatever happens. */
export async function inBrowser<Result>(visit: (page: Page, memory: RendererMemory) => Promise<Result>): Promise<Result> {
  // A profile of its own, as a user has one: a context without one keeps the storage of its pages in the browser's memory.
  const profile = mkdtempSync(join(tmpdir(), 'callchain-bench-'));
  const context = await chromium.launchPersistentContext(profile, { executablePath: ensureBrowser(), args: [...browserArguments] });
  const memory = new RendererMemory(context.browser()!);
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(0);
    return await visit(page, memory);
  } finally {
    memory.stop();
    await context.close();
    rmSync(profile, { recursive: true, force: true });
  }
}

/** One run of one peer on the bench page at this address. */
export function runInPage(address: string, peer: PagePeer, file: string): Promise<BrowserRun> {
  return inBrowser(async (page, memory) => {
    await page.goto(address);
    await page.getByLabel('File').setInputFiles(file);
    // What a browser does when it starts is no peer's: reading alone, which needs no preparation, else takes twice its time.
    await page.waitForTimeout(SETTLING_MS);
    await memory.start();
    const run = await page.evaluate((name) => window.bench.run(name), peer);
    const cpuSeconds = memory.cpuSeconds();
    const rest = await page.evaluate(() => window.bench.rest());
    const peakMB = memory.stop();
    const digests = await page.evaluate(() => window.bench.digest());
    const answers = await page.evaluate(() => window.bench.answers());
    return { ...run, ...rest, peakMB, cpuSeconds, digests, answers };
  });
}
