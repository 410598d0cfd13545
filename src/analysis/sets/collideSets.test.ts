import { expect, test } from 'vitest';
import { buildDataset } from '../../../mocks/buildDataset.ts';
import { setOf } from '../../records/fixtures/setOf.ts';
import { findNumberKey } from '../../records/numberKey.ts';
import type { CollisionQuery, NumberSource } from './collision.ts';
import { collideSets } from './collideSets.ts';
import { SetExpressionError } from './setExpression.ts';

const plain = buildDataset([
  { caller: '13800000001', callee: '13800000002', at: '2026-03-02T10:00:00', cell: 'a', imei: '35000000000001' },
  { caller: '13800000002', callee: '13800000003', at: '2026-03-02T11:00:00', cell: 'b', imei: '35000000000001' },
  { caller: '13800000003', callee: 'ab12', at: '2026-03-03T10:00:00', cell: 'a', imei: '35000000000003' },
]);
const leftAlone = setOf([findNumberKey('13800000002', plain.oddNumbers)]);
const dataset = { ...plain, tables: { ...plain.tables, lists: [{ name: 'known.csv', file: 0, role: 'leftAlone' as const, numbers: leftAlone }] } };

function collide(expression: string, sources: Readonly<Record<string, NumberSource>>, how: Partial<CollisionQuery> = {}) {
  const sets = Object.entries(sources).map(([name, source]) => ({ name, source }));
  return collideSets(dataset, { window: null, sets, expression, keepsLeftAlone: false, isWhole: false, ...how });
}
const numbersIn = (answer: ReturnType<typeof collide>) => answer.rows.map(({ number }) => number).toSorted();
const list = (text: string): NumberSource => ({ is: 'numbers', text });

test('lists are read in any spelling, with headings told apart and numbers of no record kept', () => {
  const answer = collide('A & B', { A: list('号码\n138 0000 0001\n+86 13800000003\n15900000000\n'), B: list('"13800000001"；15900000000，13800000003 ,AB12') });
  expect(numbersIn(answer)).toEqual(['13800000001', '13800000003', '15900000000']);
  expect(answer.sets[0]).toEqual({ name: 'A', count: 3, unread: 1, unknown: [] });
  expect(answer).toMatchObject({ total: 3, inRecords: 2, text: null });
  expect(answer.rows.at(-1)).toEqual({ number: '15900000000', score: null, sets: ['A', 'B'], records: 0 });
  expect(answer.rows.find(({ number }) => number === '13800000003')!.records).toBe(2);
});

test('a pseudonym is one number in a list and in the records, whether or not they hold it', () => {
  expect(numbersIn(collide('A', { A: list('ab12\nzz99\n') }, { isWhole: true }))).toEqual(['ab12', 'zz99']);
  expect(collide('A', { A: list('ab12\nzz99\n') }).inRecords).toBe(1);
});

test('numbers to be left alone are left out and counted, unless they are wanted', () => {
  const sources = { A: list('13800000001\n13800000002') };
  expect(collide('A', sources)).toMatchObject({ total: 1, leftAlone: 1 });
  expect(collide('A', sources, { keepsLeftAlone: true })).toMatchObject({ total: 2, leftAlone: 1 });
  expect(collide('A - L', { ...sources, L: { is: 'list', name: 'known.csv', role: 'leftAlone' } })).toMatchObject({ total: 1, leftAlone: 0 });
});

test('cells in a stretch of time, devices and scores are sets too, and say what they did not find', () => {
  const scene = { cells: ['a', 'nowhere'], from: '2026-03-02T00:00', to: '2026-03-03T00:00' };
  const answer = collide('S | D', { S: { is: 'scene', scene, metres: 0 }, D: { is: 'devices', devices: ['350000000000035', '99'] } }, { keepsLeftAlone: true });
  expect(answer.sets.map(({ count, unknown }) => [count, unknown])).toEqual([[1, ['nowhere']], [1, ['99']]]);
  expect(numbersIn(answer)).toEqual(['13800000001', '13800000003']);
  const scored = collide('H', { H: { is: 'suspects', detectors: [], minScore: 0 } }, { keepsLeftAlone: true });
  expect(scored.total).toBe(dataset.features.numbers.length);
  expect(collide('H', { H: { is: 'suspects', detectors: [], minScore: 100 } }).total).toBe(0);
});

test('of many the highest scores are shown, and all are in the text', () => {
  const many = Array.from({ length: 1500 }, (_, i) => String(15_900_000_000 + i));
  const answer = collide('A', { A: list(many.join('\n')) }, { isWhole: true });
  expect(answer.rows).toHaveLength(500);
  expect(answer.text!.trimEnd().split('\n')).toEqual(many);
});

test('a wrong expression says where', () => {
  expect(() => collide('A & Z', { A: list('1') })).toThrow(SetExpressionError);
});
