import { expect, test } from 'vitest';
import { headlineSentence, shareSentence } from './headlineSentence.ts';

const change = { is: 'change', key: 'simBox', week: '2026-06-01', value: 44, before: 32, weeksBefore: 6, change: 44 / 32 - 1 } as const;

test('a change is told with its size, its week and what it is compared with, in both languages', () => {
  expect(headlineSentence(change, 'numbers', 'en')).toBe('SIM-box numbers rose 38% in the week of 1 Jun: 44, against 32 a week in the 6 full weeks before');
  expect(headlineSentence(change, 'numbers', 'zh')).toBe('6月1日当周猫池号码上升 38%：44，此前 6 个整周平均每周 32');
});

test('the measure is named', () => {
  expect(headlineSentence({ ...change, key: 'suspects', change: -0.25, value: 24 }, 'records', 'en')).toMatch(/^Records of suspect numbers fell 25% /);
  expect(headlineSentence({ ...change, before: 0, change: null }, 'newNumbers', 'en')).toMatch(/^New SIM-box numbers appeared .*none in the 6 full weeks before$/);
});

test('no change and too few weeks are said as plainly', () => {
  expect(headlineSentence({ is: 'none', week: '2026-06-01', weeksBefore: 5 }, 'numbers', 'en')).toBe('No clear change in the week of 1 Jun, against the 5 full weeks before');
  expect(headlineSentence({ is: 'tooFew', fullWeeks: 2 }, 'numbers', 'en')).toContain('2 here');
});

test('the share sentence speaks of full weeks only', () => {
  const trends = {
    weeks: ['2026-05-18', '2026-05-25', '2026-06-01', '2026-06-08'], isPartial: [false, false, false, true],
    series: [{ key: 'suspects' as const, values: [10, 30, 20, 90] }], all: [1000, 1000, 1000, 100],
  };
  expect(shareSentence(trends, 'en')).toBe('Suspect share 2% in the week of 1 Jun; 1% to 3% in the full weeks before');
});

test('a share too small for its figure is not told as nothing', () => {
  const trends = { weeks: ['2026-05-18'], isPartial: [false], series: [{ key: 'suspects' as const, values: [1] }], all: [5000] };
  expect(shareSentence(trends, 'en')).toMatch(/^Suspect share < 0.1% in/);
});

test('a share that never changed is not told as a span', () => {
  const trends = { weeks: ['2026-05-25', '2026-06-01'], isPartial: [false, false], series: [{ key: 'suspects' as const, values: [0, 0] }], all: [1000, 900] };
  expect(shareSentence(trends, 'en')).toBe('Suspect share 0% in the week of 1 Jun, as in each full week before');
});
