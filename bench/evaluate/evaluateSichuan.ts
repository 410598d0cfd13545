import { scoreNumbers } from '../../src/scoring/score.ts';
import { scorecard } from '../../src/scoring/scorecard.ts';
import type { Scorecard } from '../../src/scoring/scorecard.ts';
import { logistic } from '../../src/scoring/shape.ts';
import type { FeatureName } from '../../src/features/featureNames.ts';
import { fitColumns, scoreColumns } from '../../src/scoring/training/fitColumns.ts';
import { fitScorecard } from '../../src/scoring/training/fitScorecard.ts';
import { areaUnderRoc, bootstrapInterval, macroF1, recallAtFalsePositiveRate } from '../../src/scoring/training/metrics.ts';
import { scorecardPlan } from '../../src/scoring/training/scorecardPlan.ts';
import { seededRandom, splitAtRandom, splitInOrder } from '../../src/scoring/training/trainingSet.ts';
import type { Split, TrainingSet } from '../../src/scoring/training/trainingSet.ts';
import { baselines } from './baselines.ts';
import { FALSE_POSITIVE_BUDGET, measureProbabilities, partOf, trainingBaseRate, without } from './measure.ts';
import type { Measures } from './measure.ts';
import type { Report } from './report.ts';
import { readSichuan, sichuanTrainingSet } from './sichuan.ts';
import type { SichuanRows } from './sichuan.ts';
import { columnSets } from './sichuanColumns.ts';

const SEEDS = [1, 2, 3, 4, 5];
const RESAMPLES = 1000;

/** What a user's file may lack of what the scorecard reads. */
const shippedSets: readonly { readonly name: string; readonly hidden: readonly FeatureName[] }[] = [
  { name: 'shipped', hidden: [] },
  { name: 'shippedVoiceOnly', hidden: ['incoming_text_share', 'interactions_per_contact'] },
  { name: 'shippedRatiosOnly', hidden: ['imeis', 'active_hours'] },
];

/**
 * The additive model on Sichuan's subscribers that it has not seen: fitted to the first 60 % of a split, judged on the last
 * 20 %. `all`: every column of the file; `voiceAndSms`: without data volume and bills; `ratios`: only what does not grow with
 * the time watched. `shipped`: the scorecard that the program carries, which reads only what call records give.
 * `inOrder`: in the order of the file; `random`: mean over five shuffled splits, the shipped one fitted anew to each.
 */
export function evaluateSichuan(directory: string, report: Report): void {
  const rows = readSichuan(directory);
  const set = sichuanTrainingSet(rows);
  const inOrder = splitInOrder(set.labels.length);
  for (const [name, probabilities] of judge(rows, set, inOrder, scorecard)) {
    const labels = pick(set.labels, inOrder.test);
    report.addAll(`sichuan.inOrder.${name}`, measureProbabilities(probabilities, labels));
    for (const [measure, of] of Object.entries(withIntervals)) {
      report.addInterval(`sichuan.inOrder.${name}.${measure}`, bootstrapInterval(of, probabilities, labels, RESAMPLES, seededRandom(1)));
    }
  }
  addBaselines(rows, set, inOrder, (name, measure, value) => report.add(`sichuan.inOrder.baseline.${name}.${measure}`, value));

  const found = new Map<string, Measures[]>();
  const baselineValues = new Map<string, number[]>();
  for (const seed of SEEDS) {
    const split = splitAtRandom(set.labels.length, seed);
    const labels = pick(set.labels, split.test);
    for (const [name, probabilities] of judge(rows, set, split, fitScorecard(set, split.train, scorecardPlan))) {
      found.set(name, [...(found.get(name) ?? []), measureProbabilities(probabilities, labels)]);
    }
    addBaselines(rows, set, split, (name, measure, value) => {
      const key = `sichuan.random.baseline.${name}.${measure}`;
      baselineValues.set(key, [...(baselineValues.get(key) ?? []), value]);
    });
  }
  for (const [name, measures] of found) {
    for (const key of Object.keys(measures[0]!) as (keyof Measures)[]) {
      const values = measures.map((measure) => measure[key]);
      report.add(`sichuan.random.${name}.${key}`, mean(values));
      report.addInterval(`sichuan.random.${name}.${key}`, [Math.min(...values), Math.max(...values)]);
    }
  }
  for (const [key, values] of baselineValues) report.add(key, mean(values));
}

const withIntervals = {
  auc: areaUnderRoc,
  macroF1: (probabilities: Float64Array, labels: Uint8Array) => macroF1(probabilities, labels, 0.5),
  recallAt1PercentFpr: (probabilities: Float64Array, labels: Uint8Array) => recallAtFalsePositiveRate(probabilities, labels, FALSE_POSITIVE_BUDGET),
} as const;

/** Probabilities of a split's test part by each model. */
function judge(rows: SichuanRows, set: TrainingSet, split: Split, card: Scorecard): [name: string, probabilities: Float64Array][] {
  const fitted = columnSets.map(({ name, columns }): [string, Float64Array] => {
    const of = columns(rows);
    return [name, scoreColumns(fitColumns(of, set.labels, split.train), of, split.test).map(logistic)];
  });
  const test = partOf(set, split.test);
  const baseRate = trainingBaseRate(set, split);
  const shipped = shippedSets.map(({ name, hidden }): [string, Float64Array] =>
    [name, scoreNumbers(without(test, hidden).features, baseRate, card).logOdds.map(logistic)]);
  return [...fitted, ...shipped];
}

function addBaselines(rows: SichuanRows, set: TrainingSet, split: Split, add: (name: string, measure: string, value: number) => void): void {
  const labels = pick(set.labels, split.test);
  for (const { name, suspicions } of baselines) {
    const values = Float64Array.from(pick(suspicions(rows), split.test));
    add(name, 'auc', areaUnderRoc(values, labels));
    add(name, 'recallAt1PercentFpr', recallAtFalsePositiveRate(values, labels, FALSE_POSITIVE_BUDGET));
  }
}

function pick<Column extends Uint8Array | Float64Array>(values: Column, rows: Uint32Array): Column {
  const picked = values.slice(0, rows.length);
  for (const [i, row] of rows.entries()) picked[i] = values[row]!;
  return picked as Column;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
