import { scoreNumbers } from '../../src/scoring/score.ts';
import { scorecard } from '../../src/scoring/scorecard.ts';
import { logistic } from '../../src/scoring/shape.ts';
import type { FeatureName } from '../../src/features/featureNames.ts';
import { fitScorecard } from '../../src/scoring/training/fitScorecard.ts';
import { areaUnderRoc, bootstrapInterval, recallAtFalsePositiveRate } from '../../src/scoring/training/metrics.ts';
import { scorecardPlan } from '../../src/scoring/training/scorecardPlan.ts';
import { seededRandom, splitAtRandom, splitInOrder } from '../../src/scoring/training/trainingSet.ts';
import type { TrainingSet } from '../../src/scoring/training/trainingSet.ts';
import { baselines } from './baselines.ts';
import { FALSE_POSITIVE_BUDGET, measureProbabilities, partOf, trainingBaseRate, without } from './measure.ts';
import type { Measures } from './measure.ts';
import type { Report } from './report.ts';
import { readSichuan, sichuanTrainingSet } from './sichuan.ts';

const SEEDS = [1, 2, 3, 4, 5];
const RESAMPLES = 1000;

/** What a file may give, by what is hidden: counts depend on the window, and many files have no messages. */
const featureSets: readonly { readonly name: string; readonly hidden: readonly FeatureName[] }[] = [
  { name: 'voiceAndSms', hidden: [] },
  { name: 'voice', hidden: ['incoming_text_share', 'interactions_per_contact'] },
  { name: 'ratios', hidden: ['imeis', 'active_hours'] },
];

/**
 * The scorecard on Sichuan's subscribers it has not seen. `inOrder`: the weights that ship, on the last 20 % of the file.
 * `random`: the same trainer on five shuffled splits, mean over their test parts.
 */
export function evaluateSichuan(directory: string, report: Report): void {
  const rows = readSichuan(directory);
  const whole = sichuanTrainingSet(rows);
  const inOrder = splitInOrder(whole.labels.length);
  const inOrderRate = trainingBaseRate(whole, inOrder);
  const unseen = partOf(whole, inOrder.test);
  for (const { name, hidden } of featureSets) {
    const set = without(unseen, hidden);
    const probabilities = probabilitiesOf(set, inOrderRate, scorecard);
    report.addAll(`sichuan.inOrder.${name}`, measureProbabilities(probabilities, set.labels));
    report.addInterval(`sichuan.inOrder.${name}.auc`, bootstrapInterval(areaUnderRoc, probabilities, set.labels, RESAMPLES, seededRandom(1)));
    report.addInterval(
      `sichuan.inOrder.${name}.recallAt1PercentFpr`,
      bootstrapInterval((scores, labels) => recallAtFalsePositiveRate(scores, labels, FALSE_POSITIVE_BUDGET), probabilities, set.labels, RESAMPLES, seededRandom(1)),
    );
  }
  for (const { name, suspicions } of baselines) {
    const values = pick(suspicions(rows), inOrder.test);
    report.add(`sichuan.inOrder.baseline.${name}.auc`, areaUnderRoc(values, unseen.labels));
    report.add(`sichuan.inOrder.baseline.${name}.recallAt1PercentFpr`, recallAtFalsePositiveRate(values, unseen.labels, FALSE_POSITIVE_BUDGET));
  }

  const found = new Map(featureSets.map(({ name }) => [name, [] as Measures[]]));
  const baselineAreas = new Map(baselines.map(({ name }) => [name, [] as number[]]));
  for (const seed of SEEDS) {
    const split = splitAtRandom(whole.labels.length, seed);
    const card = fitScorecard(whole, split, scorecardPlan);
    const test = partOf(whole, split.test);
    for (const { name, hidden } of featureSets) {
      found.get(name)!.push(measureProbabilities(probabilitiesOf(without(test, hidden), trainingBaseRate(whole, split), card), test.labels));
    }
    for (const { name, suspicions } of baselines) baselineAreas.get(name)!.push(areaUnderRoc(pick(suspicions(rows), split.test), test.labels));
  }
  for (const [name, measures] of found) {
    for (const key of Object.keys(measures[0]!) as (keyof Measures)[]) {
      const values = measures.map((measure) => measure[key]);
      report.add(`sichuan.random.${name}.${key}`, mean(values));
      report.addInterval(`sichuan.random.${name}.${key}`, [Math.min(...values), Math.max(...values)]);
    }
  }
  for (const [name, areas] of baselineAreas) report.add(`sichuan.random.baseline.${name}.auc`, mean(areas));
}

function probabilitiesOf(set: TrainingSet, baseRate: number, card: typeof scorecard): Float64Array {
  return scoreNumbers(set.features, baseRate, card).logOdds.map(logistic);
}

function pick(values: Float64Array, rows: Uint32Array): Float64Array {
  return Float64Array.from(rows, (row) => values[row]!);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
