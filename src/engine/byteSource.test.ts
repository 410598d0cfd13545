import { describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import type { ByteSource } from './byteSource.ts';
import { FileGone, piecesOf, sourceOfFile } from './byteSource.ts';

const BYTES = 3_000_000;
const bytes = Uint8Array.from({ length: BYTES }, (_, i) => (i * 7919) >> 5);
const file = new File([bytes], 'calls.csv');
const TAIL = 1000;

async function readAll(source: ByteSource): Promise<void> {
  for await (const _ of piecesOf(source, 0, BYTES, TAIL));
}

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
    await expect(readAll(source)).rejects.toBeInstanceOf(FileGone);
  });

  it('end with FileGone when the browser cannot read it, and with what else went wrong when it is not the file', async () => {
    const failing = (error: Error) => {
      const failingFile = new File([bytes], 'calls.csv');
      failingFile.slice = () => Object.assign(new Blob(), { stream: () => new ReadableStream({ type: 'bytes', start: (controller) => controller.error(error) }) });
      return readAll(sourceOfFile(failingFile));
    };
    await expect(failing(new TypeError('network error'))).rejects.toBeInstanceOf(FileGone);
    await expect(failing(new DOMException('gone', 'NotReadableError'))).rejects.toBeInstanceOf(FileGone);
    await expect(failing(new RangeError('Array buffer allocation failed'))).rejects.toThrow('Array buffer allocation failed');
  });
});
