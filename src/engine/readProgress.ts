import type { ByteSource } from './byteSource.ts';
import type { OpenProgress, WhyAnew } from './protocol.ts';

/** Between progress reports. */
const REPORT_MS = 100;

export interface ReadHooks {
  readonly onProgress: (progress: OpenProgress) => void;
  /** Called between pieces of work of some 50 ms; throws to stop. */
  readonly checkpoint: () => Promise<void>;
}

/** Turns counts into progress reports, ten a second. */
export class ProgressReporter {
  readonly #files: readonly ByteSource[];
  readonly #bytesTotal: number;
  readonly #report: (progress: OpenProgress) => void;
  #startedAt = performance.now();
  #reportedAt = -Infinity;
  #bytes = 0;
  #rows = 0;
  #rejected = 0;
  #anew: WhyAnew | null = null;

  constructor(files: readonly ByteSource[], report: (progress: OpenProgress) => void) {
    this.#files = files;
    this.#bytesTotal = files.reduce((sum, file) => sum + file.bytes, 0);
    this.#report = report;
  }

  /** What was read so far is read once more. */
  beginAnew(why: WhyAnew): void {
    this.#anew = why;
    this.#startedAt = performance.now();
    this.#reportedAt = -Infinity;
    this.#bytes = 0;
    this.read(0, 0, 0);
  }

  /** @param bytes of this chunk; @param rows,rejected of all so far */
  read(bytes: number, rows: number, rejected: number): void {
    this.#bytes = Math.min(this.#bytesTotal, this.#bytes + bytes);
    this.#rows = rows;
    this.#rejected = rejected;
    // Features take about as long as reading.
    this.#send('reading', this.#bytes / this.#bytesTotal / 2);
  }

  /** @param share of the features made, 0–1 */
  scored(share: number): void {
    this.#send('scoring', 0.5 + share / 2);
  }

  #send(phase: OpenProgress['phase'], done: number): void {
    const now = performance.now();
    if (now - this.#reportedAt < REPORT_MS) return;
    this.#reportedAt = now;
    const seconds = (now - this.#startedAt) / 1000;
    this.#report({
      phase,
      file: this.#fileAt(this.#bytes),
      bytes: this.#bytes,
      bytesTotal: this.#bytesTotal,
      rows: this.#rows,
      rejected: this.#rejected,
      anew: this.#anew,
      rowsPerSecond: seconds > 0 ? this.#rows / seconds : 0,
      secondsLeft: done > 0.02 ? (seconds / done) * (1 - done) : null,
    });
  }

  #fileAt(bytes: number): string {
    let end = 0;
    return (this.#files.find((file) => (end += file.bytes) >= bytes) ?? this.#files.at(-1))?.name ?? '';
  }
}
