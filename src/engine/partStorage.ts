import type { SyncFile } from './bytes.ts';
import type { PartRoom } from './partProtocol.ts';

/** Where a part puts what memory is not to hold. */
export interface PartStorage {
  /** Memory for records on their way and for what comes of them. */
  readonly memoryBytes: number;
  /** An empty file of its own for the time of reading; null where there is none. */
  openSpill(): Promise<SyncFile | null>;
  /** An empty file of its own that stays with the dataset; null where there is none. */
  openOutput(): Promise<SyncFile | null>;
}

/** Where the parts of one dataset put what memory is not to hold, as whoever starts them sees it. */
export interface PartFolder {
  /** What a part is told of its files. */
  roomOf(part: number): Pick<PartRoom, 'draft' | 'descriptors'>;
  /** The bytes of a part's output, after the part has finished. */
  openPart(part: number): Promise<SyncFile>;
  /** Deletes what the parts had for the time of reading only. @param parts of which there may be something: none saves looking */
  removeSpillFiles(parts: number): Promise<void>;
}

/** All in memory. */
export const memoryOnly: PartStorage = { memoryBytes: Infinity, openSpill: () => Promise.resolve(null), openOutput: () => Promise.resolve(null) };
