import { expect, it } from 'vitest';
import { encodeText } from './fixtures/encodeText.ts';
import { inspectAndRead } from './fixtures/readAll.ts';

const read = (lines: readonly string[]) => {
  const { records, rejected } = inspectAndRead(encodeText(lines.join('\n'), 'UTF-8'), 'calls.csv');
  return { seconds: records.map(({ durationS }) => durationS), rejected: rejected.map(({ line, reason }) => [line, reason]) };
};
const header = '主叫号码,被叫号码,开始时间,基站名称,通话时长,费用';
const call = (place: string, more = '') => `13812345678,13900001111,2026-05-01 09:30:15,${place},75,0.1${more}`;

it('A row that a separator within a cell has shifted is rejected, not read from the wrong columns', () => {
  expect(read([header, call('成都'), call('成都,3,2栋'), call('成都'), call('"成都,3,2栋"')])).toEqual({ seconds: [75, 75, 75], rejected: [[3, 'columnsShifted']] });
});

it('Empty cells behind the last column shift nothing', () => {
  expect(read([header, call('成都'), call('成都', ',,'), call('成都', ',"", '), call('成都')])).toEqual({ seconds: [75, 75, 75, 75], rejected: [] });
});

it('A message at the end of a row may go on behind its separators', () => {
  const text = (message: string) => `13812345678,13900001111,2026-05-01 09:30:15,${message}`;
  expect(read(['From,To,Date,Message Body', text('hello'), text('well, yes, at 5'), text('ok'), text('bye')])).toEqual({ seconds: [null, null, null, null], rejected: [] });
});

it('Where most rows have more cells than the header, that lacks names', () => {
  expect(read([header, call('成都', ',x'), call('成都', ',y'), call('成都')])).toEqual({ seconds: [75, 75, 75], rejected: [] });
});
