import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scoreNumbers } from '../score.ts';
import { LEAST_CONTRIBUTION, MOST_CONTRIBUTION } from '../scorecard.ts';
import { logistic } from '../shape.ts';
import { tableOf } from '../testing/tableOf.ts';
import { fitScorecard } from './fitScorecard.ts';
import { areaUnderRoc, calibrationError } from './metrics.ts';
import type { GroupPlan } from './scorecardPlan.ts';
import { straighten } from './straighten.ts';
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
  const card = fitScorecard(set, splitInOrder(6000), plan);
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
    expect(fitScorecard(set, splitInOrder(6000), withDuration).groups.map(({ name }) => name)).toEqual(['repetition', 'devices']);
  });
});

describe('straightening a curve', () => {
  it('makes it run one way, changes nothing that already does, and keeps its mean', () => {
    fc.assert(fc.property(fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: 1, maxLength: 20 }), (values) => {
      const rising = Float64Array.from(values);
      straighten(rising, 'rising');
      for (let i = 1; i < rising.length; i++) expect(rising[i]!).toBeGreaterThanOrEqual(rising[i - 1]! - 1e-12);
      expect(rising.reduce((a, b) => a + b, 0)).toBeCloseTo(values.reduce((a, b) => a + b, 0), 8);
      const again = rising.slice();
      straighten(again, 'rising');
      for (const [i, value] of again.entries()) expect(value).toBeCloseTo(rising[i]!, 10);
    }));
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
