import { describe, expect, it } from 'vitest';
import { scoreNumbers } from '../score.ts';
import { LEAST_CONTRIBUTION, MOST_CONTRIBUTION } from '../scorecard.ts';
import { logistic } from '../shape.ts';
import { tableOf } from '../testing/tableOf.ts';
import { fitScorecard } from './fitScorecard.ts';
import { areaUnderRoc, calibrationError } from './metrics.ts';
import type { GroupPlan } from './scorecardPlan.ts';
import { seededRandom, splitAtRandom, splitInOrder } from './trainingSet.ts';
import type { TrainingSet } from './trainingSet.ts';

const plan: readonly GroupPlan[] = [
  { name: 'repetition', terms: [{ feature: 'calls_per_contact', evidence: 'calls', halfEvidence: 20, direction: 'falling' }] },
  { name: 'devices', terms: [{ feature: 'imeis', evidence: 'calls', halfEvidence: 20, direction: 'rising' }] },
];

/** Numbers whose odds of fraud are known: 2 − calls per contact, plus 0.8 for each device after the first. */
function made(size: number, seed: number): TrainingSet {
  const random = seededRandom(seed);
  const rows = Array.from({ length: size }, () => ({
    calls_per_contact: 1 + 4 * random(), imeis: 1 + Math.floor(4 * random() ** 3), number_of_calls_out: 200 + Math.floor(1800 * random()), number_of_calls_in: 0,
  }));
  return {
    features: tableOf(...rows),
    labels: Uint8Array.from(rows, ({ calls_per_contact, imeis }) => Number(random() < logistic(2 - calls_per_contact + 0.8 * (imeis - 1)))),
  };
}

describe('fitting a scorecard', () => {
  const set = made(6000, 7);
  const card = fitScorecard(set, splitInOrder(6000).train, plan);
  const baseRate = set.labels.reduce((sum, label) => sum + label, 0) / set.labels.length;

  it('finds the shapes that made the labels', () => {
    const [repetition, devices] = card.groups.map((group) => group.terms[0]!);
    const slope = (repetition!.values.at(-1)! - repetition!.values[0]!) / (repetition!.knots.at(-1)! - repetition!.knots[0]!);
    expect(slope).toBeGreaterThan(-1.25);
    expect(slope).toBeLessThan(-0.75);
    expect(devices!.values[1]! - devices!.values[0]!).toBeGreaterThan(0.5);
  });

  it('gives probabilities that come true on numbers it has not seen', () => {
    const unseen = made(4000, 8);
    const { logOdds } = scoreNumbers(unseen.features, baseRate, card);
    const truth = Float64Array.from(unseen.features.columns.calls_per_contact, (calls, row) => 2 - calls + 0.8 * (unseen.features.columns.imeis[row]! - 1));
    expect(areaUnderRoc(logOdds, unseen.labels)).toBeGreaterThan(areaUnderRoc(truth, unseen.labels) - 0.01);
    expect(calibrationError(logOdds.map(logistic), unseen.labels)).toBeLessThan(0.04);
  });

  it('keeps to the directions and bounds it was given', () => {
    for (const { values } of card.groups.flatMap((group) => group.terms)) {
      expect(Math.min(...values)).toBeGreaterThanOrEqual(LEAST_CONTRIBUTION);
      expect(Math.max(...values)).toBeLessThanOrEqual(MOST_CONTRIBUTION);
    }
    const [repetition, devices] = card.groups.map((group) => group.terms[0]!.values);
    expect(repetition).toEqual(repetition!.toSorted((a, b) => b - a));
    expect(devices).toEqual(devices!.toSorted((a, b) => a - b));
  });

  it('leaves out a feature that is missing everywhere', () => {
    const withDuration: readonly GroupPlan[] = [...plan, { name: 'duration', terms: [{ feature: 'call_duration_mean', evidence: 'calls', halfEvidence: 20, direction: 'free' }] }];
    expect(fitScorecard(set, splitInOrder(6000).train, withDuration).groups.map(({ name }) => name)).toEqual(['repetition', 'devices']);
  });
});

describe('labels that teach little', () => {
  const rows = Uint32Array.from({ length: 400 }, (_, row) => row);
  const flat = (labels: Uint8Array, features = made(400, 3).features) => {
    const card = fitScorecard({ features, labels }, rows, plan);
    const values = card.groups.flatMap((group) => group.terms.flatMap((term) => term.values));
    for (const value of values) expect(Number.isFinite(value)).toBe(true);
    return Math.max(0, ...values.map(Math.abs));
  };

  it('of one kind only, or against each other, or of nothing but missing values, say next to nothing', () => {
    expect(flat(new Uint8Array(400))).toBeLessThan(0.1);
    expect(flat(new Uint8Array(400).fill(1))).toBeLessThan(0.1);
    const random = seededRandom(5);
    expect(flat(Uint8Array.from(rows, () => Number(random() < 0.5)))).toBeLessThan(0.35);
    expect(flat(Uint8Array.from(rows, () => Number(random() < 0.5)), tableOf(...Array.from(rows, () => ({}))))).toBe(0);
  });

  it('of ten numbers fit without a fault', () => {
    const { features, labels } = made(10, 4);
    const card = fitScorecard({ features, labels }, rows.slice(0, 10), plan);
    for (const logOdds of scoreNumbers(features, 0.01, card).logOdds) expect(Number.isFinite(logOdds)).toBe(true);
  });
});

describe('splitting labelled numbers', () => {
  it('puts every number into exactly one part, 60, 20 and 20 of a hundred', () => {
    for (const split of [splitInOrder(1000), splitAtRandom(1000, 3)]) {
      expect([split.train.length, split.validation.length, split.test.length]).toEqual([600, 200, 200]);
      expect(new Set([...split.train, ...split.validation, ...split.test]).size).toBe(1000);
    }
  });
});
