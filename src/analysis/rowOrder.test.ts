import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { argsort, identity } from './argsort.ts';
import { firstByScore, ranks, rowOrder, rowsByScore } from './rowOrder.ts';
import type { ScoredDataset } from './scoredDataset.ts';

/** A dataset as far as the order by score looks at it. */
function scored(numbers: readonly number[], logOdds: readonly number[]): ScoredDataset {
  return { features: { numbers: Float64Array.from(numbers) }, scores: { logOdds: Float64Array.from(logOdds) } } as unknown as ScoredDataset;
}

describe('the order by score', () => {
  it('has equal scores in the order of their numbers, however many are equal', () => {
    const numbers = fc.uniqueArray(fc.integer({ min: 1e12, max: 2e12 }), { minLength: 1, maxLength: 200 });
    fc.assert(
      fc.property(numbers, fc.array(fc.constantFrom(-4.6, 0, -0, 1.5, 2.25), { minLength: 200, maxLength: 200 }), fc.integer({ min: 1, max: 30 }), (some, odds, times) => {
        const all = Array.from({ length: times }, (_, i) => some.map((number) => number + i * 1e12)).flat();
        const dataset = scored(all, all.map((_, i) => odds[i % odds.length]!));
        const byNumber = argsort(dataset.features.numbers, identity(all.length), false);
        const order = rowOrder(dataset, 'score', true);
        expect(order).toEqual(argsort(dataset.scores.logOdds, byNumber, true));
        expect(ranks(dataset)[order.at(-1)!]).toBe(all.length);
      }),
      { numRuns: 60, examples: [[Array.from({ length: 200 }, (_, i) => 1e12 + ((i * 7919) % 10_007)), Array.from({ length: 200 }, () => 1.5), 30]] },
    );
  });

  it('has the same first rows when only these are asked for, whatever the scores', () => {
    const odds = fc.oneof(fc.constantFrom(-4.6, 0, -0, 2.25, NaN, Infinity), fc.double({ noNaN: true }));
    fc.assert(fc.property(fc.array(odds, { minLength: 1, maxLength: 300 }), fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 400 }), (some, times, count) => {
      const all = Array.from({ length: some.length * times }, (_, i) => some[i % some.length]! + (i % 7 === 0 ? i : 0));
      const dataset = scored(all.map((_, i) => (i * 7919) % 1_000_003), all);
      expect(firstByScore(dataset, count)).toEqual(rowsByScore(dataset).subarray(0, count));
    }), { numRuns: 60 });
  });
});
