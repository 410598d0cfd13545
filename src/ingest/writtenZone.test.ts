import { expect, it } from 'vitest';
import { inspectAndRead } from './fixtures/readAll.ts';
import { findWrittenZone } from './writtenZone.ts';

it('A zone is known by the column’s name or a note above the table, and by nothing else', () => {
  for (const name of ['Conn. Time (UTC)', 'start_utc', 'GMT time', 'Date/Time [UTC+0]', '开始时间（UTC）']) expect([name, findWrittenZone([name], [])]).toEqual([name, 'UTC']);
  expect(findWrittenZone(['Start (GMT+8)'], [])).toBe('Etc/GMT-8');
  expect(findWrittenZone(['start'], ['Report 7', 'All times are shown in UTC.'])).toBe('UTC');
  expect(findWrittenZone(['start'], ['时区：UTC-05:00'])).toBe('Etc/GMT+5');
  for (const name of ['start', 'start local', 'UTCB no.', 'Start (UTC+05:30)']) expect([name, findWrittenZone([name], ['UTC Ltd', ''])]).toEqual([name, null]);
});

it('Times of a column in UTC are that, and are shown in the zone that the user chooses', () => {
  const text = new TextEncoder().encode('caller,callee,start_utc,duration\n1,2,2021-03-01 10:00:00,5\n1,2,1 Mar 2021 10:00,5\n1,2,1614592800,5\n1,2,2021-03-01T11:00:00+01:00,5\n');
  const times = (zone?: string) => inspectAndRead(text, 'calls.csv', zone === undefined ? {} : { zone }).records.map(({ at }) => at);
  expect(times()).toEqual([...Array.from({ length: 3 }, () => '2021-03-01T10:00:00+00:00'), '2021-03-01T11:00:00+01:00']);
  expect(times('Asia/Shanghai')).toEqual(Array.from({ length: 4 }, () => '2021-03-01T18:00:00+08:00'));
});
