import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeOld, encodeText, fileEncodings } from './fixtures/encodeText.ts';
import { inspectAndRead, readAll } from './fixtures/readAll.ts';
import { HEAD_BYTES } from './headBytes.ts';
import { inspectHead } from './inspectHead.ts';
import type { InspectOptions } from './inspection.ts';

const utf8 = (text: string) => encodeText(text, 'UTF-8');
const inspect = (text: string | Uint8Array, options: InspectOptions = {}, name = 'calls.csv') => {
  const bytes = typeof text === 'string' ? utf8(text) : text;
  return inspectHead(bytes.subarray(0, HEAD_BYTES), { name, bytes: bytes.length }, options, 'Asia/Shanghai');
};

const header = 'caller,callee,start,duration';
const row = '13900001111,13800138000,2016-09-01 06:01:12,332';
const calls = `${header}\n${row}\n`;

describe('A file that cannot be read', () => {
  it.each<[string, string | Uint8Array, string, string]>([
    ['empty', '', 'empty', ''], ['of blanks only', ' \r\n\n\t\n', 'empty', ''], ['of a byte-order mark only', '\ufeff', 'empty', ''],
    ['of a header only', header, 'headerOnly', ''], ['of a header and blank lines', `${header}\n\n  \n`, 'headerOnly', ''],
    ['that says that nothing was found', "Vodafone Idea Call Data Records\nMSISDN : - 919100000001\nNote : No records found for the request\nTarget /A PARTY NUMBER,CALL_TYPE,B PARTY NUMBER,Call date,Call Initiation Time,Call Duration\nNote :- This is a System generated Report.\n", 'noRecordsFound', ''],
    ['that says so in Chinese', '对方号码,呼叫类型,起始时间,通话时长\n无记录\n', 'noRecordsFound', ''],
    ['of random bytes', Uint8Array.from({ length: 4000 }, (_, at) => (at * 7919) ^ (at >> 3)), 'binary', ''],
    ['that is a web page by another name', '<html><table><tr><td>主叫</td></tr></table></html>', 'unsupportedFormat', 'html'], ['that is an empty list', ' [ ]\n', 'empty', ''],
    ['that is an old workbook', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]), 'unsupportedFormat', 'xls'], ['that is JSON', '[{"caller": "1"}]', 'unsupportedFormat', 'json'], ['that is JSON lines', '{"caller":"1","callee":"2"}\n', 'unsupportedFormat', 'json'],
    ['without a callee', 'caller,start,duration\n1,2016-09-01 06:01:12,3\n', 'columnMissing', 'callee'], ['without a time', 'caller,callee,duration\n1,2,3\n', 'columnMissing', 'start'], ['without a direction', 'user,other,start\n1,2,2016-09-01 06:01:12\n', 'columnMissing', 'direction'],
  ])('%s says what is wrong', (_name, content, code, what) => {
    const { problems } = inspect(content);
    expect(problems.filter((problem) => problem.isFatal)).toEqual([expect.objectContaining({ code, what, isFatal: true })]);
  });

  it('because its first line never ends says so', () => {
    const bytes = new Uint8Array(HEAD_BYTES * 2).fill(97);
    expect(inspect(bytes).problems).toEqual([{ code: 'lineTooLong', line: 1, what: '', isFatal: true }]);
  });

  it('with a gap of zeros between its rows is text all the same', () => {
    const { records, rejected } = inspectAndRead(new TextEncoder().encode(`${header}\n${row}\n${'\0'.repeat(50_000)}${row}\n`));
    expect([records.length, rejected]).toEqual([2, []]);
  });

  it('for want of a column shows its first rows all the same, and is read once the user names the column', () => {
    const text = 'caller,callee,moment of the day,moment of the night\n1,2,2016-09-01 06:01:12,2016-09-01 06:02:12\n';
    const { problems, sample, layout } = inspect(text);
    expect(problems).toEqual([{ code: 'columnMissing', line: 1, what: 'start', isFatal: true }]);
    expect(sample).toEqual([{ line: 2, cells: ['1', '2', '2016-09-01 06:01:12', '2016-09-01 06:02:12'], record: null, rejected: null }]);
    expect(inspect(text, { mapping: { start: layout.header.indexOf('moment of the day') } }).kind).toBe('communications');
  });
});

it('Durations that a spreadsheet wrote as fractions of a day are that, and others are not', () => {
  const durationsOf = (...durations: readonly string[]) => inspectAndRead(utf8(`${header}\n${durations.map((duration) => `1,2,2016-09-01 06:01:12,${duration}`).join('\n')}\n`)).records.map(({ durationS }) => durationS);
  expect(durationsOf('0.000173611', '0', '', '0.0416666667', '1.157E-05')).toEqual([15, 0, null, 3600, 1]);
  expect(durationsOf('0.253000', '12.600000', '0')).toEqual([0, 13, 0]);
});

it('A spreadsheet’s day has its time in the column beside it', () => {
  const read = inspectAndRead(utf8('caller,callee,日期,时间,duration\n1,2,45414,0.3476273148,65\n1,2,45415,0.4476273148,65\n'));
  expect(read.records.map(({ at }) => at.slice(0, 19))).toEqual(['2024-05-02T08:20:35', '2024-05-03T10:44:35']);
});

describe('A header further down', () => {
  const messages = 'caller,callee,time sent,type';
  const lines = [header, row, row, messages, '1,2,2016-09-01 06:01:12,SMS', '3,4,2016-09-01 06:01:12,SMS'];

  it('says anew what the columns are, and a file of such parts is read as a whole', () => {
    const { inspection, records } = inspectAndRead(utf8(lines.join('\n')));
    expect(records.map(({ line, type }) => [line, type])).toEqual([[2, 'call'], [3, 'call'], [5, 'text'], [6, 'text']]);
    expect(inspection.layout.sections?.map(({ headerLine, mapping }) => [headerLine, mapping])).toEqual([[1, { caller: 0, callee: 1, start: 2, duration: 3 }], [4, { caller: 0, callee: 1, start: 2, type: 3 }]]);
  });

  it('also where the part by which the file was found is not the first', () => {
    const { inspection, records } = inspectAndRead(utf8([messages, ...Array.from({ length: 3 }, () => '1,2,2016-09-01 06:01:12,SMS'), 'caller,callee,start,duration,imei,type', `${row},866588055801530,call`].join('\n')));
    expect(inspection.layout.headerLine).toBe(5);
    expect(records.map(({ type }) => type)).toEqual(['text', 'text', 'text', 'call']);
  });

  it('that repeats the first, or says the units of the columns, is none', () => {
    expect(inspect([header, row, header, row].join('\n')).layout.sections).toBeUndefined();
    expect(inspectAndRead(utf8([header, '(MSISDN),(MSISDN),(local),(s)', row].join('\n'))).records).toHaveLength(1);
  });
});

describe('Each row of a file of several parts is read, refused with a reason or left out as no record', () => {
  const read = (...lines: readonly string[]) => {
    const { inspection, records, rejected, skipped } = inspectAndRead(utf8(lines.join('\n')), '13900001111.csv');
    return { inspection, lines: records.map(({ line }) => line), rejected: rejected.map(({ line, reason }) => [line, reason]), skipped };
  };
  const text = '1,2,2016-09-01 06:01:12,SMS';

  it('also where a part lacks a needed column, which is told and costs no other part a row', () => {
    const { inspection, ...found } = read(header, row, row, 'caller,time sent,type', '1,2016-09-01 06:01:12,SMS', '2,2016-09-01 06:01:12,SMS', '合计,,2');
    expect(found).toEqual({ lines: [2, 3], rejected: [[5, 'columnsMissing'], [6, 'columnsMissing']], skipped: 1 });
    expect(inspection.problems).toEqual([{ code: 'columnMissing', line: 4, what: 'callee', isFatal: false }]);
    expect(inspection.kind).toBe('communications');
  });

  it('and though the part with most known columns is the one', () => {
    const found = read('caller,start,duration,imei,imsi,cell', '1,2016-09-01 06:01:12,5,866588055801530,460001234567890,a', header, row);
    expect([found.lines, found.rejected, found.inspection.layout.headerLine]).toEqual([[4], [[2, 'columnsMissing']], 3]);
  });

  it('as a call of which most is missing is no title', () => {
    expect(read(header, row, '13900001111,13800138000', 'Messages', 'caller,callee,time sent,type', text)).toMatchObject({ lines: [2, 6], rejected: [[3, 'columnsMissing']] });
    expect(read(header, row, ',,2016年9月1日 06:01:12,', 'caller,callee,time sent,type', text)).toMatchObject({ lines: [2, 5], rejected: [[3, 'numberMissing']] });
  });

  it('however few calls stand above the header by which the file was found', () => {
    expect(read('caller,callee,time sent,type', text, 'caller,callee,start,duration,imei,type', `${row},866588055801530,call`)).toMatchObject({ lines: [2, 4], rejected: [] });
    // What a report says of its subscriber is no part.
    expect(read('number,date,end date', '13900001111,2016-09-01,2016-09-30', header, row).inspection.layout.sections).toBeUndefined();
  });

  it('and only a file of which no part has a row has none', () => {
    const messages = 'caller,callee,time sent,type';
    expect(read(header, messages, text)).toMatchObject({ lines: [3], rejected: [] });
    expect(read(messages, text, 'caller,callee,start,duration,imei,type').lines).toEqual([2]);
    expect(read(header, messages).inspection.problems).toEqual([expect.objectContaining({ code: 'headerOnly', isFatal: true })]);
  });

  it('for the subscriber whose file it is, where but one part has the other ends alone', () => {
    const { records, rejected } = inspectAndRead(utf8(['caller,callee,start,duration,imei,type', `${row},866588055801530,call`, 'other,direction,time sent', '13800138000,out,2016-09-01 06:01:12'].join('\n')), '13711112222.csv');
    expect([records.map(({ caller }) => caller), rejected]).toEqual([['13900001111', '13711112222'], []]);
  });

  it('for each subscriber that a title names', () => {
    const own = '对方号码,呼叫类型,起始时间,通话时长';
    const call = '13800138000,主叫,2016-09-01 06:01:12,332';
    const callersOf = (options: InspectOptions, ...lines: readonly string[]) => inspectAndRead(utf8(lines.join('\n')), 'a.csv', options).records.map(({ caller }) => caller);
    const lines = ['手机号码：13900001111', own, call, '手机号码,13900002222', own, call, call, '短信', '对方号码,呼叫类型,发送时间', '13800138000,主叫,2016-09-01 06:01:12'];
    expect(callersOf({}, ...lines)).toEqual(['13900001111', '13900002222', '13900002222', '13900002222']);
    expect(callersOf({ owner: '13700000000' }, ...lines)).toEqual(Array.from({ length: 4 }, () => '13700000000'));
  });

  it('by what a title says of all its rows, where no column does', () => {
    const typesOf = (...lines: readonly string[]) => inspectAndRead(utf8(lines.join('\n')), '13900001111.csv').records.map(({ caller, callee, type }) => [caller, callee, type]);
    const own = ['对方号码,呼叫类型,起始时间', '13800138000,呼出,2016-09-01 06:01:12'];
    const call = ['13900001111', '13800138000', 'call'];
    const sent = ['13900001111', '13800138000', 'text'];
    expect(typesOf('语音', ...own, '短信', ...own, 'Calls', ...own, 'Messages', ...own, '通话及短信', ...own)).toEqual([call, sent, call, sent, call]);
    expect(typesOf('主叫清单', '被叫号码,起始时间,通话时长', '13800138000,2016-09-01 06:01:12,5', '被叫清单', '主叫号码,起始时间,通话时长', '13800138000,2016-09-01 06:01:12,5')).toEqual([call, ['13800138000', '13900001111', 'call']]);
    expect(inspect(['被叫号码,起始时间,通话时长', '13800138000,2016-09-01 06:01:12,5', '明细', '主叫号码,起始时间,通话时长', '13800138000,2016-09-01 06:01:12,5'].join('\n')).kind).toBeNull();
  });

  it('by what all rows below the same header tell of its columns', () => {
    const { records } = inspectAndRead(utf8([header, '1,2,13/02/2016 10:00:00,5', 'caller,callee,time sent,type', text, header, '1,2,03/02/2016 10:00:00,5'].join('\n')));
    expect(records.map(({ at }) => at.slice(0, 10))).toEqual(['2016-02-13', '2016-09-01', '2016-02-03']);
  });

  it('by the epoch of each part', () => {
    const { records } = inspectAndRead(utf8([header, row, 'zaddress,ZDATE,zoriginated,zduration', '13800138000,732000000,1,5'].join('\n')), '13711112222.csv');
    expect(records.map(({ at }) => at.slice(0, 10))).toEqual(['2016-09-01', '2024-03-13']);
  });

  it('where headers recur beyond what was looked at', () => {
    const many = Array.from({ length: 6000 }, () => row);
    const messages = 'caller,callee,time sent,type';
    const found = read(header, row, messages, text, header, ...many, messages, text, text, header, row);
    expect([found.lines.length, found.rejected, found.lines.slice(-4)]).toEqual([6005, [], [6005, 6007, 6008, 6010]]);
    const ofTwo = ['手机号码：13900001111', '对方号码,类型,起始时间', '1,主叫,2016-09-01 06:01:12', '手机号码：13900002222', '对方号码,类型,起始时间'];
    const beyond = read(...ofTwo, ...Array.from({ length: 9000 }, () => '1,主叫,2016-09-01 06:01:12'), ...ofTwo.slice(0, 3));
    expect([beyond.lines.length, beyond.rejected]).toEqual([9001, [[9006, 'columnsMissing'], [9008, 'numberMissing']]]);
    const { rejected, skipped } = read(header, ...many, header, row);
    expect([rejected, skipped]).toEqual([[], 1]);
  });

  it('and what is unclear of a column is told once', () => {
    const { problems } = read(header, '1,2,03/04/2016 10:00:00,5', 'caller,callee,start,type', '1,2,05/06/2016 10:00:00,SMS', 'caller,start,type', '1,05/06/2016 10:00:00,SMS', 'caller,start,imei', '1,05/06/2016 10:00:00,866588055801530').inspection;
    expect(problems.map(({ code, line, what }) => [code, line, what])).toEqual([['dateOrderUnclear', 2, '03/04/2016 10:00:00'], ['columnMissing', 5, 'callee']]);
  });
});

it.each([
  ['SMS_13900001111.csv', [], 'text'], ['13900001111短信清单.csv', [], 'text'], ['messages.csv', [], 'text'], ['a.csv', ['短信详单'], 'text'], ['sms.csv', ['语音详单'], 'call'],
  ['text.csv', [], 'call'], ['calls and sms.csv', [], 'call'], ['13900001111.csv', [], 'call'],
])('Rows without a duration and a type are texts where the file’s name or a title says so: %s, %s', (name, titles, type) => {
  const { records } = inspectAndRead(utf8([...titles, '对方号码,收发,时间', '13800138000,发送,2016-09-01 06:01:12', '13800138001,接收,2016-09-01 06:02:12'].join('\n')), name);
  expect(records.map((record) => record.type)).toEqual([type, type]);
  expect(inspectAndRead(utf8([...titles, header, row].join('\n')), name).records.map((record) => record.type)).toEqual(['call']);
});

it('A list of one way alone is read where its title or its name says that way', () => {
  const lines = ['主叫号码,起始时间,通话时长', '13800138000,2016-09-01 06:01:12,5'];
  for (const [name, titles] of [['13900001111.csv', ['被叫清单']], ['13900001111_incoming.csv', []]] as const) {
    expect(inspectAndRead(utf8([...titles, ...lines].join('\n')), name).records).toMatchObject([{ caller: '13800138000', callee: '13900001111', type: 'call', durationS: 5 }]);
  }
  expect(inspect(lines.join('\n')).kind).toBeNull();
});

it('Durations of hours are milliseconds where nothing says that they are seconds', () => {
  const durationsOf = (name: string, scale: number) => inspectAndRead(utf8(`caller,callee,start,${name}\n${Array.from({ length: 12 }, (_, i) => `1,2,2016-09-01 06:01:12,${(i * 11 + 5) * scale}`).join('\n')}\n`)).records.map(({ durationS }) => durationS);
  const seconds = Array.from({ length: 12 }, (_, i) => i * 11 + 5);
  expect(durationsOf('duration', 1000)).toEqual(seconds);
  expect(durationsOf('duration', 1)).toEqual(seconds);
  expect(durationsOf('Duration (s)', 1000)).toEqual(seconds.map((each) => each * 1000));
});

it('A row of the columns’ types below the header is no record', () => {
  const { records, rejected, skipped } = inspectAndRead(utf8(`${header}\nVARCHAR(50),VARCHAR(50),INTEGER,INTEGER\n${row}\n`));
  expect([records.length, rejected, skipped]).toEqual([1, [], 1]);
});

it('Seconds since a study began are no times: which column has them must be said', () => {
  const { problems } = inspect(`# timestamp,caller,callee,duration\n${[184, 3784, 36_784, 400_184, 2_100_184].map((at) => `${at},1,2,5`).join('\n')}\n`);
  expect(problems.filter(({ isFatal }) => isFatal).map(({ code, what }) => [code, what])).toEqual([['columnMissing', 'start']]);
});

describe('The encoding', () => {
  const text = `主叫号码,被叫号码,开始时间,通话时长,通话地点\n13900001111,13800138000,2016-09-01 06:01:12,332,北京市朝阳区\n`;
  it.each(fileEncodings)('%s is recognised', (encoding) => {
    const { layout } = inspect(encodeText(text, encoding));
    const expected = encoding.startsWith('GB') ? 'gb18030' : encoding.split(' ')[0]!.toLowerCase();
    expect([layout.encoding, layout.bomBytes]).toEqual([expected, encoding === 'UTF-8 with BOM' ? 3 : encoding.endsWith('BOM') ? 2 : 0]);
    expect(layout.header).toEqual(['主叫号码', '被叫号码', '开始时间', '通话时长', '通话地点']);
  });

  it('is recognised though the head ends in the middle of a character', () => {
    for (const encoding of fileEncodings) {
      const bytes = encodeText(text.repeat(3), encoding);
      for (let cut = 1; cut < 8; cut++) {
        const { layout, sample } = inspectHead(bytes.subarray(0, bytes.length - cut), { name: 'a.csv', bytes: bytes.length }, {}, 'Asia/Shanghai');
        expect([encoding, layout.header[0], sample[0]!.record?.cell]).toEqual([encoding, '主叫号码', '北京市朝阳区']);
      }
    }
  });

  it('that fits none well is told, and the figures are read', () => {
    // DOS: é is 82, ü is 81.
    const old = new Uint8Array([...utf8('caller,callee,start,place\n1,2,2016-09-01 06:01:12,Orl'), 0x82, ...utf8('ans\n3,4,2016-09-01 06:01:12,M'), 0x81, ...utf8('nchen\n')]);
    const { problems, sample } = inspect(old);
    expect(problems.map((problem) => [problem.code, problem.isFatal])).toEqual([['wrongEncoding', false]]);
    expect(sample.map((row) => row.record?.caller)).toEqual(['1', '3']);
  });

  it.each([
    ['big5', '用戶號碼,通話對象,始話日期,始話時間,通話時間(秒),通話類別,基地台位置\r\n0912345678,0987654321,113/05/01,08:20:35,65,受話,台北市中山區\r\n0912345678,0987654322,113/05/01,昨天,65,受話,台北市\r\n', '0987654321', '台北市中山區'],
    ['shift_jis', '発信者番号,着信番号,通話開始日時,通話時間,基地局\n09012345678,0312345678,2024/05/01 08:20:35,65,東京都ソ区\n09012345678,0312345678,昨日ソ,65,東京都\n', '09012345678', '東京都ソ区'],
    ['euc-kr', '발신번호,수신번호,통화시작시간,통화시간(초),기지국\n01012345678,0212345678,2024-05-01 08:20:35,65,서울시 강남구\n01012345678,0212345678,어제,65,서울시\n', '01012345678', '서울시 강남구'],
    ['windows-1252', 'Numéro appelant;Numéro appelé;Date appel;Heure appel;Durée (s);Adresse\n0612345678;0687654321;13/05/2024;08:20:35;65;12 allée à Orléans\n0612345678;0687654321;13/05/2024;hïer;65;\n', '0612345678', '12 allée à Orléans'],
    ['windows-1251', 'Вызывающий номер;Вызываемый номер;Дата;Время;Длительность, сек;Адрес\n79099681488;79091137193;13.05.2024;08:20:35;65;Москва, Тверская\n79099681488;79091137193;13.05.2024;вчера;65;\n', '79099681488', 'Москва, Тверская'],
  ])('%s of Windows is recognised and read, and its rejected rows are shown as they stand', (encoding, text, caller, place) => {
    const bytes = encodeOld(text, encoding);
    const { inspection, records, rejected } = inspectAndRead(bytes);
    expect([inspection.layout.encoding, inspection.problems]).toEqual([encoding, []]);
    expect(records.map((record) => [record.caller, record.durationS, record.cell])).toEqual([[caller, 65, place]]);
    expect(rejected.map((row) => row.text)).toEqual([text.split(/\r?\n/)[2]]);
    // Cut anywhere, also within a character.
    expect(readAll(inspection.layout, bytes, [1]).records).toEqual(records);
  });

  it('of single Chinese characters beside letters is a guess that Chinese is, and of letters within words is of Europe', () => {
    const read = (text: string, encoding: 'GBK' | 'windows-1252') => {
      const { layout, problems, sample } = inspect(encoding === 'GBK' ? encodeText(text, encoding) : encodeOld(text, encoding));
      return [layout.encoding, problems.map(({ code, what }) => [code, what]), sample[0]!.record?.durationS];
    };
    expect(read(`${header},way\n${['VoLTE主', 'VoLTE被', 'Li王', '赵Y'].map((way) => `${row},${way}\n`).join('')}`, 'GBK')).toEqual(['gb18030', [['wrongEncoding', 'gb18030']], 332]);
    expect(read(`${header},way\n${row},主\n${row},被\n`, 'GBK')).toEqual(['gb18030', [], 332]);
    expect(read('origem;destino;data hora;DURAÇÃO;ligação\n13900001111;13800138000;2016-09-01 06:01:12;332;\n', 'windows-1252')).toEqual(['windows-1252', [], 332]);
    expect(read('origem;destino;data hora;duração\n13900001111;13800138000;2016-09-01 06:01:12;332\n', 'windows-1252')).toEqual(['windows-1252', [], 332]);
  });

  it('of a text with a few NUL bytes is still a text', () => {
    expect(inspect(calls.replace('332', '332\0\0') + `${row}\n`.repeat(20)).kind).toBe('communications');
  });
});

describe('The delimiter', () => {
  it.each([',', '\t', ';', '|'])('%j is recognised, also when the others stand in the cells', (delimiter) => {
    const text = `caller,callee,start,duration,place\n1,2,2016-09-01 06:01:12,332,"a, b; c | d\te"\n`.replaceAll(/,(?=[^ ])/g, delimiter);
    const { layout, sample } = inspect(text);
    expect(layout.delimiter).toBe(delimiter);
    expect(sample[0]!.record).toMatchObject({ caller: '1', callee: '2', durationS: 332, cell: 'a, b; c | d\te' });
  });
});

describe('The header', () => {
  it('is found below a preamble of any length', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom('Report of calls', '客户姓名:,张某', '', '查询时间:,2025-01-01', '"a, b"', 'Number of pages,3', ',,,', 'from 2025-01-01 to 2025-02-01', '----'), { maxLength: 40 }), (preamble) => {
      const { layout, sample } = inspect([...preamble, header, row].join('\n'));
      expect(layout.headerLine).toBe(preamble.length + 1);
      expect(sample).toHaveLength(1);
      expect(sample[0]!.record).toMatchObject({ caller: '13900001111', durationS: 332 });
    }));
  });

  it('may hold a line end in a name', () => {
    const { layout, sample } = inspect('caller,callee,start,"duration\n(s)"\n1,2,2016-09-01 06:01:12,332\n');
    expect([layout.headerLine, layout.header[3]]).toEqual([1, 'duration\n(s)']);
    expect(sample.map((each) => [each.line, each.record?.durationS])).toEqual([[3, 332]]);
  });

  it.each(['(', '/', ' ', ',', '1', 'a (', '1 ', '主/'])('is found beside cells of 100 KB of %j, above it, in it and below it, which are not looked at for long', (part) => {
    const cell = `"a1${part.repeat(100_000 / part.length)}z"`;
    for (const rows of [[cell, header, row], [`${header},${cell}`, `${row},x`], [`${header},x`, `${row},x`, `${row},${cell}`]]) {
      const { layout, sample } = inspect(rows.join('\n'));
      expect([layout.header.slice(0, 4).join(), layout.mapping]).toEqual([header, { caller: 0, callee: 1, start: 2, duration: 3 }]);
      expect(sample[0]!.record).toMatchObject({ caller: '13900001111', durationS: 332 });
    }
  });

  it('may be in two languages, each with several words', () => {
    expect(inspect('主叫号码/Calling line,被叫号码 Called line,日期/时间 Moment of call,时长|Length of it\n1,2,2016-09-01 06:01:12,332\n').layout.mapping).toEqual({ caller: 0, callee: 1, start: 2, duration: 3 });
  });

  it('may be missing: columns of numbers, a time and a duration are told by their values', () => {
    const { layout, problems, sample } = inspect(`${row}\n13900001112,13800138001,2016-09-01 07:01:12,5\n`);
    expect([layout.headerLine, layout.mapping]).toEqual([0, { caller: 0, callee: 1, start: 2, duration: 3 }]);
    expect(problems).toEqual([{ code: 'noHeader', line: 1, what: '', isFatal: false }]);
    expect(sample).toHaveLength(2);
  });

  it('may be missing where small numbers stand for people, and where a word says the direction', () => {
    expect(inspect('56,440,98,2022-08-01 01:53:13,0\n1569,850,107,2022-08-02 15:59:21,1\n').layout.mapping).toEqual({ caller: 0, callee: 1, duration: 2, start: 3 });
    expect(inspect('主叫,13900001111,13800138000,20160901060112,332\n被叫,13900001111,13800138001,20160902060112,5\n').layout.mapping).toEqual({ direction: 0, number: 1, other: 2, start: 3, duration: 4 });
    expect(inspect('13900001111|13800138000|2016-09-01|06:01:12|332\n13900001111|13800138001|2016-09-02|16:01:12|5\n').layout.mapping).toEqual({ caller: 0, callee: 1, date: 2, time: 3, duration: 4 });
  });

  it('is no row of values, though words among them are names', () => {
    expect(inspect('13900001111,13800138000,2016-09-01 06:01:12,332,destino,status\n13900001112,13800138001,2016-09-01 07:01:12,5,destino,status\n').layout).toMatchObject({ headerLine: 0, mapping: { caller: 0, callee: 1, start: 2, duration: 3 } });
  });

  it('may be missing in a switchboard’s list, where either end may be an extension and the numbers stand there twice', () => {
    const rows = (ways: string) => Array.from(ways, (way, i) => `2024/05/01 08:20:3${i},00:01:05,${i + 3},${way === 'O' ? `201,O,9555000${i},9555000${i}` : `9555001${i},I,201,201`},,0,100012${i},E201`).join('\n');
    for (const ways of ['OIOOI', 'IOIIO']) expect(inspect(rows(ways)).layout.mapping).toMatchObject({ caller: 3, callee: 5, direction: 4, start: 0, duration: 1 });
    // A phone's own list has telephones in one column alone.
    expect(inspect('out,95550001,2024-05-01 08:20:35,5\nin,95550002,2024-05-01 08:21:35,6\n').layout.mapping).toEqual({ direction: 0, other: 1, start: 2, duration: 3 });
  });

  it('may be missing though calls that came in name the subscriber second', () => {
    expect(inspect('OUT,13900001111,13800138000,20160901060112,332\nIN,13800138001,13900001111,20160902060112,5\n').layout.mapping).toEqual({ direction: 0, caller: 1, callee: 2, start: 3, duration: 4 });
  });

  it('in words that nobody knows leaves the columns to their values', () => {
    const { layout, kind } = inspect('quién;con quién;cuándo;cuánto\n13900001111;13800138000;2016-09-01 06:01:12;332\n13900001112;13800138000;2016-09-01 06:01:12;3\n');
    expect(kind).toBe('communications');
    expect([layout.headerLine, layout.mapping]).toEqual([1, { caller: 0, callee: 1, start: 2, duration: 3 }]);
  });
});

const withDates = (...dates: readonly string[]) => `${header}\n${dates.map((date) => `1,2,${date} 10:00:00,5`).join('\n')}\n`;

describe('The order of day and month', () => {
  it.each<[readonly string[], string]>([
    [['2016-09-01'], 'ymd'], [['01/02/2016', '13/02/2016'], 'dmy'], [['01/02/2016', '02/13/2016'], 'mdy'], [['01-02-2016', '31-01-2016'], 'dmy'], [['1 Sep 2016'], 'ymd'], [['20160901'], 'ymd'], [['13/02/16'], 'dmy'], [['5/5/2016'], 'ymd'], [['16-09-01', '16-09-02'], 'ymd'], [['01-09-16', '02-09-16', '13-09-16'], 'dmy'],
  ])('in %j is %s', (dates, order) => {
    const { layout, problems } = inspect(withDates(...dates));
    expect([layout.dateOrder, problems]).toEqual([order, []]);
  });

  it('is told by the part that stays the same through many dates', () => {
    const days = Array.from({ length: 24 }, (_, at) => String((at % 6) + 1).padStart(2, '0'));
    expect(inspect(withDates(...days.map((day) => `${day}/07/2016`)))).toMatchObject({ layout: { dateOrder: 'dmy' }, problems: [] });
    expect(inspect(withDates(...days.map((day) => `07/${day}/2016`)))).toMatchObject({ layout: { dateOrder: 'mdy' }, problems: [] });
  });

  it('that no date tells is the day first, and a problem names the date', () => {
    const { layout, problems } = inspect(withDates('03/04/2016', '05/06/2016'));
    expect(layout.dateOrder).toBe('dmy');
    expect(problems).toEqual([{ code: 'dateOrderUnclear', line: 2, what: '03/04/2016 10:00:00', isFatal: false }]);
  });

  it('is what the user says', () => {
    const { layout, problems, sample } = inspect(withDates('03/04/2016'), { dateOrder: 'mdy' });
    expect([layout.dateOrder, problems, sample[0]!.record!.at]).toEqual(['mdy', [], '2016-03-04T10:00:00+08:00']);
  });
});

describe('The owner of a list of other ends', () => {
  const lines = '对方号码,呼叫类型,起始时间,通话时长\n13800138000,主叫,2016-09-01 06:01:12,332\n';
  it.each([
    [`手机号码：13900001111\n${lines}`, 'a.csv', '13900001111'], [`客户姓名:,张某,手机号码:,139 0000 1111\n${lines}`, 'a.csv', '13900001111'], [`MSISDN : - 919100000001\n${lines}`, 'a.csv', '919100000001'], [lines, '13900001111.csv', '13900001111'], [lines, '话单_13900001111_20250101.csv', '13900001111'],
    [lines, '20250101-8613900001111(1).txt', '13900001111'], [lines, '张三.csv', '张三'], [lines, 'folder/20250101.csv', '20250101'],
  ])('is found: %#', (text, name, owner) => {
    const { records } = inspectAndRead(encodeText(text, 'GBK'), name);
    expect(records[0]!.caller).toBe(owner);
  });

  it('is what the user says', () => {
    expect(inspectAndRead(utf8(lines), 'a.csv', { owner: '13711112222' }).records[0]!.caller).toBe('13711112222');
  });
});

it('The zone that the user chose applies to times with an offset too', () => {
  const text = 'caller,callee,start\n1,2,2016-09-01T06:01:12Z\n';
  expect(inspect(text).sample[0]!.record!.at).toBe('2016-09-01T06:01:12+00:00');
  expect(inspect(text, { zone: 'Asia/Shanghai' }).sample[0]!.record!.at).toBe('2016-09-01T14:01:12+08:00');
  expect(() => inspect(text, { zone: 'Mars/Olympus' })).toThrow(RangeError);
});

it('Files with the same header have the same signature, whatever is in them', () => {
  const { signature } = inspect(calls);
  expect(signature).toMatch(/^[0-9a-f]{16}$/);
  expect(inspect(`Title\n${header.toUpperCase()}\n5,6,2020-01-01 00:00:00,1\n`).signature).toBe(signature);
  expect(inspect(calls.replaceAll(',', ';')).signature).not.toBe(signature);
  expect(inspect(calls.replace('callee', 'called')).signature).not.toBe(signature);
});

it('The sample shows twenty rows, with the reason where one makes no record', () => {
  const { sample } = inspect(`${header}\n1,2,1980-01-01 00:00:00,5\n,,,\n合计,,,5\n${`${row}\n`.repeat(50)}`);
  expect(sample).toHaveLength(20);
  expect(sample.slice(0, 3).map((each) => [each.line, each.rejected])).toEqual([[2, 'timeBefore1990'], [3, 'numberMissing'], [5, null]]);
});

it('Any bytes are inspected without a fault, and what is said to be readable is read', () => {
  const parts = fc.array(fc.constantFrom(header, row, '\n', '\r\n', ',', '"', '主叫', '对方号码', '类型,对方号码,开始时间', '1,2,3', '\0', '2016-09-01', '\ufeff', '{', '=', 'user;other;direction;start'), { maxLength: 25 });
  fc.assert(fc.property(fc.oneof(fc.uint8Array({ maxLength: 300 }), parts.map((list) => utf8(list.join(''))), parts.map((list) => encodeText(list.join(''), 'UTF-16BE')), parts.map((list) => encodeText(list.join(''), 'GB18030'))), (bytes) => {
    const { inspection } = inspectAndRead(bytes);
    expect(inspection.kind === null ? inspection.problems.some((problem) => problem.isFatal) : true).toBe(true);
  }), { numRuns: 1000 });
});

it('Dates without a year may have a column of their own', () => {
  const { records, rejected } = inspectAndRead(encodeText('查询月份,2019年12月\n手机号码,13900001111\n通信日期,通信时刻,通信类型,对方号码,通信时长\n12-30,09:23:55,拨打电话,13800138000,1分2秒\n01-02,19:23:55,接听电话,13800138001,12秒\n', 'GBK'), 'a.csv');
  expect([records.map(({ caller, at }) => [caller, at]), rejected]).toEqual([[['13900001111', '2019-12-30T09:23:55+08:00'], ['13800138001', '2020-01-02T19:23:55+08:00']], []]);
});

describe('Dates without a year', () => {
  const head = '起始时间,通信地点,通信方式,对方号码,通信时长';
  const rows = ['12-30 09:23:55,北京,主叫,13800138000,1分2秒', '01-02 19:23:55,北京,被叫,13800138001,12秒', '1月3日 08:00:01,北京,被叫,13800138001,12秒'];

  it.each([
    ['preamble', `查询时间:,2019年12月01日 至 2020年01月31日\n打印时间:,2020-02-03\n手机号码:,13900001111\n${head}\n`, 'a.csv'], ['name', `${head}\n`, '13900001111_201912.csv'],
  ])('take it from the %s, past New Year too', (_where, top, name) => {
    const { records, rejected } = inspectAndRead(encodeText(top + rows.join('\n'), 'GBK'), name);
    expect(rejected).toEqual([]);
    expect(records.map((record) => [record.caller, record.at, record.durationS])).toEqual([
      ['13900001111', '2019-12-30T09:23:55+08:00', 62], ['13800138001', '2020-01-02T19:23:55+08:00', 12], ['13800138001', '2020-01-03T08:00:01+08:00', 12],
    ]);
  });

  it('cannot be read where nothing tells it', () => {
    const { records, rejected } = inspectAndRead(encodeText(`${head}\n${rows.join('\n')}`, 'GBK'), 'a.csv');
    expect([records.length, rejected.map((row) => row.reason)]).toEqual([0, ['timeUnreadable', 'timeUnreadable', 'timeUnreadable']]);
  });
});
