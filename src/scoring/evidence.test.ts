import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { evidenceAt, evidenceOf } from './evidence.ts';
import { tableOf } from './testing/tableOf.ts';

const counts = fc.option(fc.nat(3), { nil: NaN });
const row = fc.record({ number_of_calls_out: counts, number_of_calls_in: counts, number_of_texts_out: counts, number_of_texts_in: counts });

it('counts the records of a kind, messages only beside calls, and missing counts as none', () => {
  const table = tableOf(
    { number_of_calls_out: 2, number_of_calls_in: 1, number_of_texts_out: 4, number_of_texts_in: 0 },
    { number_of_calls_out: 0, number_of_calls_in: 0, number_of_texts_out: 4, number_of_texts_in: 1 },
    { number_of_calls_out: 2, number_of_calls_in: 1 },
  );
  expect([...evidenceOf(table, 'calls')]).toEqual([3, 0, 3]);
  expect([...evidenceOf(table, 'texts')]).toEqual([4, 0, 0]);
});

it('is the same for all rows and for one', () => {
  fc.assert(fc.property(fc.array(row, { minLength: 1, maxLength: 8 }), fc.constantFrom('calls' as const, 'texts' as const), (rows, kind) => {
    const table = tableOf(...rows);
    expect([...evidenceOf(table, kind)]).toEqual(rows.map((_, at) => evidenceAt(table, kind, at)));
  }));
});
