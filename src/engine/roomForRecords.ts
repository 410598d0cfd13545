import type { Inspection } from '../ingest/inspection.ts';
import { memoryBudget } from './memoryBudget.ts';

/** What a record takes at most at a time, put aside and then again as what comes of it: measured 85–100 with devices, less without. */
export const BYTES_PER_RECORD = 100;
/** Browsers that hide how much room there is say that there are 10 GiB more than used: then there are at least so many. */
const HIDDEN_QUOTA_BYTES = 10 * 2 ** 30;
const LF = 10;
/** Looked through for a line end before the cut. */
const TAIL_BYTES = 1 << 20;

/** A dataset needs more room than memory and the browser's storage have. */
export class TooLarge extends Error {
  readonly expected: number;
  readonly fits: number;

  constructor(expected: number, fits: number) {
    super(`some ${expected} records, of which ${fits} fit`);
    this.name = 'TooLarge';
    this.expected = expected;
    this.fits = fits;
  }
}

/**
 * How many records of a dataset fit in memory and storage together; Infinity when the browser does not tell of a limit.
 * @param storage null where there is none
 */
export async function recordsThatFit(storage: Pick<StorageManager, 'estimate'> | null, memoryBytes = memoryBudget()): Promise<number> {
  const { quota, usage = 0 } = (await storage?.estimate()) ?? { quota: 0 };
  if (quota === undefined || quota - usage >= HIDDEN_QUOTA_BYTES) return Infinity;
  return Math.floor((memoryBytes + Math.max(0, quota - usage)) / BYTES_PER_RECORD);
}

/**
 * The beginnings of files that hold about a share (0–1) of their bytes, cut behind a line; files without a beginning are empty.
 * Only plain text of one byte per line end can be cut; null otherwise.
 */
export async function beginningsOf(files: readonly File[], inspections: readonly Inspection[], share: number): Promise<File[] | null> {
  if (!inspections.every(({ format, layout }) => format === 'text' && (layout.encoding === 'utf-8' || layout.encoding === 'gb18030'))) return null;
  let left = Math.floor(files.reduce((sum, { size }) => sum + size, 0) * share);
  const cut: File[] = [];
  for (const file of files) {
    const bytes = Math.min(left, file.size);
    left -= bytes;
    cut.push(bytes === file.size ? file : await beginningOf(file, bytes));
  }
  return cut;
}

async function beginningOf(file: File, bytes: number): Promise<File> {
  const from = Math.max(0, bytes - TAIL_BYTES);
  const end = new Uint8Array(await file.slice(from, bytes).arrayBuffer()).lastIndexOf(LF);
  return new File([file.slice(0, end < 0 ? bytes : from + end + 1)], file.name, { lastModified: file.lastModified });
}
