import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { countTicks } from './countTicks.ts';

test('an axis starts at zero, reaches the largest value and has few, even, whole steps', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 50_000_000 }), (max) => {
      const ticks = countTicks(max);
      expect(ticks[0]).toBe(0);
      expect(ticks.at(-1)!).toBeGreaterThanOrEqual(max);
      expect(ticks.length).toBeGreaterThanOrEqual(2);
      expect(ticks.length).toBeLessThanOrEqual(6);
      expect(ticks.every(Number.isInteger)).toBe(true);
      expect(ticks.every((tick, i) => tick === i * ticks[1]!)).toBe(true);
    }),
  );
});

test('shares have steps below one', () => {
  expect(countTicks(0.023, 3, false)).toEqual([0, 0.01, 0.02, 0.03]);
});
