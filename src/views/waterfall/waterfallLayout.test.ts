import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layoutWaterfall, placeOn, roundToSum, scoreMarks } from './waterfallLayout.ts';

const contribution = fc.double({ min: -2, max: 3, noNaN: true }).filter((value) => value !== 0);
const base = fc.double({ min: -9, max: -0.1, noNaN: true });
const sumOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);

function termsOf(contributions: readonly number[]) {
  return contributions.map((value, i) => ({ id: String(i), contribution: value }));
}

describe('a waterfall from the base rate to the score', () => {
  it('writes figures that add up to the written score exactly, each within a hundredth of its contribution', () => {
    fc.assert(fc.property(base, fc.array(contribution, { maxLength: 40 }), (from, contributions) => {
      const end = from + sumOf(contributions);
      const layout = layoutWaterfall(from, termsOf(contributions), end);
      const bars = [...layout.against, ...layout.inFavour];
      expect(layout.baseHundredths + sumOf(bars.map((bar) => bar.hundredths)) + layout.restHundredths).toBe(layout.endHundredths);
      expect(layout.restHundredths).toBe(0);
      for (const bar of bars) {
        expect(Math.abs(bar.hundredths - (contributions[Number(bar.id)] ?? NaN) * 100)).toBeLessThan(1 + 1e-6);
      }
    }));
  });

  it('begins each bar where the one before ended, and ends at the score', () => {
    fc.assert(fc.property(base, fc.array(contribution, { minLength: 1, maxLength: 40 }), (from, contributions) => {
      const end = from + sumOf(contributions);
      const layout = layoutWaterfall(from, termsOf(contributions), end);
      const bars = [...layout.against, ...layout.inFavour];
      let at = from;
      for (const bar of bars) {
        expect(bar.from).toBe(at);
        at = bar.to;
        expect(placeOn(layout.domain, bar.from)).toBeGreaterThan(0);
        expect(placeOn(layout.domain, bar.to)).toBeLessThan(1);
      }
      expect(at).toBeCloseTo(end, 9);
    }));
  });

  it('puts every reason on its own side, strongest first', () => {
    fc.assert(fc.property(fc.array(contribution, { maxLength: 40 }), (contributions) => {
      const layout = layoutWaterfall(-4.6, termsOf(contributions), -4.6 + sumOf(contributions));
      const strengths = (bars: readonly { id: string }[]) => bars.map((bar) => contributions[Number(bar.id)] ?? NaN);
      const against = strengths(layout.against);
      const inFavour = strengths(layout.inFavour);
      expect(against).toEqual(contributions.filter((value) => value > 0).sort((a, b) => b - a));
      expect(inFavour).toEqual(contributions.filter((value) => value < 0).sort((a, b) => a - b));
    }));
  });

  it('says what is left when a source claims a score that its reasons do not reach', () => {
    expect(layoutWaterfall(-4.6, termsOf([2, -0.5]), 0).restHundredths).toBe(310);
  });
});

describe('rounding to a sum', () => {
  it('never turns nothing into something', () => {
    fc.assert(fc.property(fc.array(contribution, { minLength: 1, maxLength: 20 }), (values) => {
      const withZeros = values.flatMap((value) => [value, 0]);
      const rounded = roundToSum(withZeros, sumOf(withZeros));
      expect(rounded.filter((_, i) => i % 2 === 1).every((value) => value === 0)).toBe(true);
    }));
  });
});

describe('the axis', () => {
  it('marks the line of 50 at log-odds 0 and leaves out what lies beyond', () => {
    expect(scoreMarks([-5, 3]).map((mark) => mark.score)).toEqual([1, 10, 50, 90]);
    expect(scoreMarks([-5, 3])[2]?.logOdds).toBe(0);
  });
});
