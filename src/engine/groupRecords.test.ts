import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { IS_OWN_VIEW, OFFSET_SHIFT } from '../records/communication.ts';
import { BLOCK_SHIFT } from '../records/recordPartitions.ts';
import type { IdMap, RecordSource } from '../records/recordGrouper.ts';
import { PartitionGrouper } from './groupRecords.ts';

const record = fc.record({
  ego: fc.oneof(fc.integer({ min: 1_13_800_000_000, max: 1_13_800_000_005 }), fc.constant(2 ** 52 + 77), fc.integer({ min: 1e12, max: 2e12 })),
  other: fc.integer({ min: 1_13_800_000_000, max: 1_13_800_000_020 }),
  start: fc.oneof(fc.integer({ min: 1_700_000_000, max: 1_700_000_050 }), fc.integer({ min: 3_000_000_000, max: 4_102_444_799 })),
  isOwn: fc.integer({ min: 0, max: 9 }).map((lot) => lot === 0),
  offset: fc.integer({ min: 0, max: 2 }),
  cell: fc.integer({ min: 0, max: 3 }),
});
type Drawn = typeof record extends fc.Arbitrary<infer Value> ? Value : never;

/** Records as a reader leaves them; the line tells each apart. */
function sourceOf(records: readonly Drawn[], words: number, firstLine: number, ids: IdMap | null): RecordSource {
  const size = Math.min(1 << BLOCK_SHIFT, Math.ceil((records.length + 1) / 2));
  const blocks = Array.from({ length: Math.ceil((records.length + 1) / size) }, (_, block) => {
    const part = records.slice(block * size, (block + 1) * size);
    const f64 = new Float64Array(part.length * words);
    const u32 = new Uint32Array(f64.buffer);
    for (const [i, { ego, other, start, isOwn, offset, cell }] of part.entries()) {
      f64.set([ego, other], i * words);
      u32.set([start, (isOwn ? IS_OWN_VIEW : 0) + offset * 2 ** OFFSET_SHIFT, firstLine + block * size + i, cell], i * words * 2 + 4);
      if (words > 4) f64.set([cell + 7, ego % 5], i * words + 4);
    }
    return f64;
  });
  return { blocks, lastWords: blocks.at(-1)!.length, ids };
}

/** All of a group, number by number. */
function describeGroup(grouper: PartitionGrouper, sources: readonly RecordSource[], words: number) {
  const { f64, u32, starts, contactOf } = grouper.group(sources);
  return Array.from({ length: starts.length - 1 }, (_, i) => {
    const seen = new Map<number, number>();
    return Array.from({ length: starts[i + 1]! - starts[i]! }, (_, k) => {
      const at = (starts[i]! + k) * words;
      const other = f64[at + 1]!;
      if (!seen.has(other)) seen.set(other, seen.size);
      return { keys: [f64[at], other], rest: [...u32.subarray(at * 2 + 4, (at + words) * 2)], contact: contactOf === null ? seen.get(other) : contactOf[starts[i]! + k] };
    });
  });
}

describe('a partition grouped by the kernel', () => {
  it('is what is grouped without it: numbers, order, ids of contacts, records of a number’s own file', () => {
    const ids: IdMap = { cells: Uint32Array.from([5, 4, 9]), offsets: Uint8Array.from([2, 0, 1]) };
    const kernels = { 4: new PartitionGrouper(4, 0), 6: new PartitionGrouper(6, 0) };
    fc.assert(
      fc.property(fc.array(record, { maxLength: 60 }), fc.array(record, { maxLength: 200 }), fc.constantFrom<4 | 6>(4, 6), (first, second, words) => {
        const sources = () => [sourceOf(first, words, 5000, ids), sourceOf(second, words, 100, null)];
        expect(describeGroup(kernels[words], sources(), words)).toEqual(describeGroup(new PartitionGrouper(words, Infinity), sources(), words));
      }),
      { numRuns: 200 },
    );
  });

  it('grows with the largest, and forgets the one before', () => {
    const grouper = new PartitionGrouper(4, 0);
    const many = (count: number) => Array.from({ length: count }, (_, i): Drawn => ({
      ego: 1e12 + ((i * 7919) % (count / 5)), other: 1e12 + ((i * 31) % 97), start: 1_700_000_000 + ((i * 7907) % 100_000), isOwn: false, offset: 0, cell: 0,
    }));
    for (const count of [10, 20_000, 50, 60_000, 5]) {
      const sources = () => [sourceOf(many(count), 4, 1, null)];
      expect(describeGroup(grouper, sources(), 4)).toEqual(describeGroup(new PartitionGrouper(4, Infinity), sources(), 4));
    }
  });
});
