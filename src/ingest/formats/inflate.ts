/** Unpacking deflate: by the platform, which is fast; where that gives up, by a slower reader that keeps all that is readable. */
import { FlateErrorCode, Gunzip, Inflate } from 'fflate';
import type { FlateError } from 'fflate';
import { Crc32 } from './crc32.ts';
import type { ReadNotes } from './format.ts';
import { withinReason } from './format.ts';

export type Packing = 'gzip' | 'deflate-raw';

/** Unpacked at a time: at most 1,032 times as much comes of it at once. */
const FAST_BYTES = 64 << 10;
const CAREFUL_BYTES = 8 << 10;

/**
 * Unpacks a stream. What is damaged, cut off or out of proportion is noted, and all before it is given.
 *
 * gzip may have several members, one after the other, as `cat a.gz b.gz` and bgzip make them.
 * @param open the packed bytes from the beginning; may be called twice
 */
export async function* inflate(open: () => AsyncGenerator<Uint8Array>, packing: Packing, notes: ReadNotes): AsyncGenerator<Uint8Array> {
  let given = 0;
  let taken = 0;
  const counted = async function* () {
    taken = 0;
    for await (const chunk of open()) {
      taken += chunk.length;
      yield chunk;
    }
  };
  const unpack = async function* () {
    try {
      for await (const chunk of inflateFast(counted(), packing)) {
        given += chunk.length;
        yield chunk;
      }
    } catch (error) {
      if (!(error instanceof Undecodable)) throw error;
      yield* after(given, inflateCarefully(counted(), packing, notes));
    }
  };
  yield* withinReason(unpack(), () => taken, notes);
}

/** The platform could not unpack it to its end. */
class Undecodable extends Error {}

async function* inflateFast(packed: AsyncGenerator<Uint8Array>, packing: Packing): AsyncGenerator<Uint8Array> {
  const { writable, readable } = new DecompressionStream(packing);
  const writer = writable.getWriter();
  const reader = readable.getReader();
  let lost: { readonly error: unknown } | null = null;
  const feed = async () => {
    for (;;) {
      let step: IteratorResult<Uint8Array>;
      try {
        step = await packed.next();
      } catch (error) {
        lost = { error };
        await writer.abort(error);
        return;
      }
      if (step.done) break;
      for (let from = 0; from < step.value.length; from += FAST_BYTES) {
        await writer.write(step.value.subarray(from, from + FAST_BYTES) as Uint8Array<ArrayBuffer>);
      }
    }
    await writer.close();
  };
  // What fails here fails the reading below as well.
  const fed = feed().catch(() => undefined);
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } catch (error) {
    if (lost !== null) throw (lost as { readonly error: unknown }).error;
    throw new Undecodable('', { cause: error });
  } finally {
    await reader.cancel().catch(() => undefined);
    await fed;
    await packed.return(undefined);
  }
}

/** The rest of a stream behind its first `skip` bytes. */
async function* after(skip: number, chunks: AsyncGenerator<Uint8Array>): AsyncGenerator<Uint8Array> {
  let left = skip;
  for await (const chunk of chunks) {
    if (chunk.length > left) yield chunk.subarray(left);
    left = Math.max(0, left - chunk.length);
  }
}

async function* inflateCarefully(packed: AsyncGenerator<Uint8Array>, packing: Packing, notes: ReadNotes): AsyncGenerator<Uint8Array> {
  let out: Uint8Array[] = [];
  const sums = new MemberSums();
  const take = (chunk: Uint8Array) => {
    if (chunk.length === 0) return;
    sums.add(chunk);
    out.push(chunk);
  };
  const unpacker = packing === 'gzip' ? new Gunzip(take) : new Inflate(take);
  if (unpacker instanceof Gunzip) {
    unpacker.onmember = (offset) => {
      if (!sums.matches(offset)) notes.add('damaged');
      sums.begin();
    };
  }
  const push = (piece: Uint8Array, isEnd: boolean): FlateError | null => {
    try {
      unpacker.push(piece, isEnd);
      return null;
    } catch (error) {
      return error as FlateError;
    }
  };
  for await (const chunk of packed) {
    for (let from = 0; from < chunk.length; from += CAREFUL_BYTES) {
      const piece = chunk.slice(from, from + CAREFUL_BYTES);
      sums.see(piece);
      const fault = push(piece, false);
      yield* out;
      out = [];
      if (fault === null) continue;
      // Behind the last member: tapes and copies are padded with zeros, all else is said.
      if (fault.code === FlateErrorCode.InvalidHeader && sums.hasOutput) {
        if (piece.some((byte) => byte !== 0)) notes.add('trailingData');
      } else notes.cut('damaged');
      return;
    }
  }
  const fault = push(new Uint8Array(0), true);
  yield* out;
  if (fault !== null) notes.cut('truncated');
  else if (packing === 'gzip' && !sums.hasOutput) notes.add('truncated');
  // A length that does not fit is no length: the stream broke off where the unpacker did not miss anything.
  else if (packing === 'gzip' && !sums.fits(sums.seen)) notes.cut('truncated');
  else if (packing === 'gzip' && !sums.matches(sums.seen)) notes.add('damaged');
}

/** Compares each gzip member with the sum and length written behind it. */
class MemberSums {
  seen = 0;
  hasOutput = false;
  /** The packed bytes seen last; a member may end a little before the latest piece. */
  #recent = new Uint8Array(0);
  #crc = new Crc32();
  #length = 0;

  see(piece: Uint8Array): void {
    const recent = new Uint8Array(Math.min(64, this.#recent.length) + piece.length);
    recent.set(this.#recent.subarray(-64));
    recent.set(piece, recent.length - piece.length);
    this.#recent = recent;
    this.seen += piece.length;
  }

  add(chunk: Uint8Array): void {
    this.hasOutput = true;
    this.#crc.add(chunk);
    this.#length = (this.#length + chunk.length) >>> 0;
  }

  begin(): void {
    this.#crc = new Crc32();
    this.#length = 0;
  }

  /** Whether sum and length are those of what was unpacked. @param end offset in the packed bytes behind the member's last */
  matches(end: number): boolean {
    return this.fits(end) && this.#trailer(end)?.getUint32(0, true) === this.#crc.value;
  }

  /** Whether the length is that of what was unpacked. */
  fits(end: number): boolean {
    return this.#trailer(end)?.getUint32(4, true) === this.#length;
  }

  #trailer(end: number): DataView | null {
    const at = this.#recent.length - (this.seen - end) - 8;
    return at < 0 ? null : new DataView(this.#recent.buffer, this.#recent.byteOffset + at, 8);
  }
}
