/** One kind of thing: where the dataset has it, and how it is tied to numbers. One declaration each. */
import { localTimeText } from '../../records/days.ts';
import type { RecordTable } from '../../records/recordTables.ts';
import type { ScoredDataset } from '../scoredDataset.ts';

export interface Tie {
  records: number;
  first: string | null;
  last: string | null;
}

/** A number by its key, and its row or -1. */
export interface Asked {
  readonly key: number;
  readonly row: number;
}

export interface ThingSource {
  /** False where the dataset has nothing of the kind, so that it is not offered. */
  isThere(dataset: ScoredDataset): boolean;
  /** Things of a number by name. */
  of(dataset: ScoredDataset, number: Asked): ReadonlyMap<string, Tie>;
  /**
   * Numbers tied to a thing, by key, with the records of each.
   * @param known keys of numbers that are known to be tied to it
   */
  numbersOf(dataset: ScoredDataset, name: string, known: readonly number[]): ReadonlyMap<number, number>;
}

/** Ties from rows of tables, each with the time in one of its columns. */
export class RowTies {
  readonly ties = new Map<string, Tie>();

  /** @param name null for a row that names no such thing */
  add(name: string | null, table: RecordTable, time: string | null, row: number): void {
    if (name === null) return;
    const column = time === null ? undefined : (table.columns as Readonly<Record<string, Float64Array | Uint32Array>>)[time];
    const at = column === undefined || Number.isNaN(column[row]!) ? null : localTimeText(column[row]!, table.offsetsS[row]!);
    const tie = this.ties.get(name) ?? { records: 0, first: at, last: at };
    tie.records++;
    if (at !== null && (tie.first === null || at < tie.first)) tie.first = at;
    if (at !== null && (tie.last === null || at > tie.last)) tie.last = at;
    this.ties.set(name, tie);
  }
}

/** Counts how often each key was given; none for 0, which marks no number. */
export class KeyCounts {
  readonly counts = new Map<number, number>();

  add(key: number, count = 1): void {
    if (key !== 0 && !Number.isNaN(key)) this.counts.set(key, (this.counts.get(key) ?? 0) + count);
  }
}
