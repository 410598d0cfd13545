import { expect, test } from 'vitest';
import { buildDataset } from '../../../mocks/buildDataset.ts';
import { companionName as nameOf, companionWorld as world } from '../../../mocks/companionWorld.ts';
import type { Companions } from '../answers.ts';
import { FALSE_DISCOVERY_LINE } from '../answers.ts';
import type { ScoredDataset } from '../scoredDataset.ts';
import { findCompanions } from './findCompanions.ts';
import { findMeetings } from './findMeetings.ts';

function companionsOf(dataset: ScoredDataset, number: string, minutes = 30): Companions {
  const steps = findCompanions(dataset, { window: null, number, minutes, metres: 0 });
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

test('companions are found at 5 % false discovery, 85 % and more of them, among colleagues who share an office every day', () => {
  let [all, right, wrong] = [0, 0, 0];
  for (const seed of [1, 2]) {
    const dataset = buildDataset(world(seed, 10));
    for (let pair = 0; pair < 10; pair++) {
      const found = companionsOf(dataset, nameOf(pair)).rows.filter(({ falseDiscovery }) => falseDiscovery <= FALSE_DISCOVERY_LINE);
      all++;
      if (found.some(({ number }) => number === nameOf(79 - pair))) right++;
      wrong += found.filter(({ number }) => number !== nameOf(79 - pair)).length;
    }
  }
  expect(right / all).toBeGreaterThanOrEqual(0.85);
  expect(wrong / (right + wrong)).toBeLessThanOrEqual(0.05);
});

test('what is expected by chance stands beside what was found: colleagues meet as often as their habits say', () => {
  const dataset = buildDataset(world(3, 1));
  const { rows, tested, sightings } = companionsOf(dataset, nameOf(0));
  expect(rows[0]!.number).toBe(nameOf(79));
  expect(rows[0]!.hours).toBeGreaterThan(5 * rows[0]!.expected);
  expect(tested).toBeGreaterThan(40);
  expect(sightings).toBeGreaterThan(50);
  const colleagues = rows.filter(({ number }) => number >= nameOf(1) && number <= nameOf(9));
  expect(colleagues.length).toBeGreaterThan(3);
  for (const { hours, expected } of colleagues) expect(hours).toBeLessThan(4 * expected + 6);
  for (const { first, last, cells } of rows) {
    expect(first <= last).toBe(true);
    expect(cells.length).toBeGreaterThan(0);
  }
});

test('meetings of a group are told with hour and place, the larger first, and each two of them against chance', () => {
  const dataset = buildDataset([
    ...['1', '2', '3'].map((caller, i) => ({ caller, callee: '9', at: `2026-03-02T10:0${i}:00`, cell: 'a' })),
    { caller: '1', callee: '9', at: '2026-03-05T12:00:00', cell: 'b' }, { caller: '2', callee: '9', at: '2026-03-05T12:20:00', cell: 'b' },
    { caller: '3', callee: '9', at: '2026-03-05T12:20:00', cell: 'c' }, { caller: '3', callee: '9', at: '2026-03-05T15:20:00', cell: 'b' },
  ]);
  const { meetings, pairs, unknown } = findMeetings(dataset, { window: null, numbers: ['1', '2', '3', '4'], minutes: 30, metres: 0 });
  expect(unknown).toEqual(['4']);
  expect(meetings.map(({ cell, numbers }) => [cell, numbers.toSorted()])).toEqual([['a', ['1', '2', '3']], ['b', ['1', '2']]]);
  expect(Object.fromEntries(pairs.map(({ a, b, hours }) => [[a, b].toSorted().join(), hours]))).toEqual({ '1,2': 2, '1,3': 1, '2,3': 1 });
  const strict = findMeetings(dataset, { window: null, numbers: ['1', '2'], minutes: 10, metres: 0 });
  expect(strict.meetings).toHaveLength(1);
});

test('a number without cells, or none at all, has no companions', () => {
  const dataset = buildDataset([{ caller: '1', callee: '2', at: '2026-03-02T10:00:00' }]);
  expect(companionsOf(dataset, '1')).toMatchObject({ sightings: 0, tested: 0, rows: [] });
  expect(companionsOf(dataset, '77')).toMatchObject({ sightings: 0, rows: [] });
});
