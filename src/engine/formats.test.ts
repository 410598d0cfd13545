import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { parquetWriteBuffer } from 'hyparquet-writer';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { directedLinks } from '../analysis/directedLinks.ts';
import { listRecords } from '../analysis/listRecords.ts';
import type { ScoredDataset } from '../analysis/scoredDataset.ts';
import { featureNames } from '../features/featureNames.ts';
import { ReadNotes, withinReason } from '../ingest/formats/format.ts';
import { encodeText } from '../ingest/fixtures/encodeText.ts';
import { inFormats } from '../ingest/fixtures/inFormats.ts';
import { serialOf, writeWorkbook } from '../ingest/fixtures/writeWorkbook.ts';
import { numberText } from '../records/numberKey.ts';
import type { ByteSource } from './byteSource.ts';
import { inspectFile, readDataset } from './pipeline.ts';
import type { ReadOptions } from './protocol.ts';

const ZONE = 'Asia/Shanghai';
const hooks = { onProgress: () => undefined, checkpoint: () => Promise.resolve() };

function sourceOf(name: string, bytes: Uint8Array): ByteSource {
  return { name, bytes: bytes.length, read: (start, end) => Promise.resolve(bytes.slice(start, end)) };
}
const textSource = (name: string, text: string) => sourceOf(name, encodeText(text, 'UTF-8'));
const read = (sources: readonly ByteSource[], options: readonly ReadOptions[] = []) => readDataset(sources, options, ZONE, 0.01, hooks);

/** Everything that does not depend on the file's name and format. */
function digestOf(dataset: ScoredDataset): string {
  const numbers = Array.from(dataset.features.numbers, (key, row) => [numberText(key, dataset.oddNumbers), ...featureNames.map((name) => dataset.features.columns[name][row])] as const);
  const links = [...directedLinks(dataset)].map((link) => JSON.stringify(link)).toSorted();
  const content = [numbers.toSorted(([a], [b]) => (a < b ? -1 : 1)), links, dataset.recordCount, dataset.rejected.map(({ reason }) => reason)];
  return createHash('sha256').update(JSON.stringify(content, (_, value: unknown) => (typeof value === 'number' && Number.isNaN(value) ? 'none' : value))).digest('hex');
}

const header = ['主叫号码', '被叫号码', '开始时间', '通话时长', 'IMEI', '基站'];
const call = fc.record({
  caller: fc.constantFrom('13800000001', '13800000002', '+8613800000003', '010-62345678', '*100#', '甲方', 'a"b', ''),
  callee: fc.constantFrom('13900000001', '95588', '13800000001', '未知,号码'),
  at: fc.integer({ min: 0, max: 40 * 86_400 }).map((s) => new Date(Date.UTC(2026, 4, 1) + s * 1000).toISOString().slice(0, 19).replace('T', ' ')),
  duration: fc.constantFrom('0', '7', '00:05:32', '5分32秒', '', '-3', 'x'),
  imei: fc.constantFrom('', '866588055801530'),
  cell: fc.constantFrom('', '4301-20012', '"郑州"', "O'Hare & <Co>"),
});

describe('The same records', () => {
  it('make the same dataset in every format, with the same rows rejected for the same reasons', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(call, { minLength: 3, maxLength: 30 }), async (calls) => {
        // A first row that is a record of its own, so that the columns are what they are called.
        const rows = [['13800000001', '13900000002', '2026-05-01 10:00:00', '60', '866588055801530', '1-2'], ...calls.map(({ caller, callee, at, duration, imei, cell }) => [caller, callee, at, duration, imei, cell])];
        const digests = new Map<string, string>();
        for (const [format, { name, bytes }] of Object.entries(inFormats({ header, rows }))) {
          const dataset = await read([sourceOf(name, bytes)]);
          expect([format, dataset.recordCount + dataset.rejectedCount]).toEqual([format, rows.length]);
          digests.set(format, digestOf(dataset));
        }
        expect([...digests].filter(([, digest]) => digest !== digests.get('csv'))).toEqual([]);
      }),
      { numRuns: 3 },
    );
  });
});

describe('A workbook', () => {
  const names = ['主叫号码', '被叫号码', '开始时间', '通话时长'];
  const rows = (count: number, day: number) => Array.from({ length: count }, (_, i) => [`1380000000${i % 10}`, `1390000000${i % 10}`, `2026-05-0${day} 10:00:${10 + i}`, String(i)]);

  it('gives dates, times, durations and long numbers as they are meant, in both calendars', async () => {
    for (const is1904 of [false, true]) {
      const serial = serialOf('2026-05-01 10:00:07', is1904);
      const book = writeWorkbook([{
        name: 'S',
        rows: [
          ['caller', 'callee', 'date', 'time', 'duration', 'imei'],
          [13800000001, 1.3900000002e10, { serial: Math.floor(serial), format: 'date' }, { serial: serial % 1, format: 'time' }, { serial: 61 / 86_400, format: 'time' }, 866588055801530],
          ['13800000001', '13900000002', { serial: Math.floor(serial), format: 'date' }, { serial: serial % 1, format: 'time' }, { serial: 90_061 / 86_400, format: 'elapsed' }, null],
        ],
      }], { is1904 });
      const { sample } = await inspectFile(sourceOf('book.xlsx', book), {}, ZONE);
      expect(sample.map(({ record }) => record)).toEqual([
        { caller: '13800000001', callee: '13900000002', at: '2026-05-01T10:00:07+08:00', type: 'call', durationS: 61, answered: true, imei: '86658805580153', cell: null },
        { caller: '13800000001', callee: '13900000002', at: '2026-05-01T10:00:07+08:00', type: 'call', durationS: 90_061, answered: true, imei: null, cell: null },
      ]);
    }
  });

  it('has every sheet with call records read, and says which were left out; each record knows its sheet and row', async () => {
    const book = sourceOf('book.xlsx', writeWorkbook([
      { name: '语音', rows: [['中国移动通信'], [], names, ...rows(5, 1), [], [], ...rows(3, 2)] }, { name: '空', rows: [] },
      { name: '短信', isHidden: true, rows: [names, ...rows(4, 3)] }, { name: '说明', rows: [['项目', '内容'], ['a', 'b']] },
    ]));
    const dataset = await read([book]);
    expect(dataset.files).toMatchObject([{ name: 'book.xlsx', rows: 12, problems: [{ code: 'tablesLeftOut', what: '说明' }] }]);
    const places = listRecords(dataset, { number: '13800000001', filter: { other: null, weekHour: null, day: null, imei: null, cell: null }, page: { offset: 0, limit: 9 } }).rows;
    expect(places.map(({ file, line }) => `${file}:${line}`)).toEqual(['book.xlsx!语音:5', 'book.xlsx!语音:12', 'book.xlsx!短信:3']);
  });

  it('counts rows that have no number of their own, empty ones too', async () => {
    const cells = (values: readonly string[]) => `<row>${values.map((value) => `<c t="inlineStr"><is><t>${value}</t></is></c>`).join('')}</row>`;
    const book = writeWorkbook([{ name: 'A', rows: [] }], { sheetXml: `${cells(['Title'])}<row></row><row/>${cells(names)}${cells(rows(1, 1)[0]!)}` });
    const { layout, sample } = await inspectFile(sourceOf('book.xlsx', book), {}, ZONE);
    expect([layout.headerLine, sample.map(({ line }) => line)]).toEqual([4, [5]]);
  });

  it('is read by the sheets that were chosen', async () => {
    const book = sourceOf('book.xlsx', writeWorkbook([{ name: 'A', rows: [names, ...rows(5, 1)] }, { name: 'B', rows: [names, ...rows(4, 2)] }]));
    const dataset = await read([book], [{ tables: { A: null } }]);
    expect(dataset.files).toEqual([{ name: 'book.xlsx', bytes: book.bytes, sha256: null, rows: 4, rejected: 0 }]);
  });

  it('with a million empty rows is read like any other', async () => {
    const empty = '<row r="1"><c r="A1" s="1"/></row>'.repeat(1000);
    const cells = (row: number, values: readonly string[]) => `<row r="${row}">${values.map((value, i) => `<c r="${'ABCD'[i]}${row}" t="inlineStr"><is><t>${value}</t></is></c>`).join('')}</row>`;
    const sheetXml = `${empty}${cells(1001, names)}${cells(1_048_576, rows(1, 1)[0]!)}${'<row><c/></row>'.repeat(1000)}`;
    const dataset = await read([sourceOf('book.xlsx', writeWorkbook([{ name: 'A', rows: [] }], { sheetXml }))]);
    expect(dataset.recordCount).toBe(1);
  });
});

describe('A file that is not whole', () => {
  const lines = Array.from({ length: 6000 }, (_, i) => `1380000${String(i % 997).padStart(4, '0')},1390000${String((i * 31) % 991).padStart(4, '0')},2026-05-01 10:${String(i % 60).padStart(2, '0')}:00,${i % 400}`);
  const text = `caller,callee,start,duration\n${lines.join('\n')}\n`;
  const packed = new Uint8Array(gzipSync(text));

  it('in gzip gives what was read, rejects the row it breaks off in, and says so', async () => {
    const dataset = await read([sourceOf('calls.csv.gz', packed.slice(0, packed.length >> 1))]);
    const [file] = dataset.files;
    expect(file).toMatchObject({ rejected: 1, problems: [{ code: 'truncated', what: '' }] });
    expect(file!.rows).toBeGreaterThan(2000);
    const [row] = dataset.rejected;
    expect(row).toMatchObject({ reason: 'rowCut', line: file!.rows + 2 });
    expect(lines[file!.rows]!.startsWith(row!.text)).toBe(true);
  });

  it('in gzip rejects the row it breaks off in, wherever that is', async () => {
    for (let cut = 0; cut < 24; cut++) {
      const [file] = (await read([sourceOf('calls.csv.gz', packed.slice(0, (packed.length >> 2) + cut * 997))])).files;
      expect(file).toMatchObject({ rejected: 1, problems: [{ code: 'truncated' }] });
    }
  });

  it('in gzip with a sum that does not fit says that it is damaged', async () => {
    const bad = packed.slice();
    bad[bad.length - 6]! ^= 1;
    const dataset = await read([sourceOf('calls.csv.gz', bad)]);
    expect(dataset.files).toMatchObject([{ rows: 6000, problems: [{ code: 'damaged' }] }]);
  });

  it('in gzip with something else behind it is read up to there', async () => {
    const both = (more: Uint8Array) => sourceOf('calls.csv.gz', new Uint8Array(Buffer.concat([packed, more])));
    expect((await read([both(new TextEncoder().encode('not gzip'))])).files[0]).toMatchObject({ rows: 6000 });
    expect((await read([both(new Uint8Array(1000))])).files[0]).toMatchObject({ rows: 6000 });
  });

  it('keeps the members of an archive that can be unpacked', async () => {
    const archive = zipSync({ 'a.csv': new TextEncoder().encode(text), 'b.csv': new TextEncoder().encode(text) });
    // Into the packed bytes of the second member.
    archive.fill(0xff, (archive.length * 3) >> 2, ((archive.length * 3) >> 2) + 40);
    const [file] = (await read([sourceOf('calls.zip', archive)])).files;
    expect(file!.rows).toBeGreaterThan(6000);
    expect(file!.problems).toMatchObject([{ code: 'damaged' }]);
  });

  it('as a service answers is read by its list, whatever stands around it and however it is cut', async () => {
    const data = Array.from({ length: 300 }, (_, i) => ({ caller: '1', callee: `2{"[${i}`, start: '2026-05-01 10:00:00', meta: { duration: i } }));
    for (const answer of [{ code: 0, message: 'ok [{', page: { size: 300 }, data, end: [1, 2] }, { result: { list: data } }]) {
      for (const indent of [0, 2]) {
        const dataset = await read([textSource('answer.json', JSON.stringify(answer, null, indent))]);
        expect(dataset.files).toMatchObject([{ rows: 300, rejected: 0 }]);
      }
    }
  });

  it('with an endless line rejects that line and reads the rest', async () => {
    const endless = `caller,callee,start,duration\n${lines[0]}\n${'9'.repeat(3_000_000)}\n${lines[1]}\n`;
    for (const source of [textSource('calls.csv', endless), sourceOf('calls.csv.gz', new Uint8Array(gzipSync(endless)))]) {
      const dataset = await read([source]);
      expect([dataset.recordCount, dataset.rejected.map(({ reason, line }) => [reason, line])]).toEqual([2, [['lineTooLong', 3]]]);
    }
    const json = [{ caller: '1', callee: '2', start: '2026-05-01 10:00:00' }, { caller: '9'.repeat(3_000_000), callee: '2', start: '2026-05-01 10:00:00' }, { caller: '3', callee: '2', start: '2026-05-01 10:00:00' }];
    const dataset = await read([textSource('calls.jsonl', json.map((object) => JSON.stringify(object)).join('\n'))]);
    expect([dataset.recordCount, dataset.rejected.map(({ reason, line }) => [reason, line])]).toEqual([2, [['lineTooLong', 2]]]);
  });

  it('in JSON has its broken lines rejected, one by one', async () => {
    const good = '{"caller":"1","callee":"2","start":"2026-05-01 10:00:00"}';
    const dataset = await read([textSource('calls.jsonl', [good, '{"caller":"1","call', '', good, '[1,2]', '7'].join('\n'))]);
    expect([dataset.recordCount, dataset.rejected.map(({ line }) => line)]).toEqual([2, [2, 5, 6]]);
  });
});

describe('A Parquet file', () => {
  const calls = Array.from({ length: 300 }, (_, i) => ({ caller: `1380000${1000 + i}`, callee: 13_900_000_000 + i, at: new Date(Date.UTC(2026, 4, 1, 2, 0, i % 60)), seconds: i }));
  const column = <Name extends keyof (typeof calls)[number]>(name: Name) => calls.map((call) => call[name]);
  const write = (names: readonly string[], more: Partial<Parameters<typeof parquetWriteBuffer>[0]> = {}) => new Uint8Array(parquetWriteBuffer({
    columnData: [
      { name: 'caller', data: column('caller'), type: 'STRING' as const }, { name: 'callee', data: column('callee').map(BigInt), type: 'INT64' as const },
      { name: 'start', data: column('at'), type: 'TIMESTAMP' as const }, { name: 'duration', data: column('seconds'), type: 'INT32' as const },
    ].filter(({ name }) => names.includes(name)),
    rowGroupSize: 100, ...more,
  }));
  const all = ['caller', 'callee', 'start', 'duration'];

  it('has its moments in the zone of the user, and whole numbers whatever their type', async () => {
    const { sample, layout } = await inspectFile(sourceOf('calls.parquet', write(all)), {}, ZONE);
    expect(sample[1]!.record).toMatchObject({ caller: '13800001001', callee: '13900000001', at: '2026-05-01T10:00:01+08:00', durationS: 1 });
    expect([layout.headerLine, layout.header]).toEqual([0, all]);
  });

  it('without a needed column is asked about like any other', async () => {
    const { problems } = await inspectFile(sourceOf('calls.parquet', write(['caller', 'start'])), {}, ZONE);
    expect(problems).toMatchObject([{ code: 'columnMissing', what: 'callee', isFatal: true }]);
  });

  it('in a compression that is not known is refused by the name of that', async () => {
    const { problems } = await inspectFile(sourceOf('calls.parquet', write(all, { codec: 'LZO', compressors: { LZO: (bytes: Uint8Array) => bytes } })), {}, ZONE);
    expect(problems).toEqual([{ code: 'codecUnknown', line: 0, what: 'LZO', isFatal: true }]);
  });

  it('with a damaged row group has the other groups read and every lost row counted', async () => {
    const bytes = write(all);
    // Past the head of the file, within the pages of the first group.
    bytes.fill(0xff, 40, 400);
    const dataset = await read([sourceOf('calls.parquet', bytes)], [{ mapping: { caller: 0, callee: 1, start: 2, duration: 3 } }]);
    expect([dataset.recordCount, dataset.rejectedCount]).toEqual([200, 100]);
    expect(dataset.files[0]!.problems).toEqual([{ code: 'rowsLost', what: 'row group 1, 100 rows' }]);
  });
});

describe('A file that would fill the memory', () => {
  it('is given up when it unpacks to hundreds of times its size, and what was read stays', async () => {
    const megabyte = new Uint8Array(1 << 20);
    async function* unpacked() {
      for (let i = 0; i < 2000; i++) yield await Promise.resolve(megabyte);
    }
    const notes = new ReadNotes();
    let given = 0;
    for await (const chunk of withinReason(unpacked(), () => 1 << 20, notes)) given += chunk.length;
    expect([given, notes.isCut, notes.notices]).toEqual([400 << 20, true, [{ code: 'expandsTooMuch', what: '400' }]]);
  });
});
