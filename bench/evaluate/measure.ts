import type { FeatureName, FeatureTable } from '../../src/features/featureNames.ts';
import { scoreNumbers } from '../../src/scoring/score.ts';
import type { Scorecard } from '../../src/scoring/scorecard.ts';
import { logistic } from '../../src/scoring/shape.ts';
import { areaUnderRoc, calibrationError, gMean, macroF1, recallAtFalsePositiveRate } from '../../src/scoring/training/metrics.ts';
import type { Split, TrainingSet } from '../../src/scoring/training/trainingSet.ts';

/** False positives that the review of a queue can bear. */
export const FALSE_POSITIVE_BUDGET = 0.01;

/** How well a scorecard tells the two kinds apart, at its 50 % line. */
export interface Measures {
  readonly auc: number;
  readonly macroF1: number;
  readonly gMean: number;
  readonly ece: number;
  readonly recallAt1PercentFpr: number;
}

/** Measures the score as it is shipped (`scoreNumbers`) at the base rate given. */
export function measure(set: TrainingSet, card: Scorecard, baseRate: number): Measures {
  const probabilities = scoreNumbers(set.features, baseRate, card).logOdds.map(logistic);
  return measureProbabilities(probabilities, set.labels);
}

export function measureProbabilities(probabilities: Float64Array, labels: Uint8Array): Measures {
  return {
    auc: rounded(areaUnderRoc(probabilities, labels)),
    macroF1: rounded(macroF1(probabilities, labels, 0.5)),
    gMean: rounded(gMean(probabilities, labels, 0.5)),
    ece: rounded(calibrationError(probabilities, labels)),
    recallAt1PercentFpr: rounded(recallAtFalsePositiveRate(probabilities, labels, FALSE_POSITIVE_BUDGET)),
  };
}

/** Share of fraud in the training part. */
export function trainingBaseRate(set: TrainingSet, split: Split): number {
  let fraud = 0;
  for (const row of split.train) fraud += set.labels[row]!;
  return fraud / split.train.length;
}

/** Some rows of a set, as a set. */
export function partOf({ features, labels }: TrainingSet, rows: Uint32Array): TrainingSet {
  const pick = (column: Float64Array) => Float64Array.from(rows, (row) => column[row]!);
  return {
    features: {
      numbers: pick(features.numbers),
      columns: Object.fromEntries(Object.entries(features.columns).map(([name, column]) => [name, pick(column)])) as FeatureTable['columns'],
    },
    labels: Uint8Array.from(rows, (row) => labels[row]!),
  };
}

/** The same set with some features missing everywhere. */
export function without({ features, labels }: TrainingSet, hidden: readonly FeatureName[]): TrainingSet {
  const columns = { ...features.columns };
  for (const name of hidden) columns[name] = new Float64Array(labels.length).fill(NaN);
  return { features: { numbers: features.numbers, columns }, labels };
}

function rounded(value: number): number {
  return Number(value.toFixed(4));
}
