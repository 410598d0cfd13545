import type { FileBounds, Duplicates } from '../records/duplicates.ts';
import { DuplicateDropper } from '../records/duplicates.ts';
import { GrowingF64, GrowingU32 } from '../features/growingColumn.ts';
import type { RecordSource } from '../records/recordGrouper.ts';
import type { Overflow } from './bytes.ts';
import type { Chunk } from './chunk.ts';
import { PartitionGrouper } from './groupRecords.ts';

/** What comes of some partitions: their numbers with features and records, and what only all numbers together tell. */
export interface PartitionFeatures {
  readonly chunks: readonly Chunk[];
  /** Distinct (device, row) pairs by rising row; rows count over all chunks. */
  readonly deviceKeys: Float64Array<ArrayBuffer>;
  readonly deviceRows: Uint32Array<ArrayBuffer>;
  readonly linkCount: number;
  /** Records that stood in another file as well and were left out. */
  readonly duplicates: Duplicates;
}

export const noDuplicates: Duplicates = { count: 0, byDay: [] };

/** Makes the features of partitions one after the other and puts each aside with its records, so that few are in memory. */
export class PartFeatures {
  readonly #output: Overflow;
  readonly #dropper: DuplicateDropper | null;
  readonly #grouper: PartitionGrouper;
  readonly #chunks: Chunk[] = [];
  /** Chunks whose records are not packed yet, and these. */
  readonly #unpacked: { readonly chunk: number; readonly sources: readonly RecordSource[] }[] = [];
  readonly #deviceKeys = new GrowingF64();
  readonly #deviceRows = new GrowingU32();
  #rows = 0;
  #linkCount = 0;

  /**
   * @param recordWords 8-byte words per record
   * @param lastDay last local day of the dataset
   * @param bounds of the files, where several may hold the same records
   */
  constructor(recordWords: number, lastDay: number, bounds: FileBounds | null, output: Overflow) {
    this.#output = output;
    this.#dropper = bounds === null ? null : new DuplicateDropper(bounds, recordWords);
    this.#grouper = new PartitionGrouper(recordWords, lastDay);
  }

  /**
   * @param read the partition's records, from every reader that has some
   * @param packsLater whether they may be left for `pack`: the features are there sooner
   */
  add(read: readonly RecordSource[], packsLater: boolean): void {
    const sources = this.#dropper?.drop(read) ?? read;
    const group = this.#grouper.group(sources);
    const rows = group.starts.length - 1;
    if (rows < 1) return;
    const first = packsLater ? group.describeFirst() : null;
    const { bytes, deviceKeys, deviceRows, linkCount } = first ?? group.describe();
    if (first !== null) this.#unpacked.push({ chunk: this.#chunks.length, sources });
    this.#chunks.push({ rows, bytes: this.#output.keep(bytes), ...(first && { weeks: first.weeks }) });
    for (let i = 0; i < deviceKeys.length; i++) {
      this.#deviceKeys.push(deviceKeys[i]!);
      this.#deviceRows.push(this.#rows + deviceRows[i]!);
    }
    this.#rows += rows;
    this.#linkCount += linkCount;
  }

  /** The ends of the chunks whose records were left. They are the caller's, and forgotten here. */
  *pack(): Generator<{ readonly chunk: number; readonly bytes: Uint8Array<ArrayBuffer> }> {
    for (let next = this.#unpacked.pop(); next !== undefined; next = this.#unpacked.pop()) {
      yield { chunk: next.chunk, bytes: this.#grouper.group(next.sources).pack() };
    }
  }

  finish(): PartitionFeatures {
    return { chunks: this.#chunks, deviceKeys: this.#deviceKeys.take(), deviceRows: this.#deviceRows.take(), linkCount: this.#linkCount, duplicates: this.#dropper?.duplicates ?? noDuplicates };
  }
}
