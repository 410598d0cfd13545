import type { ScoredDataset } from '../scoredDataset.ts';

/** One contact of a path, between rows. */
export interface Hop {
  readonly from: number;
  readonly to: number;
  /** The contact's start in local seconds and its offset, where the path is in time. */
  readonly at: { readonly local: number; readonly offsetS: number } | null;
}

/** Rows that a row has records with. A search asks each row once, and needs no more of its contacts than this. */
export class Ties {
  /** Records with each of the rows that `of` answered last, by row. */
  readonly records: Uint32Array;
  readonly #dataset: ScoredDataset;
  #last: number[] = [];

  constructor(dataset: ScoredDataset) {
    this.#dataset = dataset;
    this.records = new Uint32Array(dataset.features.numbers.length);
  }

  /** In the order of the first record. Itself is not among them. */
  of(row: number): readonly number[] {
    const counts = this.records;
    for (const other of this.#last) counts[other] = 0;
    const others: number[] = [];
    const { rowOf, records } = this.#dataset;
    const words = records.recordWords;
    const { f64, from, to } = records.recordsOf(row);
    for (let at = from * words + 1; at < to * words; at += words) {
      const other = rowOf(f64[at]!);
      if (other >= 0 && other !== row && counts[other]!++ === 0) others.push(other);
    }
    return (this.#last = others);
  }
}
