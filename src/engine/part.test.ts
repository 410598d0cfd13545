import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ByteSource } from './byteSource.ts';
import type { SyncFile } from './bytes.ts';
import { temporaryStorage } from './cli/tempFile.ts';
import type { PartStorage } from './partStorage.ts';
import { describeAll, readInParts } from './fixtures/partsInThread.ts';
import { inspectFiles, readDataset } from './pipeline.ts';
import type { Segment } from './segment.ts';
import { cutFiles, guessSegments, NotDivisible } from './segment.ts';

const ZONE = 'Asia/Shanghai';
const hooks = { onProgress: () => undefined, checkpoint: () => Promise.resolve() };

function sourceOf(name: string, text: string): ByteSource {
  const bytes = new TextEncoder().encode(text);
  return { name, bytes: bytes.length, read: (start, end) => Promise.resolve(bytes.slice(start, end)) };
}

/** Cuts at any bytes, dealt to any number of readers. */
function segmentsAt(files: readonly ByteSource[], cuts: readonly number[], readers: number): Segment[][] {
  const shares: Segment[][] = Array.from({ length: readers }, () => []);
  let base = 0;
  let dealt = 0;
  for (const [file, { bytes }] of files.entries()) {
    const edges = [...new Set([0, ...cuts.map((cut) => cut % bytes), bytes])].toSorted((a, b) => a - b);
    for (const [i, start] of edges.slice(0, -1).entries()) {
      shares[dealt++ % readers]!.push({ file, start, end: edges[i + 1]!, base, lines: bytes, whole: null });
      base += bytes;
    }
  }
  return shares;
}

const number = fc.oneof(fc.integer({ min: 13_800_000_000, max: 13_800_000_009 }).map(String), fc.constantFrom('a7f3', '*100#', 'b2'));
const row = fc.record({
  caller: number,
  callee: number,
  second: fc.integer({ min: 0, max: 9 * 86_400 }),
  zone: fc.constantFrom('', '+0800', '+0100'),
  duration: fc.oneof(fc.integer({ min: 0, max: 500 }).map(String), fc.constantFrom('', '-4', 'x')),
  imei: fc.constantFrom('', '86000000000001', '86000000000002'),
  cell: fc.constantFrom('', 'A1', 'B2', '成都', 'D4'),
});
const file = fc.array(row, { minLength: 1, maxLength: 40 }).map((rows) =>
  ['caller,callee,start,duration,imei,cell', ...rows.map(({ caller, callee, second, zone, duration, imei, cell }) => {
    const at = new Date(1_464_566_400_000 + second * 1000).toISOString().slice(0, 19);
    return `${caller},${callee},${at}${zone},${duration},${imei},${cell}`;
  })].join('\n'));

describe('a dataset read in pieces side by side', () => {
  it('is the dataset read in one piece, wherever the files are cut and whoever reads which piece', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(file, { minLength: 1, maxLength: 3 }), fc.array(fc.nat(4000), { maxLength: 6 }), fc.integer({ min: 1, max: 3 }), fc.constantFrom(true, false, false),
        async (texts, cuts, readers, hasKernel) => {
          const sources = texts.map((text, i) => sourceOf(`file${i}.csv`, text));
          const inspections = await inspectFiles(sources, [], ZONE);
          const whole = await readDataset(sources, [], ZONE, 0.01, hooks);
          const pieces = await readInParts(sources, inspections, segmentsAt(sources, cuts, readers), { hasKernel });
          expect(describeAll(pieces)).toEqual(describeAll(whole));
        },
      ),
      { numRuns: 150 },
    );
  });

  it('is refused when a quote holds a line end, since a piece could begin inside it', async () => {
    const lines = Array.from({ length: 50 }, (_, i) => `1380000000${i % 10},1390000000${i % 7},2016-05-30 10:00:00,5,,"${i === 30 ? 'two\nlines' : 'A1'}"`);
    const source = sourceOf('quoted.csv', ['caller,callee,start,duration,imei,cell', ...lines].join('\n'));
    const inspections = await inspectFiles([source], [], ZONE);
    await expect(readInParts([source], inspections, segmentsAt([source], [900, 1700], 2))).rejects.toThrow(NotDivisible);
  });
});

describe('a dataset larger than the memory it may use', () => {
  const calls = (count: number) => ['caller,callee,start,duration,imei,cell', ...Array.from({ length: count }, (_, i) => {
    const at = new Date(1_464_566_400_000 + ((i * 7919) % 900_000) * 1000).toISOString().slice(0, 19);
    return `1380000${String((i * 31) % 97).padStart(4, '0')},1390000${String((i * 17) % 311).padStart(4, '0')},${at},${i % 60},${i % 3 === 0 ? '' : `8600000000${String(1000 + (i % 50))}`},${i % 4 === 0 ? '' : `C${i % 23}`}`;
  })].join('\n');

  /** @param mostBytes each file takes before it is full */
  const storage = (memoryBytes: number, mostBytes = Infinity): PartStorage & { readonly files: ScratchFile[] } => {
    const files: ScratchFile[] = [];
    const open = () => {
      files.push(new ScratchFile(mostBytes));
      return Promise.resolve(files.at(-1)!);
    };
    return { memoryBytes, openSpill: open, openOutput: open, files };
  };

  it('is the same dataset, whatever the limit, however many partitions are worked on at a time, whatever the size of blocks, and where the storage is full', async () => {
    // Both parts have full blocks, of 2,048 records or fewer, of each of four partitions.
    const source = sourceOf('many.csv', calls(9_000));
    const inspections = await inspectFiles([source], [], ZONE);
    const expected = describeAll(await readDataset([source], [], ZONE, 0.01, hooks));
    const shares = segmentsAt([source], [100_000, 200_000, 300_000, 400_000, 500_000], 2);
    for (const [memoryBytes, mostBytes, batches, blockRecords] of [[0, Infinity, 4, 2048], [200_000, Infinity, 1, 256], [0, 100_000, 2, 512], [0, 0, 1, 2048]] as const) {
      const storages = [storage(memoryBytes, mostBytes), storage(memoryBytes, mostBytes)];
      const dataset = await readInParts([source], inspections, shares, { storages, batches, blockRecords, partitionCount: 4 });
      expect(describeAll(dataset)).toEqual(expected);
      // Without memory both kinds of file are used, unless they are full.
      if (memoryBytes === 0 && mostBytes === Infinity) expect(storages.flatMap(({ files }) => files).filter(({ length }) => length > 0).length).toBeGreaterThan(1);
    }
  });

  it('is read with the temporary files of the command line in the same way', async () => {
    const source = sourceOf('many.csv', calls(9_000));
    const inspections = await inspectFiles([source], [], ZONE);
    const expected = describeAll(await readDataset([source], [], ZONE, 0.01, hooks));
    const shares = segmentsAt([source], [200_000], 1);
    expect(describeAll(await readInParts([source], inspections, shares, { storages: [temporaryStorage(0)], batches: 2, partitionCount: 4, blockRecords: 2048 }))).toEqual(expected);
  });
});

/** A file as workers have them, in memory; like those of a browser, it can be read after it was closed and opened anew. */
class ScratchFile implements SyncFile {
  #bytes = new Uint8Array(0);
  readonly #most: number;

  constructor(most: number) {
    this.#most = most;
  }

  get length(): number {
    return this.#bytes.length;
  }

  read(buffer: Uint8Array, { at }: { at: number }): number {
    const bytes = this.#bytes.subarray(at, at + buffer.length);
    buffer.set(bytes);
    return bytes.length;
  }

  write(buffer: Uint8Array, { at }: { at: number }): number {
    if (at + buffer.length > this.#most) throw new DOMException('full', 'QuotaExceededError');
    const bytes = new Uint8Array(Math.max(this.#bytes.length, at + buffer.length));
    bytes.set(this.#bytes);
    bytes.set(buffer, at);
    this.#bytes = bytes;
    return buffer.length;
  }

  truncate(bytes: number): void {
    this.#bytes = this.#bytes.slice(0, bytes);
  }

  flush(): void {}
  close(): void {}
}

describe('cutting files', () => {
  it('covers every byte once, in order, and gives each reader about the same', async () => {
    const [inspection] = await inspectFiles([sourceOf('a.csv', 'caller,callee,start,duration\n13800000001,13800000002,2016-05-30 10:00:00,5\n')], [], ZONE);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 2 ** 28 }), { minLength: 1, maxLength: 5 }), fc.integer({ min: 2, max: 4 }), (sizes, readers) => {
        const total = sizes.reduce((sum, size) => sum + size, 0);
        const shares = cutFiles(sizes.map((bytes) => ({ ...inspection!, bytes, textBytes: bytes })), readers);
        if (sizes.length === 1) expect(guessSegments(total, readers)).toEqual(shares?.flat() ?? null);
        if (shares === null) {
          expect(total).toBeLessThan(readers * (4 << 20));
          return;
        }
        const segments = shares.flat();
        for (const [file, bytes] of sizes.entries()) {
          const own = segments.filter((segment) => segment.file === file);
          expect(own.reduce((sum, { start, end }) => sum + end - start, 0)).toBe(bytes);
          own.forEach(({ start }, i) => expect(start).toBe(own[i - 1]?.end ?? 0));
        }
        for (const share of shares) {
          expect(share.reduce((sum, { start, end }) => sum + end - start, 0)).toBeCloseTo(total / readers, -1);
        }
        segments.forEach(({ base }, i) => expect(base).toBeGreaterThanOrEqual(i === 0 ? 0 : segments[i - 1]!.base + (segments[i - 1]!.end - segments[i - 1]!.start) / 4));
      }),
    );
  });
});
