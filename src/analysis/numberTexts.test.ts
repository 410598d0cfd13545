import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildDataset } from '../../mocks/buildDataset.ts';
import { numberOfRow } from './rowOfNumber.ts';
import { rowsContaining } from './numberTexts.ts';
import { searchNumbers } from './searchNumbers.ts';

const number = fc.oneof(
  fc.stringMatching(/^\d{1,15}$/), fc.stringMatching(/^1[3-9]\d{9}$/), fc.stringMatching(/^\+[1-79]\d{6,12}$/), fc.stringMatching(/^[A-Za-zéü王]{2,8}$/), fc.stringMatching(/^\d{16,20}$/),
);

test('a part of a number finds the numbers that contain it, of every kind', () => {
  fc.assert(
    fc.property(fc.array(number, { minLength: 1, maxLength: 30 }), fc.oneof(fc.stringMatching(/^\d{1,4}$/), fc.stringMatching(/^[a-zéü王]{1,2}$/)), (numbers, part) => {
      const dataset = buildDataset(numbers.map((caller, i) => ({ caller, callee: '10086', at: `2026-06-01T08:00:${String(i).padStart(2, '0')}` })));
      const expected = Array.from(dataset.features.numbers, (_, row) => (numberOfRow(dataset, row).toLowerCase().includes(part) ? 1 : 0));
      expect(Array.from(rowsContaining(dataset, part)!)).toEqual(expected);
    }),
  );
});

const dataset = buildDataset([
  { caller: '13812345678', callee: '01012345678', at: '2026-06-01T08:00:00' },
  { caller: '+447700900123', callee: 'ALICE BOB', at: '2026-06-01T08:00:01' },
]);
const found = (text: string) => searchNumbers(dataset, { text, limit: 10 }).map(({ number }) => number).sort();

test.each([
  ['138 1234', ['13812345678']],
  ['+86 138-1234-5678', ['13812345678']],
  ['0086 10 12345678', ['01012345678']],
  ['12345678', ['01012345678', '13812345678']],
  ['+44', ['+447700900123']],
  ['alice b', ['ALICE BOB']],
  ['', []],
  ['   ', []],
  ['999', []],
])('searching %j finds %j', (text, numbers) => {
  expect(found(text)).toEqual(numbers);
});

test('the number that is exactly what was typed comes first, then the highest scores, as many as asked', () => {
  const callers = Array.from({ length: 30 }, (_, i) => `7${i}`);
  const many = buildDataset([...callers, '7'].flatMap((caller, i) => Array.from({ length: i + 1 }, (_, k) => ({ caller, callee: `9${i * 100 + k}`, at: `2026-06-01T08:00:${String(k).padStart(2, '0')}` }))));
  const hits = searchNumbers(many, { text: '7', limit: 6 });
  expect(hits).toHaveLength(6);
  expect(hits[0]!.number).toBe('7');
  const scores = hits.slice(1).map(({ score }) => score);
  expect(scores).toEqual([...scores].sort((a, b) => b - a));
});
