import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ByteInterner } from '../records/byteInterner.ts';
import { OddNumbers } from '../records/oddNumbers.ts';
import type { RecordKind } from '../records/recordKinds.ts';
import { parseRecordKind, recordKinds, tableColumns, tableKinds } from '../records/recordKinds.ts';
import { TableBuilder } from '../records/recordTables.ts';
import { encodeText, fileEncodings } from './fixtures/encodeText.ts';
import { layoutFixtures } from './fixtures/layouts.ts';
import { tableFixtures, type TableFixture } from './fixtures/tableFiles.ts';
import { inspectHead } from './inspectHead.ts';
import type { Inspection } from './inspection.ts';
import { readAmount } from './kinds/amounts.ts';
import { readDegrees } from './kinds/degrees.ts';
import { declarationOf, kinds } from './kinds/kinds.ts';
import { listRoleOf, roleOfLabel } from './kinds/numberLists.ts';
import { readRanges } from './kinds/numberRange.ts';
import { createTableReader } from './tableReader.ts';

const textOf = ({ lines }: TableFixture) => `${lines.join('\r\n')}\r\n`;
const inspect = (bytes: Uint8Array, name: string, kind?: RecordKind) => inspectHead(bytes, { name, bytes: bytes.length }, kind === undefined ? {} : { kind }, 'Asia/Shanghai');

/** The values that are there, as the sample shows them. */
function shownRows({ sample }: Inspection) {
  return sample.flatMap(({ values }) => (values ? [Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null))] : []));
}

describe.each(tableFixtures)('A $name', (fixture) => {
  it.each(fileEncodings)('in %s is recognised and read row by row', (encoding) => {
    const inspection = inspect(encodeText(textOf(fixture), encoding), fixture.fileName);
    expect(inspection.kind).toBe(fixture.kind);
    expect(inspection.problems.filter(({ isFatal }) => isFatal)).toEqual([]);
    // A line that is several rows is shown as its last.
    const last = fixture.rows.filter((row, i) => !(fixture.kind === 'pools' && row['contract'] === fixture.rows[i + 1]?.['contract']));
    expect(shownRows(inspection)).toEqual(fixture.kind === 'pools' ? expect.arrayContaining(last) : fixture.rows);
    expect(inspection.sample.flatMap(({ line, rejected }) => (rejected === null ? [] : [[line, rejected]]))).toEqual(fixture.rejected ?? []);
  });

  it('reads the same in chunks of a few bytes, and every row is taken, refused or no record', () => {
    const bytes = encodeText(textOf(fixture), 'UTF-8');
    const { layout } = inspect(bytes, fixture.fileName);
    const counts = [1, 7, bytes.length].map((step) => {
      const builder = new TableBuilder(fixture.kind);
      const reader = createTableReader(layout, fixture.kind, {
        oddNumbers: new OddNumbers(), texts: new ByteInterner(), builder, accept: (line, offsetS) => builder.add(0, line, offsetS), reject: () => undefined,
      });
      for (let at = 0; at < bytes.length; at += step) reader.push(bytes.slice(at, at + step));
      reader.end();
      return { rows: builder.rowCount, accepted: reader.rows, rejected: reader.rejected, skipped: reader.skipped };
    });
    expect(counts[0]).toEqual(counts[2]);
    expect(counts[1]).toEqual(counts[2]);
    const { rows, accepted, rejected, skipped } = counts[2]!;
    expect(rows).toBe(fixture.rows.length);
    expect(accepted + rejected + skipped).toBe(fixture.lines.length - (layout.headerLine === 0 ? 0 : 1));
    expect(skipped).toBe(fixture.skipped ?? 0);
  });
});

describe('Kinds of record', () => {
  it('leave communications alone: no call layout is taken for another kind', () => {
    for (const { fileName, text } of layoutFixtures) expect(inspect(encodeText(text, 'UTF-8'), fileName).kind).toBe('communications');
  });

  it('are told by any spelling of their name', () => {
    for (const kind of recordKinds) expect(parseRecordKind(kind)).toBe(kind);
    expect(['access log', 'access-log', 'ACCESS_LOG', '内部操作', 'number lists', '名单', '话单', 'nonsense'].map(parseRecordKind)).toEqual(
      ['accessLog', 'accessLog', 'accessLog', 'accessLog', 'numberLists', 'numberLists', 'communications', null]);
  });

  it('declare a field for every column, or make it of several', () => {
    for (const kind of tableKinds) {
      const { fields, compose } = declarationOf(kind);
      const undeclared = Object.keys(tableColumns[kind]).filter((column) => !fields.some(({ field }) => field === column));
      expect(undeclared.length === 0 || compose !== undefined).toBe(true);
    }
  });

  it('can be said by hand where the header tells nothing', () => {
    const bytes = encodeText('aa,bb,cc\n17040790012,x1,2026-03-01\n', 'UTF-8');
    const plain = inspectHead(bytes, { name: 'x.csv', bytes: bytes.length }, {}, 'UTC');
    expect(plain.kind).toBe(null);
    const said = inspectHead(bytes, { name: 'x.csv', bytes: bytes.length }, { kind: 'subscriptions', mapping: { number: 0, outlet: 1, activated: 2 } }, 'UTC');
    expect(said.kind).toBe('subscriptions');
    expect(shownRows(said)).toEqual([{ number: '17040790012', outlet: 'x1', activated: '2026-03-01T00:00:00+00:00' }]);
    const halfSaid = inspectHead(bytes, { name: 'x.csv', bytes: bytes.length }, { kind: 'transfers' }, 'UTC');
    expect(halfSaid.problems.map(({ code, what }) => [code, what])).toEqual([['columnMissing', 'fromCard'], ['columnMissing', 'toCard'], ['columnMissing', 'amount'], ['columnMissing', 'time']]);
  });

  it('have dates in digits alone whose year is short', () => {
    const timesOf = (...times: readonly string[]) => shownRows(inspect(encodeText(['付款卡号,收款卡号,交易金额,交易时间', ...times.map((time) => `6222020200112233445,6222020200112233446,100,${time}`)].join('\n'), 'UTF-8'), 'a.csv', 'transfers')).map(({ time }) => time);
    expect(timesOf('240501102030', '240502082035')).toEqual(['2024-05-01T10:20:30+08:00', '2024-05-02T08:20:35+08:00']);
    expect(timesOf('1130501102030', '1130502082035')).toEqual(['2024-05-01T10:20:30+08:00', '2024-05-02T08:20:35+08:00']);
  });

  it('name no column twice within a field', () => {
    for (const { kind, fields } of kinds) for (const { field, names } of fields) expect(names.length, `${kind}.${field}`).toBeGreaterThan(0);
  });
});

describe('A range of numbers', () => {
  it.each([
    ['17001230000-17001239999', '17001230000', '17001239999'], ['170 0123 0000 ~ 170 0123 9999', '17001230000', '17001239999'], ['17001230000至17001239999', '17001230000', '17001239999'],
    ['17001230000-9999', '17001230000', '17001239999'], ['1700123', '17001230000', '17001239999'], ['1700123****', '17001230000', '17001239999'], ['1700123xxxx', '17001230000', '17001239999'],
    ['1700123*', '17001230000', '17001239999'], ['+86 1700123', '17001230000', '17001239999'], ['1700123-1700125', '17001230000', '17001259999'], ['10690001-10690009', '10690001', '10690009'],
    ['8617001230000-8617001239999', '17001230000', '17001239999'], ['13800138000', '13800138000', '13800138000'],
  ])('%s is read', (text, first, last) => {
    expect(readRanges(text)).toEqual([{ first, last }]);
  });

  it.each(['', 'tbd', '17001239999-17001230000', '12', '1700123-', '17001230000-170012399999', '1234567890123456'])('%j is none', (text) => {
    expect(readRanges(text)).toBe(null);
  });

  it('never runs backwards, whatever is written', () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom('0', '1', '3', '7', '9', '-', '~', '*', 'x', ',', ' ', '至', '+') }), (text) => {
      for (const { first, last } of readRanges(text) ?? []) {
        expect(first.length).toBe(last.length);
        expect(first <= last).toBe(true);
      }
    }));
  });
});

describe('Amounts and degrees', () => {
  it.each([['1,234.50', 1234.5], ['￥500', 500], ['5000元', 5000], ['(12.00)', -12], ['-3', -3], ['1.2万', 12000], ['USD 300', 300], ['1.234,50', 1234.5], ['12,50', 12.5], ['+7', 7], ['１２', 12]])('%s is %d', (text, value) => {
    expect(readAmount(text)).toBeCloseTo(value, 9);
  });
  it.each(['', 'free', '1,2,3', '--5', '1e5x'])('%j is no amount', (text) => {
    expect(readAmount(text)).toBeNaN();
  });
  it('are read back as they were written', () => {
    fc.assert(fc.property(fc.double({ min: -1e9, max: 1e9, noNaN: true }), (value) => {
      expect(readAmount(value.toFixed(2))).toBeCloseTo(Number(value.toFixed(2)), 6);
    }));
    fc.assert(fc.property(fc.double({ min: -90, max: 90, noNaN: true }), (value) => {
      expect(readDegrees(value.toFixed(6), 90)).toBeCloseTo(value, 5);
    }));
  });
  it.each([['31°13\'49"N', 31.2302777], ['121.47E', 121.47], ['西经0.12', -0.12], ['33.5S', -33.5]])('%s is %d degrees', (text, value) => {
    expect(readDegrees(text, 180)).toBeCloseTo(value, 5);
  });
});

it('tells a list by what it is called', () => {
  expect(['seized_cards.csv', '涉案号码.csv', '特殊号码.txt', 'whitelist.csv', 'watch list', '重点关注', 'numbers.csv', '受害人', '正常'].map(listRoleOf)).toEqual(
    ['seized', 'seized', 'leftAlone', 'leftAlone', 'watched', 'watched', null, 'victim', 'other']);
  for (const denied of ['非涉案', '未涉诈', '已解封', '解除关注', 'not fraud', 'non-fraud', 'Unblocked', 'not_seized']) expect(roleOfLabel(denied, '涉案号码.csv')).toBe('other');
  expect(roleOfLabel('诈骗受害人', '涉案号码.csv')).toBe('victim');
  expect(roleOfLabel('客服热线', '名单-特殊号码.csv')).toBe('leftAlone');
  expect([roleOfLabel('', 'numbers.csv'), roleOfLabel('红色', 'numbers.csv')]).toEqual(['watched', 'other']);
});
