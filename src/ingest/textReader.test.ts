import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeText, fileEncodings, type FileEncoding } from './fixtures/encodeText.ts';
import { inspectAndRead, readAll, type ReadRecord } from './fixtures/readAll.ts';
import type { FileLayout } from './inspection.ts';

const utf8 = (text: string) => encodeText(text, 'UTF-8');
const layout: FileLayout = {
  encoding: 'utf-8', bomBytes: 0, delimiter: ',', headerLine: 1, header: ['caller', 'callee', 'start', 'duration'], mapping: { caller: 0, callee: 1, start: 2, duration: 3 }, dateOrder: 'ymd', zone: 'Asia/Shanghai', isZoneChosen: false, owner: null,
};
const ownLayout: FileLayout = {
  ...layout, header: ['number', 'other', 'direction', 'start', 'duration', 'answered'], mapping: { number: 0, other: 1, direction: 2, start: 3, duration: 4, answered: 5 },
};
const calls = (...rows: readonly string[]) => utf8(['caller,callee,start,duration', ...rows].join('\n'));
const own = (...rows: readonly string[]) => readAll(ownLayout, utf8(['number,other,direction,start,duration,answered', ...rows].join('\n')));

const readMapped = (mapping: FileLayout['mapping'], ...rows: readonly string[]) => readAll({ ...layout, headerLine: 0, mapping: { caller: 0, callee: 1, ...mapping } }, utf8(rows.join('\n')));

/** Everything but the line, which quoted line ends may move. */
const content = (records: readonly ReadRecord[]) => records.map((record) => ({ ...record, line: 0 }));

// ---- A slow, obvious reader to compare with ----

interface Plan {
  readonly caller: string;
  readonly callee: string;
  readonly at: string;
  readonly duration: string;
}

/** What a person would make of a row of plain digits and ISO-like times. */
function judge({ caller, callee, at, duration }: Plan, line: number): ReadRecord | { line: number; reason: string } {
  if (caller.trim() === '' || callee.trim() === '') return { line, reason: 'numberMissing' };
  if (at.trim() === '') return { line, reason: 'timeMissing' };
  const [, y, mo, d, h, mi, s] = /^(\d{4})-(\d{2})-(\d{2}) (\d{2}):(\d{2}):(\d{2})$/.exec(at.trim()) ?? [];
  const date = new Date(Date.UTC(Number(y), Number(mo) - 1, Number(d), Number(h), Number(mi), Number(s)));
  if (y === undefined || Number.isNaN(date.getTime()) || date.toISOString().slice(0, 19) !== at.trim().replace(' ', 'T')) return { line, reason: 'timeUnreadable' };
  if (date.getUTCFullYear() < 1990) return { line, reason: 'timeBefore1990' };
  const text = duration.trim();
  if (text !== '' && !/^-?\d+$/.test(text)) return { line, reason: 'durationUnreadable' };
  if (Number(text) < 0) return { line, reason: 'durationNegative' };
  const durationS = text === '' ? null : Number(text);
  return {
    line, caller: caller.trim(), callee: callee.trim(), at: `${date.toISOString().slice(0, 19)}+00:00`, type: 'call', durationS, answered: durationS !== null && durationS > 0 ? true : null, view: 'none', cell: null, imei: null, imsi: null,
  };
}

const two = (value: number) => String(value).padStart(2, '0');
const number = fc.oneof({ weight: 8, arbitrary: fc.integer({ min: 0, max: 99_999_999 }).map((value) => `139${value}`) }, { weight: 4, arbitrary: fc.nat(999).map(String) }, { weight: 1, arbitrary: fc.constantFrom('', '  ', 'AD-Airtel-S', '王五', '*100#') });
const time = fc.oneof(
  { weight: 12, arbitrary: fc.tuple(fc.integer({ min: 1985, max: 2090 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 31 }), fc.integer({ min: 0, max: 23 }), fc.nat(59), fc.nat(59)).map(([y, mo, d, h, mi, s]) => `${y}-${two(mo)}-${two(d)} ${two(h)}:${two(mi)}:${two(s)}`) },
  { weight: 1, arbitrary: fc.constantFrom('', ' ', 'soon', '2016-13-01 00:00:00', '2016-01-01 24:30:00', '2016-01-01 00:61:00') });
const duration = fc.oneof({ weight: 8, arbitrary: fc.nat(4000).map(String) }, { weight: 1, arbitrary: fc.constantFrom('', '-5', 'x', '0', ' 7 ') });
const plan = fc.record({ caller: number, callee: number, at: time, duration });
const plans = fc.array(plan, { maxLength: 40 });
const lineOf = ({ caller, callee, at, duration }: Plan) => `${caller},${callee},${at},${duration}`;

describe('The records of a file', () => {
  it('are what a slow and obvious reader makes of it, record by record and reason by reason', () => {
    fc.assert(fc.property(plans, fc.constantFrom('\n', '\r\n', '\r'), (plans, end) => {
      const read = readAll({ ...layout, zone: 'UTC' }, utf8(['caller,callee,start,duration', ...plans.map(lineOf)].join(end)));
      const expected = plans.map((plan, at) => judge(plan, at + 2));
      expect(read.records).toEqual(expected.filter((each) => !('reason' in each)));
      expect(read.rejected.map(({ line, reason }) => ({ line, reason }))).toEqual(expected.filter((each) => 'reason' in each));
    }), { numRuns: 400 });
  });

  it('are the same in every encoding and however the file is cut into chunks', () => {
    fc.assert(fc.property(plans, fc.constantFrom(...fileEncodings), fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 5 }), (plans, encoding: FileEncoding, cuts) => {
      const text = ['caller,callee,start,duration', ...plans.map(lineOf)].join('\n');
      const whole = readAll(layout, utf8(text));
      const bytes = encodeText(text, encoding);
      const encoded: FileLayout = { ...layout, encoding: encoding.startsWith('GB') ? 'gb18030' : encoding.startsWith('UTF-16LE') ? 'utf-16le' : encoding.startsWith('UTF-16BE') ? 'utf-16be' : 'utf-8', bomBytes: encoding === 'UTF-8 with BOM' ? 3 : encoding.endsWith('BOM') ? 2 : 0 };
      expect(readAll(encoded, bytes)).toEqual(whole);
      expect(readAll(encoded, bytes, cuts)).toEqual(whole);
    }), { numRuns: 300 });
  });

  it('do not change when any of the cells is quoted', () => {
    fc.assert(fc.property(plans, fc.infiniteStream(fc.boolean()), (plans, coin) => {
      const plain = plans.map(lineOf);
      const quoted = plain.map((line) => line.split(',').map((cell) => (coin.next().value ? `"${cell}"` : cell)).join(','));
      expect(content(readAll(layout, calls(...quoted)).records)).toEqual(content(readAll(layout, calls(...plain)).records));
    }));
  });

  it('do not change when cells are written as spreadsheets protect them', () => {
    fc.assert(fc.property(plans, fc.constantFrom("'", "''", '="', ' '), (plans, how) => {
      const protect = (cell: string) => (cell.trim() === '' ? cell : how === "'" ? `'${cell}` : how === "''" ? `'${cell}'` : how === '="' ? `="${cell}"` : ` ${cell}  `);
      const guarded = plans.map((plan) => lineOf(plan).split(',').map(protect).join(','));
      expect(readAll(layout, calls(...guarded)).records).toEqual(readAll(layout, calls(...plans.map(lineOf))).records);
    }));
  });

  it('and the rejected ones together are all the rows, whatever is in them', () => {
    const cell = fc.oneof(number, time, duration, fc.string({ unit: fc.constantFrom('a', '"', ' ', '号', '1', '-', '\0', "'"), maxLength: 6 }));
    fc.assert(fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 6 }), { maxLength: 30 }), (rows) => {
      const lines = rows.map((cells) => cells.map((text) => (text.includes('"') ? `"${text.replaceAll('"', '""')}"` : text)).join(','));
      const { records, rejected, skipped } = readAll(layout, calls(...lines));
      expect(records.length + rejected.length + skipped).toBe(rows.length);
      expect(skipped).toBe(0);
    }));
  });

  it('keep the line of the file they stand on, past blank lines and line ends in quotes', () => {
    const { records, line } = readAll({ ...layout, mapping: { ...layout.mapping, place: 4 } }, calls('1,2,2016-09-01 06:01:12,3,"a\nb"', '', '   ', '3,4,2016-09-01 06:01:12,3,', '\t'));
    expect(records.map((record) => [record.line, record.caller])).toEqual([[2, '1'], [6, '3']]);
    expect(line).toBe(8);
  });
});

it('A duration that says there was no answer is none of time', () => {
  const { records, rejected } = readAll(layout, calls(...['未接通', 'No answer', '无应答', '5秒'].map((duration) => `1,2,2016-09-01 06:01:12,${duration}`)));
  expect([records.map(({ durationS }) => durationS), rejected]).toEqual([[0, 0, 0, 5], []]);
});

it.each(['UTF-8', 'GBK'] as const)('In %s a day in a row of its own may have its weekday beside it, in whatever form', (encoding) => {
  for (const day of ['2024-05-02', '2024-05-02 (Thu)', '2024/5/2(Thu.)', '2024-05-02, Thursday', '2024-05-02Thu', '2024年5月2日', '2024年5月2日（周四）', '2024年05月02日星期四', '2024-05-02（週四）', '2024-05-02 星期四']) {
    const bytes = encodeText(`起始时间;通信方式;对方号码;通信时长\n${day};;;\n09:23:55;主叫;13800138000;62\n09:24:55;被叫;13800138001;8\n2024-05-03;;;\n09:25:55;被叫;13800138001;8\n`, encoding);
    const { records, rejected } = inspectAndRead(bytes, '13900001111.csv');
    expect([day, records.map(({ at }) => at.slice(0, 19)), rejected]).toEqual([day, ['2024-05-02T09:23:55', '2024-05-02T09:24:55', '2024-05-03T09:25:55'], []]);
  }
});

describe('A row that cannot be read', () => {
  it('is none of the records where it is a total or a note, whatever empty columns a spreadsheet writes behind it', () => {
    const { records, rejected, skipped } = readAll(layout, calls('1,2,2016-09-01 06:01:12,3', '打印人：张三,,,', '总时长,,,3', 'Note: of one card,,,', '备注,1,2,3'));
    expect([records.length, rejected.map(({ text }) => text), skipped]).toEqual([1, ['备注,1,2,3'], 3]);
  });

  it.each([
    ['numberMissing', ',,,'], ['numberMissing', '1,,2016-09-01 06:01:12,3'], ['numberMissing', '1,null,2016-09-01 06:01:12,3'], ['timeMissing', '1,2,,3'], ['timeMissing', '1,2,-,3'], ['timeUnreadable', '1,2,2016-02-31 06:01:12,3'], ['timeUnreadable', '1,2,2016-13-01 06:01:12,3'], ['timeBefore1990', '1,2,1980-02-11 07:18:23,3'],
    ['durationUnreadable', '1,2,2016-09-01 06:01:12,long'], ['durationUnreadable', '1,2,2016-09-01 06:01:12,99999999'], ['durationNegative', '1,2,2016-09-01 06:01:12,-3'], ['columnsMissing', '1,2'], ['columnsMissing', 'something else'], ['lineTooLong', `1,2,${'x'.repeat(1_100_000)}`],
  ])('is rejected as %s, with its line and its text', (reason, row) => {
    const { records, rejected } = readAll(layout, calls('1,2,2016-09-01 06:01:12,3', row, '3,4,2016-09-01 06:01:12,3'));
    expect(records.map((record) => record.line)).toEqual([2, 4]);
    expect(rejected.map((each) => [each.line, each.reason])).toEqual([[3, reason]]);
    expect(row.startsWith(rejected[0]!.text.slice(0, 1000))).toBe(true);
    expect(rejected[0]!.text.length).toBeGreaterThan(0);
  });

  it('is shown in the encoding of its file', () => {
    for (const encoding of fileEncodings) {
      const { rejected } = inspectAndRead(encodeText('主叫号码,被叫号码,开始时间,通话时长,备注\n1,2,2016-09-01 06:01:12,3,好\n1,2,不知道,3,坏\n', encoding));
      expect(rejected).toEqual([{ line: 3, reason: 'timeUnreadable', text: '1,2,不知道,3,坏' }]);
    }
  });

  it('for want of a duration is a record all the same, if the column at the end is missing', () => {
    expect(readAll(layout, calls('1,2,2016-09-01 06:01:12')).records).toMatchObject([{ durationS: null, answered: null }]);
  });
});

describe('Rows that are no records', () => {
  it.each([['合计,,,5'], ['总计：,12,,5'], ['共计,,,'], ['小计,3,,'], ['Total,,,332'], ['Grand Total,,,332'], ['Sum,,,332'], ['TOTAL CALLS: 5'], ['caller,callee,start,duration'], ['"caller","callee","start","duration"'], ['This is System generated report, and needs no signature.'], ['No records found'], ['********'], ['+------+------+'], ['第1页 共3页'], ['*** END OF REPORT ***'], [',,,Totals']])('such as %s are skipped and counted', (row) => {
    const { records, rejected, skipped } = readAll(layout, calls('1,2,2016-09-01 06:01:12,3', row));
    expect([records.length, rejected.length, skipped]).toEqual([1, 0, 1]);
  });

  it('are few: a name that begins like a total is still a name', () => {
    expect(readAll(layout, calls('Totalgas,2,2016-09-01 06:01:12,3', 'Total,2,2016-09-01 06:01:12,3')).records).toHaveLength(2);
  });
});

describe('Direction, type and answer', () => {
  const when = '2016-09-01 06:01:12';

  it('say who called whom, and whose file it is', () => {
    const { records } = own(`1,2,Outgoing,${when},5,`, `1,2,Incoming,${when},5,`);
    expect(records.map(({ caller, callee, view }) => [caller, callee, view])).toEqual([['1', '2', 'caller'], ['2', '1', 'callee']]);
  });

  it('of a call that its result says nobody answered are the ringing, and no talk', () => {
    const lines = ['caller,callee,start,duration,disposition', '1,2,2016-09-01 06:01:12,25,NO ANSWER', '1,2,2016-09-01 06:02:12,65,ANSWERED', '1,2,2016-09-01 06:03:12,12,BUSY'].join('\n');
    const { records } = readAll({ ...layout, header: ['caller', 'callee', 'start', 'duration', 'disposition'], mapping: { caller: 0, callee: 1, start: 2, duration: 3, answered: 4 } }, utf8(lines));
    expect(records.map(({ durationS, answered }) => [durationS, answered])).toEqual([[0, false], [65, true], [0, false]]);
  });

  it('of a missed call are: it came in, nobody spoke', () => {
    const { records } = own(`1,2,Missed,${when},,`, `1,2,Missed,${when},0,`, `1,2,未接,${when},25,`);
    expect(records.map(({ caller, durationS, answered }) => [caller, durationS, answered])).toEqual([['2', null, false], ['2', 0, false], ['2', 0, false]]);
  });

  it('are told by a duration, and better by a column that says it', () => {
    const { records } = own(`1,2,out,${when},5,`, `1,2,out,${when},0,`, `1,2,out,${when},,`, `1,2,out,${when},5,no`, `1,2,out,${when},,yes`, `1,2,out,${when},0,ANSWERED`, `1,2,SMS out,${when},5,`, `1,2,短信接收,${when},,`);
    expect(records.map(({ type, durationS, answered }) => [type, durationS, answered])).toEqual([['call', 5, true], ['call', 0, null], ['call', null, null], ['call', 0, false], ['call', null, true], ['call', 0, true], ['text', 5, null], ['text', null, null]]);
  });

  it('beside caller and callee tell in whose file the call stands, and change nothing else', () => {
    const { records, rejected } = readMapped({ start: 2, direction: 3 }, `1,2,${when},out`, `3,1,${when},in`, `1,4,${when},?`);
    expect(rejected).toEqual([]);
    expect(records.map(({ caller, callee, view }) => [caller, callee, view])).toEqual([['1', '2', 'caller'], ['3', '1', 'callee'], ['1', '4', 'none']]);
  });

  it('of a row about one subscriber must be known', () => {
    const { rejected } = own(`1,2,,${when},5,`, `1,2,sideways,${when},5,`, `1,2,语音,${when},5,`);
    expect(rejected.map((row) => row.reason)).toEqual(['directionUnreadable', 'directionUnreadable', 'directionUnreadable']);
  });

  it('may stand in two columns, in either', () => {
    const { records } = inspectAndRead(utf8(`Target No,B Party No,Call Type,Service Type,Date,Time\n1,2,IN,SMS,2016-09-01,06:01:12\n1,2,OUT,VOICE,2016-09-01,06:01:12\n1,AB,SMT,SMS,2016-09-01,06:01:12\n`));
    expect(records.map(({ caller, type }) => [caller, type])).toEqual([['2', 'text'], ['1', 'call'], ['AB', 'text']]);
  });

  it('are read from thousands of different words without keeping them all', () => {
    const rows = Array.from({ length: 3000 }, (_, at) => `1,2,outgoing ${at},${when},5,`);
    expect(own(...rows).records).toHaveLength(3000);
  });
});

describe('The end of a call', () => {
  it('gives the start where only the end and the duration are known', () => {
    const { records } = readMapped({ end: 2, duration: 3 }, '1,2,2016-09-01 06:01:12,72', '1,2,2016-09-01 00:00:10,20', '1,2,2016-09-01 06:01:12,');
    expect(records.map((record) => record.at)).toEqual(['2016-09-01T06:00:00+08:00', '2016-08-31T23:59:50+08:00', '2016-09-01T06:01:12+08:00']);
  });

  it('is counted from the answer where one column has its moment, which is empty, 0 or no time of any call where nobody answered', () => {
    for (const [none, name] of [['', '应答时间'], ['0', 'answer_time'], ['-', 'Connect Time'], ['--', 'answer_time'], ['0000-00-00 00:00:00', 'answer_time'], ['1970-01-01 08:00:00', 'answer_time'], ['1899-12-30T00:00:00', 'answer_time'], ['N/A', 'answer_time']]) {
      const lines = [`caller,callee,start time,${name},end time`, '1,2,2016-09-01 06:00:00,2016-09-01 06:00:20,2016-09-01 06:01:12', `1,3,2016-09-01 07:00:00,${none},2016-09-01 07:00:30`];
      const { records } = inspectAndRead(utf8(lines.join('\n')));
      expect([name, records.map(({ durationS, answered }) => [durationS, answered])]).toEqual([name, [[52, true], [0, false]]]);
    }
    // A duration that is named is right as it is.
    expect(inspectAndRead(utf8('caller,callee,start time,answer time,end time,duration\n1,2,2016-09-01 06:00:00,2016-09-01 06:00:20,2016-09-01 06:01:12,50\n')).records[0]!.durationS).toBe(50);
  });

  it('gives the duration where none is known', () => {
    const { records, rejected } = readMapped({ start: 2, end: 3, duration: 4 }, '1,2,2016-09-01 06:00:00,2016-09-01 06:01:12,', '1,2,2016-09-01 06:00:00,2016-09-01 06:01:12,70', '1,2,2016-09-01 06:00:00,,', '1,2,2016-09-01 06:00:00,2016-09-01 05:00:00,', '1,2,2016-09-01T06:00:00+08:00,2016-09-01T00:00:30+02:00,');
    expect(records.map((record) => record.durationS)).toEqual([72, 70, null, 30]);
    expect(rejected.map((row) => row.reason)).toEqual(['durationNegative']);
  });
});

const read = (text: string, encoding: FileEncoding = 'UTF-8') => inspectAndRead(encodeText(text, encoding));
const row = (...cells: readonly string[]) => `1,2,2016-09-01 06:01:12,${cells.join(',')}`;

describe('Devices, cards and cells', () => {
  const head = 'caller,callee,start,imei,imsi,lac,ci';

  it('an IMEI is its first 14 digits, whether 14, 15 or 16 are given', () => {
    const { records } = read([head, row('86658805580153', '', '', ''), row('866588055801530', '', '', ''), row('8665880558015399', '', '', ''), row("'866588055801530'", '', '', ''), row('86658805-580153-0', '', '', ''), row('="866588055801530"', '', '', '')].join('\n'));
    expect(records.map((record) => record.imei)).toEqual(Array.from({ length: 6 }, () => '86658805580153'));
  });

  it('an IMEI of zeros, of dashes, or rounded by a spreadsheet is none', () => {
    const { records } = read([head, row('000000000000000', '0', '', ''), row('---', '-', '', ''), row('8.66588E+14', '4.04E+14', '', ''), row('', '', '', ''), row('null', 'NULL', '', '')].join('\n'));
    expect(records.map(({ imei, imsi }) => [imei, imsi])).toEqual(Array.from({ length: 5 }, () => [null, null]));
  });

  it('a pseudonym instead of an IMEI or IMSI is kept', () => {
    expect(read([head, row('a3f9', 'b77', '', '')].join('\n')).records).toMatchObject([{ imei: 'a3f9', imsi: 'b77' }]);
  });

  it('an area and a cell in two columns are one cell', () => {
    const { records } = read([head, row('', '', '37021', '5123841'), row('', '', '', '5123841'), row('', '', '37021', ''), row('', '', "'37021'", ' 5123841 ')].join('\n'));
    expect(records.map((record) => record.cell)).toEqual(['37021-5123841', '5123841', null, '37021-5123841']);
  });

  it('places have their names in any encoding', () => {
    for (const encoding of fileEncodings) {
      const { records } = read('caller,callee,start,place\n1,2,2016-09-01 06:01:12,北京市\n3,4,2016-09-01 06:01:12,北京市\n5,6,2016-09-01 06:01:12,Lagos\n', encoding);
      expect(records.map((record) => record.cell)).toEqual(['北京市', '北京市', 'Lagos']);
    }
  });
});

describe('Numbers', () => {
  it('in full-width digits or with invisible marks are the same numbers', () => {
    const { records } = readAll(layout, calls('１３８００１３８０００,\u202a+86 138-0013-8000\u202c,2016-09-01 06:01:12,3'));
    expect(records).toMatchObject([{ caller: '13800138000', callee: '13800138000' }]);
  });

  it('that are names are read in any encoding', () => {
    for (const encoding of fileEncodings) expect(inspectAndRead(encodeText('caller,callee,start\n张三,李四,2016-09-01 06:01:12\n', encoding)).records).toMatchObject([{ caller: '张三', callee: '李四' }]);
  });
});

describe('Hostile input', () => {
  it.each(fileEncodings)('in %s that ends in the middle of a character or a row is read up to there', (encoding) => {
    const text = '主叫号码,被叫号码,开始时间,通话地点\n1,2,2016-09-01 06:01:12,北京\n3,4,2016-09-01 06:01:12,上海';
    const bytes = encodeText(text, encoding);
    const { inspection } = inspectAndRead(bytes);
    for (let cut = 1; cut < 28; cut++) {
      const { records, rejected } = readAll(inspection.layout, bytes.subarray(0, bytes.length - cut));
      expect(records.length + rejected.length).toBeGreaterThanOrEqual(1);
      expect(records[0]).toMatchObject({ caller: '1', cell: '北京' });
    }
  });

  it('of any bytes makes records and rejected rows, the same in any chunks, and never a fault', () => {
    fc.assert(fc.property(fc.oneof(fc.uint8Array({ maxLength: 400 }), fc.array(fc.constantFrom('1', ',', '\n', '"', '2016-09-01 06:01:12', '\r', ' ', '主叫', '\0', '="', "'", '合计'), { maxLength: 60 }).map((parts) => utf8(parts.join('')))), fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 4 }), fc.constantFrom('utf-8', 'gb18030', 'utf-16le', 'utf-16be'), fc.constantFrom(',', '|', '\t'), (bytes, cuts, encoding, delimiter) => {
      const any: FileLayout = { ...layout, encoding, delimiter, headerLine: 0, mapping: { ...layout.mapping, cell: 4, lac: 5, imei: 6 } };
      expect(readAll(any, bytes, cuts)).toEqual(readAll(any, bytes));
    }), { numRuns: 1000 });
  });

  it('with a quote that never closes loses that one row at most', () => {
    const rows = Array.from({ length: 2000 }, (_, at) => `${at},2,2016-09-01 06:01:12,3`);
    rows[1000] = '1000,"2,2016-09-01 06:01:12,3';
    const { records, rejected } = readAll(layout, calls(...rows));
    expect(records.length + rejected.length).toBe(2000);
    expect(records.length).toBeGreaterThanOrEqual(1999);
  });
});
