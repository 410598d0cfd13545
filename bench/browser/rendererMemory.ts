import { readFileSync } from 'node:fs';
import type { Browser } from '@playwright/test';

const SAMPLE_MS = 100;
/** Linux's USER_HZ. */
const TICKS_PER_SECOND = 100;

/** Watches the private memory (anonymous resident) of a browser's page processes and the time that they compute, from Linux's /proc. */
export class RendererMemory {
  readonly #browser: Browser;
  #processes: readonly number[] = [];
  #timer: NodeJS.Timeout | null = null;
  #peakKB = 0;
  #startedAtTicks = 0;

  constructor(browser: Browser) {
    this.#browser = browser;
  }

  /** Begins to sample the pages that are open now. */
  async start(): Promise<void> {
    const session = await this.#browser.newBrowserCDPSession();
    const { processInfo } = await session.send('SystemInfo.getProcessInfo');
    await session.detach();
    this.#processes = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);
    this.#startedAtTicks = this.#ticks();
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

  /** Processor seconds of all pages' threads since the start: what is left of a time when a machine is shared. */
  cpuSeconds(): number | null {
    this.#sample();
    return this.#peakKB === 0 ? null : (this.#ticks() - this.#startedAtTicks) / TICKS_PER_SECOND;
  }

  #ticks(): number {
    return this.#processes.reduce((sum, process) => sum + processorTicks(process), 0);
  }

  #sample(): void {
    for (const process of this.#processes) this.#peakKB = Math.max(this.#peakKB, anonymousKB(process));
  }
}

/** User and system time, fields 14 and 15. */
function processorTicks(process: number): number {
  try {
    const fields = readFileSync(`/proc/${process}/stat`, 'utf8').split(') ')[1]!.split(' ');
    return Number(fields[11]) + Number(fields[12]);
  } catch {
    return 0;
  }
}

function anonymousKB(process: number): number {
  try {
    return Number(/^RssAnon:\s+(\d+) kB/m.exec(readFileSync(`/proc/${process}/status`, 'utf8'))?.[1] ?? 0);
  } catch {
    return 0; // not Linux, or gone
  }
}
