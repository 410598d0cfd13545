import { expect, it } from 'vitest';
import { fileProblemText, mergedProblems, unreadRowsText } from './fileProblems.ts';

it('says in which line, what is wrong and what to do, with the field in the reader\'s language', () => {
  const problem = { code: 'columnMissing', line: 3, what: 'start', isFatal: true } as const;
  expect(fileProblemText(problem, 'en')).toEqual({
    what: 'Line 3: A needed column is missing (Date and time).',
    advice: 'Set by hand which column it is, or export the file with it.',
  });
  expect(fileProblemText(problem, 'zh').what).toBe('第 3 行：缺少必需的列（开始时间）。');
});

it('names no line where the whole file is meant, and leaves names of formats as they are', () => {
  expect(fileProblemText({ code: 'unsupportedFormat', line: 0, what: 'XLSX', isFatal: true }, 'en').what).toBe('This file format is not supported (XLSX).');
  expect(fileProblemText({ code: 'empty', line: 0, what: '', isFatal: true }, 'zh').what).toBe('文件为空。');
});

it('says of a file without a readable row how many there are and what is wrong with the first', () => {
  const unread = { rows: 1400, first: { file: 'march.csv', line: 2, reason: 'timeUnreadable' } } as const;
  expect(unreadRowsText(unread, 'march.csv', 'en')).toBe('Rejected: 1,400 rows. Line 2: Time cannot be read.');
  expect(unreadRowsText(unread, 'march.csv', 'zh')).toBe('被拒绝：1,400 行。第 2 行：时间无法识别。');
  expect(unreadRowsText(unread, 'march.csv + 1', 'en')).toBe('Rejected: 1,400 rows. march.csv: Line 2: Time cannot be read.');
});

it('knows a shorter way than CSV for old workbooks', () => {
  expect(fileProblemText({ code: 'unsupportedFormat', line: 0, what: 'xls', isFatal: true }, 'en').advice).toBe('Save the workbook as XLSX, without a password, and open that.');
  expect(fileProblemText({ code: 'unsupportedFormat', line: 0, what: 'json', isFatal: true }, 'en').advice).toBe('Export the records as CSV or TSV and open that.');
});

it('tells of several missing columns in one sentence, and leaves other problems as they are', () => {
  const missing = (what: string) => ({ code: 'columnMissing', line: 1, what, isFatal: true }) as const;
  const noHeader = { code: 'noHeader', line: 1, what: '', isFatal: false } as const;
  const merged = mergedProblems([noHeader, missing('other'), missing('start')]);
  expect(merged).toHaveLength(2);
  expect(merged[0]).toEqual(noHeader);
  expect(fileProblemText(merged[1]!, 'en')).toEqual({
    what: 'Line 1: Needed columns are missing (Other number, Date and time).',
    advice: 'Set by hand which columns they are, or export the file with them.',
  });
});

it('tells of a part without a needed column that its rows are rejected: no hand can set it', () => {
  expect(fileProblemText({ code: 'columnMissing', line: 40, what: 'other', isFatal: false }, 'en')).toEqual({
    what: 'Line 40: A needed column is missing (Other number).',
    advice: 'The rows below that header are rejected. Export the file with the column to have them.',
  });
});
