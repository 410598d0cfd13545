import { expect, it } from 'vitest';
import { inspectAndRead } from './fixtures/readAll.ts';
import { findWrittenZone } from './writtenZone.ts';

it('A zone is known by the column’s name or a note above the table, and by nothing else', () => {
  for (const name of ['Conn. Time (UTC)', 'start_utc', 'GMT time', 'Date/Time [UTC+0]', '开始时间（UTC）']) expect([name, findWrittenZone([name], [])]).toEqual([name, 'UTC']);
  expect(findWrittenZone(['Start (GMT+8)'], [])).toBe('Etc/GMT-8');
  expect(findWrittenZone(['start'], ['Report 7', 'All times are shown in UTC.'])).toBe('UTC');
  expect(findWrittenZone(['start'], ['时区：UTC-05:00'])).toBe('Etc/GMT+5');
  for (const name of ['start', 'start local', 'UTCB no.']) expect([name, findWrittenZone([name], ['UTC Ltd', ''])]).toEqual([name, null]);
});

it('An offset is read however it is written, and never as less than it says', () => {
  const zones = [
    ['Start (UTC +8)', 'Etc/GMT-8'], ['GMT +0800', 'Etc/GMT-8'], ['Start GMT + 08:00', 'Etc/GMT-8'], ['Start (UTC+10)', 'Etc/GMT-10'], ['UTC −8', 'Etc/GMT+8'], ['UTC–08:00', 'Etc/GMT+8'], ['UTC - 5', 'Etc/GMT+5'], ['开始时间（ＧＭＴ＋８）', 'Etc/GMT-8'],
    ['Start (UTC+05:30)', 'Asia/Kolkata'], ['Start (UTC +05:30)', 'Asia/Kolkata'], ['GMT +0530', 'Asia/Kolkata'], ['UTC+5:45', 'Asia/Kathmandu'], ['UTC -09:30', 'Pacific/Marquesas'], ['UTC +00:00', 'UTC'],
    ['UTC−03:30', null], ['UTC+5.5', null], ['UTC+05:305', null], ['UTC+15', null], ['UTC +123', null], ['Start (see UTC offset)', null],
  ] as const;
  for (const [name, zone] of zones) expect([name, findWrittenZone([name], [])]).toEqual([name, zone]);
});

it('A zone is known by the letters that name it, where they name but one and are no other word', () => {
  const zones = [
    ['Start Time (EST)', 'Etc/GMT+5'], ['Start (pdt)', null], ['start_PDT', 'Etc/GMT+7'], ['Start [CEST]', 'Etc/GMT-2'], ['Start (ACST)', 'Australia/Darwin'], ['Start Time（JST）', 'Etc/GMT-9'], ['开始时间(北京时间)', 'Asia/Shanghai'], ['開始時間（北京時間）', 'Asia/Shanghai'], ['Start (Beijing time)', 'Asia/Shanghai'],
    ['Start (CST)', null], ['Start (IST)', null], ['Est. start', null], ['EST START', null], ['Latest', null], ['Start West', null],
  ] as const;
  for (const [name, zone] of zones) expect([name, findWrittenZone([name], [])]).toEqual([name, zone]);
  expect(['All times are in EST.', '以上时间均为北京时间', 'Toutes les times: ce qui est'].map((note) => findWrittenZone(['start'], [note]))).toEqual(['Etc/GMT+5', 'Asia/Shanghai', null]);
});

it('A line above the table speaks of all times or of none: the moment of a report is not theirs', () => {
  const zones = [
    ['Time zone: GMT +0530', 'Asia/Kolkata'], ['Timezone,UTC', 'UTC'], ['Report 7 of 2026-05-01; all timestamps in UTC−8', 'Etc/GMT+8'], ['Time: UTC', 'UTC'], ['以下时间均为 UTC+8', 'Etc/GMT-8'], ['Created 2026-05-01 10:00 UTC. Times are local (UTC +2).', 'Etc/GMT-2'],
    ['Report time: 2026-05-01 10:00 UTC', null], ['Report time (UTC): 2026-05-01 10:00', null], ['Report time UTC 2026-05-01', null], ['导出时间：2026-05-01 10:00 (UTC+8)', null], ['Times from 2026-05-01 to 2026-05-31 10:00 UTC', null],
  ] as const;
  for (const [note, zone] of zones) expect([note, findWrittenZone(['start'], [note])]).toEqual([note, zone]);
});

it('Times of a column in UTC are that, and are shown in the zone that the user chooses', () => {
  const text = new TextEncoder().encode('caller,callee,start_utc,duration\n1,2,2021-03-01 10:00:00,5\n1,2,1 Mar 2021 10:00,5\n1,2,1614592800,5\n1,2,2021-03-01T11:00:00+01:00,5\n');
  const times = (zone?: string) => inspectAndRead(text, 'calls.csv', zone === undefined ? {} : { zone }).records.map(({ at }) => at);
  expect(times()).toEqual([...Array.from({ length: 3 }, () => '2021-03-01T10:00:00+00:00'), '2021-03-01T11:00:00+01:00']);
  expect(times('Asia/Shanghai')).toEqual(Array.from({ length: 4 }, () => '2021-03-01T18:00:00+08:00'));
});
