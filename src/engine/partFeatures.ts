import { FeatureBuilder } from '../features/featureBuilder.ts';
import type { FeaturePart } from '../features/featurePart.ts';
import type { DuplicateDropper, Duplicates } from '../records/duplicates.ts';
import type { RecordGroup } from '../records/recordGroup.ts';
import { RecordGatherer } from '../records/recordGroup.ts';
import { RecordGrouper } from '../records/recordGrouper.ts';
import type { RecordSource } from '../records/recordGrouper.ts';

/** What comes of some partitions: their numbers' features and their records, grouped. */
export interface PartitionFeatures {
  readonly part: FeaturePart;
  readonly groups: readonly RecordGroup[];
  /** Records that stood in another file as well and were left out. */
  readonly duplicates: Duplicates;
}

/**
 * Features of the numbers of some partitions. Yields the share done (0–1) after each, so that the caller can stop.
 * @param partitions the records of each partition, from every reader that has some
 * @param recordWords 8-byte words per record
 * @param lastDay last local day of the dataset
 * @param dropper leaves records out that several files hold; null where there is but one
 */
export function* makeFeatures(
  partitions: readonly (() => readonly RecordSource[])[], recordWords: number, lastDay: number, dropper: DuplicateDropper | null,
): Generator<number, PartitionFeatures> {
  const builder = new FeatureBuilder(lastDay);
  const grouper = new RecordGrouper();
  const gatherer = new RecordGatherer(recordWords);
  const groups: RecordGroup[] = [];
  for (const [i, take] of partitions.entries()) {
    const sources = take();
    const group = grouper.group(dropper?.drop(sources) ?? sources, recordWords);
    const { starts } = group;
    for (let ego = 0; ego + 1 < starts.length; ego++) {
      const size = starts[ego + 1]! - starts[ego]!;
      gatherer.gatherByTime(group, starts[ego]!, starts[ego + 1]!);
      builder.add(gatherer.f64, gatherer.u32, 0, size, recordWords);
    }
    groups.push(group);
    yield (i + 1) / partitions.length;
  }
  return { part: builder.finish(), groups, duplicates: dropper?.duplicates ?? { count: 0, byDay: [] } };
}
