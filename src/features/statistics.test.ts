import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { entropy, fewestFor } from './statistics.ts';

const counts = fc.array(fc.oneof({ weight: 9, arbitrary: fc.integer({ min: 1, max: 40 }) }, { weight: 1, arbitrary: fc.integer({ min: 200, max: 5000 }) }), { minLength: 1, maxLength: 60 });

test('the fewest counts for a target are the largest, taken one by one', () => {
  fc.assert(fc.property(counts, fc.integer({ min: 0, max: 20_000 }), (values, target) => {
    let left = target;
    let taken = 0;
    for (const value of values.toSorted((a, b) => b - a)) {
      if (left <= 0) break;
      left -= value;
      taken++;
    }
    expect(fewestFor(target, Uint32Array.from(values), values.length)).toBe(taken);
  }));
});

test('entropy is −Σ p ln p', () => {
  fc.assert(fc.property(counts, (values) => {
    const total = values.reduce((sum, value) => sum + value, 0);
    const expected = -values.reduce((sum, value) => sum + (value / total) * Math.log(value / total), 0);
    expect(entropy(Uint32Array.from(values), values.length)).toBeCloseTo(expected, 9);
  }));
});
