import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { assign } from './assignment.ts';

test('gives nobody two things and no thing to two, and as much in all as the best of all ways', () => {
  const things = 4;
  const values = fc.array(fc.array(fc.integer({ min: -5, max: 20 }), { minLength: things, maxLength: things }), { maxLength: 5 });
  fc.assert(fc.property(values, (table) => {
    const given = assign(table.map((row) => row.map((value, thing) => ({ thing, value }))), things, 0.01);
    const taken = [...given].filter((thing) => thing >= 0);
    expect(new Set(taken).size).toBe(taken.length);
    const total = table.reduce((sum, row, person) => sum + (given[person]! < 0 ? 0 : row[given[person]!]!), 0);
    expect(total).toBe(best(table, 0, new Set()));
  }));
});

/** The most that persons from `person` on can have of the things not yet taken, by trying all ways. */
function best(table: readonly (readonly number[])[], person: number, taken: ReadonlySet<number>): number {
  const row = table[person];
  if (row === undefined) return 0;
  const without = best(table, person + 1, taken);
  return row.reduce((most, value, thing) => (taken.has(thing) ? most : Math.max(most, value + best(table, person + 1, new Set([...taken, thing])))), without);
}
