import type { RecordGroup } from '../records/recordGroup.ts';
import { RecordGatherer } from '../records/recordGroup.ts';
import type { RecordStore, RecordViews } from '../records/recordStore.ts';

/** Records written out at a time, for saving. */
const PIECE_RECORDS = 1 << 15;

/** All records in memory, one group of consecutive rows after another. */
export class MemoryRecords implements RecordStore {
  readonly recordWords: number;
  readonly #groups: readonly RecordGroup[];
  /** First row of each group, and the row count at the end. */
  readonly #firstRows: Uint32Array;
  readonly #gatherer: RecordGatherer;

  constructor(recordWords: number, groups: readonly RecordGroup[]) {
    this.recordWords = recordWords;
    this.#groups = groups;
    this.#gatherer = new RecordGatherer(recordWords);
    this.#firstRows = new Uint32Array(groups.length + 1);
    groups.forEach((group, i) => (this.#firstRows[i + 1] = this.#firstRows[i]! + group.starts.length - 1));
  }

  recordsOf(row: number): RecordViews {
    const at = this.#groupOf(row);
    const group = this.#groups[at]!;
    const i = row - this.#firstRows[at]!;
    const from = group.starts[i]!;
    const to = group.starts[i + 1]!;
    this.#gatherer.gather(group, from, to);
    return { f64: this.#gatherer.f64, u32: this.#gatherer.u32, from: 0, to: to - from };
  }

  /** Bytes of all records. */
  get bytes(): number {
    return this.#groups.reduce((sum, { order }) => sum + order.length, 0) * this.recordWords * 8;
  }

  /** All records by row, laid out one after the other. Each piece is valid until the next. */
  *pieces(): Generator<Uint8Array> {
    const gatherer = new RecordGatherer(this.recordWords);
    for (const group of this.#groups) {
      for (let from = 0; from < group.order.length; from += PIECE_RECORDS) {
        const to = Math.min(from + PIECE_RECORDS, group.order.length);
        gatherer.gather(group, from, to);
        yield new Uint8Array(gatherer.f64.buffer, 0, (to - from) * this.recordWords * 8);
      }
    }
  }

  /** First record of each row over all groups, and the record count at the end. */
  starts(): Uint32Array {
    const starts = new Uint32Array(this.#firstRows.at(-1)! + 1);
    let row = 0;
    let base = 0;
    for (const group of this.#groups) {
      for (let i = 0; i + 1 < group.starts.length; i++) starts[row++] = base + group.starts[i]!;
      base += group.order.length;
    }
    starts[row] = base;
    return starts;
  }

  #groupOf(row: number): number {
    let low = 0;
    let high = this.#groups.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#firstRows[middle]! <= row) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}
