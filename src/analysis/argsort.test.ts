import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { argsort, identity } from './argsort.ts';

const keys = fc.array(fc.oneof(fc.double(), fc.constantFrom(0, -0, 1, 2, 3, NaN, Infinity, -Infinity), fc.integer()), { maxLength: 50 });

test('rows come in the order of their keys, missing ones last, ties in the order given', () => {
  fc.assert(
    // Few rows are compared, many sorted by their bits.
    fc.property(keys, fc.constantFrom(1, 100), fc.boolean(), fc.boolean(), (some, times, descending, isReversed) => {
      const values = Array.from({ length: times }, () => some).flat();
      const base = identity(values.length);
      if (isReversed) base.reverse();
      const expected = Array.from(base).sort((a, b) => {
        const [x, y] = [values[a]!, values[b]!];
        if (Number.isNaN(x) || Number.isNaN(y)) return Number(Number.isNaN(x)) - Number(Number.isNaN(y));
        return x === y ? 0 : (x < y) !== descending ? -1 : 1;
      });
      expect(Array.from(argsort(Float64Array.from(values), base, descending))).toEqual(expected);
    }),
  );
});

test('sorting leaves the given order alone', () => {
  const base = identity(3);
  argsort(Float64Array.of(3, 1, 2), base, false);
  expect(Array.from(base)).toEqual([0, 1, 2]);
});
