import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recordFeatureNames } from '../features/featureNames.ts';
import { HAS_DURATION, IS_ANSWERED, IS_MIRRORED, IS_OUT, IS_OWN_VIEW, IS_TEXT, IS_UNANSWERED, OFFSET_SHIFT } from '../records/communication.ts';
import type { FileBounds } from '../records/duplicates.ts';
import { DuplicateDropper } from '../records/duplicates.ts';
import { blockRecordsFor, newOpenBlocks, PLACE_MASK, PLACE_SHIFT, RecordPartitions } from '../records/recordPartitions.ts';
import { RECENT_WEEKS } from '../kernel/groupKernel.ts';
import { DAY_S, weekOf } from '../records/days.ts';
import type { IdMap, RecordSource } from '../records/recordGrouper.ts';
import { RecordGrouper } from '../records/recordGrouper.ts';
import { MemoryBytes } from './bytes.ts';
import { ChunkReader, chunkPlaces } from './chunk.ts';
import type { GroupedRecords } from './groupRecords.ts';
import { PartitionGrouper } from './groupRecords.ts';

const LAST_DAY = 47_481;
/** Records of the largest blocks. */
const LARGEST = blockRecordsFor(2);
const chance = (oneIn: number) => fc.integer({ min: 1, max: oneIn }).map((lot) => lot === 1);
/** Neighbours, services, senders of codes, and keys that differ in few bits. */
const key = fc.oneof(
  fc.integer({ min: 1_13_800_000_000, max: 1_13_800_000_020 }), fc.constantFrom(1_10086, 1_1_069_012_345, 1_106_901_234_567_890, 2 ** 52 + 77, 2 ** 52 + 78),
  fc.integer({ min: 1e12, max: 2e12 }),
);
const record = fc.record({
  ego: fc.oneof(fc.integer({ min: 1_13_800_000_000, max: 1_13_800_000_005 }), fc.constant(2 ** 52 + 77), fc.integer({ min: 1e12, max: 2e12 })),
  other: key,
  start: fc.oneof(
    fc.integer({ min: 1_700_000_000, max: 1_700_000_050 }), fc.integer({ min: 1_700_000_000, max: 1_700_900_000 }), fc.integer({ min: 3_000_000_000, max: 4_102_444_799 }),
  ),
  seconds: fc.oneof(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 0xf_ffff })),
  isOwn: chance(10), isMirrored: fc.boolean(), isOut: fc.boolean(), isText: chance(4), hasDuration: fc.boolean(),
  answer: fc.constantFrom(0, IS_ANSWERED, IS_UNANSWERED),
  offset: fc.integer({ min: 0, max: 2 }),
  cell: fc.integer({ min: 0, max: 3 }),
  device: fc.oneof(fc.constant(0), fc.integer({ min: 1e14, max: 1e14 + 3 }), fc.integer({ min: 1e14, max: 2e14 })),
  card: fc.oneof(fc.constant(0), fc.integer({ min: 1e15, max: 1e15 + 2 })),
});
type Drawn = typeof record extends fc.Arbitrary<infer Value> ? Value : never;

function traitsOf({ seconds, isOwn, isMirrored, isOut, isText, hasDuration, answer, offset }: Drawn): number {
  const flags = (isOwn ? IS_OWN_VIEW : isMirrored ? IS_MIRRORED : 0) | (isOut ? IS_OUT : 0) | (isText ? IS_TEXT : 0) | (hasDuration ? HAS_DURATION | seconds : 0) | answer;
  return flags + offset * 2 ** OFFSET_SHIFT;
}

/** Records as a reader leaves them; the line tells each apart. */
function sourceOf(records: readonly Drawn[], words: number, firstLine: number, ids: IdMap | null): RecordSource {
  const size = Math.min(LARGEST, Math.ceil((records.length + 1) / 2));
  const blocks = Array.from({ length: Math.ceil((records.length + 1) / size) }, (_, block) => {
    const part = records.slice(block * size, (block + 1) * size);
    const f64 = new Float64Array(part.length * words);
    const u32 = new Uint32Array(f64.buffer);
    for (const [i, drawn] of part.entries()) {
      f64.set([drawn.ego, drawn.other], i * words);
      u32.set([drawn.start, traitsOf(drawn), firstLine + block * size + i, drawn.cell], i * words * 2 + 4);
      f64.set([drawn.device, drawn.card].slice(0, words - 4), i * words + 4);
    }
    return f64;
  });
  return { blocks, lastWords: blocks.at(-1)!.length, ids };
}

/** All of a group, number by number: how many records, features, and the records in few bytes. */
function describeGroup(grouper: PartitionGrouper, sources: readonly RecordSource[], describe = (of: GroupedRecords) => of.describe()) {
  const group = grouper.group(sources);
  const starts = [...group.starts];
  const rows = starts.length - 1;
  const { bytes, deviceKeys, deviceRows, linkCount } = describe(group);
  const chunk = new ChunkReader({ rows, bytes: new MemoryBytes(bytes) }, recordFeatureNames);
  const presence = { ...chunk.presence(), ends: chunk.ends() };
  return {
    starts, linkCount, deviceKeys, deviceRows, presence, bytes: bytes.length, numbers: chunk.numbers(),
    features: recordFeatureNames.map((name) => [name, chunk.column(name)]),
    records: Buffer.from(chunk.records(0, presence.ends.at(-1) ?? 0)).toString('hex'),
  };
}

const many = (count: number, numbers: number) => Array.from({ length: count }, (_, i): Drawn => ({
  ego: 1e12 + ((i * 7919) % numbers), other: 1e12 + (i % 3 === 0 ? i % 5 : (i * 31) % 9973), start: 1_700_000_000 + ((i * 7907) % 100_000), seconds: i % 700,
  isOwn: false, isMirrored: false, isOut: i % 2 === 0, isText: i % 11 === 0, hasDuration: true, answer: 0, offset: 0, cell: i % 400, device: 1e14 + (i % 300), card: 0,
}));

describe('a partition grouped and described by the kernel', () => {
  const ids: IdMap = { cells: Uint32Array.from([5, 4, 9]), offsets: Uint8Array.from([2, 0, 1]) };

  it('is what it is without the kernel, to the last bit: numbers, order, features, links, devices, bytes', () => {
    const kernels = { 4: new PartitionGrouper(4, LAST_DAY, 0), 5: new PartitionGrouper(5, LAST_DAY, 0), 6: new PartitionGrouper(6, LAST_DAY, 0) };
    fc.assert(
      fc.property(fc.array(record, { maxLength: 60 }), fc.array(record, { maxLength: 200 }), fc.constantFrom<4 | 5 | 6>(4, 5, 6), (first, second, words) => {
        const sources = () => [sourceOf(first, words, 5000, ids), sourceOf(second, words, 100, null)];
        expect(describeGroup(kernels[words], sources())).toEqual(describeGroup(new PartitionGrouper(words, LAST_DAY, Infinity), sources()));
      }),
      { numRuns: 300 },
    );
  });

  it('grows with the largest, forgets the one before, and counts what is frequent', () => {
    const grouper = new PartitionGrouper(6, LAST_DAY, 0);
    for (const [count, numbers] of [[10, 2], [20_000, 4000], [50, 10], [60_000, 12_000], [40_000, 3], [5, 1]] as const) {
      const sources = () => [sourceOf(many(count, numbers), 6, 1, null)];
      expect(describeGroup(grouper, sources())).toEqual(describeGroup(new PartitionGrouper(6, LAST_DAY, Infinity), sources()));
    }
  });
});

describe('records that are left to be packed later', () => {
  const joined = (first: Uint8Array, rest: Uint8Array) => Uint8Array.from([...first, ...rest]);

  /** By the records themselves: how many of each number in each of the weeks up to the dataset's last, from Monday on. */
  function weeksOf(starts: ArrayLike<number>, seconds: readonly number[]): number[] {
    return Array.from({ length: (starts.length - 1) * RECENT_WEEKS }, (_, i) => {
      const week = weekOf(LAST_DAY * DAY_S) - RECENT_WEEKS + 1 + (i % RECENT_WEEKS);
      const row = Math.floor(i / RECENT_WEEKS);
      return seconds.slice(starts[row], starts[row + 1]).filter((at) => weekOf(at) === week).length;
    });
  }

  it('are in the end the same bytes, and are counted by week meanwhile', () => {
    const grouper = new PartitionGrouper(6, LAST_DAY, 0);
    const lately = record.chain((drawn) => fc.integer({ min: (LAST_DAY - 100) * DAY_S, max: (LAST_DAY + 1) * DAY_S - 1 }).map((start): Drawn => ({ ...drawn, start })));
    fc.assert(
      fc.property(fc.array(fc.oneof(record, lately), { minLength: 1, maxLength: 200 }), (records) => {
        const sources = () => [sourceOf(records, 6, 100, null)];
        let weeks = new Uint32Array(0);
        const inTwo = describeGroup(grouper, sources(), (group) => {
          const { weeks: counted, ...first } = group.describeFirst()!;
          weeks = counted;
          return { ...first, bytes: joined(first.bytes, grouper.group(sources()).pack()) };
        });
        expect(inTwo).toEqual(describeGroup(grouper, sources()));
        const { order, starts } = new RecordGrouper().group(sources(), 6);
        const half = Math.ceil((records.length + 1) / 2);
        expect([...weeks]).toEqual(weeksOf(starts, Array.from(order, (place) => records[(place >>> PLACE_SHIFT) * half + (place & PLACE_MASK)]!.start)));
        const withoutKernel = new PartitionGrouper(6, LAST_DAY, Infinity);
        expect(describeGroup(withoutKernel, sources(), (group) => {
          const whole = group.describe();
          return { ...whole, bytes: joined(whole.bytes.subarray(0, chunkPlaces(starts.length - 1).ends), withoutKernel.group(sources()).pack()) };
        })).toEqual(inTwo);
      }),
      { numRuns: 200 },
    );
  });
});

describe('the size of blocks', () => {
  const WORDS = 6;
  const SECOND_FILE = 1_000_000;
  const ids: IdMap = { cells: Uint32Array.from({ length: 400 }, (_, i) => (i * 7) % 401), offsets: Uint8Array.from([0, 1, 2]) };
  const bounds: FileBounds = { bases: [0, SECOND_FILE], files: [1, 2] };

  /** All of both partitions of what two readers took, each of a file of its own, without what the second file has of the first. */
  function describeAll(files: readonly (readonly Drawn[])[], blockRecords: number, kernelFrom: number) {
    const readers = files.map((records, file) => {
      const partitions = new RecordPartitions(2, WORDS, newOpenBlocks(2, WORDS, blockRecords));
      for (const [i, drawn] of records.entries()) {
        partitions.append(drawn.ego, drawn.other, drawn.start, traitsOf(drawn), file * SECOND_FILE + 1 + i, drawn.cell, drawn.device, drawn.card);
      }
      return partitions;
    });
    const dropper = new DuplicateDropper(bounds, WORDS);
    const grouper = new PartitionGrouper(WORDS, LAST_DAY, kernelFrom);
    const made = [0, 1].map((partition) => {
      const sources = dropper.drop(readers.map((reader, i) => ({ ...reader.take(partition), ids: i === 0 ? ids : null })));
      const full = sources.flatMap(({ blocks }) => blocks.slice(0, -1)).map(({ length }) => length / WORDS);
      expect(full.filter((length) => length !== blockRecords)).toEqual([]);
      return describeGroup(grouper, sources);
    });
    return { made, duplicates: dropper.duplicates };
  }

  it('changes nothing, with the kernel and without', () => {
    fc.assert(
      fc.property(fc.array(record, { minLength: 1, maxLength: 60 }), fc.array(record, { maxLength: 60 }), (first, more) => {
        const files = [first, [...first.slice(0, 20), ...more]];
        const expected = describeAll(files, LARGEST, Infinity);
        for (const blockRecords of [1, 2, 16]) for (const kernelFrom of [0, Infinity]) expect(describeAll(files, blockRecords, kernelFrom)).toEqual(expected);
      }),
      { numRuns: 50 },
    );
  });

  it('changes nothing where several of the largest are full', () => {
    const all = many(90_000, 2000);
    const files = [all.slice(0, 50_000), all.filter((_, i) => i % 3 > 0)];
    const expected = describeAll(files, 256, Infinity);
    expect(expected.duplicates.count).toBeGreaterThan(10_000);
    for (const blockRecords of [2048, LARGEST]) for (const kernelFrom of [0, Infinity]) expect(describeAll(files, blockRecords, kernelFrom)).toEqual(expected);
  });
});
