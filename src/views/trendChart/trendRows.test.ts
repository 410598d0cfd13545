import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { partialKey, trendRows } from './trendRows.ts';

test('a partial week is drawn broken, joined to its neighbours, and never as a full week', () => {
  const rows = trendRows(['a', 'b', 'c'], [true, false, false], [{ key: 'simBox', values: [3, 8, 9] }]);
  expect(rows.map((row) => row['simBox'])).toEqual([null, 8, 9]);
  expect(rows.map((row) => row[partialKey('simBox')])).toEqual([3, 8, null]);
});

test('every value of every week is drawn', () => {
  fc.assert(
    fc.property(fc.array(fc.record({ value: fc.nat(), isPartial: fc.boolean() }), { maxLength: 20 }), (weeks) => {
      const rows = trendRows(weeks.map((_, i) => String(i)), weeks.map((week) => week.isPartial), [{ key: 'all', values: weeks.map((week) => week.value) }]);
      expect(rows.map((row) => row['all'] ?? row[partialKey('all')])).toEqual(weeks.map((week) => week.value));
    }),
  );
});
