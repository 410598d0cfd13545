/** All messages between the engine and its parts, both directions. One request at a time; each is answered once. */
import type { FileLayout } from '../ingest/inspection.ts';
import type { FileBounds } from '../records/duplicates.ts';
import type { IdMap } from '../records/recordGrouper.ts';
import type { RecordBlocks } from '../records/recordPartitions.ts';
import type { Chunk } from './chunk.ts';
import type { EarlierIds, EarlierRecords } from './earlierRecords.ts';
import type { ForeignRecords } from './part.ts';
import type { PartitionFeatures } from './partFeatures.ts';
import type { PartOptions, PartSummary } from './partReader.ts';
import type { Segment } from './segment.ts';

/** A file that the user chose, or the path of one. */
export type PartFile = File | string;

/** What a part may use. */
export interface PartRoom {
  readonly memoryBytes: number;
  /** The dataset whose folder it may write to; null where there is none. */
  readonly draft: string | null;
  /** On the command line: empty files of its own, by descriptor. */
  readonly descriptors?: { readonly spill: number; readonly output: number };
  /** Index of the part. */
  readonly self: number;
}

/** A chunk on its way: in memory, or `bytes` long in the part's file. */
export interface SentChunk {
  readonly rows: number;
  readonly memory: Uint8Array<ArrayBuffer> | null;
  readonly at: number;
  readonly bytes: number;
  readonly weeks: Chunk['weeks'];
}

export type PartRequest =
  /** Runs made-up records through, so that the code is compiled before it is needed. */
  | { readonly do: 'warmUp' }
  /** Leaves the rest of that; it is the one request without an answer. */
  | { readonly do: 'endWarmUp' }
  /** Bytes [start, end) of a file will most likely be read. */
  | { readonly do: 'expect'; readonly file: File; readonly start: number; readonly end: number }
  /** Comes before all others of a dataset. @param ids of the dataset that the files are added to; null without one, and where another part takes its records */
  | { readonly do: 'begin'; readonly options: PartOptions; readonly room: PartRoom; readonly ids: EarlierIds | null }
  | { readonly do: 'takeEarlier'; readonly records: EarlierRecords }
  | { readonly do: 'read'; readonly segments: readonly Segment[]; readonly files: readonly PartFile[]; readonly layouts: readonly FileLayout[] }
  | { readonly do: 'give'; readonly partitions: readonly number[] }
  | { readonly do: 'features'; readonly self: number; readonly partitions: readonly number[]; readonly foreign: readonly ForeignRecords[]; readonly ids: IdMap | null; readonly lastDay: number; readonly bounds: FileBounds | null; readonly packsLater: boolean }
  | { readonly do: 'finish' }
  /** Packs the records that were left for later. */
  | { readonly do: 'pack' };

export type PartReply =
  | { readonly is: 'progress'; readonly bytes: number; readonly rows: number; readonly rejected: number }
  /** Partitions whose features are made, of those asked for last. */
  | { readonly is: 'made'; readonly partitions: number }
  | { readonly is: 'warm' }
  | { readonly is: 'expecting' }
  | { readonly is: 'begun' }
  | { readonly is: 'tookEarlier' }
  /** @param isMuch more than its memory may hold as it is: work on few partitions at a time */
  | { readonly is: 'read'; readonly summary: PartSummary; readonly isMuch: boolean }
  | { readonly is: 'given'; readonly records: readonly { readonly partition: number; readonly records: RecordBlocks }[] }
  | { readonly is: 'features' }
  | { readonly is: 'finished'; readonly made: Omit<PartitionFeatures, 'chunks'>; readonly chunks: readonly SentChunk[] }
  /** The end of a chunk whose records were left for later. */
  | { readonly is: 'chunkEnd'; readonly chunk: number; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly is: 'packed' }
  | { readonly is: 'failed'; readonly why: 'notDivisible' | 'fileGone' | 'outOfMemory' | 'fault'; readonly file: string; readonly details: string };
