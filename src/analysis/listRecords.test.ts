import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arbitraryRecords, someNumbers } from '../../mocks/arbitraryRecords.ts';
import { buildDataset } from '../../mocks/buildDataset.ts';
import type { WrittenRecord } from '../../mocks/buildDataset.ts';
import { windowDataset } from '../engine/windowDataset.ts';
import { localTimeText } from '../records/days.ts';
import { contactSorts } from './answers.ts';
import type { RecordFilter, RecordRow } from './answers.ts';
import { listContacts } from './listContacts.ts';
import { listRecords } from './listRecords.ts';

const all = { offset: 0, limit: 500 };
const noFilter: RecordFilter = { other: null, weekHour: null, day: null, imei: null, cell: null };
const ego = fc.constantFrom(...someNumbers);

/** A number's records as they were written, oldest first; a call to itself is one record. */
function written(records: readonly WrittenRecord[], number: string): RecordRow[] {
  return records
    .map((record, i) => ({ record, line: i + 2 }))
    .filter(({ record }) => record.caller === number || record.callee === number)
    .sort((a, b) => (a.record.at < b.record.at ? -1 : a.record.at > b.record.at ? 1 : a.line - b.line))
    .map(({ record, line }) => {
      const isOut = record.caller === number;
      return {
        at: localTimeText(Date.parse(`${record.at}Z`) / 1000, record.offsetS ?? 28_800),
        direction: isOut ? 'out' : 'in',
        type: record.type ?? 'call',
        other: isOut ? record.callee : record.caller,
        durationS: record.durationS ?? null,
        answered: record.answered ?? null,
        imei: isOut ? (record.imei ?? null) : null,
        imsi: null,
        cell: isOut ? (record.cell ?? null) : null,
        file: 'calls.csv',
        line,
      };
    });
}

function weekHour(at: string): number {
  const wall = new Date(`${at.slice(0, 19)}Z`);
  return ((wall.getUTCDay() + 6) % 7) * 24 + wall.getUTCHours();
}

const call = (callee: string, day: string, durationS: number) => ({ caller: '7', callee, at: `2026-05-0${day}T08:00:00`, durationS });

describe("a number's records", () => {
  test('are those of the file, in time order, with their line', () => {
    fc.assert(
      fc.property(arbitraryRecords(), ego, (records, number) => {
        const page = listRecords(buildDataset(records), { number, filter: noFilter, page: all });
        const expected = written(records, number);
        expect(page).toEqual({ total: expected.length, rows: expected });
      }),
      { numRuns: 80 },
    );
  });

  test('can be narrowed to a contact, an hour of the week, a day, a device or a cell, and to all of these together', () => {
    fc.assert(
      fc.property(arbitraryRecords(), ego, fc.nat(), fc.subarray(['other', 'weekHour', 'day', 'imei', 'cell'] as const), (records, number, pick, parts) => {
        const expected = written(records, number);
        const model = expected[pick % Math.max(1, expected.length)];
        const filter: RecordFilter = {
          other: parts.includes('other') ? (model?.other ?? '10086') : null,
          weekHour: parts.includes('weekHour') ? weekHour(model?.at ?? '2026-06-01T08:00:00') : null,
          day: parts.includes('day') ? (model?.at.slice(0, 10) ?? '2026-06-01') : null,
          imei: parts.includes('imei') ? (model?.imei ?? '35000000000001') : null,
          cell: parts.includes('cell') ? (model?.cell ?? 'nowhere') : null,
        };
        const page = listRecords(buildDataset(records), { number, filter, page: all });
        expect(page.rows).toEqual(expected.filter((row) =>
          (filter.other === null || row.other === filter.other) &&
          (filter.weekHour === null || weekHour(row.at) === filter.weekHour) &&
          (filter.day === null || row.at.startsWith(filter.day)) &&
          (filter.imei === null || row.imei === filter.imei) &&
          (filter.cell === null || row.cell === filter.cell)));
      }),
      { numRuns: 80 },
    );
  });

  test('keep the file and line when several files were opened', () => {
    const dataset = buildDataset([
      { name: 'may.csv', records: [call('8', '1', 5), call('8', '2', 5)] },
      { name: 'june.csv', records: [call('8', '3', 5)] },
    ]);
    const { rows } = listRecords(dataset, { number: '7', filter: noFilter, page: all });
    expect(rows.map(({ file, line }) => `${file}:${line}`)).toEqual(['may.csv:2', 'may.csv:3', 'june.csv:2']);
  });

  test('a number that is not there has none', () => {
    const dataset = buildDataset([{ caller: '7', callee: '8', at: '2026-05-01T08:00:00' }]);
    expect(listRecords(dataset, { number: '9', filter: noFilter, page: all })).toEqual({ total: 0, rows: [] });
    expect(listRecords(dataset, { number: '', filter: noFilter, page: all })).toEqual({ total: 0, rows: [] });
  });

  test('within a window are those of its days', () => {
    const dataset = buildDataset(['2026-05-01T23:59:59', '2026-05-02T00:00:00', '2026-05-03T23:59:59', '2026-05-04T00:00:00'].map((at) => ({ caller: '7', callee: '8', at })));
    const inWindow = windowDataset(dataset, { from: '2026-05-02', to: '2026-05-03' });
    const { rows } = listRecords(inWindow, { number: '7', filter: noFilter, page: all });
    expect(rows.map(({ at }) => at.slice(0, 10))).toEqual(['2026-05-02', '2026-05-03']);
  });
});

describe("a number's contacts", () => {
  test('add up its records by the other number', () => {
    fc.assert(
      fc.property(arbitraryRecords(), ego, (records, number) => {
        const rows = written(records, number);
        const { total, rows: contacts } = listContacts(buildDataset(records), { number, sort: 'number', page: all });
        expect(total).toBe(new Set(rows.map(({ other }) => other)).size);
        for (const contact of contacts) {
          const own = rows.filter(({ other }) => other === contact.number);
          const count = (type: string, direction: string) => own.filter((row) => row.type === type && row.direction === direction).length;
          expect(contact).toMatchObject({
            callsOut: count('call', 'out'), callsIn: count('call', 'in'), textsOut: count('text', 'out'), textsIn: count('text', 'in'),
            seconds: own.reduce((sum, row) => sum + (row.type === 'call' ? (row.durationS ?? 0) : 0), 0),
          });
          expect(contact.first.slice(0, 19)).toBe(own[0]!.at.slice(0, 19));
          expect(contact.last.slice(0, 19)).toBe(own.at(-1)!.at.slice(0, 19));
        }
      }),
      { numRuns: 80 },
    );
  });

  test('page through in every order without loss', () => {
    fc.assert(
      fc.property(arbitraryRecords(), ego, fc.constantFrom(...contactSorts), fc.integer({ min: 1, max: 3 }), (records, number, sort, limit) => {
        const dataset = buildDataset(records);
        const whole = listContacts(dataset, { number, sort, page: all });
        const paged = Array.from({ length: Math.ceil(whole.total / limit) }, (_, i) => listContacts(dataset, { number, sort, page: { offset: i * limit, limit } }).rows).flat();
        expect(paged).toEqual(whole.rows);
        expect(new Set(paged.map((contact) => contact.number)).size).toBe(whole.total);
      }),
      { numRuns: 60 },
    );
  });

  test('are sorted by what the column says', () => {
    const dataset = buildDataset([call('81', '1', 10), call('82', '2', 500), call('83', '3', 1), call('83', '4', 1), call('81', '5', 10), call('83', '4', 0)]);
    const order = (sort: (typeof contactSorts)[number]) => listContacts(dataset, { number: '7', sort, page: all }).rows.map(({ number }) => number);
    expect(order('interactions')).toEqual(['83', '81', '82']);
    expect(order('seconds')).toEqual(['82', '81', '83']);
    expect(order('first')).toEqual(['81', '82', '83']);
    expect(order('last')).toEqual(['81', '83', '82']);
    expect(order('number')).toEqual(['81', '82', '83']);
  });
});

test('a device is found with or without its check digit', () => {
  const dataset = buildDataset([{ caller: '7', callee: '8', at: '2026-05-01T08:00:00', imei: '01234567890123' }]);
  const found = (imei: string) => listRecords(dataset, { number: '7', filter: { ...noFilter, imei }, page: all }).total;
  expect([found('01234567890123'), found('012345678901237'), found('1234567890123'), found('x')]).toEqual([1, 1, 0, 0]);
});
