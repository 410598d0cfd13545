import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DURATION_MISSING, DURATION_NEGATIVE, DURATION_UNREADABLE, readDuration } from './durationParser.ts';
import { encodeText } from './fixtures/encodeText.ts';
import { inspectAndRead } from './fixtures/readAll.ts';
import { durationUnit } from './rowPlan.ts';

function durationOf(text: string, unitS = 1, isGb18030 = false): number | string {
  const bytes = encodeText(`,${text},`, isGb18030 ? 'GBK' : 'UTF-8');
  const seconds = readDuration(bytes, 1, bytes.length - 1, unitS, isGb18030);
  if (seconds === DURATION_MISSING) return 'missing';
  if (seconds === DURATION_UNREADABLE) return 'unreadable';
  return seconds === DURATION_NEGATIVE ? 'negative' : seconds;
}

const two = (value: number) => String(value).padStart(2, '0');

describe('A duration', () => {
  it('of two parts is hours and minutes where its column is called so', () => {
    const durationsOf = (name: string) => inspectAndRead(encodeText(`caller,callee,start,${name}\n${['0:05', '1:30', '00:05:32', '7'].map((text) => `1,2,2016-09-01 06:01:12,${text}`).join('\n')}\n`, 'UTF-8')).records.map(({ durationS }) => durationS);
    expect(durationsOf('Duration (hh:mm)')).toEqual([300, 5400, 332, 7]);
    expect(durationsOf('Duration (hh:mm:ss)')).toEqual([5, 90, 332, 7]);
  });

  it.each([
    ['332'], ['0332'], ['332.0'], ['332.4'], ['331.5'], ['332s'], ['332 s'], ['332 sec'], ['332 seconds'], ['332秒'], ['332 秒'], ['00:05:32'], ['0:05:32'], ['05:32'], ['5:32'], ['00:05:32.2'], ['5分32秒'], ['5分32'], ['05分32秒'], ['0小时5分32秒'],
    ['0时5分32秒'], ['5分钟32秒钟'], ['5 min 32 s'], ['5m32s'], ['5 mins 32 secs'], ['5min. 32sec.'], ['0h 5m 32s'], ["5'32\""], ["5'32''"], ['PT5M32S'], [' 332 '], ["'332'"], ['="332"'], ['5′32″'], ['332,4'], ['5,53 min'], ['5 Minutes 32 Seconds'], ['332s (5m 32s)'], ['5分鐘32秒鐘'], ['0小時5分32秒'], ['5 Minuten 32 Sekunden'], ['5 minutos 32 segundos'],
  ])('written %s is 332 seconds', (text) => {
    expect(durationOf(text)).toBe(332);
  });

  it.each([['0天0时2分45秒', 165], ['1天2小时', 93_600], ['1 day 1 h', 90_000], ['1小时2分3秒', 3723], ['1小时', 3600], ['1小时3秒', 3603], ['1时2分', 3720], ['01:02:03', 3723], ['1h2m3s', 3723], ['2分', 120], ['2分钟', 120], ['90:00', 5400], ['100:00:00', 360_000], ['0', 0], ['00:00:00', 0], ['0秒', 0], ['-0', 0], ['1 hr', 3600], ['1,234', 1234], ['1,234.4', 1234], ['1,234,567', 1_234_567]])('written %s is %d seconds', (text, seconds) => {
    expect(durationOf(text)).toBe(seconds);
  });

  it.each([[''], ['  '], ['-'], ['--'], ['null'], ['N/A'], ["''"]])('written “%s” is not known', (text) => {
    expect(durationOf(text)).toBe('missing');
  });

  it.each([['-5'], ['-00:00:05'], ['-5秒'], ['-1.5']])('written %s is negative', (text) => {
    expect(durationOf(text)).toBe('negative');
  });

  it.each([['long'], ['5x'], ['5分32分'], ['5秒3分'], ['1:2:3:4'], ['00:05:99'], ['5:'], ['2016-09-01 06:01:12'], ['13900001111x'], ['1e3'], ['主叫'], ['5小']])('written %s is none', (text) => {
    expect(durationOf(text)).toBe('unreadable');
  });

  it('in GBK is what it is in UTF-8', () => {
    for (const text of ['5分32秒', '1小时2分3秒', '1时2分', '332秒', '5分钟32秒钟', '1小時2分鐘', '1時2分', '5小', '5′32″']) expect(durationOf(text, 1, true)).toBe(durationOf(text));
  });

  it('comes back from every way to write it', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 359_999 }), (seconds) => {
      const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
      for (const text of [String(seconds), `${h}:${two(m)}:${two(s)}`, `${h}小时${m}分${s}秒`, `${h * 60 + m}分${s}秒`, `${h * 60 + m}:${two(s)}`, `${h}h ${m}m ${s}s`, `${seconds}.3`]) expect(durationOf(text)).toBe(seconds);
    }));
  });

  it('of a column of minutes or milliseconds is turned into seconds', () => {
    expect(durationOf('5', 60)).toBe(300);
    expect(durationOf('5.5', 60)).toBe(330);
    expect(durationOf('5,5', 60)).toBe(330);
    expect(durationOf('332000', 0.001)).toBe(332);
    expect(durationOf('00:05:32', 60)).toBe(332);
  });
});

it('A column tells its unit by its name, and is in seconds where it does not', () => {
  for (const name of ['duration', 'Dur(s)', '通话时长', '通话时长（秒）', '通话时长(时分秒)', 'Duration (hh:mm:ss)', 'measure', 'duration_sec', 'call_duration_seconds', 'minimum duration']) expect([name, durationUnit(name)]).toEqual([name, 1]);
  for (const name of ['Duration (min)', 'duration_minutes', '通话时长（分钟）', '通话时长(分)', 'call duration mins', '通話時間(分鐘)', 'Dauer (Minuten)']) expect([name, durationUnit(name)]).toEqual([name, 60]);
  for (const name of ['duration_ms', 'Duration (ms)', '时长(毫秒)', 'duration milliseconds']) expect([name, durationUnit(name)]).toEqual([name, 0.001]);
});
