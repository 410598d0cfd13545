import { describe, expect, it } from 'vitest';
import { logistic } from '../shape.ts';
import { calibrate } from './calibrate.ts';
import { seededRandom } from './trainingSet.ts';

const random = seededRandom(11);
const truth = Float64Array.from({ length: 5000 }, () => 6 * random() - 3);
const labels = Uint8Array.from(truth, (logOdds) => Number(random() < logistic(logOdds)));
const ones = new Float64Array(truth.length).fill(1);

describe('calibrating log-odds', () => {
  it('finds the scale and the offset by which they were wrong', () => {
    const { scale, offset } = calibrate(truth.map((x) => -1 + (x + 1 - 0.5) / 2), labels, ones, -1);
    expect(scale).toBeGreaterThan(1.85);
    expect(scale).toBeLessThan(2.15);
    expect(offset).toBeCloseTo(0.5, 0.8);
  });

  it('leaves them as they are when nothing is known', () => {
    expect(calibrate(new Float64Array(0), [], new Float64Array(0), 0)).toEqual({ scale: 1, offset: 0 });
    expect(calibrate(Float64Array.of(NaN, NaN), [1, 0], Float64Array.of(1, 1), 0)).toEqual({ scale: 1, offset: 0 });
  });

  it('stays finite when labels are of one kind or against every prediction', () => {
    for (const told of [labels.map(() => 1), labels.map((label) => 1 - label)]) {
      const { scale, offset } = calibrate(truth, told, ones, 0);
      expect(scale).toBeGreaterThanOrEqual(0.2);
      expect(Number.isFinite(offset)).toBe(true);
    }
  });
});
