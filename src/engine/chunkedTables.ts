import type { CloserColumns } from '../features/closer/closerColumns.ts';
import { isCloser } from '../features/closer/closerColumns.ts';
import type { TablePiece } from '../features/closer/closerFeature.ts';
import { lazyFeatures, valuesAt } from '../features/featureColumns.ts';
import type { FeatureName, FeatureTable } from '../features/featureNames.ts';
import { featureNames } from '../features/featureNames.ts';
import type { Presence } from '../features/featurePart.ts';
import { decodeStarts, LEAST_RECORD_BYTES, RecordDecoder } from '../records/recordCodec.ts';
import { RECENT_WEEKS } from '../kernel/groupKernel.ts';
import type { RecordStore, RecordViews } from '../records/recordStore.ts';
import { RecordsPending } from '../records/recordStore.ts';
import type { Chunk } from './chunk.ts';
import { ChunkReader } from './chunk.ts';

/** Chunks' features kept in memory when single rows are asked for. */
const FEATURES_KEPT = 24;
/** Records decoded ahead of the one asked for, at least. */
const ROOM_RECORDS = 1024;
/** Below this, the records of all rows of a chunk are read at once when rows are asked for one after the other. */
const READ_AHEAD_BYTES = 16 << 20;

/** A column that all numbers together tell, and which therefore is in no chunk. */
export type LateColumns = Partial<Record<FeatureName, Float64Array>>;

/**
 * The tables of a dataset that lies in chunks, in memory or in files. Numbers and presence are in memory, the rest is read. What is asked
 * of records that are not packed yet throws RecordsPending.
 */
export class ChunkedTables {
  readonly numbers: Float64Array;
  readonly presence: Presence;
  features: FeatureTable;
  readonly records: RecordStore;
  readonly #chunks: readonly ChunkReader[];
  /** First row of each chunk, and the row count at the end. */
  readonly #firstRows: Uint32Array;
  readonly #late: LateColumns;
  #closer: CloserColumns | null = null;
  /** Chunk → its columns, those used last at the end. */
  readonly #columnsOf = new Map<number, Float64Array>();
  /** Where the columns of `featureNames` are in a chunk; -1 for those it has not. */
  readonly #places: readonly number[];

  /** @param names the features the chunks have, in order; @param complete makes all chunks whole, where some are not yet */
  constructor(chunks: readonly Chunk[], names: readonly string[], recordWords: number, late: LateColumns, complete?: () => Promise<void>) {
    this.#chunks = chunks.map((chunk) => new ChunkReader(chunk, names));
    this.#places = featureNames.map((name) => names.indexOf(name));
    this.#late = late;
    this.#firstRows = new Uint32Array(chunks.length + 1);
    chunks.forEach(({ rows }, i) => (this.#firstRows[i + 1] = this.#firstRows[i]! + rows));
    const rowCount = this.#firstRows.at(-1)!;
    this.numbers = new Float64Array(rowCount);
    this.presence = { first: new Uint32Array(rowCount), last: new Uint32Array(rowCount), contacts: new Uint32Array(rowCount) };
    for (const [i, chunk] of this.#chunks.entries()) {
      const row = this.#firstRows[i]!;
      const known = chunk.presence();
      this.numbers.set(chunk.numbers(), row);
      this.presence.first.set(known.first, row);
      this.presence.last.set(known.last, row);
      this.presence.contacts.set(known.contacts, row);
    }
    this.features = this.#newFeatures();
    this.records = new ChunkedRecords(chunks, this.#chunks, this.#firstRows, this.numbers, recordWords, complete);
  }

  /** Takes the features of a closer look. Tables that were handed out before do not know them. */
  takeCloser(closer: CloserColumns): void {
    this.#closer = closer;
    this.features = this.#newFeatures();
  }

  #newFeatures(): FeatureTable {
    const closer = this.#closer;
    return {
      ...lazyFeatures(this.numbers, (name) => this.#column(name, closer), (row) => this.#row(row, closer)),
      loadSome: (name, rows) => this.#some(name, rows, closer),
    };
  }

  /** The features chunk by chunk, as tables of some rows each, so that a pass over all needs little memory. */
  *pieces(): Generator<TablePiece> {
    const lacks = (name: FeatureName) => isCloser(name) && this.#closer === null;
    // Of what is not known all pieces share one column.
    const unknown = new Float64Array(Math.max(0, ...this.#chunks.map(({ rows }) => rows))).fill(NaN);
    for (const [i, chunk] of this.#chunks.entries()) {
      const firstRow = this.#firstRows[i]!;
      const numbers = this.numbers.subarray(firstRow, firstRow + chunk.rows);
      const end = firstRow + chunk.rows;
      const load = (name: FeatureName) =>
        (isCloser(name) ? this.#closer?.column(name, firstRow, end) : this.#late[name]?.subarray(firstRow, end) ?? chunk.column(name)) ?? unknown.subarray(0, chunk.rows);
      yield { firstRow, features: { numbers, columns: lazyFeatures(numbers, load, () => numbers).columns, lacks, whole: this.features } };
    }
  }

  #column(name: FeatureName, closer: CloserColumns | null): Float64Array {
    const late = this.#late[name];
    if (late !== undefined) return late;
    if (isCloser(name)) return closer?.column(name) ?? new Float64Array(this.numbers.length).fill(NaN);
    const column = new Float64Array(this.numbers.length);
    for (const [i, chunk] of this.#chunks.entries()) {
      const part = chunk.column(name);
      // A feature that came with a newer version has no evidence in older datasets.
      if (part === null) column.fill(NaN, this.#firstRows[i], this.#firstRows[i + 1]);
      else column.set(part, this.#firstRows[i]);
    }
    return column;
  }

  #some(name: FeatureName, rows: Uint32Array, closer: CloserColumns | null): Float64Array {
    const values = new Float64Array(rows.length);
    if (isCloser(name)) {
      for (let i = 0; i < rows.length; i++) values[i] = closer?.get(name, rows[i]!) ?? NaN;
      return values;
    }
    const late = this.#late[name];
    if (late !== undefined) return valuesAt(late, rows);
    for (let i = 0; i < rows.length;) {
      const chunk = chunkAt(this.#firstRows, rows[i]!);
      const first = this.#firstRows[chunk]!;
      const end = this.#firstRows[chunk + 1]!;
      const column = this.#chunks[chunk]!.column(name);
      for (; i < rows.length && rows[i]! < end; i++) values[i] = column === null ? NaN : column[rows[i]! - first]!;
    }
    return values;
  }

  #row(row: number, closer: CloserColumns | null): Float64Array {
    const at = chunkAt(this.#firstRows, row);
    const { rows } = this.#chunks[at]!;
    let columns = this.#columnsOf.get(at);
    if (columns === undefined) columns = this.#chunks[at]!.columns();
    this.#columnsOf.delete(at);
    this.#columnsOf.set(at, columns);
    if (this.#columnsOf.size > FEATURES_KEPT) this.#columnsOf.delete(this.#columnsOf.keys().next().value!);
    const place = row - this.#firstRows[at]!;
    return Float64Array.from(featureNames, (name, i) => {
      if (isCloser(name)) return closer?.get(name, row) ?? NaN;
      const index = this.#places[i]!;
      return this.#late[name]?.[row] ?? (index < 0 ? NaN : columns[index * rows + place]!);
    });
  }
}

/** Records read from their chunk and decoded when a number's are asked for. */
export class ChunkedRecords implements RecordStore {
  /** Where they are read from. */
  readonly chunks: readonly Chunk[];
  readonly recordWords: number;
  readonly complete?: () => Promise<void>;
  readonly #readers: readonly ChunkReader[];
  readonly #firstRows: Uint32Array;
  readonly #numbers: Float64Array;
  /** Where each row's bytes end in its chunk's records; of chunks that were asked for. */
  readonly #ends: Uint32Array;
  readonly #hasEnds: Uint8Array;
  readonly #decoder: RecordDecoder;
  #f64: Float64Array<ArrayBuffer>;
  #u32: Uint32Array<ArrayBuffer>;
  /** The row whose records are decoded. */
  #row = -1;
  #count = 0;
  #lastAsked = -1;
  #starts = new Uint32Array(ROOM_RECORDS);
  /** Bytes [#from, #to) of the records of chunk #at are in #bytes. */
  #at = -1;
  #from = 0;
  #to = 0;
  #bytes = new Uint8Array(0);

  constructor(chunks: readonly Chunk[], readers: readonly ChunkReader[], firstRows: Uint32Array, numbers: Float64Array, recordWords: number, complete?: () => Promise<void>) {
    this.chunks = chunks;
    this.recordWords = recordWords;
    this.#readers = readers;
    this.#firstRows = firstRows;
    this.#numbers = numbers;
    this.#ends = new Uint32Array(numbers.length);
    this.#hasEnds = new Uint8Array(chunks.length);
    if (complete !== undefined) this.complete = complete;
    this.#decoder = new RecordDecoder(recordWords);
    this.#f64 = new Float64Array(ROOM_RECORDS * recordWords);
    this.#u32 = new Uint32Array(this.#f64.buffer);
  }

  /** All records chunk by chunk, in bytes that are the caller's: a number's end where `ends` says. */
  *encoded(): Generator<{ readonly bytes: Uint8Array<ArrayBuffer>; readonly ends: Uint32Array<ArrayBuffer> }> {
    for (const [i, reader] of this.#readers.entries()) {
      this.#readEnds(i);
      const ends = this.#ends.slice(this.#firstRows[i], this.#firstRows[i + 1]);
      yield { bytes: reader.records(0, ends.at(-1) ?? 0).slice(), ends };
    }
  }

  recordsOf(row: number): RecordViews {
    if (row !== this.#row) this.#decode(row);
    return { f64: this.#f64, u32: this.#u32, from: 0, to: this.#count };
  }

  startsOf(row: number): { readonly starts: Uint32Array; readonly count: number } {
    const { from, to } = this.#fetch(row);
    const most = (to - from) / LEAST_RECORD_BYTES;
    if (this.#starts.length < most) this.#starts = new Uint32Array(most * 2);
    return { starts: this.#starts, count: decodeStarts(this.#bytes, from, to, this.recordWords, this.#starts) };
  }

  recentWeeks(row: number): Uint32Array | null {
    const at = chunkAt(this.#firstRows, row);
    const place = (row - this.#firstRows[at]!) * RECENT_WEEKS;
    return this.chunks[at]!.weeks?.subarray(place, place + RECENT_WEEKS) ?? null;
  }

  /** Throws RecordsPending. */
  #readEnds(at: number): void {
    if (this.#hasEnds[at] === 1) return;
    if (this.chunks[at]!.weeks !== undefined) throw new RecordsPending('records that are not packed yet');
    this.#ends.set(this.#readers[at]!.ends(), this.#firstRows[at]);
    this.#hasEnds[at] = 1;
  }

  /** Where in `#bytes` the records of a row now are. */
  #fetch(row: number): { readonly from: number; readonly to: number } {
    const at = this.#at >= 0 && row >= this.#firstRows[this.#at]! && row < this.#firstRows[this.#at + 1]! ? this.#at : chunkAt(this.#firstRows, row);
    this.#readEnds(at);
    const firstRow = this.#firstRows[at]!;
    const from = row === firstRow ? 0 : this.#ends[row - 1]!;
    const to = this.#ends[row]!;
    if (at !== this.#at || from < this.#from || to > this.#to) {
      const all = this.#ends[this.#firstRows[at + 1]! - 1]!;
      this.#at = at;
      this.#from = from;
      this.#to = row === this.#lastAsked + 1 && all - from <= READ_AHEAD_BYTES ? all : to;
      this.#bytes = this.#readers[at]!.records(from, this.#to);
    }
    this.#lastAsked = row;
    return { from: from - this.#from, to: to - this.#from };
  }

  #decode(row: number): void {
    const { from, to } = this.#fetch(row);
    const decoder = this.#decoder;
    decoder.begin(this.#bytes, from, to);
    let count = 0;
    for (;;) {
      const room = this.#f64.length / this.recordWords;
      count += decoder.decode(this.#f64, this.#u32, count, room - count);
      if (decoder.isDone) break;
      const f64 = new Float64Array(this.#f64.length * 2);
      f64.set(this.#f64);
      this.#f64 = f64;
      this.#u32 = new Uint32Array(f64.buffer);
    }
    this.#row = row;
    this.#count = count;
    if (count > 0 && this.#f64[0] !== this.#numbers[row]) throw new Error('stored records are not those of their number');
  }
}

/** The chunk that holds a row. */
function chunkAt(firstRows: Uint32Array, row: number): number {
  let low = 0;
  let high = firstRows.length - 2;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (firstRows[middle]! <= row) low = middle;
    else high = middle - 1;
  }
  return low;
}
