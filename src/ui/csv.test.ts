import { expect, test } from 'vitest';
import { csvField, csvText } from './csv.ts';

test('a text that a spreadsheet would run as a formula is defused, but +86 numbers are left alone', () => {
  expect(csvField('=cmd|calc!A1')).toBe("'=cmd|calc!A1");
  expect(csvField('=HYPERLINK("http://x")')).toBe(`"'=HYPERLINK(""http://x"")"`);
  expect(csvField('-2+3+cmd')).toBe("'-2+3+cmd");
  expect(csvField('+8613812345678')).toBe('+8613812345678');
  expect(csvField(null)).toBe('');
  expect(csvField(false)).toBe('false');
});

test('fields with commas, quotes and line ends are quoted, and every line ends', () => {
  expect(csvText([['File', 'Line', 'Text'], ['calls.csv', 7, '138,"soon"\n20']])).toBe('File,Line,Text\r\ncalls.csv,7,"138,""soon""\n20"\r\n');
});
