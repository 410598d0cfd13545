import { withLists } from '../analysis/numberMarks.ts';
import { knownFacts } from '../analysis/tables/knownFacts.ts';
import type { ScoredDataset } from '../analysis/scoredDataset.ts';
import type { Pauses } from '../records/steps.ts';
import { atOnce } from '../records/steps.ts';

/** Up to so many records the closer look takes a moment and is taken at once; beyond, the first queue does not wait for it. */
export const LOOK_AT_ONCE_RECORDS = 500_000;

/** The dataset after its closer look. Yields now and then, so that questions are answered in between. */
export function* takeCloserLook(dataset: ScoredDataset): Pauses<ScoredDataset> {
  if (dataset.lookCloser === null) return dataset;
  return withLists({ ...dataset, ...(yield* dataset.lookCloser(knownFacts(dataset))), lookCloser: null });
}

/** The same without a stop. */
export function lookedCloser(dataset: ScoredDataset): ScoredDataset {
  return atOnce(takeCloserLook(dataset));
}

/** True where the closer look takes but a moment. */
export function isLookedAtOnce({ recordCount }: Pick<ScoredDataset, 'recordCount'>): boolean {
  return recordCount <= LOOK_AT_ONCE_RECORDS;
}

/** The dataset, looked at closer where that takes a moment. Call it once all that was opened is known: lists and cells tell of the numbers, too. */
export function lookedAtOnce(dataset: ScoredDataset): ScoredDataset {
  return isLookedAtOnce(dataset) ? lookedCloser(dataset) : dataset;
}
