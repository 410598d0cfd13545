/** How long a person waits in the network of millions of links, in the app as it is built: whatever is asked, until it is on the screen. */
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { build } from 'vite';
import { inBrowser, serveFolder } from './session.ts';

export interface Spread {
  readonly median: number;
  readonly longest: number;
}

/** Milliseconds from asking until it is drawn. */
export interface ScreenTimes {
  readonly links: string;
  /** The very first, which also loads the screen's code. */
  readonly first: number;
  readonly neighbourhood: Spread;
  readonly busy: Spread;
  /** Right after the queue appeared, while the engine looks closer and saves: a neighbourhood, and a number with very many contacts. */
  readonly early: { readonly neighbourhood: number; readonly hub: number };
  /** Another such number, when the engine is at rest. */
  readonly hub: { readonly ms: number; readonly longestTaskMs: number };
  readonly expandBy50: { readonly ms: Spread; readonly longestTaskMs: number; readonly pinnedMoved: number };
  readonly path: Spread;
  readonly pathInTime: Spread;
}

export interface ScreenQuestions {
  /** Opened together as one dataset. */
  readonly files: readonly string[];
  readonly numbers: readonly string[];
  readonly busy: readonly string[];
  /** Numbers with very many contacts. */
  readonly hubs: readonly [string, string];
  readonly paths: readonly (readonly [string, string])[];
}

/** Reading the files may take so long; for whatever else is waited, it never comes. */
const OPENING_MS = 300_000;
const LONGEST_WAIT_MS = 20_000;
/** After so long scores no longer change, and all is saved. */
const SETTLED_AFTER_MS = 25_000;
/** The machine is still after so long: the answer of one question does not hold up the next. */
const REST_MS = 250;

export async function screenTimes({ files, numbers, busy, hubs, paths }: ScreenQuestions): Promise<ScreenTimes> {
  const root = join(import.meta.dirname, '../..');
  const folder = join(root, 'bench/data/app');
  await build({ root, logLevel: 'warn', build: { outDir: folder, emptyOutDir: true } });
  const server = await serveFolder(folder);
  try {
    return await inBrowser(async (page) => {
      page.setDefaultTimeout(LONGEST_WAIT_MS);
      await page.setViewportSize({ width: 1440, height: 900 });
      await page.goto(`${server.address}/datasets`);
      await chooseFiles(page, files);
      await page.getByRole('grid', { name: 'Suspects' }).getByRole('row').nth(1).waitFor({ timeout: OPENING_MS });
      const links = await linksText(page);
      await installWatch(page);
      const [warmUp, second, ...rest] = numbers;
      const first = await around(page, [warmUp!]);
      const early = { hub: await around(page, [hubs[0]]), neighbourhood: await around(page, [second!]) };
      await page.waitForTimeout(SETTLED_AFTER_MS);
      const neighbourhood = await each(rest, (number) => around(page, [number]));
      const hub = await around(page, [hubs[1]]);
      const hubTaskMs = await longestTask(page);
      const ofBusy = await each(busy, (number) => around(page, [number]));
      const expandBy50 = await expand(page, busy);
      const path = await each(paths, (ends) => between(page, ends, 'w'));
      const pathInTime = await each(paths, (ends) => between(page, ends, 'W'));
      return {
        links, first, early, neighbourhood: spread(neighbourhood), busy: spread(ofBusy), hub: { ms: hub, longestTaskMs: hubTaskMs }, expandBy50,
        path: spread(path), pathInTime: spread(pathInTime),
      };
    });
  } finally {
    server.close();
  }
}

export function spread(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  return { median: sorted[sorted.length >> 1]!, longest: sorted.at(-1)! };
}

async function each<T>(list: readonly T[], ask: (one: T) => Promise<number>): Promise<number[]> {
  const times: number[] = [];
  for (const one of list) times.push(await ask(one));
  return times;
}

/** Names the files to the browser, which reads them itself: Playwright would send their bytes. */
async function chooseFiles(page: Page, files: readonly string[]): Promise<void> {
  const input = page.getByLabel('Open files').and(page.locator('input[type=file]'));
  await input.waitFor({ state: 'attached' });
  const session = await page.context().newCDPSession(page);
  const { result } = await session.send('Runtime.evaluate', { expression: 'document.querySelector("input[type=file]")' });
  await session.send('DOM.setFileInputFiles', { files: [...files], objectId: result.objectId! });
  await session.detach();
}

/** As the status line has it: "6.2 M". */
async function linksText(page: Page): Promise<string> {
  const text = await page.getByRole('contentinfo').getByText(/ links/).first().textContent();
  return /([\d.,]+( M)?) links/.exec(text ?? '')?.[1] ?? '';
}

interface NetworkWatch {
  /** What the picture shows, in words. */
  summary(): string;
  /** Resolves to the ms from `act` until `isDone`, and what is asked for is arranged and drawn. */
  drawn(act: () => void, isDone: () => boolean): Promise<number>;
  /** Longest task of the main thread since the last call; 0 where none was of 50 ms and more. */
  longestTaskMs(): number;
}
declare global {
  interface Window {
    networkWatch: NetworkWatch;
  }
}

async function installWatch(page: Page): Promise<void> {
  await page.evaluate((longestWaitMs) => {
    let longest = 0;
    const note = (entries: PerformanceEntryList) => {
      for (const { duration } of entries) longest = Math.max(longest, duration);
    };
    const observer = new PerformanceObserver((list) => note(list.getEntries()));
    observer.observe({ type: 'longtask' });
    const frame = () => new Promise(requestAnimationFrame);
    window.networkWatch = {
      summary: () => document.querySelector('[role=img][aria-label^="Link graph"]')?.getAttribute('aria-label') ?? '',
      async drawn(act, isDone) {
        const began = performance.now();
        act();
        for (;;) {
          await frame();
          const status = document.querySelector('main h1')?.parentElement?.textContent ?? '';
          if (/opened · /.test(status) && isDone()) break;
          if (performance.now() - began > longestWaitMs) throw new Error(`never drawn: ${location.search} ${status}`);
        }
        // The canvas is drawn in the frame after.
        await frame();
        await frame();
        return performance.now() - began;
      },
      longestTaskMs() {
        note(observer.takeRecords());
        const found = longest;
        longest = 0;
        return found;
      },
    };
  }, LONGEST_WAIT_MS);
}

/** Also forgets it. */
function longestTask(page: Page): Promise<number> {
  return page.evaluate(() => window.networkWatch.longestTaskMs());
}

/** Milliseconds from following a link to the surroundings of these numbers until they stand on the screen, arranged. */
async function around(page: Page, numbers: readonly string[], rest = ''): Promise<number> {
  await page.waitForTimeout(REST_MS);
  await longestTask(page);
  return page.evaluate(async ([focus, search]) => {
    const source = new URLSearchParams(location.search).get('source') ?? '';
    const follow = () => {
      history.pushState({}, '', `/network?source=${source}&focus=${focus}${search}`);
      dispatchEvent(new PopStateEvent('popstate'));
    };
    const before = window.networkWatch.summary();
    const isOther = () => window.networkWatch.summary() !== '' && window.networkWatch.summary() !== before;
    return window.networkWatch.drawn(follow, isOther);
  }, [numbers.join(','), rest] as const);
}

/** Milliseconds from the key that asks for the way between two numbers on the screen until it is told and drawn. */
async function between(page: Page, ends: readonly [string, string], key: 'w' | 'W'): Promise<number> {
  // Alone on the screen, so that all of the way is new to it.
  const marked = ends.join(',');
  await around(page, [], `&also=${marked}&group=${marked}`);
  await page.waitForTimeout(REST_MS);
  return page.evaluate(async ([pressed, to]) => {
    const isInTime = pressed === 'W';
    const name = to.replace(/^(\d{3})(\d{4})(\d{4})$/, '$1 $2 $3');
    const isTold = () => [...document.querySelectorAll('[aria-label=Messages] *')]
      .some(({ childElementCount, textContent }) => childElementCount === 0 && textContent.includes(name) && /apart|Nothing leads|Word could/.test(textContent) && /Word could/.test(textContent) === isInTime);
    const ask = () => document.body.dispatchEvent(new KeyboardEvent('keydown', { key: pressed, shiftKey: isInTime, bubbles: true, cancelable: true }));
    return window.networkWatch.drawn(ask, isTold);
  }, [key, ends[1]] as const);
}

/** Opens contacts of busy numbers with 50 of their own while all that is there is pinned. */
async function expand(page: Page, numbers: readonly string[]): Promise<ScreenTimes['expandBy50']> {
  const places = () => page.evaluate(() => {
    const saved = JSON.parse(sessionStorage.getItem('callchain.arrangements') ?? '[]') as { readonly positions: Record<string, { readonly x: number; readonly y: number }> }[];
    return saved.at(-1)?.positions ?? {};
  });
  const ms: number[] = [];
  let longestTaskMs = 0;
  let pinnedMoved = 0;
  for (const number of numbers.slice(0, 5)) {
    const earlier = await places();
    await around(page, [number], '&each=50');
    await page.waitForTimeout(1_000);
    const before = await places();
    const other = Object.keys(before).findLast((one) => one !== number && earlier[one] === undefined)!;
    ms.push(await around(page, [number, other], '&each=50'));
    await page.waitForTimeout(1_000);
    longestTaskMs = Math.max(longestTaskMs, await longestTask(page));
    const after = await places();
    pinnedMoved += Object.entries(before).filter(([key, { x, y }]) => after[key]?.x !== x || after[key].y !== y).length;
  }
  return { ms: spread(ms), longestTaskMs, pinnedMoved };
}
