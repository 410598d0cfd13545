/**
 * What is kept of the numbers of a partition, as one run of bytes: numbers, a column of each feature of records, presence, where each
 * number's records end, and the records (`recordCodec.ts`). All columns start at a multiple of 8 bytes.
 */
import type { FeatureName } from '../features/featureNames.ts';
import { recordFeatureNames } from '../features/featureNames.ts';
import type { FeaturePart, Presence } from '../features/featurePart.ts';
import type { Bytes } from './bytes.ts';

export interface Chunk {
  readonly rows: number;
  readonly bytes: Bytes;
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
  const bytes = new Uint8Array(aligned(at.records + records.length));
  const f64 = new Float64Array(bytes.buffer);
  const u32 = new Uint32Array(bytes.buffer);
  f64.set(numbers);
  recordFeatureNames.forEach((name, i) => f64.set(columns[name], at.columns / 8 + i * rows));
  presenceColumns.forEach((name, i) => u32.set(presence[name], at.presence / 4 + i * rows));
  u32.set(ends, at.ends / 4);
  bytes.set(records, at.records);
  return bytes;
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

  /** First, last, contacts, and where each number's records end: one after the other. */
  presenceAndEnds(): { readonly first: Uint32Array; readonly last: Uint32Array; readonly contacts: Uint32Array; readonly ends: Uint32Array } {
    const { presence, ends, records } = this.#at;
    const bytes = this.#bytes.read(presence, records - presence);
    const u32 = (at: number) => new Uint32Array(bytes.buffer, bytes.byteOffset + at, this.rows);
    return { first: u32(0), last: u32(this.rows * 4), contacts: u32(this.rows * 8), ends: u32(ends - presence) };
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
