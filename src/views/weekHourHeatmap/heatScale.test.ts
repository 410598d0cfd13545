import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HEAT_STEPS, heatLevel, heatScale, heatShade } from './heatScale.ts';

const max = fc.integer({ min: 1, max: 1_000_000 });

describe('the scale of the week × hour heatmap', () => {
  it('covers every count from one to the most with steps that neither overlap nor leave a gap', () => {
    fc.assert(fc.property(max, (most) => {
      const scale = heatScale(most);
      expect(scale[0]?.from).toBe(1);
      expect(scale.at(-1)?.to).toBe(most);
      expect(scale.every((step) => step.to >= step.from)).toBe(true);
      expect(scale.slice(1).map((step) => step.from)).toEqual(scale.slice(0, -1).map((step) => step.to + 1));
    }));
  });

  it('never shades a busier hour lighter, and keeps the darkest for the busiest', () => {
    fc.assert(fc.property(max, fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }), (most, x, y) => {
      const scale = heatScale(most);
      const [low, high] = [Math.round(Math.min(x, y) * most), Math.round(Math.max(x, y) * most)];
      expect(heatShade(scale, low)).toBeLessThanOrEqual(heatShade(scale, high));
      expect(heatShade(scale, most)).toBe(HEAT_STEPS);
      expect(heatLevel(scale, most)).toBe(scale.length);
    }));
  });

  it('tells an empty hour from an hour with a single record', () => {
    expect(heatShade(heatScale(1), 0)).toBe(0);
    expect(heatShade(heatScale(1), 1)).toBeGreaterThan(0);
    expect(heatScale(0)).toEqual([]);
    expect(heatShade(heatScale(0), 0)).toBe(0);
  });
});
