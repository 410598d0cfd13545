import { FeatureBuilder } from '../features/featureBuilder.ts';
import type { FeaturePart } from '../features/featurePart.ts';
import { RecordGrouper } from '../records/recordGrouper.ts';
import type { RecordSource } from '../records/recordGrouper.ts';
import type { RecordGroup } from './memoryRecords.ts';

/** What comes of some partitions: their numbers' features and their records, grouped. */
export interface PartitionFeatures {
  readonly part: FeaturePart;
  readonly groups: readonly RecordGroup[];
}

/**
 * Features of the numbers of some partitions. Yields the share done (0–1) after each, so that the caller can stop.
 * @param partitions the records of each partition, from every reader that has some
 * @param recordWords 8-byte words per record
 * @param lastDay last local day of the dataset
 */
export function* makeFeatures(
  partitions: readonly (() => readonly RecordSource[])[], recordWords: number, lastDay: number,
): Generator<number, PartitionFeatures> {
  const builder = new FeatureBuilder(lastDay);
  const grouper = new RecordGrouper();
  const groups: RecordGroup[] = [];
  for (const [i, take] of partitions.entries()) {
    const { f64, u32, starts } = grouper.group(take(), recordWords);
    for (let ego = 0; ego + 1 < starts.length; ego++) builder.add(f64, u32, starts[ego]!, starts[ego + 1]!, recordWords);
    groups.push({ f64, u32, starts });
    yield (i + 1) / partitions.length;
  }
  return { part: builder.finish(), groups };
}
