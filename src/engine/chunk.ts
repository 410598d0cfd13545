/**
 * What is kept of the numbers of a partition, as one run of bytes: numbers, a column of each feature of records, presence, where each
 * number's records end, and the records (`recordCodec.ts`). All columns start at a multiple of 8 bytes.
 */
import type { FeatureName } from '../features/featureNames.ts';
import { recordFeatureNames } from '../features/featureNames.ts';
import type { FeaturePart, Presence } from '../features/featurePart.ts';
import type { Bytes } from './bytes.ts';
import { MemoryBytes } from './bytes.ts';

export interface Chunk {
  readonly rows: number;
  /** Up to where each number's records end, while `weeks` stands for the rest. */
  readonly bytes: Bytes;
  /** Only while the records are not packed yet: how many each number has in the dataset's last weeks, RECENT_WEEKS counts each. */
  weeks?: Uint32Array | undefined;
}

const presenceColumns = ['first', 'last', 'contacts'] as const satisfies readonly (keyof Presence)[];

/** Where the parts of a chunk begin, in bytes. */
export function chunkPlaces(rows: number, features: number = recordFeatureNames.length) {
  const columns = rows * 8;
  const presence = columns + features * rows * 8;
  const ends = presence + aligned(presenceColumns.length * rows * 4);
  return { columns, presence, ends, records: ends + aligned(rows * 4) };
}

/** @param ends where each number's bytes end in `records` */
export function encodeChunk({ numbers, columns, presence }: FeaturePart, ends: Uint32Array, records: Uint8Array): Uint8Array<ArrayBuffer> {
  const rows = numbers.length;
  const at = chunkPlaces(rows);
  const rest = encodeRecords(ends, records);
  const bytes = new Uint8Array(at.ends + rest.length);
  const f64 = new Float64Array(bytes.buffer);
  const u32 = new Uint32Array(bytes.buffer);
  f64.set(numbers);
  recordFeatureNames.forEach((name, i) => f64.set(columns[name], at.columns / 8 + i * rows));
  presenceColumns.forEach((name, i) => u32.set(presence[name], at.presence / 4 + i * rows));
  bytes.set(rest, at.ends);
  return bytes;
}

/** The end of a chunk: where each number's bytes end in `records`, and these. */
export function encodeRecords(ends: Uint32Array, records: Uint8Array): Uint8Array<ArrayBuffer> {
  const at = aligned(ends.length * 4);
  const bytes = new Uint8Array(at + aligned(records.length));
  new Uint32Array(bytes.buffer).set(ends);
  bytes.set(records, at);
  return bytes;
}

/** Takes the end of a chunk whose records were not packed. */
export function completeChunk(chunk: Chunk, end: Uint8Array<ArrayBuffer>): void {
  if (!(chunk.bytes instanceof MemoryBytes)) throw new Error('only a chunk in memory waits for its end');
  chunk.bytes.append(end);
  chunk.weeks = undefined;
}

/** Reads what is asked of a chunk. */
export class ChunkReader {
  readonly rows: number;
  readonly #bytes: Bytes;
  readonly #names: readonly string[];
  readonly #at: ReturnType<typeof chunkPlaces>;

  /** @param names the features it has, in order */
  constructor({ rows, bytes }: Chunk, names: readonly string[]) {
    this.rows = rows;
    this.#bytes = bytes;
    this.#names = names;
    this.#at = chunkPlaces(rows, names.length);
  }

  numbers(): Float64Array {
    return this.#f64(0);
  }

  /** null for a feature that was not known when the chunk was made. */
  column(name: FeatureName): Float64Array | null {
    const at = this.#names.indexOf(name);
    return at < 0 ? null : this.#f64(this.#at.columns + at * this.rows * 8);
  }

  /** All columns one after the other, in the order of the names. */
  columns(): Float64Array {
    const bytes = this.#bytes.read(this.#at.columns, this.#names.length * this.rows * 8);
    return new Float64Array(bytes.buffer, bytes.byteOffset, bytes.length / 8);
  }

  /** First, last and contacts. */
  presence(): Presence {
    const { presence, ends } = this.#at;
    const bytes = this.#bytes.read(presence, ends - presence);
    const u32 = (at: number) => new Uint32Array(bytes.buffer, bytes.byteOffset + at, this.rows);
    return { first: u32(0), last: u32(this.rows * 4), contacts: u32(this.rows * 8) };
  }

  /** Where each number's records end; not there before these are. */
  ends(): Uint32Array {
    const bytes = this.#bytes.read(this.#at.ends, this.rows * 4);
    return new Uint32Array(bytes.buffer, bytes.byteOffset, this.rows);
  }

  /** Bytes [from, to) of its records. */
  records(from: number, to: number): Uint8Array<ArrayBuffer> {
    return this.#bytes.read(this.#at.records + from, to - from);
  }

  #f64(at: number): Float64Array {
    const bytes = this.#bytes.read(at, this.rows * 8);
    return new Float64Array(bytes.buffer, bytes.byteOffset, this.rows);
  }
}

function aligned(bytes: number): number {
  return Math.ceil(bytes / 8) * 8;
}
