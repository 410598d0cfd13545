import { coreNumbers } from '../features/core.ts';
import { withColumn } from '../features/featureColumns.ts';
import type { FeatureTable } from '../features/featureNames.ts';
import { GrowingU32 } from '../features/growingColumn.ts';
import { KeyTable } from '../features/keyTable.ts';
import { IS_OUT, IS_TEXT, MAX_DURATION_S } from '../records/communication.ts';
import { oncePerDataset } from './datasetCache.ts';
import type { ScoredDataset } from './scoredDataset.ts';

/** Beyond this many links, core numbers would keep the first dossier waiting for seconds; there they stay without evidence. */
const MAX_LINKS_FOR_CORE = 5_000_000;
const ROWS_A_STEP = 512;

/** The features with `core`, which needs the whole graph and no score rests on: made when first asked for. */
export const completeFeatures = oncePerDataset((dataset): FeatureTable => {
  const { features, linkCount } = dataset;
  if (linkCount > MAX_LINKS_FOR_CORE) return features;
  return withColumn(features, 'core', ahead.get(dataset) ?? coreColumn(dataset));
});

const ahead = new WeakMap<ScoredDataset, Float64Array>();

/** Makes core numbers ahead of the first question for them, in steps; each yields the share done, 0–1. */
export function* makeCoreAhead(dataset: ScoredDataset): Generator<number, void> {
  if (dataset.linkCount <= MAX_LINKS_FOR_CORE) ahead.set(dataset, yield* coreSteps(dataset));
}

/** Core numbers by row. */
export function coreColumn(dataset: ScoredDataset): Float64Array {
  const steps = coreSteps(dataset);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

function* coreSteps({ features: { numbers }, records, rowOf }: ScoredDataset): Generator<number, Float64Array> {
  const from = new GrowingU32();
  const to = new GrowingU32();
  const called = new KeyTable();
  const words = records.recordWords;
  for (let row = 0; row < numbers.length; row++) {
    if (row % ROWS_A_STEP === 0) yield row / numbers.length;
    const views = records.recordsOf(row);
    called.reset(8);
    for (let record = views.from; record < views.to; record++) {
      const traits = views.u32[record * words * 2 + 5]!;
      if ((traits & IS_OUT) === 0 || (traits & IS_TEXT) !== 0 || (traits & MAX_DURATION_S) === 0) continue;
      const other = views.f64[record * words + 1]!;
      const known = called.count;
      if (other === numbers[row] || called.idOf(other) < known) continue;
      const callee = rowOf(other);
      if (callee < 0) continue;
      from.push(row);
      to.push(callee);
    }
  }
  return coreNumbers(numbers.length, from.take(), to.take());
}
