import { expect, test } from 'vitest';
import { trendCsv } from './trendCsv.ts';

test('the exported file has what the table shows, partial weeks marked', () => {
  const csv = trendCsv({
    weeks: ['2026-05-04', '2026-05-11'], isPartial: [true, false], all: [90, 210],
    series: [{ key: 'suspects', values: [3, 8] }, { key: 'simBox', values: [1, 5] }],
  });
  expect(csv).toBe('week,is_partial,all,suspects,simBox\r\n2026-05-04,true,90,3,1\r\n2026-05-11,false,210,8,5\r\n');
});
