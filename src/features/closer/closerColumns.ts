import type { CloserFeatureName, FeatureTable } from '../featureNames.ts';
import { closerFeatureNames } from '../featureNames.ts';

/** The closer features of the few numbers that have any; of all others they are missing. */
export class CloserColumns {
  readonly #rowCount: number;
  /** Place + 1 in `#values` by row, 0 for none; made at the first value. */
  #places: Uint32Array | null = null;
  #values = new Float64Array(0);
  #count = 0;

  constructor(rowCount: number) {
    this.#rowCount = rowCount;
  }

  set(name: CloserFeatureName, row: number, value: number): void {
    const places = (this.#places ??= new Uint32Array(this.#rowCount));
    if (places[row] === 0) {
      places[row] = ++this.#count;
      const end = this.#count * WIDTH;
      if (end > this.#values.length) {
        const values = new Float64Array(Math.max(end, this.#values.length * 2, 1024 * WIDTH));
        values.set(this.#values);
        this.#values = values;
      }
      this.#values.fill(NaN, end - WIDTH, end);
    }
    this.#values[(places[row]! - 1) * WIDTH + indexOf[name]] = value;
  }

  /** NaN where there is none. */
  get(name: CloserFeatureName, row: number): number {
    const place = this.#places?.[row] ?? 0;
    return place === 0 ? NaN : this.#values[(place - 1) * WIDTH + indexOf[name]]!;
  }

  has(row: number): boolean {
    return (this.#places?.[row] ?? 0) !== 0;
  }

  /** The rows that have any, ascending, and their values row by row in the order of `closerFeatureNames`. */
  export(): { readonly rows: Uint32Array<ArrayBuffer>; readonly values: Float64Array<ArrayBuffer> } {
    const rows = new Uint32Array(this.#count);
    const values = new Float64Array(this.#count * WIDTH);
    let at = 0;
    for (const [row, place] of (this.#places ?? []).entries()) {
      if (place === 0) continue;
      values.set(this.#values.subarray((place - 1) * WIDTH, place * WIDTH), at * WIDTH);
      rows[at++] = row;
    }
    return { rows, values };
  }

  /** The columns that `export` gave. */
  static from(rowCount: number, rows: Uint32Array, values: Float64Array): CloserColumns {
    const columns = new CloserColumns(rowCount);
    for (const [i, row] of rows.entries()) for (const [n, name] of closerFeatureNames.entries()) columns.set(name, row, values[i * WIDTH + n]!);
    return columns;
  }

  /** The columns of a feature table, of the rows that have any of them. */
  static of(columns: FeatureTable['columns'], rowCount: number): CloserColumns {
    const closer = new CloserColumns(rowCount);
    for (const name of closerFeatureNames) {
      const column = columns[name];
      for (let row = 0; row < rowCount; row++) if (!Number.isNaN(column[row]!)) closer.set(name, row, column[row]!);
    }
    return closer;
  }

  /** The column of rows [from, to), with NaN for missing values. */
  column(name: CloserFeatureName, from = 0, to = this.#rowCount): Float64Array {
    const column = new Float64Array(to - from);
    const index = indexOf[name];
    for (let row = from; row < to; row++) {
      const place = this.#places?.[row] ?? 0;
      column[row - from] = place === 0 ? NaN : this.#values[(place - 1) * WIDTH + index]!;
    }
    return column;
  }
}

const WIDTH = closerFeatureNames.length;
const indexOf = Object.fromEntries(closerFeatureNames.map((name, i) => [name, i])) as Record<CloserFeatureName, number>;

export function isCloser(name: string): name is CloserFeatureName {
  return name in indexOf;
}
