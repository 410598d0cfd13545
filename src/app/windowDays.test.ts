import { assert, integer, property } from 'fast-check';
import { expect, test } from 'vitest';
import { dayText } from '../records/days.ts';
import { lastDays, rangeOfWindow, windowOfRange } from './windowDays.ts';

const activity = Array.from({ length: 60 }, (_, i) => ({ day: dayText(20_000 + i), records: i }));

test('the brush shows exactly the days that the link names', () => {
  assert(
    property(integer({ min: 0, max: 59 }), integer({ min: 0, max: 59 }), (a, b) => {
      const range = [Math.min(a, b), Math.max(a, b)] as const;
      const shown = rangeOfWindow(activity, windowOfRange(activity, range));
      expect(shown).toEqual(range[0] === 0 && range[1] === 59 ? null : range);
    }),
  );
});

test('days outside of the records are no window of them', () => {
  expect(rangeOfWindow(activity, { from: '2001-01-01', to: '2001-02-01' })).toBeNull();
  expect(rangeOfWindow([], { from: '2001-01-01', to: '2001-02-01' })).toBeNull();
});

test('the last seven days end with the last record; with fewer days all are shown', () => {
  expect(lastDays(activity, 7)).toEqual({ from: activity[53]!.day, to: activity[59]!.day });
  expect(lastDays(activity.slice(0, 5), 7)).toBeNull();
});
