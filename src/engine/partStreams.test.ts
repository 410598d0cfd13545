import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Random } from '../../mocks/world/random.ts';
import { newKernel } from '../kernel/kernel.ts';
import { newOpenBlocks, RecordPartitions } from '../records/recordPartitions.ts';
import { Overflow } from './bytes.ts';
import { PartStreams } from './partStreams.ts';

const MOST_BLOCK_RECORDS = 2048;
const PARTITIONS = 2;
const DAYS = 10;

const u32 = fc.oneof(fc.nat(300), fc.integer({ min: 0, max: 2 ** 32 - 1 }), fc.constantFrom(0, 127, 128, 2 ** 14, 2 ** 21, 2 ** 28, 2 ** 31, 2 ** 32 - 1));
/** Keys are whole numbers below 2^53; few of them, so that they come again, and some that share a place. */
const key = fc.oneof(fc.nat(40), fc.integer({ min: 1_130_000_000_000, max: 1_130_000_000_300 }), fc.constantFrom(0, 2 ** 32, 2 ** 40, 2 ** 48, 2 ** 52 + 3, 2 ** 53 - 1));
const record = fc.tuple(key, key, u32, u32, u32, u32, key, key);

/** Both ways of packing blocks, with records of 4 to 6 words. */
function bothWays(words: number, blockRecords: number): readonly RecordPartitions[] {
  const kernel = newKernel(PARTITIONS, words, blockRecords, DAYS);
  if (kernel === null) throw new Error('no WebAssembly here');
  return [new RecordPartitions(PARTITIONS, words, newOpenBlocks(PARTITIONS, words, blockRecords)), new RecordPartitions(PARTITIONS, words, kernel)];
}

describe('blocks put aside in few bytes', () => {
  it('are the same bytes from the kernel as without it, and the same records again, from whenever they are put aside and whatever their size', () => {
    fc.assert(
      fc.property(fc.array(record, { minLength: 1, maxLength: 60 }), fc.constantFrom(4, 5, 6), fc.constantFrom(64, MOST_BLOCK_RECORDS), fc.nat(), fc.integer({ min: 0, max: 3 * MOST_BLOCK_RECORDS }), fc.integer({ min: 1, max: 5 * MOST_BLOCK_RECORDS }), (pool, words, blockRecords, seed, useAt, count) => {
        const seen = bothWays(words, blockRecords).map((partitions) => {
          const packed: number[][] = [];
          const memory = { bytes: Infinity, used: 0 };
          const overflow = new Overflow(memory);
          const keep = overflow.keep.bind(overflow);
          overflow.keep = (bytes) => {
            packed.push([...bytes]);
            return keep(bytes);
          };
          const streams = new PartStreams(partitions, overflow);
          const random = new Random(seed, 1);
          for (let i = 0; i < count; i++) {
            if (i === useAt) streams.use();
            const [ego, other, start, traits, line, cell, imei, imsi] = pool[random.below(pool.length)]!;
            partitions.append(ego, other, start, traits, line, cell, imei, imsi);
          }
          const records = Array.from({ length: PARTITIONS }, (_, partition) => {
            const { blocks, lastWords } = streams.take(partition);
            // As bits: traits and moments are no numbers when they are looked at as one.
            return blocks.flatMap((block, i) => [...new BigUint64Array(block.buffer, 0, i === blocks.length - 1 ? lastWords : block.length)]);
          });
          expect(memory.used).toBe(0);
          return { packed, records };
        });
        expect(seen[1]).toEqual(seen[0]);

        const plain = new RecordPartitions(PARTITIONS, words);
        const random = new Random(seed, 1);
        for (let i = 0; i < count; i++) plain.append(...pool[random.below(pool.length)]!);
        const expected = Array.from({ length: PARTITIONS }, (_, partition) => plain.take(partition).blocks.flatMap((block) => [...new BigUint64Array(block.buffer)]));
        expect(seen[0]!.records).toEqual(expected);
      }),
      { numRuns: 25 },
    );
  });
});
