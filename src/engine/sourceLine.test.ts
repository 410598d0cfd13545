import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createTextReader } from '../ingest/textReader.ts';
import type { LineSegment } from '../records/communication.ts';
import type { ByteSource } from './byteSource.ts';
import { DatasetBuilder } from './datasetBuilder.ts';
import { LineMarks } from './lineMarks.ts';
import { inspectFile, readDataset } from './pipeline.ts';
import { RECORD_WORDS } from '../records/communication.ts';
import { findLines } from './sourceLine.ts';

const ZONE = 'Asia/Shanghai';
const HEAD = 'caller,callee,start,duration,cell';
const files = [{ name: 'calls.csv', bytes: 0, sha256: null, rows: 0, rejected: 0 }];

function sourceOf(bytes: Uint8Array<ArrayBuffer>): ByteSource {
  return { name: 'calls.csv', bytes: bytes.length, read: (start, end) => Promise.resolve(bytes.slice(start, end)) };
}

const row = fc.tuple(fc.nat(99), fc.constantFrom('A1', '成都', '"two\nlines"', '"a, b"', '')).map(([second, cell]) => `13800000001,13900000002,2016-05-30 10:00:${String(second % 60).padStart(2, '0')},5,${cell}`);
const line = fc.oneof({ weight: 6, arbitrary: row }, fc.constantFrom('', 'not a record', 'x,y,z,1,"'));

describe('the line of a record', () => {
  it('is found in the file wherever the reader left its marks, whatever ends the lines', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 40 }), fc.constantFrom('\n', '\r\n', '\r'), fc.constantFrom('utf-8', 'utf-16le'), fc.integer({ min: 2, max: 90 }), async (lines, end, encoding, step) => {
        const text = `${[HEAD, ...lines].join(end)}${end}`;
        const bytes = encoding === 'utf-8' ? new TextEncoder().encode(text) : new Uint8Array(Buffer.from(`\uFEFF${text}`, 'utf16le'));
        const source = sourceOf(bytes);
        const { layout } = await inspectFile(source, {}, ZONE);
        const sink = new DatasetBuilder({ name: '', zone: ZONE, baseRate: 0.01, recordWords: RECORD_WORDS, expectedRecords: 10 });
        sink.beginFile('calls.csv', bytes.length, layout.encoding);
        const reader = createTextReader(layout, sink);
        const marks = new LineMarks(1, 0);
        // In steps of whole UTF-16 units, as chunks are.
        for (let at = 0; at < bytes.length; at += step * 2) {
          const chunk = bytes.subarray(at, at + step * 2);
          reader.push(chunk);
          marks.note(reader, chunk, at + chunk.length);
        }
        reader.end();
        const segment: LineSegment = { base: 0, file: 0, linesBefore: 0, marks: marks.take(reader), encoding: layout.encoding };
        const expected = text.split(/\r\n|\r|\n/);
        for (const [i, wanted] of expected.slice(0, -1).entries()) {
          expect(await findLines({ files, lineSegments: [segment] }, 'calls.csv', i + 1, [source])).toEqual([{ is: 'line', text: wanted, isCut: false }]);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('is told to be out of reach when its file is not open, is shorter now, or has no lines; a very long one is cut', async () => {
    const bytes = new TextEncoder().encode(`${HEAD}\n13800000001,13900000002,2016-05-30 10:00:00,5,${'A'.repeat(40_000)}\n`);
    const dataset = await readDataset([sourceOf(bytes)], [], ZONE, 0.01, { onProgress: () => undefined, checkpoint: () => Promise.resolve() });
    const find = (sources: readonly (ByteSource | null)[], of: Pick<typeof dataset, 'files' | 'lineSegments'> = dataset) => findLines(of, 'calls.csv', 2, sources);
    expect(await find([null])).toEqual([{ is: 'closed' }]);
    expect(await find([sourceOf(bytes.slice(0, 20))])).toEqual([{ is: 'changed' }]);
    expect(await find([null], { files: dataset.files, lineSegments: [{ base: 0, file: 0, linesBefore: 0 }] })).toEqual([{ is: 'unplaced' }]);
    expect(await findLines(dataset, 'other.csv', 2, [])).toEqual([]);
    const [long] = await find([sourceOf(bytes)]);
    expect(long).toMatchObject({ is: 'line', isCut: true });
    expect(long!.is === 'line' && long!.text.length).toBe(16 << 10);
  });
});
