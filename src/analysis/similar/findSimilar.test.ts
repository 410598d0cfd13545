import { expect, test } from 'vitest';
import { buildDataset } from '../../../mocks/buildDataset.ts';
import type { WrittenRecord } from '../../../mocks/buildDataset.ts';
import { codesOf, MOST_CODE, NO_CODE } from './percentileCodes.ts';
import { findSimilar } from './findSimilar.ts';

const two = (n: number) => String(n).padStart(2, '0');
const day = (n: number, clock: string) => `2026-06-${two(n + 1)}T${clock}`;
const person = (i: number) => `1370000${String(i).padStart(4, '0')}`;

/** Twenty people who call each other by day, all of them a hotline, and two who call strangers by night from one machine. */
function world(): WrittenRecord[] {
  const records: WrittenRecord[] = [];
  for (let d = 0; d < 20; d++) {
    for (let i = 0; i < 20; i++) {
      records.push({ caller: person(i), callee: person((i + 1 + (d % 3)) % 20), at: day(d, `1${d % 9}:${two(i)}:00`), durationS: 120, answered: true, cell: 'town' });
      records.push({ caller: person(i), callee: '10086', at: day(d, '18:00:00'), durationS: 60, answered: true });
    }
    for (const [i, caller] of ['13911110001', '13911110002'].entries()) {
      for (let call = 0; call < 12; call++) {
        // Every third victim is called by both.
        const victim = `1360${i === 1 && call % 3 === 0 ? 0 : i}${two(d)}${two(call)}00`;
        records.push({ caller, callee: victim, at: day(d, `0${1 + i}:${two(call * 2)}:00`), durationS: 8, answered: call % 2 === 0, imei: '35000000000001', cell: 'compound' });
      }
    }
  }
  return records;
}

const dataset = buildDataset(world());

test('who works like a number, with the same machine and the same victims, is found with what it shares', () => {
  const { behaviour, contacts, devices } = findSimilar(dataset, { number: '13911110001' });
  expect(behaviour[0]).toMatchObject({ number: '13911110002', devices: ['35000000000001'], cells: ['compound'] });
  expect(behaviour[0]!.similarity).toBeGreaterThan(behaviour[1]!.similarity);
  expect(behaviour[0]!.alike.length).toBeGreaterThan(0);
  expect(contacts).toMatchObject([{ number: '13911110002', sharedCount: 80 }]);
  expect(contacts[0]!.jaccard).toBeCloseTo(80 / (240 + 240 - 80), 9);
  expect(devices).toMatchObject([{ number: '13911110002', users: 2 }]);
});

test('a hotline ties nobody to anybody', () => {
  const { contacts, commonContacts } = findSimilar(dataset, { number: person(3) });
  expect(commonContacts).toBe(1);
  expect(contacts.flatMap(({ shared }) => shared)).not.toContain('10086');
  expect(contacts.map(({ number }) => number)).not.toContain('13911110001');
});

test('a number that nobody knows is like none', () => {
  expect(findSimilar(dataset, { number: 'nobody' })).toEqual({ behaviour: [], contacts: [], devices: [], commonContacts: 0 });
});

test('codes follow the order of values, and equal values have equal codes', () => {
  const column = Float64Array.from({ length: 3000 }, (_, i) => (i % 7 === 0 ? NaN : Math.floor((i * 7919) % 500)));
  const codes = codesOf(column);
  const known = [...column].map((value, row) => [value, codes[row]!] as const).filter(([value]) => !Number.isNaN(value)).sort(([a], [b]) => a - b);
  for (let i = 1; i < known.length; i++) expect(known[i]![1]).toBeGreaterThanOrEqual(known[i - 1]![1]);
  expect(known[0]![1]).toBeLessThan(MOST_CODE * 0.05);
  expect(known.at(-1)![1]).toBeGreaterThan(MOST_CODE * 0.95);
  expect([...codes].filter((code) => code === NO_CODE)).toHaveLength([...column].filter(Number.isNaN).length);
});

test('of a feature that nearly all share, those who differ stand apart', () => {
  const codes = codesOf(Float64Array.from({ length: 1000 }, (_, i) => (i < 990 ? 1 : 5)));
  expect(Math.abs(codes[0]! / MOST_CODE - 0.5)).toBeLessThan(0.02);
  expect(codes[999]! / MOST_CODE).toBeGreaterThan(0.97);
});
