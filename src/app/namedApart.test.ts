import { expect, it } from 'vitest';
import { namedApart } from './namedApart.ts';

const dataset = (id: string, openedAt: number, name: string, ...files: readonly string[]) =>
  ({ id, openedAt, name, files: files.map((file) => ({ name: file })) }) as unknown as Parameters<typeof namedApart>[0][number];

it('tells datasets of one name apart, and leaves the others as they are', () => {
  const opened = [dataset('c', 3, 'calls.csv', 'calls.csv'), dataset('b', 2, 'march.csv', 'march.csv'), dataset('a', 1, 'calls.csv', 'calls.csv')];
  expect(namedApart(opened, 'en')).toEqual([
    { value: 'c', label: 'calls.csv (2)', end: '(2)', help: 'calls.csv' },
    { value: 'b', label: 'march.csv', end: '', help: 'march.csv' },
    { value: 'a', label: 'calls.csv', end: '', help: 'calls.csv' },
  ]);
});

it('tells how many files a dataset has, and which', () => {
  expect(namedApart([dataset('a', 1, 'a.csv + 2', 'a.csv', 'b.csv', 'c.csv')], 'zh')).toEqual([
    { value: 'a', label: 'a.csv 等 3 个文件', end: '等 3 个文件', help: 'a.csv、b.csv、c.csv' },
  ]);
});
