import { describe, expect, it } from 'vitest';
import { storedAnew } from '../../mocks/storedAnew.ts';
import { listSuspects } from '../analysis/listSuspects.ts';
import { rolesOfRow } from '../analysis/numberMarks.ts';
import { rowOfNumber } from '../analysis/rowOfNumber.ts';
import type { ScoredDataset } from '../analysis/scoredDataset.ts';
import { hasNumber, keysOf } from '../records/numberSet.ts';
import { findNumberKey, numberText } from '../records/numberKey.ts';
import { columnNames, columnOf, hasNoTables } from '../records/recordTables.ts';
import type { ByteSource } from './byteSource.ts';
import { readDataset, UnreadableFile } from './pipeline.ts';
import type { OpenProgress, ReadOptions } from './protocol.ts';
import { windowDataset } from './windowDataset.ts';

function file(name: string, text: string): ByteSource {
  const bytes = new TextEncoder().encode(text);
  return { name, bytes: bytes.length, read: (start, end) => Promise.resolve(bytes.slice(start, end)) };
}

const calls = file('calls.csv', [
  'caller,callee,start,duration', ...Array.from({ length: 300 }, (_, i) => `13900000000,${13_700_000_000 + i},2026-05-${String(1 + (i % 28)).padStart(2, '0')} 10:00:${String(i % 60).padStart(2, '0')},30`),
  'broken,,,',
].join('\n'));
const subscriptions = file('subs.csv', 'number,id_hash,outlet,agent,operator,activated,status,contract\n13900000000,abc,Shop 1,Merchant 9,CM,2026-04-01,active,HT-1\n,x,y,z,,,,\n');
const seized = file('seized.txt', '13900000000\n13700000001\n15000000000\n');
const special = file('特殊号码.csv', '号码,备注\n13700000002,医院\nuser_x7,内部\n');
const transfers = file('transfers.csv', 'from,to,amount,time\nc1,c2,100,2026-05-02 10:00:00\n');

const open = (files: readonly ByteSource[], options: readonly ReadOptions[] = [], onProgress: (progress: OpenProgress) => void = () => undefined) =>
  readDataset(files, options, 'Asia/Shanghai', 0.01, { onProgress, checkpoint: () => Promise.resolve() });

/** Everything in the tables, as plain values. */
function shown({ tables, oddNumbers }: ScoredDataset) {
  return {
    kinds: Object.values(tables.byKind).map((table) => ({
      kind: table.kind, files: [...table.files], lines: [...table.lines], offsets: [...table.offsetsS],
      columns: Object.fromEntries(columnNames(table.kind).map((column) => [column, [...columnOf(table, column)].map((value) => (columnOf(table, column) instanceof Uint32Array ? (value === 0 ? null : tables.texts.text(value - 1)) : value))])),
    })),
    lists: tables.lists.map(({ numbers, ...list }) => ({ ...list, numbers: [...keysOf(numbers)].map((key) => numberText(key, oddNumbers)) })),
  };
}

describe('Files of several kinds', () => {
  it('are one dataset, whatever their order, with each file, its rows and what was rejected', async () => {
    const dataset = await open([seized, subscriptions, calls, special, transfers]);
    expect(dataset.files.map(({ name, kind, rows, rejected }) => [name, kind, rows, rejected])).toEqual([
      ['seized.txt', 'numberLists', 3, 0], ['subs.csv', 'subscriptions', 1, 1], ['calls.csv', undefined, 300, 1], ['特殊号码.csv', 'numberLists', 2, 0], ['transfers.csv', 'transfers', 1, 0],
    ]);
    expect(dataset.recordCount).toBe(300);
    expect(dataset.rejectedCount).toBe(2);
    expect(dataset.rejected.map(({ file, line }) => [file, line])).toEqual([['calls.csv', 302], ['subs.csv', 3]]);
    // A record's line leads to the file that it is of.
    expect(dataset.lineSegments.every(({ file }) => dataset.files[file]!.name === 'calls.csv')).toBe(true);
    expect(shown(dataset)).toMatchObject({
      kinds: [
        { kind: 'numberLists', lines: [1, 2, 3, 2, 3], files: [0, 0, 0, 3, 3] },
        { kind: 'subscriptions', lines: [2], files: [1], columns: { outlet: ['Shop 1'], agent: ['Merchant 9'], contract: ['HT-1'] } },
        { kind: 'transfers', columns: { amount: [100] } },
      ],
      lists: [{ name: 'seized.txt', role: 'seized', numbers: ['13700000001', '13900000000', '15000000000'] }, { name: '特殊号码.csv', role: 'leftAlone', numbers: ['13700000002', 'user_x7'] }],
    });
  });

  it('are the same after they were stored and opened again', async () => {
    const dataset = await open([calls, subscriptions, seized, special, transfers]);
    const again = storedAnew(dataset);
    expect(shown(again)).toEqual(shown(dataset));
    expect(again.files).toEqual(dataset.files);
    expect([...again.scores.logOdds]).toEqual([...dataset.scores.logOdds]);
    expect(hasNoTables(storedAnew(await open([calls])).tables)).toBe(true);
  });

  it('mark the numbers that stand on lists, and leave 特殊号码 out of the findings, in a window too', async () => {
    const plain = await open([calls]);
    const caller = rowOfNumber(plain, '13900000000');
    expect(plain.scores.logOdds[caller]).toBeGreaterThan(0);
    const dataset = await open([calls, seized, file('whitelist.csv', 'number\n13900000000\n')]);
    for (const some of [dataset, windowDataset(dataset, { from: '2026-05-02', to: '2026-05-20' }), storedAnew(dataset)]) {
      const row = rowOfNumber(some, '13900000000');
      expect(rolesOfRow(some, row)).toEqual(['seized', 'leftAlone']);
      expect(rolesOfRow(some, rowOfNumber(some, '13700000005'))).toEqual([]);
      expect(some.scores.logOdds[row]).toBeCloseTo(Math.log(0.01 / 0.99), 12);
      expect(some.scores.findings[row]).toBe(0);
      const page = listSuspects(some, { window: some.window, text: '13900000000', detectors: [], statuses: [], minScore: 0, sort: 'score', descending: true, offset: 0, limit: 5 }, []);
      expect(page.rows[0]).toMatchObject({ score: expect.closeTo(1, 9) as number, reasons: [], detectors: [], lists: ['seized', 'leftAlone'] });
    }
  });

  it('are a dataset without communications too', async () => {
    const dataset = await open([subscriptions, seized]);
    expect(dataset.recordCount).toBe(0);
    expect(dataset.features.numbers).toHaveLength(0);
    expect(shown(storedAnew(dataset))).toEqual(shown(dataset));
    expect(hasNumber(dataset.tables.lists[0]!.numbers, findNumberKey('150 0000 0000', dataset.oddNumbers))).toBe(true);
  });

  it('can be said to be of a kind, and one that lacks what the kind needs is refused with the column it lacks', async () => {
    const odd = file('odd.csv', 'aa,bb\n13900000000,z1\n');
    const dataset = await open([odd], [{ kind: 'subscriptions', mapping: { number: 0, outlet: 1 } }]);
    expect(dataset.files[0]).toMatchObject({ kind: 'subscriptions', rows: 1 });
    await expect(open([odd], [{ kind: 'pools' }])).rejects.toThrow(UnreadableFile);
  });

  it('tell how far they are, over all files, never backwards', async () => {
    const news: OpenProgress[] = [];
    await open([calls, subscriptions, seized], [], (progress) => news.push(progress));
    const total = calls.bytes + subscriptions.bytes + seized.bytes;
    for (const { bytes, bytesTotal } of news) expect([bytesTotal, bytes <= total]).toEqual([total, true]);
    const bytes = news.map((progress) => progress.bytes);
    expect(bytes).toEqual(bytes.toSorted((a, b) => a - b));
  });
});
