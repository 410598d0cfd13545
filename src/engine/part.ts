import type { FileLayout } from '../ingest/inspection.ts';
import type { FileBounds } from '../records/duplicates.ts';
import { DuplicateDropper } from '../records/duplicates.ts';
import type { IdMap, RecordSource } from '../records/recordGrouper.ts';
import type { RecordBlocks } from '../records/recordPartitions.ts';
import type { ByteSource } from './byteSource.ts';
import type { PartitionFeatures } from './partFeatures.ts';
import { makeFeatures } from './partFeatures.ts';
import type { PartOptions, PartSummary } from './partReader.ts';
import { PartReader } from './partReader.ts';
import type { Segment } from './segment.ts';
import { readSegment } from './segment.ts';

/** Records of one partition that another part read. */
export interface ForeignRecords {
  readonly partition: number;
  /** Index of the part that read them. */
  readonly part: number;
  readonly source: RecordSource;
}

/**
 * One of several readers that work side by side: it reads its segments of the files, then gives away the partitions that
 * others will work on and makes the features of its own.
 */
export class Part {
  #reader: PartReader | null = null;

  /** Throws NotDivisible and whatever the sources throw. */
  async read(
    options: PartOptions, segments: readonly Segment[], sources: readonly ByteSource[], layouts: readonly FileLayout[],
    onRead: (progress: { bytes: number; rows: number; rejected: number }) => Promise<void>,
  ): Promise<PartSummary> {
    const reader = new PartReader(options);
    this.#reader = reader;
    for (const segment of segments) {
      await readSegment(sources[segment.file]!, layouts[segment.file]!, segment, reader, (bytes) =>
        onRead({ bytes, rows: reader.recordCount, rejected: reader.rejectedCount }));
    }
    return reader.summary();
  }

  /** Hands over the records of some partitions. */
  give(partitions: readonly number[]): { readonly partition: number; readonly records: RecordBlocks }[] {
    return partitions.map((partition) => ({ partition, records: this.#filled().partitions.take(partition) }));
  }

  /**
   * Features of the numbers in some partitions: its own records of them and those of the others.
   * @param self index of this part
   * @param ids this part's ids → the dataset's; null where they are the same
   * @param bounds of the files, where several may hold the same records
   */
  features(
    self: number, partitions: readonly number[], foreign: readonly ForeignRecords[], ids: IdMap | null, lastDay: number, bounds: FileBounds | null = null,
  ): Generator<number, PartitionFeatures> {
    const { partitions: own } = this.#filled();
    const takes = partitions.map((partition) => () => {
      const all = [...foreign.filter((records) => records.partition === partition), { partition, part: self, source: { ...own.take(partition), ids } }];
      // In the order of the files, so that records in order of time need no sorting.
      return all.toSorted((a, b) => a.part - b.part).map(({ source }) => source);
    });
    return makeFeatures(takes, own.recordWords, lastDay, bounds === null ? null : new DuplicateDropper(bounds, own.recordWords));
  }

  #filled(): PartReader {
    if (this.#reader === null) throw new Error('a part must read before it gives or makes features');
    return this.#reader;
  }
}
