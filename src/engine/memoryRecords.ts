import type { RecordStore, RecordViews } from '../records/recordStore.ts';

/** Grouped records of some consecutive rows: row firstRow + i has records [starts[i], starts[i + 1]). */
export interface RecordGroup {
  readonly f64: Float64Array;
  readonly u32: Uint32Array;
  readonly starts: Uint32Array;
}

/** All records in memory, one group after another. */
export class MemoryRecords implements RecordStore {
  readonly recordWords: number;
  readonly groups: readonly RecordGroup[];
  /** First row of each group, and the row count at the end. */
  readonly #firstRows: Uint32Array;

  constructor(recordWords: number, groups: readonly RecordGroup[]) {
    this.recordWords = recordWords;
    this.groups = groups;
    this.#firstRows = new Uint32Array(groups.length + 1);
    groups.forEach((group, i) => (this.#firstRows[i + 1] = this.#firstRows[i]! + group.starts.length - 1));
  }

  recordsOf(row: number): RecordViews {
    const group = this.#groupOf(row);
    const { f64, u32, starts } = this.groups[group]!;
    const i = row - this.#firstRows[group]!;
    return { f64, u32, from: starts[i]!, to: starts[i + 1]! };
  }

  #groupOf(row: number): number {
    let low = 0;
    let high = this.groups.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#firstRows[middle]! <= row) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}
