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

  it('is told within two points from a sample when there are half a million numbers, in whatever order they come', () => {
    const features = tableOf({ imeis: 1 });
    const size = 500_000;
    const numbers = Float64Array.from({ length: size }, (_, row) => 113_800_000_000 + row);
    const column = Float64Array.from({ length: size }, (_, row) => (row * 7919) % size);
    const percentiles = new Percentiles({ numbers, columns: { ...features.columns, gap_median: column } });
    const backwards = new Percentiles({ numbers: numbers.toReversed(), columns: { ...features.columns, gap_median: column.toReversed() } });
    for (const value of [1000, 50_000, 250_000, 499_000]) {
      expect(Math.abs(percentiles.of('gap_median', value)! - (100 * value) / size)).toBeLessThan(2);
      expect(backwards.of('gap_median', value)).toBe(percentiles.of('gap_median', value));
    }
  });
});
