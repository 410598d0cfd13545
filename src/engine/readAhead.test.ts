import { describe, expect, it } from 'vitest';
import { ReadAhead } from './readAhead.ts';

const BYTES = 3_000_000;
const content = Uint8Array.from({ length: BYTES }, (_, i) => (i * 7919) % 251);

/** A file that tells which of its bytes were asked for. */
class WatchedFile extends File {
  readonly asked: string[] = [];

  override slice(start?: number, end?: number, type?: string): Blob {
    this.asked.push(`${start}-${end}`);
    return super.slice(start, end, type);
  }
}

const newFile = (name = 'calls.csv', bytes = content) => new WatchedFile([bytes], name, { lastModified: 7 });

async function readAll(pieces: AsyncGenerator<Uint8Array>): Promise<Buffer> {
  const read: Buffer[] = [];
  for await (const piece of pieces) read.push(Buffer.from(piece));
  return Buffer.concat(read);
}

describe('a stretch of a file that is begun to be read ahead', () => {
  it('goes on for who asks for it, with another copy of the file, and is read but once', async () => {
    const [begun, asked] = [newFile(), newFile()];
    const ahead = new ReadAhead();
    ahead.begin(begun, 1_000, 2_500_000);
    expect(begun.asked).toEqual(['1000-2500000']);
    const source = ahead.sourceOf(asked);
    expect(await readAll(source.pieces!(1_000, 2_500_000)!)).toEqual(Buffer.from(content.subarray(1_000, 2_500_000)));
    expect(asked.asked).toEqual([]);
    expect(await readAll(source.pieces!(1_000, 2_500_000)!)).toEqual(Buffer.from(content.subarray(1_000, 2_500_000)));
    expect(asked.asked).toEqual(['1000-2500000']);
  });

  it('is left where another stretch, or another file, is asked for', async () => {
    const ahead = new ReadAhead();
    for (const [file, start, end] of [[newFile(), 0, 10], [newFile('other.csv'), 0, BYTES], [newFile('calls.csv', content.slice(1)), 0, BYTES - 1]] as const) {
      ahead.begin(newFile(), 0, BYTES);
      expect((await readAll(ahead.sourceOf(file).pieces!(start, end)!)).length).toBe(end - start);
      expect(file.asked).toEqual([`${start}-${end}`]);
    }
    ahead.end();
    ahead.end();
  });

  it('can be given up midway, as any other', async () => {
    const ahead = new ReadAhead();
    ahead.begin(newFile(), 0, BYTES);
    const pieces = ahead.sourceOf(newFile()).pieces!(0, BYTES)!;
    for await (const piece of pieces) {
      expect(piece[1]).toBe(content[1]);
      break;
    }
    expect(await pieces.next()).toEqual({ done: true, value: undefined });
  });
});
