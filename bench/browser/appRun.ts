/** From choosing the file to the ranked queue on the screen, in the app as it is built. */
import { join } from 'node:path';
import { build } from 'vite';
import { inBrowser, serveFolder } from './session.ts';

/** A queue that is not there by then never comes. */
const LONGEST_WAIT_MS = 300_000;

/** Nobody finds the file in the system's dialog sooner. */
const CHOOSING_MS = 2_000;

/**
 * Seconds of each run. The app's production build is opened at its datasets; the time begins when the file is chosen and
 * ends when the queue's first rows are on the screen.
 */
export async function runApp(file: string, runs: number): Promise<number[]> {
  const root = join(import.meta.dirname, '../..');
  const folder = join(root, 'bench/data/app');
  await build({ root, logLevel: 'warn', build: { outDir: folder, emptyOutDir: true } });
  const server = await serveFolder(folder);
  try {
    const seconds: number[] = [];
    for (let run = 0; run < runs; run++) seconds.push(await openInApp(server.address, file));
    return seconds;
  } finally {
    server.close();
  }
}

function openInApp(address: string, file: string): Promise<number> {
  return inBrowser(async (page) => {
    page.setDefaultTimeout(LONGEST_WAIT_MS);
    await page.goto(`${address}/datasets`);
    const input = page.getByLabel('Open files').and(page.locator('input[type=file]'));
    await input.waitFor({ state: 'attached' });
    await page.waitForTimeout(CHOOSING_MS);
    const startedAt = performance.now();
    await input.setInputFiles(file);
    await page.getByRole('grid', { name: 'Suspects' }).getByRole('row').nth(1).waitFor();
    return (performance.now() - startedAt) / 1000;
  });
}
