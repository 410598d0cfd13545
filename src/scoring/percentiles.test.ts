import { describe, expect, it } from 'vitest';
import { Percentiles } from './percentiles.ts';
import { tableOf } from './testing/tableOf.ts';

describe('the percentile of a value', () => {
  it('is the share of the numbers with a lower value', () => {
    const percentiles = new Percentiles(tableOf({ imeis: 1 }, { imeis: 1 }, { imeis: 2 }, { imeis: 14 }));
    expect(percentiles.of('imeis', 1)).toBe(0);
    expect(percentiles.of('imeis', 2)).toBe(50);
    expect(percentiles.of('imeis', 14)).toBe(75);
    expect(percentiles.of('imeis', 99)).toBe(100);
  });

  it('counts only numbers whose value is known, and has none for a missing value', () => {
    const percentiles = new Percentiles(tableOf({ imeis: 1 }, {}, {}, { imeis: 2 }));
    expect(percentiles.of('imeis', 2)).toBe(50);
    expect(percentiles.of('imeis', NaN)).toBeNull();
    expect(percentiles.of('numbers_per_imei', 3)).toBeNull();
  });

  it('is told within a quarter of a point from a sample when there are half a million numbers', () => {
    const features = tableOf({ imeis: 1 });
    const size = 500_000;
    const column = Float64Array.from({ length: size }, (_, row) => (row * 7919) % size);
    const percentiles = new Percentiles({ numbers: new Float64Array(size), columns: { ...features.columns, gap_median: column } });
    for (const value of [1000, 50_000, 250_000, 499_000]) expect(Math.abs(percentiles.of('gap_median', value)! - (100 * value) / size)).toBeLessThan(0.25);
  });
});
