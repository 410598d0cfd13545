import { featureNames } from '../features/featureNames.ts';
import { makeCoreAhead } from './completeFeatures.ts';
import { percentileOf } from './explainRow.ts';
import { ranks } from './rowOrder.ts';
import type { ScoredDataset } from './scoredDataset.ts';

/** Makes what every dossier of a dataset rests on, places in the queue, core numbers and percentiles, before the first is opened. Yields the share done, 0–1. */
export function* prepareDossiers(dataset: ScoredDataset): Generator<number, void> {
  ranks(dataset);
  yield 0;
  const features = featureNames.filter((feature) => feature !== 'core');
  for (const [i, feature] of features.entries()) {
    percentileOf(dataset, feature, 0);
    yield (i + 1) / featureNames.length / 2;
  }
  for (const share of makeCoreAhead(dataset)) yield 0.5 + share / 2;
  percentileOf(dataset, 'core', 0);
  yield 1;
}
