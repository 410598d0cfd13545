import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { localTimeText } from '../records/days.ts';
import { makeZone } from '../records/zone.ts';
import { encodeText } from './fixtures/encodeText.ts';
import type { DateOrder } from './inspection.ts';
import { TIME_BEFORE_1990, TIME_MISSING, TIME_UNREADABLE, TimeParser } from './timeParser.ts';

interface How {
  readonly dateOrder?: DateOrder;
  readonly zone?: string;
  readonly isZoneChosen?: boolean;
  readonly isGb18030?: boolean;
}

function parserOf({ dateOrder = 'dmy', zone = 'Asia/Shanghai', isZoneChosen = false, isGb18030 = false }: How = {}): TimeParser {
  return new TimeParser({ zone: makeZone(zone), isZoneChosen, dateOrder, isGb18030 });
}

function say(parser: TimeParser, at: number): string {
  if (at === TIME_MISSING) return 'missing';
  if (at === TIME_UNREADABLE) return 'unreadable';
  return at === TIME_BEFORE_1990 ? 'before 1990' : localTimeText(at, parser.offsetS);
}

const two = (value: number) => String(value).padStart(2, '0');

/** The time of a cell, as ISO text or the reason why there is none. */
function timeOf(text: string, how: How = {}): string {
  const parser = parserOf(how);
  const bytes = encodeText(`,${text},`, how.isGb18030 === true ? 'GB18030' : 'UTF-8');
  return say(parser, parser.read(bytes, 1, bytes.length - 1));
}

function pairOf(date: string, time: string, how: How = {}): string {
  const parser = parserOf(how);
  const [a, b] = [date, time].map((text) => encodeText(text, how.isGb18030 === true ? 'GB18030' : 'UTF-8'));
  const bytes = new Uint8Array([...a!, 44, ...b!, 44]);
  return say(parser, parser.readPair(bytes, 0, a!.length, a!.length + 1, a!.length + 1 + b!.length));
}

it('Days that could begin a year, in joined dates with the year behind, are days', () => {
  expect(['19052024 060112', '20052024 060112', '20241005 060112', '20241305 060112'].map((text) => timeOf(text))).toEqual([
    '2024-05-19T06:01:12+08:00', '2024-05-20T06:01:12+08:00', '2024-10-05T06:01:12+08:00', 'unreadable',
  ]);
});

describe('A time', () => {
  it.each([
    ['2016-09-01 06:01:12'], ['2016/09/01 06:01:12'], ['2016/9/1 6:01:12'], ['2016-9-1 6:1:12'], ['2016.09.01 06:01:12'], ['2016-09-01T06:01:12'],
    ['2016-09-01 06:01:12.123'], ['2016-09-01 06:01:12,123'], ['2016-09-01T06:01:12.000000'], ['20160901060112'], ['20160901 060112'], ['20160901060112123'], ['20160901 06:01:12'], ['20160901T060112'],
    ['01-09-2016 06:01:12'], ['01/09/2016 06:01:12'], ['1/9/2016 6:01:12'], ['1.9.2016 06:01:12'], ['01/09/16 06:01:12'], ['01092016 060112'],
    ['1 Sep 2016 06:01:12'], ['1 September 2016 6:01:12 AM'], ['Sep 1, 2016 6:01:12 am'], ['01-Sep-2016 06:01:12'], ['01-SEP-16 06:01:12'], ['Thu Sep  1 06:01:12 2016'], ['Thu Sep 01 06:01:12 CST 2016'],
    ['Thursday, September 1, 2016 6:01:12 AM'], ['06:01:12 01-09-2016'], ['06:01:12 2016/09/01'], ['2016年9月1日 6时1分12秒'], ['2016年09月01日06时01分12秒'], ['2016年9月1日 06:01:12'], ['2016年9月1日6点1分12秒'], ['2016年9月1日 上午6:01:12'],
    ['2016-09-01　06：01：12'], ['2016-09-01_06:01:12'], ['1472680872'], ['1472680872000'], ['1472680872.25'], ['1472680872000000'], ["'2016-09-01 06:01:12'"], ['="2016-09-01 06:01:12"'], ['  2016-09-01 06:01:12  '], ['2016-09-01 06:01:12\t'],
  ])('written %s is the first of September 2016, twelve seconds past 6:01', (text) => {
    expect(timeOf(text)).toBe('2016-09-01T06:01:12+08:00');
  });

  it.each([
    ['20160901 0601'], ['2016-09-01 06:01'], ['2016/9/1 6:01'], ['1 Sep 2016 6:01 AM'], ['201609010601'], ['2016年9月1日 6时1分'], ['2016-09-01T06:01'], ['42614.2506944444'], ['2016-09-01 06:01:00 上午'], ['2016年9月1日 上午6时1分'],
  ])('written %s is 6:01', (text) => {
    expect(timeOf(text)).toBe('2016-09-01T06:01:00+08:00');
  });

  it.each([
    ['20060601 0008', '2006-06-01T00:08:00+08:00'], ['20060601000812', '2006-06-01T00:08:12+08:00'], ['1 Sep 2016 6:01 PM', '2016-09-01T18:01:00+08:00'], ['1 Sep 2016 6 PM', '2016-09-01T18:00:00+08:00'],
    ['1/9/2016 12:30:00 AM', '2016-09-01T00:30:00+08:00'], ['1/9/2016 12:30:00 PM', '2016-09-01T12:30:00+08:00'], ['2016年9月1日 下午6:01:12', '2016-09-01T18:01:12+08:00'], ['2016-09-01', '2016-09-01T00:00:00+08:00'], ['20160901', '2016-09-01T00:00:00+08:00'],
    ['2016-09-01 24:00:00', '2016-09-02T00:00:00+08:00'], ['2016-12-31 23:59:60', '2017-01-01T00:00:00+08:00'], ['2016-02-29 00:00:00', '2016-02-29T00:00:00+08:00'], ['42614', '2016-09-01T00:00:00+08:00'], ['1990-01-01 00:00:00', '1990-01-01T00:00:00+08:00'],
  ])('written %s is %s', (text, expected) => {
    expect(timeOf(text)).toBe(expected);
  });

  it.each([
    ['Wed Sep 15 19:17:44 +0100 2010', '2010-09-15T19:17:44+01:00'], ['2016-09-01T06:01:12Z', '2016-09-01T06:01:12+00:00'], ['2016-09-01T06:01:12.5+05:30', '2016-09-01T06:01:12+05:30'], ['2016-09-01 06:01:12 -0300', '2016-09-01T06:01:12-03:00'],
    ['2016-09-01 06:01:12+08', '2016-09-01T06:01:12+08:00'], ['20160901060112+0200', '2016-09-01T06:01:12+02:00'], ['2016-09-01 06:01:12 UTC', '2016-09-01T06:01:12+00:00'], ['Wed Sep 15 2010 19:17:44 GMT+0100 (British Summer Time)', '2010-09-15T19:17:44+01:00'],
    ['Thu, 01 Sep 2016 06:01:12 GMT', '2016-09-01T06:01:12+00:00'], ['Mon Feb 28 07:18:23 +0000 2011', '2011-02-28T07:18:23+00:00'],
  ])('with an offset, %s, keeps its own clock', (text, expected) => {
    expect(timeOf(text)).toBe(expected);
  });

  it.each([
    ['Wed Sep 15 19:17:44 +0100 2010', '2010-09-16T02:17:44+08:00'], ['2016-09-01T23:01:12Z', '2016-09-02T07:01:12+08:00'], ['1472680872', '2016-09-01T06:01:12+08:00'], ['2016-09-01 06:01:12', '2016-09-01T06:01:12+08:00'],
  ])('with an offset, %s, is shown in the zone that the user chose', (text, expected) => {
    expect(timeOf(text, { isZoneChosen: true })).toBe(expected);
  });

  it('without an offset takes that of the zone, summer and winter', () => {
    expect(timeOf('2016-07-01 12:00:00', { zone: 'Europe/Berlin' })).toBe('2016-07-01T12:00:00+02:00');
    expect(timeOf('2016-12-01 12:00:00', { zone: 'Europe/Berlin' })).toBe('2016-12-01T12:00:00+01:00');
    expect(timeOf('1472680872', { zone: 'America/New_York' })).toBe('2016-08-31T18:01:12-04:00');
  });

  it('has its day and month in the order of the file', () => {
    expect(timeOf('03/04/2016 10:00:00', { dateOrder: 'dmy' })).toBe('2016-04-03T10:00:00+08:00');
    expect(timeOf('03/04/2016 10:00:00', { dateOrder: 'mdy' })).toBe('2016-03-04T10:00:00+08:00');
    expect(timeOf('2016/03/04 10:00:00', { dateOrder: 'mdy' })).toBe('2016-03-04T10:00:00+08:00');
    expect(timeOf('13/04/2016 10:00:00', { dateOrder: 'mdy' })).toBe('unreadable');
    expect(timeOf('16-09-01 10:00:00', { dateOrder: 'ymd' })).toBe('2016-09-01T10:00:00+08:00');
    expect(timeOf('01-09-16 10:00:00', { dateOrder: 'dmy' })).toBe('2016-09-01T10:00:00+08:00');
    expect(timeOf('01-09-2016 10:00:00', { dateOrder: 'ymd' })).toBe('2016-09-01T10:00:00+08:00');
  });

  it.each([
    ['2016-02-30 10:00:00'], ['2016-02-31'], ['2015-02-29 10:00:00'], ['2016-13-01 10:00:00'], ['2016-00-10 10:00:00'], ['2016-09-31 10:00:00'], ['2016-09-01 25:00:00'], ['2016-09-01 10:60:00'], ['2016-09-01 10:00:61'], ['2016-09-01 24:00:01'],
    ['yesterday'], ['开始时间'], ['start'], ['12'], ['2016'], ['06:01:12'], ['2016-09'], ['2016-09-01 06:01:12 2016'], ['1/2/3/4'], ['2016-09-01 06:01:12:13'], ['13900001111'], ['460001234567890'], ['2016-09-01 06:'], ['3016-09-01 06:01:12'],
    ['2016-0a-01 06:01:12'], ['2016-09-01 0:x:12'], ['2016-09-01 06:01:1:'], ['1 Foo 2016 10:00'], ['1.47E+09'], ['2016年13月1日 6时1分'],
  ])('written %s is none', (text) => {
    expect(timeOf(text)).toBe('unreadable');
  });

  it.each([['1980-02-11 07:18:23'], ['Mon Feb 11 07:18:23 +0000 1980'], ['1970-01-01 00:00:00'], ['315532800'], ['1989-12-31 23:59:59'], ['19890101']])('of a clock that was never set, %s, is before 1990', (text) => {
    expect(timeOf(text)).toBe('before 1990');
  });

  it.each([[''], ['   '], ['-'], ['--'], ['null'], ['NULL'], ['N/A'], ['\\N'], ["''"], ['nan']])('written “%s” is missing', (text) => {
    expect(timeOf(text)).toBe('missing');
  });

  it('is read in GBK as in UTF-8', () => {
    for (const text of ['2016年9月1日 6时1分12秒', '2016年9月1日 下午6:01:12', '2016-09-01　06：01：12', '2016年9月1号 6点1分']) expect(timeOf(text, { isGb18030: true })).toBe(timeOf(text));
    expect(timeOf('2016年9月1日 下午6:01:12', { isGb18030: true })).toBe('2016-09-01T18:01:12+08:00');
  });
});

describe('Taiwan’s years', () => {
  it.each([
    ['113/05/01 08:20:35'], ['113-5-1 8:20:35'], ['113.05.01 08:20:35'], ['113年5月1日 8時20分35秒'], ['113年05月01日08:20:35'], ['民國113年5月1日 上午8點20分35秒'], ['民国113/05/01 08:20:35'], ['113年5月1號 8:20:35'],
  ])('written %s are of 1911 and later, whatever the order of the file', (text) => {
    for (const dateOrder of ['ymd', 'dmy', 'mdy'] as const) expect(timeOf(text, { dateOrder })).toBe('2024-05-01T08:20:35+08:00');
    expect(timeOf(text, { isGb18030: true })).toBe('2024-05-01T08:20:35+08:00');
  });

  it('have two digits only where they are said to be Taiwan’s', () => {
    expect([timeOf('民國99年5月1日 8:20'), timeOf('99年5月1日 8:20')]).toEqual(['2010-05-01T08:20:00+08:00', '1999-05-01T08:20:00+08:00']);
    expect([pairOf('113/05/01', '08:20:35'), pairOf('113年5月1日', '下午8時20分')]).toEqual(['2024-05-01T08:20:35+08:00', '2024-05-01T20:20:00+08:00']);
  });

  it('are no numbers of three digits that are something else', () => {
    expect(['113/13/01 08:20', '113 05 01 08:20', '5/113/01', '113-4567-8901', '192.168.1.1', '999/01/01'].map((text) => timeOf(text))).toEqual(Array(6).fill('unreadable'));
  });
});

describe('Times that exchanges write (3GPP TS 32.298)', () => {
  it.each([
    ['240502084635+0800', '2024-05-02T08:46:35+08:00'], ['240502084635-0330', '2024-05-02T08:46:35-03:30'], ['240502084635Z', '2024-05-02T08:46:35+00:00'], ['200502084635+08:00', '2020-05-02T08:46:35+08:00'], ['991231235959+00', '1999-12-31T23:59:59+00:00'],
    // What has no month in two digits of the year has four.
    ['202405020846+0800', '2024-05-02T08:46:00+08:00'], ['20240502084635+0800', '2024-05-02T08:46:35+08:00'],
  ])('%s are %s', (text, expected) => {
    for (const dateOrder of ['ymd', 'dmy', 'mdy'] as const) expect(timeOf(text, { dateOrder })).toBe(expected);
  });
});

it('Years of Thailand count from 543 years before', () => {
  expect(['13/05/2567 08:20:35', '2567-05-13 08:20:35', '25670513082035', '2642-12-31 23:59:59', '2643-01-01 00:00:00', '2532-12-31 00:00:00'].map((text) => timeOf(text))).toEqual([
    '2024-05-13T08:20:35+08:00', '2024-05-13T08:20:35+08:00', '2024-05-13T08:20:35+08:00', '2099-12-31T23:59:59+08:00', 'unreadable', 'unreadable',
  ]);
});

it('Octets in hexadecimal hold the sign of their offset', () => {
  expect(['2405020846352B0800', '2405020846352D0330', '2405020846352b0800', '2405020846353B0800', '2413020846352B0800'].map((text) => timeOf(text))).toEqual([
    '2024-05-02T08:46:35+08:00', '2024-05-02T08:46:35-03:30', '2024-05-02T08:46:35+08:00', 'unreadable', 'unreadable',
  ]);
});

it('Numbers that begin with a zero are telephones, and no Unix times', () => {
  expect(['0998652216', '0912345678901', '012345678', '998652216'].map((text) => timeOf(text))).toEqual(['unreadable', 'unreadable', 'unreadable', '2001-08-24T19:23:36+08:00']);
});

it('Times of day have their halves, and months their names, in words of other places, too', () => {
  for (const isGb18030 of [false, true]) {
    expect(['凌晨1:41:09', '清晨6:05:00', '早上7:05:00', '中午12:30:00', '傍晚6:05:00', '晚上11:05:00'].map((time) => timeOf(`2024/5/2 ${time}`, { isGb18030 }).slice(11, 19))).toEqual(['01:41:09', '06:05:00', '07:05:00', '12:30:00', '18:05:00', '23:05:00']);
  }
  expect(['2 mai 2024 08:20', '2 de mayo de 2024 08:20', '02-ABR-2024 08:20', '2 Okt 2024 08:20', '02/05/2024 à 08:20', '02.05.2024 um 08:20 Uhr'].map((text) => timeOf(text).slice(0, 16))).toEqual(['2024-05-02T08:20', '2024-05-02T08:20', '2024-04-02T08:20', '2024-10-02T08:20', '2024-05-02T08:20', '2024-05-02T08:20']);
});

it('Databases write dots where others write colons', () => {
  expect(['02-MAY-24 08.46.35.000000 PM', '02-MAY-24 08.46.35 AM', '2024-05-02-08.46.35.123456', '2.5.2024 08.46', '02-MAY-24 08.46.35.25 +0200'].map((text) => timeOf(text))).toEqual([
    '2024-05-02T20:46:35+08:00', '2024-05-02T08:46:35+08:00', '2024-05-02T08:46:35+08:00', '2024-05-02T08:46:00+08:00', '2024-05-02T08:46:35+02:00',
  ]);
  expect(['02-MAY-24 08.46.35.12.5', '2.5.2024 08:46.35', '02-MAY-24 08.4.6'].map((text) => timeOf(text))).toEqual(['unreadable', 'unreadable', 'unreadable']);
});

it('Letters and dashes stand where others write colons', () => {
  for (const time of ['01h36m50s', '1h36m50s', '01H36M50S', '01 h 36 min 50 s', '01h36m50', '01-36-50', '1-36-50', '01h36min50sec']) expect([time, pairOf('2026-05-01', time)]).toEqual([time, '2026-05-01T01:36:50+08:00']);
  for (const time of ['01h36', '1h36m', '01 h 36', '01h36min', '01-36']) expect([time, pairOf('2026-05-01', time)]).toEqual([time, '2026-05-01T01:36:00+08:00']);
  for (const time of ['09-22-03', '9h22m03s']) expect([time, pairOf('2026-05-01', time)]).toEqual([time, '2026-05-01T09:22:03+08:00']);
  for (const text of ['2026-05-01 01h36m50s', '2026-05-01_01-36-50', '2026-05-01 01-36-50', '01/05/2026 à 01h36m50', '2026-05-01T01-36-50.25']) expect([text, timeOf(text)]).toEqual([text, '2026-05-01T01:36:50+08:00']);
  expect(['1h75', '25h10', '01-75-10', '01-36-500', '01h366', '01-36-50-11'].map((time) => pairOf('2026-05-01', time))).toEqual(Array(6).fill('unreadable'));
  // What has an offset keeps it.
  expect([pairOf('2026-05-01', '09:22-03'), pairOf('2026-05-01', '092203-0300'), timeOf('2026-05-01 6 PM -03'), timeOf('2026-05-01 09-22-03+0530')]).toEqual(['2026-05-01T09:22:00-03:00', '2026-05-01T09:22:03-03:00', '2026-05-01T18:00:00-03:00', '2026-05-01T09:22:03+05:30']);
  expect(timeOf('10h30 2 mai 2026')).toBe('unreadable');
});

it('Dates are joined with their time, and have colons as cameras write them', () => {
  for (const text of ['2026-05-1110:03:53', '2026/05/1110:03:53', '2026.5.1110:03:53', '11/05/202610:03:53', '2026:05:11 10:03:53', '2026:05:11T10:03:53', '2026-05-1110:03:53+08:00']) expect([text, timeOf(text)]).toEqual([text, '2026-05-11T10:03:53+08:00']);
  for (const isGb18030 of [false, true]) expect(timeOf('2026-05-1110：03：53', { isGb18030 })).toBe('2026-05-11T10:03:53+08:00');
  expect(timeOf('11/05/202610:03:53', { dateOrder: 'mdy' })).toBe('2026-11-05T10:03:53+08:00');
  // Where the hour is still to come, or the day has one digit or two, no time is made up.
  expect(['11/05/2026:10:03', '11/05/2026:10:03:53', '2026-05-118:03:53', '2026-05-3210:03:53', '2026:13:11 10:03:53', '1026:05:11 10:03:53', '2026:05:11:10:03', '2026:05', '11/Sep/2016:10:03'].map((text) => timeOf(text))).toEqual(Array(9).fill('unreadable'));
});

it('hrs behind a time of day says no more', () => {
  expect([pairOf('2026-05-01', '0041 hrs'), pairOf('2026-05-01', '00:41 Hrs'), pairOf('2026-05-01', '0041hrs'), timeOf('2026-05-01 00:41 hrs'), pairOf('2026-05-01', '5 hrs')]).toEqual([...Array<string>(4).fill('2026-05-01T00:41:00+08:00'), 'unreadable']);
});

it('The name of a zone is an offset where it tells one', () => {
  const offsets = [
    ['EST', '-05:00'], ['EDT', '-04:00'], ['CDT', '-05:00'], ['MST', '-07:00'], ['MDT', '-06:00'], ['PST', '-08:00'], ['PDT', '-07:00'], ['AKST', '-09:00'], ['AKDT', '-08:00'], ['HST', '-10:00'], ['CET', '+01:00'], ['CEST', '+02:00'], ['EET', '+02:00'], ['EEST', '+03:00'], ['WEST', '+01:00'], ['MSK', '+03:00'],
    ['JST', '+09:00'], ['KST', '+09:00'], ['HKT', '+08:00'], ['SGT', '+08:00'], ['PHT', '+08:00'], ['AEST', '+10:00'], ['AEDT', '+11:00'], ['ACST', '+09:30'], ['AWST', '+08:00'], ['NZST', '+12:00'], ['NZDT', '+13:00'],
    // These may be of several places: the wall clock is the file's.
    ['CST', '+07:00'], ['IST', '+07:00'], ['BST', '+07:00'], ['WET', '+07:00'],
  ] as const;
  for (const [name, offset] of offsets) {
    for (const text of [`2026-05-01 05:27:11 ${name}`, `2026-05-01 05:27:11 (${name})`, `05:27:11 ${name} 2026-05-01`, `Fri May 01 05:27:11 ${name} 2026`]) expect([text, timeOf(text, { zone: 'Asia/Bangkok' })]).toEqual([text, `2026-05-01T05:27:11${offset}`]);
  }
  expect(timeOf('2026-05-01 05:27:11 EST', { isZoneChosen: true })).toBe('2026-05-01T18:27:11+08:00');
  expect(pairOf('2026-05-01', '5:27 PM PDT')).toBe('2026-05-01T17:27:00-07:00');
  // Figures go before, on either side.
  for (const text of ['2026-05-01 05:27:11 -0400 EST', '2026-05-01 05:27:11 EST-0400', '2026-05-01 05:27:11 GMT-0400 (EST)']) expect([text, timeOf(text)]).toEqual([text, '2026-05-01T05:27:11-04:00']);
  expect([timeOf('2026-05-01 05:27:11'), timeOf('2026-05-01 05:27:11 GMT (EST)')]).toEqual(['2026-05-01T05:27:11+08:00', '2026-05-01T05:27:11+00:00']);
});

describe('A date and a time in two columns', () => {
  it.each([
    ["'15/04/2026'", '08:26:10', '2026-04-15T08:26:10+08:00'], ['2026-04-15', '08:26', '2026-04-15T08:26:00+08:00'], ['20260415', '082610', '2026-04-15T08:26:10+08:00'], ['20260415', '0826', '2026-04-15T08:26:00+08:00'], ['20260415', '82610', '2026-04-15T08:26:10+08:00'],
    ['01/Jan/2024', '14:17:12', '2024-01-01T14:17:12+08:00'], ['2026/4/15', '8:26:10 PM', '2026-04-15T20:26:10+08:00'], ['2026/4/15', '08.26.10', '2026-04-15T08:26:10+08:00'], ['2026年4月15日', '8时26分10秒', '2026-04-15T08:26:10+08:00'],
    ['2026-04-15 00:00:00', '08:26:10', '2026-04-15T08:26:10+08:00'], ['15-04-2026', '08:26:10.250', '2026-04-15T08:26:10+08:00'], ['15-04-2026', '下午8:26', '2026-04-15T20:26:00+08:00'], ['2026-04-15', '08:26:10+05:30', '2026-04-15T08:26:10+05:30'], ['46127', '08:26:10', '2026-04-15T08:26:10+08:00'],
  ])('%s and %s are %s', (date, time, expected) => {
    expect(pairOf(date, time)).toBe(expected);
  });

  it.each([['2024-05-02', '0.3476273148', '2024-05-02T08:20:35+08:00'], ['45414', '0.3476273148', '2024-05-02T08:20:35+08:00'], ['2024-05-02', '0', '2024-05-02T00:00:00+08:00'], ['2024-05-02', '0.9999884259', '2024-05-02T23:59:59+08:00'], ['2024-05-02', '0.25', '2024-05-02T00:25:00+08:00'], ['2024-05-02', '0.9999999999', 'unreadable']])('%s and a fraction of the day, %s, are %s', (date, time, expected) => {
    expect(pairOf(date, time)).toBe(expected);
  });

  it('need both', () => {
    expect(pairOf('', '08:26:10')).toBe('missing');
    expect(pairOf('2026-04-15', '')).toBe('missing');
    expect(pairOf('2026-04-15', 'soon')).toBe('unreadable');
    expect(pairOf('soon', '08:26:10')).toBe('unreadable');
    expect(pairOf('2026-04-15', '25:00:00')).toBe('unreadable');
  });
});

describe('Times of two hundred years', () => {
  const moment = fc.date({ min: new Date('1990-01-01T00:00:00Z'), max: new Date('2099-12-31T23:59:59Z'), noInvalidDate: true }).map((date) => new Date(Math.floor(date.getTime() / 1000) * 1000));
  const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
  const forms: readonly ((at: Date) => string)[] = [
    (at) => at.toISOString().slice(0, 19), (at) => at.toISOString().slice(0, 19).replace('T', ' '), (at) => at.toISOString().replace(/\D/g, '').slice(0, 14), (at) => `${at.toISOString().slice(0, 19)}.75`,
    (at) => `${at.getUTCFullYear()}/${at.getUTCMonth() + 1}/${at.getUTCDate()} ${at.getUTCHours()}:${two(at.getUTCMinutes())}:${two(at.getUTCSeconds())}`,
    (at) => `${two(at.getUTCDate())}-${two(at.getUTCMonth() + 1)}-${at.getUTCFullYear()} ${at.toISOString().slice(11, 19)}`,
    (at) => `${at.getUTCDate()} ${months[at.getUTCMonth()]} ${at.getUTCFullYear()} ${at.getUTCHours() % 12 || 12}:${two(at.getUTCMinutes())}:${two(at.getUTCSeconds())} ${at.getUTCHours() < 12 ? 'AM' : 'PM'}`,
    (at) => `${months[at.getUTCMonth()]} ${at.getUTCDate()} ${at.toISOString().slice(11, 19)} ${at.getUTCFullYear()}`,
    (at) => `${at.getUTCFullYear()}年${at.getUTCMonth() + 1}月${at.getUTCDate()}日 ${at.getUTCHours()}时${at.getUTCMinutes()}分${at.getUTCSeconds()}秒`,
  ];

  it('are what the platform’s own clock makes of them, in every form', () => {
    fc.assert(fc.property(moment, fc.nat(forms.length - 1), (at, form) => {
      expect(timeOf(forms[form]!(at), { zone: 'UTC' })).toBe(`${at.toISOString().slice(0, 19)}+00:00`);
    }), { numRuns: 2000 });
  });

  it('written as Unix time are that moment in the zone', () => {
    const zone = new Intl.DateTimeFormat('sv-SE', { timeZone: 'America/Sao_Paulo', dateStyle: 'short', timeStyle: 'medium' });
    fc.assert(fc.property(moment, fc.boolean(), (at, isMs) => {
      fc.pre(at.getTime() > Date.UTC(2001, 8, 9, 2));
      fc.pre(at.getTime() < Date.UTC(2099, 11, 30));
      expect(timeOf(String(isMs ? at.getTime() + 999 : at.getTime() / 1000), { zone: 'America/Sao_Paulo' }).slice(0, 19).replace('T', ' ')).toBe(zone.format(at));
    }), { numRuns: 300 });
  });

  it('are told from dates that do not exist, as the platform tells them', () => {
    fc.assert(fc.property(fc.integer({ min: 1990, max: 2099 }), fc.integer({ min: 0, max: 14 }), fc.integer({ min: 0, max: 33 }), (year, month, day) => {
      const date = new Date(Date.UTC(year, month - 1, day));
      const isReal = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
      expect(timeOf(`${year}-${two(month)}-${two(day)} 12:00:00`) !== 'unreadable').toBe(isReal);
      expect(timeOf(`${year}/${month}/${day} 12:00`) !== 'unreadable').toBe(isReal);
    }), { numRuns: 1000 });
  });

  it('never come out of arbitrary text as anything but a time from 1990 to 2100 or a reason', () => {
    const text = fc.array(fc.constantFrom('2016', '09', '1', ':', '-', '/', ' ', 'T', 'Z', '+08:00', 'Sep', 'PM', '年', '月', '.', '12', '0', '99', '1472680872', '上午', ','), { maxLength: 12 }).map((parts) => parts.join(''));
    fc.assert(fc.property(text, (text) => {
      expect(timeOf(text)).toMatch(/^(missing|unreadable|before 1990|(199\d|20\d\d)-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d)$/);
    }), { numRuns: 3000 });
  });
});
