import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ScoredDataset } from '../analysis/scoredDataset.ts';
import { listRecords } from '../analysis/listRecords.ts';
import { numberOfRow } from '../analysis/rowOfNumber.ts';
import { featureNames } from '../features/featureNames.ts';
import type { Inspection } from '../ingest/inspection.ts';
import type { ByteSource } from './byteSource.ts';
import { assembleDataset, boundsOf } from './datasetBuilder.ts';
import { mergeParts } from './mergeParts.ts';
import { Part } from './part.ts';
import { inspectFiles, planDataset, readDataset } from './pipeline.ts';
import type { Segment } from './segment.ts';
import { cutFiles, NotDivisible } from './segment.ts';

const ZONE = 'Asia/Shanghai';
const hooks = { onProgress: () => undefined, checkpoint: () => Promise.resolve() };

function sourceOf(name: string, text: string): ByteSource {
  const bytes = new TextEncoder().encode(text);
  return { name, bytes: bytes.length, read: (start, end) => Promise.resolve(bytes.slice(start, end)) };
}

/** Reads with one part per list of segments, as the workers do, but in this thread. */
async function readInParts(sources: readonly ByteSource[], inspections: readonly Inspection[], shares: readonly (readonly Segment[])[]): Promise<ScoredDataset> {
  const plan = planDataset(inspections, 0.01);
  const partitionCount = 16;
  const layouts = inspections.map(({ layout }) => layout);
  const parts = shares.map(() => new Part());
  const summaries = await Promise.all(parts.map((part, i) => part.read({ partitionCount, hasDevices: plan.hasDevices }, shares[i]!, sources, layouts, () => Promise.resolve())));
  const merged = mergeParts(summaries, sources);
  const partitions = Array.from({ length: partitionCount }, (_, p) => p);
  const foreign = parts.flatMap((part, i) =>
    part.give(partitions.filter((p) => p % parts.length !== i)).map(({ partition, records }) => ({ partition, part: i, source: { ...records, ids: merged.idMaps[i]! } })));
  const made = parts.map((part, i) => {
    const own = partitions.filter((p) => p % parts.length === i);
    const steps = part.features(i, own, foreign.filter(({ partition }) => own.includes(partition)), merged.idMaps[i]!, merged.lastDay, boundsOf(merged, plan));
    for (;;) {
      const step = steps.next();
      if (step.done) return step.value;
    }
  });
  return assembleDataset(plan, merged, made, plan.hasDevices ? 6 : 4);
}

/** Cuts at any bytes, dealt to any number of readers. */
function segmentsAt(files: readonly ByteSource[], cuts: readonly number[], readers: number): Segment[][] {
  const shares: Segment[][] = Array.from({ length: readers }, () => []);
  let base = 0;
  let dealt = 0;
  for (const [file, { bytes }] of files.entries()) {
    const edges = [...new Set([0, ...cuts.map((cut) => cut % bytes), bytes])].toSorted((a, b) => a - b);
    for (const [i, start] of edges.slice(0, -1).entries()) {
      shares[dealt++ % readers]!.push({ file, start, end: edges[i + 1]!, base });
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

function describeAll(dataset: ScoredDataset) {
  const rows = Array.from(dataset.features.numbers, (_, i) => i);
  const filter = { other: null, weekHour: null, day: null, imei: null, cell: null };
  return {
    files: dataset.files,
    rejected: dataset.rejected,
    rejectedCount: dataset.rejectedCount,
    recordCount: dataset.recordCount,
    linkCount: dataset.linkCount,
    days: [dataset.firstDay, dataset.lastDay, ...dataset.recordsByDay],
    ends: [dataset.firstAt, dataset.lastAt].map((moment) => moment?.at),
    numbers: Object.fromEntries(rows.map((i) => [numberOfRow(dataset, i), {
      features: featureNames.map((name) => dataset.features.columns[name][i]),
      score: dataset.scores.logOdds[i],
      records: listRecords(dataset, { number: numberOfRow(dataset, i), filter, page: { offset: 0, limit: 500 } }),
    }])),
  };
}

describe('a dataset read in pieces side by side', () => {
  it('is the dataset read in one piece, wherever the files are cut and whoever reads which piece', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(file, { minLength: 1, maxLength: 3 }), fc.array(fc.nat(4000), { maxLength: 6 }), fc.integer({ min: 1, max: 3 }),
        async (texts, cuts, readers) => {
          const sources = texts.map((text, i) => sourceOf(`file${i}.csv`, text));
          const inspections = await inspectFiles(sources, [], ZONE);
          const whole = await readDataset(sources, [], ZONE, 0.01, hooks);
          const pieces = await readInParts(sources, inspections, segmentsAt(sources, cuts, readers));
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

describe('cutting files', () => {
  it('covers every byte once, in order, and gives each reader about the same', async () => {
    const [inspection] = await inspectFiles([sourceOf('a.csv', 'caller,callee,start,duration\n13800000001,13800000002,2016-05-30 10:00:00,5\n')], [], ZONE);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 2 ** 28 }), { minLength: 1, maxLength: 5 }), fc.integer({ min: 2, max: 4 }), (sizes, readers) => {
        const total = sizes.reduce((sum, size) => sum + size, 0);
        const shares = cutFiles(sizes.map((bytes) => ({ ...inspection!, bytes })), readers);
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
