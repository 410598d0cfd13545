import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { storedAnew } from '../../mocks/storedAnew.ts';
import { listRecords } from '../analysis/listRecords.ts';
import type { ScoredDataset } from '../analysis/scoredDataset.ts';
import { featureNames } from '../features/featureNames.ts';
import type { ByteSource } from './byteSource.ts';
import { encodeText } from '../ingest/fixtures/encodeText.ts';
import { writeWorkbook } from '../ingest/fixtures/writeWorkbook.ts';
import { findNumberKey, numberText } from '../records/numberKey.ts';
import { earlierShare } from './earlierRecords.ts';
import { startPartInThread } from './fixtures/portInThread.ts';
import { PartPool } from './partPool.ts';
import type { ReadInParts } from './pipeline.ts';
import { inspectFiles, planAddition, readDataset, readInspected, readWhole } from './pipeline.ts';
import { ProgressReporter } from './readProgress.ts';
import { cutFiles } from './segment.ts';
import { lookedCloser } from './takeCloserLook.ts';

const hooks = { onProgress: () => undefined, checkpoint: () => Promise.resolve() };
const header = 'number,other,direction,type,start,duration';

/** Few numbers and few moments, so that rows often are the same. */
const row = fc.record({
  number: fc.integer({ min: 0, max: 3 }), other: fc.integer({ min: 0, max: 3 }), direction: fc.constantFrom('out', 'in'), type: fc.constantFrom('call', 'sms'),
  minute: fc.integer({ min: 0, max: 4 }), duration: fc.constantFrom('', '0', '30'),
}).map(({ number, other, direction, type, minute, duration }) => `1380000000${number},1390000000${other},${direction},${type},2026-05-01 10:0${minute}:00,${duration}`);
const file = fc.array(row, { minLength: 1, maxLength: 25 });

function sourceOf(name: string, bytes: Uint8Array): ByteSource {
  return { name, bytes: bytes.length, read: (start, end) => Promise.resolve(bytes.slice(start, end)) };
}
const csv = (name: string, rows: readonly string[]) => sourceOf(name, encodeText(`${header}\n${rows.join('\n')}\n`, 'UTF-8'));
const read = (sources: readonly ByteSource[]) => readDataset(sources, [], 'Asia/Shanghai', 0.01, hooks);

/** Every feature of every number. */
function featuresOf({ features, oddNumbers }: ScoredDataset) {
  return Array.from(features.numbers, (key, i) => [numberText(key, oddNumbers), ...featureNames.map((name) => features.columns[name][i])] as const).toSorted(([a], [b]) => (a < b ? -1 : 1));
}

/** Each row as often as the file has it that has it most, told the slow and obvious way. */
function union(files: readonly (readonly string[])[]): string[] {
  const most = new Map<string, number>();
  for (const rows of files) {
    for (const key of new Set(rows)) most.set(key, Math.max(most.get(key) ?? 0, rows.filter((other) => other === key).length));
  }
  return [...most].flatMap(([key, count]) => Array.from({ length: count }, () => key));
}

describe('A record that stands in several files', () => {
  it('counts once; rows that one file has twice stay two', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(file, { minLength: 2, maxLength: 4 }), async (files) => {
        const dataset = await read(files.map((rows, i) => csv(`${i}.csv`, rows)));
        const once = union(files);
        const rows = files.flat().length;
        expect([dataset.recordCount, dataset.duplicateCount]).toEqual([once.length, rows - once.length]);
        expect(dataset.files.map((of) => of.rows)).toEqual(files.map((of) => of.length));
        expect(dataset.recordsByDay.reduce((sum, count) => sum + count, 0)).toBe(once.length);
        expect(featuresOf(dataset)).toEqual(featuresOf(await read([csv('once.csv', once)])));
      }),
      { numRuns: 8 },
    );
  });

  it('is found whatever the formats of the files, and wherever the rows stand in them', async () => {
    const calls = Array.from({ length: 2000 }, (_, i) => `1380000${1000 + (i % 500)},1390000${1000 + ((i * 7) % 300)},out,call,2026-05-${String(1 + (i % 28)).padStart(2, '0')} 10:${String(i % 60).padStart(2, '0')}:${String((i * 7) % 60).padStart(2, '0')},${i % 90}`);
    const book = sourceOf('late.xlsx', writeWorkbook([{ name: 'S', rows: [header, ...calls.slice(800)].map((line) => line.split(',')) }]));
    const dataset = await read([csv('early.csv', calls.slice(0, 1200)), book]);
    expect([dataset.recordCount, dataset.duplicateCount]).toEqual([2000, 400]);
    expect(featuresOf(dataset)).toEqual(featuresOf(await read([csv('all.csv', calls)])));
  });

  it('on two sheets of a workbook is two: a workbook is one file', async () => {
    const sheet = (name: string) => ({ name, rows: [header, '13800000001,13900000001,out,call,2026-05-01 10:00:00,30', '13800000001,13900000002,out,call,2026-05-01 11:00:00,30'].map((line) => line.split(',')) });
    const dataset = await read([sourceOf('book.xlsx', writeWorkbook([sheet('A'), sheet('B')]))]);
    expect([dataset.recordCount, dataset.duplicateCount]).toEqual([4, 0]);
  });

  it('but was seen from either end is left to the rule of own views', async () => {
    const both = await read([csv('a.csv', ['13800000001,13900000001,out,call,2026-05-01 10:00:00,30']), csv('b.csv', ['13900000001,13800000001,in,call,2026-05-01 10:00:00,30'])]);
    expect(both.duplicateCount).toBe(0);
    expect(featuresOf(both).map(([number]) => number)).toEqual(['13800000001', '13900000001']);
  });
});

describe('Files added to a dataset later', () => {
  const listed = (rows: readonly string[]) => rows.map((line) => line.replace(/^(\d+)/, (number) => String(Number(number) + 5)));

  it('make the same dataset as if all had been opened together', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(file, { minLength: 2, maxLength: 4 }), fc.nat(2), fc.boolean(), async (files, cut, isInParts) => {
        const sources = files.map((rows, i) => csv(`${i}.csv`, i === 2 ? listed(rows) : rows));
        const at = 1 + (cut % (sources.length - 1));
        const together = await read(sources);
        const [first, added] = [storedAnew(await read(sources.slice(0, at))), sources.slice(at)];
        const later = await addFiles(first, added, isInParts ? inParts(first, added) : undefined);
        expect(featuresOf(later)).toEqual(featuresOf(together));
        for (const name of ['name', 'files', 'recordCount', 'linkCount', 'firstDay', 'lastDay', 'recordsByDay', 'firstAt', 'lastAt', 'rejectedCount'] as const) expect([name, later[name]]).toEqual([name, together[name]]);
        // A number's own rows are found at the same file and line.
        const places = (dataset: ScoredDataset) => ['13800000000', '13900000001'].map((number) =>
          listRecords(dataset, { number, filter: { other: null, weekHour: null, day: null, imei: null, cell: null }, page: { offset: 0, limit: 99 } }).rows.map(({ file: name, line, other }) => `${name}:${line} ${other}`).toSorted());
        expect(places(later)).toEqual(places(together));
      }),
      { numRuns: 16 },
    );
  });

  it('may be of other kinds, and bring devices that there were none of', async () => {
    const calls = csv('calls.csv', ['13800000001,13900000001,out,call,2026-05-01 10:00:00,30']);
    const more = sourceOf('more.csv', encodeText('caller,callee,start,imei,cell\n13800000002,13900000009,2026-06-01 10:00:00,866588055801530,1-2\n', 'UTF-8'));
    const list = sourceOf('seized.csv', encodeText('号码,备注\n13900000001,涉案\n', 'UTF-8'));
    const later = await addFiles(await addFiles(await read([list, calls]), [more]), [list]);
    expect([later.recordCount, later.files.map(({ name }) => name), later.tables.lists.map((known) => known.file)]).toEqual([2, ['seized.csv', 'calls.csv', 'more.csv', 'seized.csv'], [0, 3]]);
    expect([...later.tables.byKind.numberLists!.files]).toEqual([0, 3]);
    expect(listRecords(later, { number: '13800000002', filter: { other: null, weekHour: null, day: null, imei: '866588055801530', cell: null }, page: { offset: 0, limit: 9 } }).total).toBe(1);
  });
});

/** Neither the earlier dataset nor its files are changed. */
async function addFiles(earlier: ScoredDataset, sources: readonly ByteSource[], readInParts: ReadInParts = () => Promise.resolve(null)): Promise<ScoredDataset> {
  const inspections = await inspectFiles(sources, [], 'Asia/Shanghai');
  const plan = planAddition(inspections, earlier);
  return lookedCloser(await readInspected(sources, inspections, hooks, async (calls, callHooks) =>
    (await readInParts(calls, plan, callHooks)) ?? readWhole(calls, plan, callHooks, undefined, earlier), earlier));
}

/** By parts side by side, without memory for what they read. */
function inParts(earlier: ScoredDataset, added: readonly ByteSource[]): ReadInParts {
  return (calls, plan, { onProgress }) => {
    const pool = new PartPool(() => startPartInThread(added));
    const inspections = calls.map(({ inspection }) => inspection);
    const shares = cutFiles(inspections, pool.size, earlierShare(earlier)!, 1);
    if (shares === null) throw new Error('not cut');
    return pool.read(added.map(({ name }) => name), inspections, plan, shares, new ProgressReporter(calls, onProgress), new AbortController().signal, null, 0, earlier);
  };
}

describe('A number with a file of its own for one month and a file about both ends for the next', () => {
  it('is described by both, and by its own alone where they tell of the same days', async () => {
    const own = Array.from({ length: 30 }, (_, i) => `13800000001,1390000${1000 + (i % 7)},${i % 3 === 0 ? 'in' : 'out'},call,2026-04-${String(1 + i).padStart(2, '0')} 10:00:00,30`);
    const both = (month: string) => sourceOf(`both-${month}.csv`, encodeText(['caller,callee,start,duration', ...Array.from({ length: 28 }, (_, i) => `13800000001,1370000${1000 + i},2026-${month}-${String(1 + i).padStart(2, '0')} 11:00:00,20`), ''].join('\n'), 'UTF-8'));
    const interactions = async (sources: readonly ByteSource[]) => {
      const dataset = await read(sources);
      return dataset.features.columns.number_of_interactions[dataset.rowOf(findNumberKey('13800000001', dataset.oddNumbers))];
    };
    expect(await interactions([csv('own.csv', own), both('05')])).toBe(58);
    expect(await interactions([both('05'), csv('own.csv', own)])).toBe(58);
    // In April its own file is the better one.
    expect(await interactions([csv('own.csv', own), both('04')])).toBe(30);
  });
});
