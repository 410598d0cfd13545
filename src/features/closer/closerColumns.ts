import type { CloserFeatureName } from '../featureNames.ts';
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
