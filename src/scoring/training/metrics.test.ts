import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { areaUnderRoc, bootstrapInterval, calibrationError, gMean, macroF1, recallAtFalsePositiveRate } from './metrics.ts';
import { seededRandom } from './trainingSet.ts';

const scored = fc.array(fc.record({ score: fc.integer({ min: 0, max: 20 }), label: fc.nat(1) }), { minLength: 2, maxLength: 60 })
  .filter((rows) => rows.some(({ label }) => label === 1) && rows.some(({ label }) => label === 0));

describe('measures of a score', () => {
  it('the area under the curve is the share of pairs in the right order, ties counting half', () => {
    fc.assert(fc.property(scored, (rows) => {
      const fraud = rows.filter(({ label }) => label === 1);
      const others = rows.filter(({ label }) => label === 0);
      let right = 0;
      for (const a of fraud) for (const b of others) right += a.score > b.score ? 1 : a.score === b.score ? 0.5 : 0;
      const area = areaUnderRoc(rows.map(({ score }) => score), rows.map(({ label }) => label));
      expect(area).toBeCloseTo(right / (fraud.length * others.length), 10);
    }));
  });

  it('the recall within a budget is the best of all lines that keep it', () => {
    fc.assert(fc.property(scored, fc.double({ min: 0, max: 0.5, noNaN: true }), (rows, budget) => {
      const fraud = rows.filter(({ label }) => label === 1);
      const others = rows.filter(({ label }) => label === 0);
      let best = 0;
      for (let line = 0; line <= 21; line++) {
        if (others.filter(({ score }) => score >= line).length > Math.floor(budget * others.length)) continue;
        best = Math.max(best, fraud.filter(({ score }) => score >= line).length / fraud.length);
      }
      expect(recallAtFalsePositiveRate(rows.map(({ score }) => score), rows.map(({ label }) => label), budget)).toBeCloseTo(best, 10);
    }));
  });

  it('a probability that comes true as often as it says has no calibration error', () => {
    const probabilities = Array.from({ length: 1000 }, (_, i) => (i % 2 === 0 ? 0.25 : 0.75));
    const labels = probabilities.map((p, i) => Number((Math.floor(i / 2) % 4) / 4 < p));
    expect(calibrationError(probabilities, labels)).toBeCloseTo(0, 10);
    expect(calibrationError(probabilities.map((p) => p + 0.1), labels)).toBeCloseTo(0.1, 10);
  });

  it('macro-F1 and G-mean agree with a table worked by hand', () => {
    // 3 hits, 1 miss, 2 false alarms, 4 passes
    const scores = [0.9, 0.8, 0.7, 0.1, 0.9, 0.6, 0.1, 0.2, 0.3, 0.4];
    const labels = [1, 1, 1, 1, 0, 0, 0, 0, 0, 0];
    expect(macroF1(scores, labels, 0.5)).toBeCloseTo((6 / 9 + 8 / 11) / 2, 10);
    expect(gMean(scores, labels, 0.5)).toBeCloseTo(Math.sqrt((3 / 4) * (4 / 6)), 10);
  });

  it('the bootstrap interval holds the measure and narrows with more numbers', () => {
    const random = seededRandom(1);
    const interval = (size: number) => {
      const labels = Uint8Array.from({ length: size }, (_, i) => i % 2);
      const scores = Float64Array.from(labels, (label) => label * 0.5 + random());
      const [low, high] = bootstrapInterval(areaUnderRoc, scores, labels, 200, random);
      const area = areaUnderRoc(scores, labels);
      expect(low).toBeLessThan(area);
      expect(high).toBeGreaterThan(area);
      return high - low;
    };
    expect(interval(2000)).toBeLessThan(interval(100));
  });
});
