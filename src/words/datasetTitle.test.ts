import { expect, test } from 'vitest';
import { datasetTitle } from './datasetTitle.ts';

const files = (...names: readonly string[]) => names.map((name) => ({ name }));

test('a dataset of several files is called by the first and how many there are', () => {
  const twelve = { name: 'a.csv + 11', files: files('a.csv', ...Array.from({ length: 11 }, (_, i) => `${i}.csv`)) };
  expect(datasetTitle(twelve, 'en')).toBe('a.csv +11 files');
  expect(datasetTitle(twelve, 'zh')).toBe('a.csv 等 12 个文件');
  expect(datasetTitle({ name: 'a.csv + 1', files: files('a.csv', 'b.csv') }, 'en')).toBe('a.csv +1 file');
});

test('a dataset of one file is called as that, whatever it is called', () => {
  expect(datasetTitle({ name: 'calls + 3', files: files('calls + 3') }, 'en')).toBe('calls + 3');
});

test('a workbook of several sheets is one file', () => {
  expect(datasetTitle({ name: 'calls.xlsx', files: files('calls.xlsx / May', 'calls.xlsx / June') }, 'zh')).toBe('calls.xlsx');
});
