/** All messages between the engine and its parts, both directions. One request at a time; each is answered once. */
import type { FileLayout } from '../ingest/inspection.ts';
import type { FileBounds } from '../records/duplicates.ts';
import type { IdMap } from '../records/recordGrouper.ts';
import type { RecordBlocks } from '../records/recordPartitions.ts';
import type { ForeignRecords } from './part.ts';
import type { PartitionFeatures } from './partFeatures.ts';
import type { PartOptions, PartSummary } from './partReader.ts';
import type { Segment } from './segment.ts';

export type PartRequest =
  /** Runs made-up records through, so that the code is compiled before it is needed. */
  | { readonly do: 'warmUp' }
  | { readonly do: 'read'; readonly options: PartOptions; readonly segments: readonly Segment[]; readonly files: readonly File[]; readonly layouts: readonly FileLayout[] }
  | { readonly do: 'give'; readonly partitions: readonly number[] }
  | { readonly do: 'features'; readonly self: number; readonly partitions: readonly number[]; readonly foreign: readonly ForeignRecords[]; readonly ids: IdMap | null; readonly lastDay: number; readonly bounds: FileBounds | null };

export type PartReply =
  | { readonly is: 'progress'; readonly bytes: number; readonly rows: number; readonly rejected: number }
  /** Share of its features made, 0–1. */
  | { readonly is: 'made'; readonly share: number }
  | { readonly is: 'warm' }
  | { readonly is: 'read'; readonly summary: PartSummary }
  | { readonly is: 'given'; readonly records: readonly { readonly partition: number; readonly records: RecordBlocks }[] }
  | { readonly is: 'features'; readonly made: PartitionFeatures }
  | { readonly is: 'failed'; readonly why: 'notDivisible' | 'fileGone' | 'outOfMemory' | 'fault'; readonly file: string; readonly details: string };
