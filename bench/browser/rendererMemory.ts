import { readFileSync } from 'node:fs';
import type { Browser } from '@playwright/test';

const SAMPLE_MS = 100;

/** Watches the private memory of a browser's page processes (anonymous resident memory, from Linux's /proc). */
export class RendererMemory {
  readonly #browser: Browser;
  #processes: readonly number[] = [];
  #timer: NodeJS.Timeout | null = null;
  #peakKB = 0;

  constructor(browser: Browser) {
    this.#browser = browser;
  }

  /** Begins to sample the pages that are open now. */
  async start(): Promise<void> {
    const session = await this.#browser.newBrowserCDPSession();
    const { processInfo } = await session.send('SystemInfo.getProcessInfo');
    await session.detach();
    this.#processes = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);
    this.#timer = setInterval(() => this.#sample(), SAMPLE_MS);
  }

  /** Ends the sampling and answers the peak in MB (2^20 bytes) of the largest page, or null where /proc does not tell. */
  stop(): number | null {
    if (this.#timer) {
      clearInterval(this.#timer);
      this.#timer = null;
      this.#sample();
    }
    return this.#peakKB === 0 ? null : this.#peakKB / 1024;
  }

  #sample(): void {
    for (const process of this.#processes) this.#peakKB = Math.max(this.#peakKB, anonymousKB(process));
  }
}

function anonymousKB(process: number): number {
  try {
    return Number(/^RssAnon:\s+(\d+) kB/m.exec(readFileSync(`/proc/${process}/status`, 'utf8'))?.[1] ?? 0);
  } catch {
    return 0; // not Linux, or gone
  }
}
