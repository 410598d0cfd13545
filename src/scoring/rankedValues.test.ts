import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { RankedValues } from './rankedValues.ts';

it('tells how many values are lower, wherever they lie and however often one is there', () => {
  const value = fc.oneof(fc.nat(5), fc.double({ noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom(-0, 0, Infinity, -Infinity));
  fc.assert(fc.property(fc.array(value, { maxLength: 60 }), fc.array(value), (values, others) => {
    const ranked = new RankedValues(Float64Array.from(values));
    expect(ranked.count).toBe(values.length);
    for (const asked of [...values, ...others]) expect(ranked.below(asked)).toBe(values.filter((each) => each < asked).length);
  }));
});
