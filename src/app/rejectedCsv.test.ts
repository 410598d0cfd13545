import { expect, test } from 'vitest';
import { csvCell, rejectedCsv } from './rejectedCsv.ts';

test('a line with commas and quotes comes back whole from the export', () => {
  const csv = rejectedCsv(
    [{ file: 'calls.csv', line: 7, reason: 'timeUnreadable', text: '138,"soon",20' }],
    ['File', 'Line', 'Reason', 'Code', 'Text'],
    () => 'Time cannot be read',
  );
  expect(csv).toBe('File,Line,Reason,Code,Text\r\ncalls.csv,7,Time cannot be read,timeUnreadable,"138,""soon"",20"\r\n');
});

test('a rejected row cannot run as a formula in a spreadsheet', () => {
  expect(csvCell('=HYPERLINK("http://x")')).toBe(`"'=HYPERLINK(""http://x"")"`);
  expect(csvCell('+8613812345678')).toBe("'+8613812345678");
});
