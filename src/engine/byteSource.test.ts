import { describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import { FileGone, piecesOf, sourceOfFile } from './byteSource.ts';

const BYTES = 3_000_000;
const bytes = Uint8Array.from({ length: BYTES }, (_, i) => (i * 7919) >> 5);
const file = new File([bytes], 'calls.csv');
const TAIL = 1000;

describe('the pieces of a file', () => {
  it('are its bytes, from where and to where they are asked for, and then some of what is behind', async () => {
    await fc.assert(fc.asyncProperty(fc.nat(BYTES), fc.nat(BYTES), async (a, b) => {
      const [start, end] = [Math.min(a, b), Math.max(a, b)];
      const wanted = Math.min(BYTES, end + TAIL);
      let at = start;
      for await (const piece of piecesOf(sourceOfFile(file), start, end, TAIL)) {
        expect(Buffer.compare(piece, bytes.subarray(at, at + piece.length))).toBe(0);
        at += piece.length;
        if (at >= wanted) break;
      }
      expect(at).toBe(wanted);
    }), { numRuns: 30 });
  });

  it('are the same where the platform does not stream files', async () => {
    const source = { ...sourceOfFile(file), pieces: () => null };
    const read: Uint8Array[] = [];
    for await (const piece of piecesOf(source, 5, BYTES - 5, TAIL)) read.push(piece);
    expect(Buffer.compare(Buffer.concat(read), bytes.subarray(5))).toBe(0);
  });

  it('end with FileGone when the file cannot be read to where it ended', async () => {
    const shortened = new File([bytes], 'calls.csv');
    shortened.slice = () => new Blob([bytes.subarray(0, 700_000)]);
    const source = sourceOfFile(shortened);
    await expect((async () => {
      for await (const _ of piecesOf(source, 0, BYTES, TAIL));
    })()).rejects.toBeInstanceOf(FileGone);
  });
});
