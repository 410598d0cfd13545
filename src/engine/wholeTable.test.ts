import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inFormats } from '../ingest/fixtures/inFormats.ts';
import { writeWorkbook } from '../ingest/fixtures/writeWorkbook.ts';
import type { Inspection } from '../ingest/inspection.ts';
import type { ByteSource } from './byteSource.ts';
import { describeAll, readInParts } from './fixtures/partsInThread.ts';
import { inspectFiles, planDataset, readDataset } from './pipeline.ts';
import type { Segment } from './segment.ts';
import { cutFiles, NotDivisible } from './segment.ts';
import { gatherFiles, tableSources } from './tableSource.ts';

const ZONE = 'Asia/Shanghai';
const hooks = { onProgress: () => undefined, checkpoint: () => Promise.resolve() };
const header = ['caller', 'callee', 'start', 'duration', 'cell'];
const formats = ['csv', 'gbk', 'utf16', 'csv.gz', 'two members of gzip', 'jsonl.gz', 'jsonl', 'xlsx', 'parquet', 'zip', 'cut gzip', 'two sheets', 'two in zip'] as const;

/** Of few values, so that files share records: which copy stays must not hang on who read it. */
const row = fc.tuple(fc.nat(3), fc.nat(3), fc.nat(4), fc.constantFrom('0', '30', '', 'x'), fc.constantFrom('A1', 'B2', '成都'))
  .map(([caller, callee, hour, duration, cell]) => [`1380000000${caller}`, `1390000000${callee}`, new Date(1_464_566_400_000 + hour * 3_600_000).toISOString().slice(0, 19), duration, cell]);
const file = fc.record({ rows: fc.array(row, { minLength: 3, maxLength: 25 }), format: fc.constantFrom(...formats) });

function sourceOf(name: string, bytes: Uint8Array): ByteSource {
  return { name, bytes: bytes.length, read: (start, end) => Promise.resolve(bytes.slice(start, end)) };
}

function fileOf(rows: readonly (readonly string[])[], format: (typeof formats)[number], i: number): ByteSource {
  const made = inFormats({ header, rows });
  if (format === 'two sheets') {
    const sheet = (name: string) => ({ name, rows: [header, ...rows] });
    return sourceOf(`${i}.xlsx`, writeWorkbook([sheet('A'), sheet('B')]));
  }
  if (format === 'two in zip') return sourceOf(`${i}.zip`, made.zip!.bytes);
  if (format === 'cut gzip') return sourceOf(`${i}.gz`, made['csv.gz']!.bytes.subarray(0, -8));
  const { name, bytes } = made[format]!;
  return sourceOf(`${i} ${name}`, bytes);
}

/** Each table as a whole to one of the readers. */
function dealt(inspections: readonly Inspection[], readers: number, dice: readonly number[], lines = 1000): Segment[][] {
  const shares: Segment[][] = Array.from({ length: readers }, () => []);
  inspections.forEach(({ bytes, table, format }, i) => shares[dice[i % dice.length]! % readers]!.push({ file: i, start: 0, end: bytes, base: i * lines, lines, whole: { table, isPlain: format === 'text' } }));
  return shares;
}

async function tablesOf(files: readonly ByteSource[]) {
  const inspections = await inspectFiles(files, [], ZONE);
  const tables = tableSources(files, inspections);
  return { inspections, tables, ofTables: tables.map(({ inspection }) => inspection), filesOfTables: tables.map((table) => files[table.file]!) };
}

describe('tables that are read as a whole, side by side', () => {
  it('make the dataset that they make one after the other, whatever their formats and whoever reads which', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(file, { minLength: 1, maxLength: 4 }), fc.integer({ min: 1, max: 3 }), fc.array(fc.nat(2), { minLength: 1, maxLength: 5 }), async (made, readers, dice) => {
        const files = made.map(({ rows, format }, i) => fileOf(rows, format, i));
        const { inspections, tables, ofTables, filesOfTables } = await tablesOf(files);
        const inParts = await readInParts(filesOfTables, ofTables, dealt(ofTables, readers, dice), { plan: planDataset(inspections, 0.01) });
        const dataset = gatherFiles(inParts, files, tables, inspections);
        expect(describeAll(dataset)).toEqual(describeAll(await readDataset(files, [], ZONE, 0.01, hooks)));
      }),
      { numRuns: 40 },
    );
  }, 120_000);

  it('are refused when one has more lines than there are places for', async () => {
    const rows = Array.from({ length: 50 }, (_, i) => ['13800000001', '13900000001', `2016-05-30 10:00:${10 + i}`, '5', 'A1']);
    const { ofTables, filesOfTables } = await tablesOf([fileOf(rows, 'csv.gz', 0)]);
    await expect(readInParts(filesOfTables, ofTables, dealt(ofTables, 2, [0], 20))).rejects.toThrow(NotDivisible);
  });
});

describe('dealing tables to readers', () => {
  it('gives every table to one reader or cuts it between them, in places of its own behind those of a dataset read earlier, and no reader more than the largest needs', async () => {
    const { ofTables } = await tablesOf([fileOf([['13800000001', '13900000001', '2016-05-30 10:00:00', '5', 'A1']], 'csv', 0)]);
    const some = fc.record({ textBytes: fc.integer({ min: 1 << 20, max: 2 ** 30 }), format: fc.constantFrom('text', 'gzip', 'parquet') });
    fc.assert(
      fc.property(fc.array(some, { minLength: 1, maxLength: 9 }), fc.integer({ min: 2, max: 4 }), fc.record({ lines: fc.nat(2 ** 28), bytes: fc.nat(2 ** 30) }), (sizes, readers, earlier) => {
        const inspections = sizes.map((size) => ({ ...ofTables[0]!, ...size, bytes: size.textBytes }));
        const total = sizes.reduce((sum, { textBytes }) => sum + textBytes, earlier.bytes);
        const shares = cutFiles(inspections, readers, earlier);
        if (shares === null) {
          expect(total).toBeLessThan(readers * (4 << 20));
          return;
        }
        const segments = shares.flat().toSorted((a, b) => a.base - b.base);
        for (const [i, { textBytes, format }] of sizes.entries()) {
          const own = segments.filter((segment) => segment.file === i);
          expect(own.reduce((sum, { start, end }) => sum + end - start, 0)).toBe(textBytes);
          expect(own.every(({ whole }) => (whole === null) === (format === 'text'))).toBe(true);
          if (format !== 'text') expect(own.length).toBe(1);
        }
        // Records of several files are put in the order of their lines on that (`duplicates.ts`).
        expect(segments[0]!.base).toBeGreaterThanOrEqual(earlier.lines);
        segments.slice(1).forEach(({ base, file: of }, i) => {
          expect(base).toBeGreaterThanOrEqual(segments[i]!.base + segments[i]!.lines);
          expect(of).toBeGreaterThanOrEqual(segments[i]!.file);
        });
        const loads = shares.map((share, reader) => share.reduce((sum, { start, end }) => sum + end - start, reader === 0 ? earlier.bytes : 0));
        const largest = Math.max(earlier.bytes, ...sizes.filter(({ format }) => format !== 'text').map(({ textBytes }) => textBytes));
        expect(Math.max(...loads)).toBeLessThanOrEqual(total / readers + largest + readers);
      }),
    );
  });
});
