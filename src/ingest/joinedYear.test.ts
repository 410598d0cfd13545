import { describe, expect, it } from 'vitest';
import { encodeText } from './fixtures/encodeText.ts';
import { inspectAndRead } from './fixtures/readAll.ts';
import { findJoinedYear } from './joinedYear.ts';

describe('Digits alone', () => {
  it('are dates with a short year, or with one of Taiwan’s, where all of a column are', () => {
    expect(findJoinedYear(['240501', '240531', '241231'])).toBe('short');
    expect(findJoinedYear(['050124', '053124'])).toBe('short');
    expect(findJoinedYear(['240501 08:20', '240531 09:20'])).toBe('short');
    expect(findJoinedYear(['240501082035', '240531092035'])).toBe('short');
    // 2020: some could be 2005-12-08 20:15 as well, others not.
    expect(findJoinedYear(['200512082015', '200512083015'])).toBe('short');
    expect(findJoinedYear(['1130501', '1121231'])).toBe('minguo');
    expect(findJoinedYear(['1130501082035', '1121231235959'])).toBe('minguo');
  });

  it('are neither where they are times already, or other numbers', () => {
    expect(findJoinedYear(['202405010820', '202405312359'])).toBeUndefined();
    expect(findJoinedYear(['200512082015', '200512081015'])).toBeUndefined();
    expect(findJoinedYear(['1130501082035', '1130567082035'])).toBeUndefined();
    expect(findJoinedYear(['1714521600123', '1714525200456'])).toBeUndefined();
    for (const values of [[], ['', '-'], ['20240501', '20240502'], ['240501', '246099'], ['1136799', '1130501'], ['2024-05-01', '240501'], ['13900001111']]) expect(findJoinedYear(values)).toBeUndefined();
  });
});

const read = (header: string, ...rows: readonly string[]) => inspectAndRead(encodeText([header, ...rows].join('\n'), 'UTF-8'));
const timesOf = ({ records, rejected }: ReturnType<typeof read>) => [...records.map(({ at }) => at.slice(0, 19)), ...rejected.map(({ reason }) => reason)];

describe('A file with such dates', () => {
  it('is read by them', () => {
    expect(timesOf(read('主叫號碼,被叫號碼,通話日期,通話時間,時長', '0912345678,0987654321,1130501,082035,5', '0912345678,0987654321,1130502,92035,6'))).toEqual(['2024-05-01T08:20:35', '2024-05-02T09:20:35']);
    expect(timesOf(read('主叫號碼,被叫號碼,通話起始時間,時長', '0912345678,0987654321,1130501082035,5', '0912345678,0987654321,1130502092035,6'))).toEqual(['2024-05-01T08:20:35', '2024-05-02T09:20:35']);
    expect(timesOf(read('caller,callee,start,duration', '3125551212,3125551213,240501082035,5', '3125551212,3125551213,240502092035,6'))).toEqual(['2024-05-01T08:20:35', '2024-05-02T09:20:35']);
  });

  it('has times of day that lost their zeros where some have five digits', () => {
    expect(timesOf(read('caller,callee,日期,时间,duration', '5551212,5551213,20240501,606,5', '5551212,5551213,20240501,82035,5', '5551212,5551213,20240501,7,5'))).toEqual(['2024-05-01T00:06:06', '2024-05-01T08:20:35', '2024-05-01T00:00:07']);
    expect(timesOf(read('caller,callee,日期,时间,duration', '5551212,5551213,20240501,606,5', '5551212,5551213,20240501,1820,5'))).toEqual(['2024-05-01T06:06:00', '2024-05-01T18:20:00']);
  });

  it('has day and month in the order that its dates tell', () => {
    expect(timesOf(read('date,time,dialed-num,calling-num', '050124,0820,5551212,5551213', '053124,920,5551212,5551213'))).toEqual(['2024-05-01T08:20:00', '2024-05-31T09:20:00']);
    expect(timesOf(read('date,time,caller,callee', '240501,082000,5551212,5551213', '240531,092000,5551212,5551213'))).toEqual(['2024-05-01T08:20:00', '2024-05-31T09:20:00']);
    expect(timesOf(read('date,time,caller,callee', '010524,082000,5551212,5551213', '310524,092000,5551212,5551213'))).toEqual(['2024-05-01T08:20:00', '2024-05-31T09:20:00']);
  });

  it('is not taken for one where extensions look like dates', () => {
    const { layout } = read('caller,callee,start,duration', '110101,110102,2024-05-01 08:20:35,5', '110103,110104,2024-05-01 09:20:35,6').inspection;
    expect(layout.mapping).toEqual({ caller: 0, callee: 1, start: 2, duration: 3 });
  });
});
