import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeStarts, RecordDecoder, RecordEncoder } from './recordCodec.ts';

const u32 = fc.oneof(fc.nat(300), fc.integer({ min: 0, max: 2 ** 32 - 1 }), fc.constantFrom(0, 2 ** 31, 2 ** 32 - 1));
/** Keys are whole numbers below 2^53; few of them, so that they come again, and some that share a place. */
const key = fc.oneof(fc.nat(40), fc.integer({ min: 1_130_000_000_000, max: 1_130_000_000_300 }), fc.constantFrom(0, 2 ** 32, 2 ** 52 + 3, 2 ** 53 - 1));
const record = fc.record({ ego: key, other: key, start: u32, traits: u32, line: u32, cell: u32, device: key, card: key });

describe('records in few bytes', () => {
  it('are the same records again, whatever is in them, run by run and piece by piece', () => {
    fc.assert(
      fc.property(fc.array(fc.array(record, { maxLength: 30 }), { minLength: 1, maxLength: 4 }), fc.constantFrom(4, 5, 6), fc.integer({ min: 1, max: 7 }), (runs, words, most) => {
        const laid = runs.map((run) => layOut(run, words));
        const encoder = new RecordEncoder(words);
        const ends = laid.map(({ f64, u32: halves, count }) => {
          encoder.begin();
          // In two pieces: a run may be added to.
          encoder.add(f64, halves, 0, count >> 1);
          encoder.add(f64, halves, count >> 1, count);
          return encoder.length;
        });
        const bytes = encoder.take();
        expect(bytes.length).toBe(ends.at(-1));
        const decoder = new RecordDecoder(words);
        // Runs stand for themselves: the last first.
        for (const [i, { u32: halves, count }] of [...laid.entries()].toReversed()) {
          decoder.begin(bytes, ends[i - 1] ?? 0, ends[i]!);
          const out = new Float64Array(Math.max(1, count) * words);
          const outHalves = new Uint32Array(out.buffer);
          let got = 0;
          while (!decoder.isDone) got += decoder.decode(out, outHalves, got, most);
          expect(got).toBe(count);
          expect(outHalves.subarray(0, count * words * 2)).toEqual(halves.subarray(0, count * words * 2));
          const starts = new Uint32Array(count);
          expect(decodeStarts(bytes, ends[i - 1] ?? 0, ends[i]!, words, starts)).toBe(count);
          expect(starts).toEqual(Uint32Array.from({ length: count }, (_, record) => halves[record * words * 2 + 4]!));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('take less than half of their room in the order in which files have them', () => {
    const records = Array.from({ length: 2048 }, (_, i) => ({
      ego: 1_138_000_000_000 + ((i * 7919) % 300), other: 1_139_000_000_000 + ((i * 104_729) % 90_000), start: 1_700_000_000 + i * 13, traits: 1 << 20 | (i % 300),
      line: i * 5, cell: i % 40, device: 0, card: 0,
    }));
    const { f64, u32: halves, count } = layOut(records, 4);
    const encoder = new RecordEncoder(4);
    encoder.begin();
    encoder.add(f64, halves, 0, count);
    expect(encoder.length).toBeLessThan(count * 22);
  });
});

interface Written { readonly ego: number; readonly other: number; readonly start: number; readonly traits: number; readonly line: number; readonly cell: number; readonly device: number; readonly card: number }

function layOut(records: readonly Written[], words: number) {
  const f64 = new Float64Array(records.length * words);
  const halves = new Uint32Array(f64.buffer);
  records.forEach(({ ego, other, start, traits, line, cell, device, card }, i) => {
    f64.set([ego, other, 0, 0, device, card].slice(0, words), i * words);
    halves.set([start, traits, line, cell], i * words * 2 + 4);
  });
  return { f64, u32: halves, count: records.length };
}
