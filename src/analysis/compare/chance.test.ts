import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { chanceAmong, chanceOfAtLeast, falseDiscoveryRates } from './chance.ts';

test('the chance of so many or more is one less the chances of fewer, whatever the mean', () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 60 }), fc.double({ min: 0.01, max: 40, noNaN: true }), (count, mean) => {
    let below = 0;
    let term = Math.exp(-mean);
    for (let k = 0; k < count; k++) {
      below += term;
      term *= mean / (k + 1);
    }
    expect(chanceOfAtLeast(count, mean)).toBeCloseTo(1 - below, 9);
  }));
  // Far out, where one less the others would be nothing but rounding.
  expect(chanceOfAtLeast(40, 1)).toBeGreaterThan(0);
  expect(chanceOfAtLeast(40, 1)).toBeLessThan(1e-40);
});

test('more is never less surprising, and clustered counts surprise less', () => {
  expect(chanceAmong(9, [2, 3, 2, 3]).chance).toBeLessThan(chanceAmong(8, [2, 3, 2, 3]).chance);
  expect(chanceAmong(9, [0, 0, 0, 10]).chance).toBeGreaterThan(chanceAmong(9, [2, 3, 2, 3]).chance);
});

test('among chances that mean nothing hardly anything is discovered', () => {
  fc.assert(fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 40 }), (chances) => {
    const rates = falseDiscoveryRates(chances, chances.length);
    const order = chances.map((_, i) => i).sort((a, b) => chances[a]! - chances[b]!);
    order.forEach((i, rank) => {
      expect(rates[i]).toBeGreaterThanOrEqual(chances[i]! * (1 - 1e-12));
      if (rank > 0) expect(rates[i]).toBeGreaterThanOrEqual(rates[order[rank - 1]!]!);
    });
    expect(falseDiscoveryRates(chances, chances.length * 10).every((rate, i) => rate >= rates[i]!)).toBe(true);
  }));
});
