import { expect, test } from 'vitest';
import { parseTrendsSearch, trendWindow, weeksIn } from './trendsSearch.ts';

test('a window of weeks filters the trends, a single week is marked in the whole span', () => {
  const month = { from: '2026-05-04', to: '2026-05-31' };
  const week = { from: '2026-05-04', to: '2026-05-10' };
  expect(trendWindow(month)).toEqual({ asked: month, marked: null });
  expect(trendWindow(week)).toEqual({ asked: null, marked: week });
  expect(trendWindow(null)).toEqual({ asked: null, marked: null });
});

test('the weeks that a window touches are found, from its first to its last day', () => {
  const weeks = ['2026-05-04', '2026-05-11', '2026-05-18'];
  expect(weeksIn(weeks, { from: '2026-05-10', to: '2026-05-11' })).toEqual({ from: '2026-05-04', to: '2026-05-11' });
  expect(weeksIn(weeks, { from: '2026-05-18', to: '2026-06-30' })).toEqual({ from: '2026-05-18', to: '2026-05-18' });
  expect(weeksIn(weeks, { from: '2026-06-01', to: '2026-06-30' })).toBeNull();
});

test('an unknown measure in a link counts as none', () => {
  expect(parseTrendsSearch({ measure: 'money', table: 'off' })).toEqual({ table: 'off' });
  expect(parseTrendsSearch({ measure: 'newNumbers' })).toEqual({ measure: 'newNumbers' });
});
