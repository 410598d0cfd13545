import type { Decision } from '../../src/analysis/answers.ts';
import { previewRefit } from '../../src/analysis/refit/previewRefit.ts';
import { refitDataset } from '../../src/analysis/refit/refitDataset.ts';
import { rowsByScore } from '../../src/analysis/rowOrder.ts';
import type { ScoredDataset } from '../../src/analysis/scoredDataset.ts';
import { windowDataset } from '../../src/engine/windowDataset.ts';
import { dayText } from '../../src/records/days.ts';
import { atOnce } from '../../src/records/steps.ts';
import { logistic } from '../../src/scoring/shape.ts';
import { areaUnderRoc, averagePrecision, calibrationError, hitsAtTop } from '../../src/scoring/training/metrics.ts';
import { seededRandom } from '../../src/scoring/training/trainingSet.ts';
import type { FraudTruth, Truth } from '../../mocks/world/truth.ts';
import type { Report } from './report.ts';
import { worldBaselines } from './worldBaselines.ts';
import { numberTexts, worldDataset } from './worldDataset.ts';

export interface WorldPlan {
  readonly seeds: readonly number[];
  readonly numbers: number;
  readonly days: number;
}

/** Seeds that no threshold, weight or test was chosen by. */
export const unseenWorlds: WorldPlan = { seeds: [9101, 9102, 9103, 9104, 9105, 9106, 9107, 9108, 9109, 9110], numbers: 12_000, days: 60 };

const LINE = 50;
const BUDGET = 0.01;
const RESAMPLES = 1000;
/** Decided at the head of the queue, for the refit. */
const DECISIONS = 200;

/** One fraudulent number of a world, and whether it was found. */
interface Found {
  readonly world: number;
  readonly gang: string;
  readonly role: string;
  readonly isInBudget: boolean;
  readonly isAboveLine: boolean;
}

/**
 * Simulated worlds that nothing was tuned to, read and scored as their files would be: the queue's head, and who is in it.
 * Means over the worlds; intervals by bootstrap over worlds, and over gangs for what is counted by number (the numbers of
 * one gang stand or fall together). `firstHalf` and `secondHalf` are the same worlds cut in time.
 */
export async function evaluateWorlds(plan: WorldPlan, report: Report): Promise<void> {
  const measures = new Map<string, number[]>();
  const found: Found[] = [];
  const innocents = new Map<string, { count: number; flagged: number; inBudget: number }>();
  const add = (name: string, value: number) => measures.set(name, [...(measures.get(name) ?? []), value]);
  for (const [world, seed] of plan.seeds.entries()) {
    const { truth, dataset } = await worldDataset({ seed, numbers: plan.numbers, days: plan.days });
    const { scores, labels, texts } = judged(dataset, truth.fraud);
    for (const [name, value] of queueMeasures(scores, labels)) add(name, value);
    add('ece', calibrationError(scores.map((score) => score / 100), labels));
    const above = countAbove(scores, labels);
    add('precisionAboveLine', above.hits / Math.max(1, above.count));
    add('recallAboveLine', above.hits / truth.fraud.length);
    let best = 0;
    for (const { name, suspicions } of worldBaselines) {
      const values = suspicions(dataset.features);
      for (const [measure, value] of queueMeasures(values, labels)) add(`baseline.${name}.${measure}`, value);
      best = Math.max(best, averagePrecision(values, labels));
    }
    add('prAucGain', averagePrecision(scores, labels) - best);

    const limit = scores.toSorted()[scores.length - Math.floor(scores.length * BUDGET)]!;
    const rows = new Map(texts.map((text, row) => [text, row]));
    for (const { number, role, gang } of truth.fraud) {
      const score = scores[rows.get(number) ?? -1] ?? 0;
      found.push({ world, gang, role, isInBudget: score >= limit, isAboveLine: score >= LINE });
    }
    const guilty = new Set(truth.fraud.map(({ number }) => number));
    // Who sells cards to a gang is neither its caller nor innocent.
    const accomplices = new Set(truth.sides.accomplice);
    for (const [number, role] of truth.roles) {
      const row = rows.get(number);
      if (guilty.has(number) || accomplices.has(role) || row === undefined) continue;
      const tally = innocents.get(role) ?? { count: 0, flagged: 0, inBudget: 0 };
      tally.count++;
      if (scores[row]! >= LINE) tally.flagged++;
      if (scores[row]! >= limit) tally.inBudget++;
      innocents.set(role, tally);
    }
    for (const [name, value] of refitMeasures(dataset, truth.fraud)) add(name, value);
    for (const [name, half] of halves(dataset)) {
      const inHalf = truth.fraud.filter(({ from, to }) => to >= half.from && from <= half.to);
      const part = judged(windowDataset(dataset, half), inHalf);
      for (const [measure, value] of queueMeasures(part.scores, part.labels)) add(`${name}.${measure}`, value);
    }
  }
  reportMeans(report, measures);
  reportFound(report, found);
  const looked = [...innocents].filter(([, { count }]) => count > 0).toSorted(([a], [b]) => a.localeCompare(b));
  for (const [role, { count, flagged }] of looked) report.add(`world.flagged.${role}`, flagged / count);
  report.add('world.flagged.most', Math.max(...looked.map(([, { count, flagged }]) => flagged / count)));
}

/** Scores (0–100), truth and text of every number that the files tell of. */
function judged(dataset: ScoredDataset, fraud: Truth['fraud']): { readonly scores: Float64Array; readonly labels: Uint8Array; readonly texts: readonly string[] } {
  const guilty = new Set(fraud.map(({ number }: FraudTruth) => number));
  const texts = numberTexts(dataset);
  return {
    scores: dataset.scores.logOdds.map((logOdds) => 100 * logistic(logOdds)),
    labels: Uint8Array.from(texts, (text) => Number(guilty.has(text))),
    texts,
  };
}

function queueMeasures(scores: Float64Array, labels: Uint8Array): [name: string, value: number][] {
  const fraud = labels.reduce((sum, label) => sum + label, 0);
  return [
    ['precisionAt50', hitsAtTop(scores, labels, 50) / 50],
    ['precisionAt100', hitsAtTop(scores, labels, 100) / 100],
    ['recallAt1PercentBudget', hitsAtTop(scores, labels, Math.floor(scores.length * BUDGET)) / fraud],
    ['prAuc', averagePrecision(scores, labels)],
    ['auc', areaUnderRoc(scores, labels)],
  ];
}

/** The rest of the queue before and after its head was decided as the truth has it, and learned from. */
function refitMeasures(dataset: ScoredDataset, fraud: Truth['fraud']): [name: string, value: number][] {
  const before = judged(dataset, fraud);
  const head = rowsByScore(dataset).subarray(0, DECISIONS);
  const decisions = Array.from(head, (row): Decision => ({ number: before.texts[row]!, status: before.labels[row] === 1 ? 'confirmed' : 'dismissed', reason: '', assignee: null }));
  const { confirmed, dismissed, model, factors } = atOnce(previewRefit(dataset, { decisions }));
  const after = judged(refitDataset(dataset, { confirmed, dismissed, at: '', model, factors }), fraud);
  const decided = new Set(head);
  const rest = (values: Float64Array | Uint8Array) => Float64Array.from([...values].filter((_, row) => !decided.has(row)));
  const labels = Uint8Array.from(rest(before.labels));
  return [['before', before] as const, ['after', after] as const].flatMap(([name, { scores }]) =>
    queueMeasures(rest(scores), labels).map(([measure, value]): [string, number] => [`refit.${name}.${measure}`, value]));
}

function countAbove(scores: Float64Array, labels: Uint8Array): { readonly count: number; readonly hits: number } {
  let count = 0;
  let hits = 0;
  for (const [row, score] of scores.entries()) {
    if (score < LINE) continue;
    count++;
    hits += labels[row]!;
  }
  return { count, hits };
}

function halves({ firstDay, lastDay }: ScoredDataset): [name: string, window: { from: string; to: string }][] {
  const middle = Math.floor((firstDay + lastDay) / 2);
  return [
    ['firstHalf', { from: dayText(firstDay), to: dayText(middle) }],
    ['secondHalf', { from: dayText(middle + 1), to: dayText(lastDay) }],
  ];
}

function reportMeans(report: Report, measures: ReadonlyMap<string, readonly number[]>): void {
  for (const [name, values] of measures) {
    report.add(`world.${name}`, mean(values));
    report.addInterval(`world.${name}`, resampled(values.map((value) => [value]), mean));
  }
}

/** Recall by role, resampled by gang. */
function reportFound(report: Report, found: readonly Found[]): void {
  const roles = [...new Set(found.map(({ role }) => role))].toSorted();
  for (const role of [null, ...roles]) {
    const of = found.filter((each) => role === null || each.role === role);
    const gangs = Map.groupBy(of, ({ world, gang }) => `${world} ${gang}`);
    for (const [name, isFound] of [['recallAt1PercentBudget', 'isInBudget'], ['recallAboveLine', 'isAboveLine']] as const) {
      const key = role === null ? `world.byGang.${name}` : `world.role.${role}.${name}`;
      report.add(key, mean(of.map((each) => Number(each[isFound]))));
      report.addInterval(key, resampled([...gangs.values()].map((members) => members.map((each) => Number(each[isFound]))), mean));
    }
  }
  const gangs = [...Map.groupBy(found, ({ world, gang }) => `${world} ${gang}`).values()];
  report.add('world.byGang.gangsWithAMemberInBudget', mean(gangs.map((members) => Number(members.some(({ isInBudget }) => isInBudget)))));
}

/** Middle 95 % of a measure over clusters drawn with replacement. */
function resampled(clusters: readonly (readonly number[])[], measure: (values: readonly number[]) => number): readonly [low: number, high: number] {
  const random = seededRandom(1);
  const values = Array.from({ length: RESAMPLES }, () =>
    measure(clusters.flatMap(() => clusters[Math.floor(random() * clusters.length)]!))).toSorted((a, b) => a - b);
  return [values[Math.round(0.025 * (RESAMPLES - 1))]!, values[Math.round(0.975 * (RESAMPLES - 1))]!];
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
