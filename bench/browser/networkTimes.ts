/** How long a person waits in the network of millions of links, in the app as it is built: whatever is asked, until it is on the screen. */
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { build } from 'vite';
import { inBrowser, serveFolder } from './session.ts';

export interface NetworkTimes {
  readonly links: number;
  /** Milliseconds, medians and longest. */
  readonly neighbourhood: Spread;
  readonly hub: number;
  readonly expandBy50: { readonly longestTaskMs: number; readonly pinnedMoved: number; readonly ms: number };
}
export interface Spread {
  readonly median: number;
  readonly longest: number;
}

/** Reading the files may take so long. */
const OPENING_MS = 300_000;

/**
 * @param files opened together as one dataset
 * @param numbers to look around, in turn
 * @param hub a number with very many contacts
 */
export async function networkTimes(files: readonly string[], numbers: readonly string[], hub: string): Promise<NetworkTimes> {
  const root = join(import.meta.dirname, '../..');
  const folder = join(root, 'bench/data/app');
  await build({ root, logLevel: 'warn', build: { outDir: folder, emptyOutDir: true } });
  const server = await serveFolder(folder);
  try {
    return await inBrowser(async (page) => {
      page.setDefaultTimeout(OPENING_MS);
      await page.setViewportSize({ width: 1440, height: 900 });
      await page.goto(`${server.address}/datasets`);
      const input = page.getByLabel('Open files').and(page.locator('input[type=file]'));
      await input.waitFor({ state: 'attached' });
      await input.setInputFiles([...files]);
      await page.getByRole('grid', { name: 'Suspects' }).getByRole('row').nth(1).waitFor();
      const links = await page.waitForFunction(() => Number(/([\d,]+) links/.exec(document.body.textContent)?.[1]?.replaceAll(',', ''))).then((handle) => handle.jsonValue());
      await watchTasks(page);
      // The code of the screen and of the layout is there after the first visit, as for a person who works with it.
      await around(page, [hub]);
      const neighbourhood: number[] = [];
      for (const number of numbers) neighbourhood.push(await around(page, [number]));
      const expandBy50 = await expand(page, numbers[0]!);
      const ofHub: number[] = [];
      for (let i = 0; i < 3; i++) {
        await around(page, [numbers[i]!]);
        ofHub.push(await around(page, [hub]));
      }
      return { links, neighbourhood: spread(neighbourhood), hub: spread(ofHub).median, expandBy50 };
    });
  } finally {
    server.close();
  }
}

export function spread(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  return { median: sorted[sorted.length >> 1]!, longest: sorted.at(-1)! };
}

/** Milliseconds from following a link to the surroundings of these numbers until they stand on the screen, arranged. */
function around(page: Page, numbers: readonly string[], rest = ''): Promise<number> {
  return page.evaluate(async ([focus, search]) => {
    const source = new URLSearchParams(location.search).get('source') ?? '';
    const from = document.querySelector('[role=img][aria-label^="Link graph"]')?.getAttribute('aria-label');
    const began = performance.now();
    history.pushState({}, '', `/network?source=${source}&focus=${focus}${search}`);
    dispatchEvent(new PopStateEvent('popstate'));
    for (;;) {
      await new Promise(requestAnimationFrame);
      const picture = document.querySelector('[role=img][aria-label^="Link graph"]');
      const isArranged = /opened · /.test(document.querySelector('main h1')?.parentElement?.textContent ?? '');
      if (picture !== null && picture.getAttribute('aria-label') !== from && isArranged) return performance.now() - began;
      if (performance.now() - began > 60_000) throw new Error('the surroundings never came');
    }
  }, [numbers.join(','), rest] as const);
}

/** Opens a contact of a number with 50 of its own while the first 15 are pinned. */
async function expand(page: Page, number: string): Promise<NetworkTimes['expandBy50']> {
  await around(page, [number], '&each=50');
  await page.waitForTimeout(1_000);
  const other = await page.evaluate(async () => {
    const saved = JSON.parse(sessionStorage.getItem('callchain.arrangements') ?? '[]') as { readonly positions: Record<string, unknown> }[];
    return Object.keys(saved.at(-1)?.positions ?? {}).at(-1)!;
  });
  const places = () => page.evaluate(() => {
    const saved = JSON.parse(sessionStorage.getItem('callchain.arrangements') ?? '[]') as { readonly positions: Record<string, { readonly x: number; readonly y: number }> }[];
    return saved.at(-1)!.positions;
  });
  const before = await places();
  await page.evaluate(() => window.networkTasks.start());
  const ms = await around(page, [number, other], '&each=50');
  await page.waitForTimeout(1_500);
  const longestTaskMs = await page.evaluate(() => window.networkTasks.longestMs());
  const after = await places();
  const pinnedMoved = Object.entries(before).filter(([key, { x, y }]) => after[key]?.x !== x || after[key].y !== y).length;
  return { longestTaskMs, pinnedMoved, ms };
}

declare global {
  interface Window {
    networkTasks: { start(): void; longestMs(): number };
  }
}

/** Tasks of the main thread of 50 ms and more; 0 where there was none. */
async function watchTasks(page: Page): Promise<void> {
  await page.evaluate(() => {
    let longest = 0;
    const observer = new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) longest = Math.max(longest, duration);
    });
    window.networkTasks = {
      start() {
        longest = 0;
        observer.observe({ type: 'longtask' });
      },
      longestMs() {
        for (const { duration } of observer.takeRecords()) longest = Math.max(longest, duration);
        return longest;
      },
    };
  });
}
