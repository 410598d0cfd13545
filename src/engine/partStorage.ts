import type { SyncFile } from './bytes.ts';

/** Where a part puts what memory is not to hold. */
export interface PartStorage {
  /** Memory for records on their way and for what comes of them. */
  readonly memoryBytes: number;
  /** An empty file of its own for the time of reading; null where there is none. */
  openSpill(): Promise<SyncFile | null>;
  /** An empty file of its own that stays with the dataset; null where there is none. */
  openOutput(): Promise<SyncFile | null>;
}

/** All in memory. */
export const memoryOnly: PartStorage = { memoryBytes: Infinity, openSpill: () => Promise.resolve(null), openOutput: () => Promise.resolve(null) };
