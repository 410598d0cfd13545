import { describe, expect, it } from 'vitest';
import type { Codes } from './codeMeanings.ts';
import { findCodes } from './codes.ts';
import { expectKernelAgrees } from './fixtures/kernelAgreement.ts';
import { inspectAndRead, readAll } from './fixtures/readAll.ts';
import { HEAD_BYTES } from './headBytes.ts';
import type { InspectOptions } from './inspection.ts';

const ofOperator = { isPhone: false, hasDuration: true };
const operators = { 1: 'out', 2: 'in', 3: 'out' };

describe('What the codes of a direction mean', () => {
  it('is read from the column’s name or from what stands above the table', () => {
    const explained = { codes: { 0: 'out', 1: 'in' }, seen: ['0', '1'], isExplained: true };
    expect(findCodes('方向(0:呼出;1:呼入)', [], ['0', '1', '0'], ofOperator)).toEqual(explained);
    expect(findCodes('dir', ['Report of May', '0 = outgoing, 1 = incoming'], ['0', '1'], ofOperator)).toEqual(explained);
    expect(findCodes('dir', ['0 = outgoing', '1 = incoming'], ['0', '1'], ofOperator)).toEqual(explained);
    expect(findCodes('is_outgoing', [], ['1', '0'], ofOperator)).toMatchObject({ codes: { 0: 'in', 1: 'out' }, isExplained: true });
    expect(findCodes('是否主叫', [], ['是', '否'], ofOperator)).toMatchObject({ codes: { 是: 'out', 否: 'in' }, isExplained: true });
    // What is explained of one code and not of another is asked.
    expect(findCodes('方向(0:呼出;1:呼入)', [], ['0', '1', '5'], ofOperator)).toEqual({ codes: { 0: 'out', 1: 'in', 5: 'none' }, seen: ['0', '1', '5'], isExplained: false });
  });

  it('is else assumed, and said to be: as operators write it, as exchanges do, as a phone does', () => {
    expect(findCodes('CALL_TYPE', [], ['01', '02'], ofOperator)).toEqual({ codes: operators, seen: ['1', '2'], isExplained: false });
    expect(findCodes('recordType', [], ['0', '1', '6', '7'], ofOperator)).toMatchObject({ codes: { 0: 'out', 1: 'in', 6: 'sent', 7: 'received' }, isExplained: false });
    expect(findCodes('type', [], ['1', '2', '3'], { isPhone: true, hasDuration: true })).toMatchObject({ codes: { 1: 'in', 2: 'out', 3: 'missed', 5: 'missed' }, seen: ['1', '2', '3'], isExplained: false });
    expect(findCodes('type', [], ['1', '2'], { isPhone: true, hasDuration: false })).toMatchObject({ codes: { 1: 'received', 2: 'sent' }, isExplained: false });
    // An operator's list for its customer is no phone's log.
    expect(findCodes('呼叫类型', [], ['1', '2'], { isPhone: true, hasDuration: true })?.codes).toEqual(operators);
    expect(findCodes('call_type', [], ['01', '02'], { isPhone: true, hasDuration: true })?.codes).toEqual(operators);
    expect(findCodes('Direction', [], ['O', 'T'], ofOperator)).toMatchObject({ codes: { o: 'out', t: 'in' }, seen: ['o', 't'], isExplained: false });
    expect(findCodes('Call', [], ['D', 'R', 'M'], ofOperator)).toMatchObject({ codes: { d: 'out', r: 'in', m: 'missed' }, isExplained: false });
    // A phone has no code 0.
    expect(findCodes('type', [], ['0', '1'], { isPhone: true, hasDuration: true })?.codes).toMatchObject({ 0: 'out', 1: 'in' });
    expect(findCodes('type', [], ['1', '42'], ofOperator)?.codes).toEqual({ ...operators, 42: 'none' });
  });

  it('is no question where words stand, or more values than there are codes', () => {
    expect(findCodes('type', [], ['out', 'in'], ofOperator)).toBeNull();
    expect(findCodes('type', [], ['O', 'I'], ofOperator)).toBeNull();
    expect(findCodes('type', [], ['V', 'S'], ofOperator)).toBeNull();
    expect(findCodes('type', [], ['local', 'roaming', 'zone 5'], ofOperator)).toBeNull();
    expect(findCodes('type', [], Array.from({ length: 60 }, (_, i) => String(i)), ofOperator)).toBeNull();
  });
});

describe('A file with codes', () => {
  const read = (lines: readonly string[], options: InspectOptions = {}) => inspectAndRead(new TextEncoder().encode(`${lines.join('\n')}\n`), 'calls.csv', options);
  const waysOf = ({ records }: ReturnType<typeof read>) => records.map(({ caller, callee, view }) => `${caller}>${callee} ${view}`);
  const start = '2024-05-01 10:00:00';

  it('is read though some of its rows say nothing of the way, or what is no code', () => {
    const rows = ['01', '02', '-', '01', '\\N', '02', 'x', ...Array.from({ length: 20 }, () => '01')].map((code) => `13900000001,${code},13800000002,${start},10`);
    const file = read(['msisdn,call_type,other_party,start_time,duration', ...rows]);
    expect(file.inspection.layout.codes).toEqual(operators);
    expect(file.inspection.problems).toEqual([expect.objectContaining({ code: 'codesUnclear', what: '1 = out, 2 = in' })]);
    expect([file.records.length, file.rejected.map(({ reason }) => reason)]).toEqual([24, Array.from({ length: 3 }, () => 'directionUnreadable')]);
  });

  it('is read to the end by what its header says of codes that come later, and the user is asked of those seen', () => {
    const line = (code: string, i: number) => `13900000001,${code},138${String(i).padStart(8, '0')},${start},10`;
    const rows = Array.from({ length: 9000 }, (_, i) => line(i % 2 === 0 ? '01' : '02', i));
    const text = ['用户号码,呼叫类型(01主叫 02被叫 03呼转),对方号码,开始时间,通话时长', ...rows, line('03', 9000)].join('\n');
    expect(text.length).toBeGreaterThan(HEAD_BYTES);
    const file = read([text]);
    expect([file.records.length, file.rejected, file.inspection.problems]).toEqual([9001, [], []]);
    expect(file.inspection.layout).toMatchObject({ codes: { 1: 'out', 2: 'in', 3: 'out' }, codesSeen: ['1', '2'] });
  });

  it('is read by what the user says, which leaves custom’s other codes as they are unless it is against custom', () => {
    const lines = ['msisdn,call_type,other_party,start_time,duration', ...['1', '2', '3'].map((code) => `13900000001,${code},13800000002,${start},10`)];
    const said = (codes: Codes) => read(lines, { codes }).inspection;
    expect(said({ 1: 'out', 2: 'in' })).toMatchObject({ layout: { codes: operators }, problems: [{ code: 'codesUnclear' }] });
    expect(said({ 1: 'in', 2: 'out' })).toMatchObject({ layout: { codes: { 1: 'in', 2: 'out', 3: 'none' } }, problems: [{ code: 'codesUnclear' }] });
    expect(said({ 1: 'in', 2: 'out', 3: 'missed' })).toMatchObject({ layout: { codes: { 1: 'in', 2: 'out', 3: 'missed' } }, problems: [] });
  });

  it('keeps the way of a call beside columns of two parties, and asks where only custom tells', () => {
    const rows = [`139,138,1,${start},10`, `139,137,2,${start},20`, `139,136,2,${start},30`];
    const ways = ['139>138 caller', '137>139 callee', '136>139 callee'];
    const clear = read(['A number,B number,"Direction(1=out,2=in)",start time,duration', ...rows]);
    expect([waysOf(clear), clear.inspection.problems]).toEqual([ways, []]);
    for (const ends of ['A number,B number', 'caller,callee']) {
      const assumed = read([`${ends},direction,start time,duration`, ...rows]);
      expect([ends, waysOf(assumed), assumed.inspection.problems.map(({ code }) => code)]).toEqual([ends, ways, ['codesUnclear']]);
      // The user knows better.
      expect(waysOf(read([`${ends},direction,start time,duration`, ...rows], { codes: { 1: 'in', 2: 'out' } }))).toEqual(['138>139 callee', '139>137 caller', '139>136 caller']);
    }
  });

  it('names the callers of an exchange’s list itself: its codes are asked about only where they tell calls from texts', () => {
    const rows = [`139,138,0,${start},10`, `138,139,1,${start},10`, `137,138,0,${start},20`, `138,137,1,${start},20`, `139,137,0,${start},20`, `138,139,0,${start},20`];
    const head = 'calling number,called number,record type,start time,duration';
    const calls = read([head, ...rows]);
    expect([waysOf(calls)[1], calls.inspection.problems, calls.inspection.layout.codes]).toEqual(['138>139 none', [], undefined]);
    const mixed = read([head, ...rows, `139,138,6,${start},`, `138,139,7,${start},`]);
    expect(mixed.records.map(({ type }) => type)).toEqual([...rows.map(() => 'call'), 'text', 'text']);
    expect(mixed.inspection.problems.map(({ code }) => code)).toEqual(['codesUnclear']);
  });

  it('tells calls from texts by what the name of its type’s column says of other codes', () => {
    const rows = ['1,1', '2,2', '3,1', '1,2', '9,1'].map((codes) => `${codes},13900000001,13800000002,${start},0`);
    const { records, inspection } = read(['业务类型(1语音 2短信 3彩信),通信方向(1主叫 2被叫),己方号码,对方号码,开始时间,时长', ...rows]);
    expect(records.map(({ view, type }) => `${view} ${type}`)).toEqual(['caller call', 'callee text', 'caller text', 'callee call', 'caller call']);
    expect(inspection.problems).toEqual([]);
    const pairs = read(['calling number,called number,"Service type (0=voice,1=SMS)",start time', `139,138,0,${start}`, `139,138,1,${start}`]);
    expect([pairs.records.map(({ type }) => type), pairs.inspection.problems]).toEqual([['call', 'text'], []]);
  });

  it('is asked about words that nobody knows, where one subscriber’s numbers stand in every row', () => {
    const lines = ['Συνδρομητής;Συνομιλητής;Κατεύθυνση;Ημερομηνία;Διάρκεια', ...['Εξερχόμενη', 'Εισερχόμενη', 'Εξερχόμενη', 'Εισερχόμενη'].map((word, i) => `6900000001;690000001${i};${word};13/05/2024 08:20:3${i};65`)];
    const asked = read(lines);
    // Nothing is lost until the user has said what they mean, and nothing turned around.
    expect(asked.records.map(({ caller, callee }) => [caller, callee])).toEqual(lines.slice(1).map((line) => line.split(';').slice(0, 2)));
    expect(asked.inspection.problems).toEqual([expect.objectContaining({ code: 'codesUnclear', what: 'εισερχόμενη = none, εξερχόμενη = none' })]);
    const said = read(lines, { codes: { εξερχόμενη: 'out', εισερχόμενη: 'in' } });
    expect([waysOf(said), said.inspection.problems]).toEqual([['6900000001>6900000010 caller', '6900000011>6900000001 callee', '6900000001>6900000012 caller', '6900000013>6900000001 callee'], []]);
  });

  it('is asked about such words in its column of directions', () => {
    const lines = ['number,other,direction,start,duration', ...['vanaf', 'naar', 'vanaf', 'naar'].map((word, i) => `6900000001,690000001${i},${word},2024-05-13 08:20:3${i},65`)];
    expect(read(lines).inspection.problems).toEqual([expect.objectContaining({ code: 'codesUnclear', what: 'naar = none, vanaf = none' })]);
    expect(waysOf(read(lines, { codes: { vanaf: 'out', naar: 'in' } }))).toEqual(['6900000001>6900000010 caller', '6900000011>6900000001 callee', '6900000001>6900000012 caller', '6900000013>6900000001 callee']);
  });

  it('and without a header has them where one subscriber is in all rows, and another column is the duration', () => {
    const row = (code: string, other: string, duration: string) => `13900000001,1380000000${other},${code},${start}${duration}`;
    const { layout } = read([row('1', '1', ',10'), row('2', '2', ',250'), row('2', '3', ',99999')]).inspection;
    expect(layout.mapping).toEqual({ number: 0, other: 1, direction: 2, start: 3, duration: 4 });
    expect(read([row('1', '1', ''), row('2', '2', ''), row('2', '3', '')]).inspection.layout.mapping).toEqual({ caller: 0, callee: 1, start: 3, duration: 2 });
  });

  it('is not read by the direction’s codes in the column of the type', () => {
    const layout = {
      encoding: 'utf-8', bomBytes: 0, delimiter: ',', headerLine: 0, header: [], mapping: { number: 0, other: 1, direction: 2, type: 3, start: 4, duration: 5 }, dateOrder: 'ymd',
      zone: 'Asia/Shanghai', isZoneChosen: false, owner: null, codes: { 1: 'out', 2: 'in', 3: 'missed', 6: 'sent' },
    } as const;
    const lines = [['1', '3'], ['2', '6'], ['2', '短信'], ['9', '1'], ['3', '2'], ['6', '1']].map(([direction, type]) => `139,138,${direction},${type},${start},10`);
    const bytes = new TextEncoder().encode(lines.join('\n'));
    expect(expectKernelAgrees(layout, bytes)).toBeGreaterThan(0.7);
    const { records, rejected } = readAll(layout, bytes);
    expect(records.map(({ view, type, durationS }) => `${view} ${type} ${durationS}`)).toEqual(['caller call 10', 'callee call 10', 'callee text 10', 'callee call 0', 'caller text 10']);
    expect(rejected.map(({ line }) => line)).toEqual([4]);
  });
});
