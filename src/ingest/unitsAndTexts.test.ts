import { describe, expect, it } from 'vitest';
import { encodeText } from './fixtures/encodeText.ts';
import { inspectAndRead } from './fixtures/readAll.ts';

const at = '2026-05-01 09:30:15';
const read = (lines: readonly string[]) => {
  const { records, rejected, skipped } = inspectAndRead(encodeText(lines.join('\n'), 'UTF-8'), 'calls.csv');
  return { records, rejected: rejected.length, skipped };
};
const durations = (lines: readonly string[]) => read(lines).records.map(({ durationS }) => durationS);

describe('The unit of a duration', () => {
  it.each<[string, readonly string[], number]>([
    ['in a row of units below the header', ['主叫号码,被叫号码,起始时间,通话时长,费用', ',,(年-月-日 时:分:秒),(分),(元)', `13812345678,13900001111,${at},3,0.1`], 180],
    ['in such a row in English', ['Caller,Called,Start,Duration', ',,,(min)', `13812345678,13900001111,${at},4`], 240],
    ['in a line above the header', ['单位：分钟', '主叫号码,被叫号码,开始时间,通话时长', `13812345678,13900001111,${at},2`], 120],
    ['that is all of the name', ['Caller,Called,Start,Mins', `13812345678,13900001111,${at},5`], 300],
    ['that is all of a bill’s name', ['Caller,Called,Start,Min.', `13812345678,13900001111,${at},5`], 300],
    ['of tenths', ['主叫号码,被叫号码,开始时间,通话时长(0.1秒)', `13812345678,13900001111,${at},320`], 32],
  ])('%s counts', (_where, lines, seconds) => {
    expect(read(lines)).toMatchObject({ rejected: 0, records: [{ durationS: seconds }] });
  });

  it('in the name goes before a line above it', () => {
    expect(durations(['单位：分钟', '主叫号码,被叫号码,开始时间,通话时长(秒)', `13812345678,13900001111,${at},75`])).toEqual([75]);
  });
});

it('What was talked is read rather than what is billed, wherever they stand', () => {
  expect(durations(['主叫号码,被叫号码,开始时间,计费时长(分钟),通话时长(秒)', `13812345678,13900001111,${at},4,181`])).toEqual([181]);
  expect(durations(['主叫号码,被叫号码,开始时间,通话时长(秒),计费时长(分钟)', `13812345678,13900001111,${at},181,4`])).toEqual([181]);
  expect(durations(['主叫号码,被叫号码,开始时间,计费时长(分钟)', `13812345678,13900001111,${at},4`])).toEqual([240]);
});

describe('A list of texts', () => {
  it.each<[string, readonly string[]]>([
    ['that has what was written', ['本机号码,对方号码,收发类型,时间,内容', `13812345678,13900001111,发送,${at},您好`]],
    ['of who sent and who received', ['发送号码,接收号码,发送时间,短信内容', `13812345678,13900001111,${at},您好`]],
    ['in English', ['From,To,Date,Message Body', `13812345678,13900001111,${at},hello`]],
  ])('%s is one of texts', (_what, lines) => {
    expect(read(lines)).toMatchObject({ rejected: 0, records: [{ type: 'text', caller: '13812345678', callee: '13900001111' }] });
  });

  it('may say how many they were where calls say how long they took', () => {
    const { records, rejected } = read(['业务类型,本机号码,对方号码,主被叫,时间,时长', `语音,13812345678,13900001111,被叫,${at},7分39秒`, `点对点短信,13812345678,13900001111,主叫,${at},1条`, `语音,13812345678,13900001111,主叫,${at},1条`]);
    expect(records).toMatchObject([{ type: 'call', durationS: 459 }, { type: 'text', durationS: null }]);
    expect(rejected).toBe(1);
  });
});

it('The town that a subscriber called from is nobody’s number', () => {
  expect(read(['Service Number,Date,Time,Origin,Destination,Number Called,Duration', '0411222333,30/05/2026,04:55,Sydney,Mobile,0410000000,10:15']).records).toMatchObject([{ caller: '0411222333', callee: '0410000000' }]);
});

it('Subtotals, lines drawn below a header and rows of units are no records and not rejected', () => {
  expect(read([
    '主叫号码,被叫号码,开始时间,通话时长', '--------,--------,--------,----', `13812345678,13900001111,${at},75`, '5月1日小计,,,75', '本页合计:,,,75', `13812345678,13900002222,${at},5`,
  ])).toMatchObject({ rejected: 0, skipped: 3, records: [{ durationS: 75 }, { durationS: 5 }] });
});
