import type { FeatureName, FeatureTable } from './featureNames.ts';
import { featureNames } from './featureNames.ts';

/** Columns held in memory at most, and at least so many of them: whatever goes through more than a row uses fewer at a time. */
const KEPT_BYTES = 192 << 20;
const LEAST_KEPT = 6;

/**
 * A feature table whose columns are made when they are first asked for. Of long columns only some are kept, those asked
 * for first being let go first.
 * @param load a column as long as `numbers`
 * @param loadRow all columns' values of one row, in the order of `featureNames`
 */
export function lazyFeatures(
  numbers: Float64Array, load: (name: FeatureName) => Float64Array, loadRow: (row: number) => Float64Array,
): FeatureTable {
  const most = Math.max(LEAST_KEPT, Math.floor(KEPT_BYTES / Math.max(1, numbers.byteLength)));
  const kept = new Map<FeatureName, Float64Array>();
  const columns = {};
  for (const name of featureNames) {
    Object.defineProperty(columns, name, {
      enumerable: true,
      get: () => {
        let column = kept.get(name);
        if (column === undefined) {
          column = load(name);
          kept.set(name, column);
          if (kept.size > most) kept.delete(kept.keys().next().value!);
        }
        return column;
      },
    });
  }
  return { numbers, columns: columns as FeatureTable['columns'], loadRow };
}

/** A row as a table of its own, without making whole columns. */
export function tableOfRow(features: FeatureTable, row: number): FeatureTable {
  return tableOfRows(features, [row]);
}

/** A few rows, in any order, as a table of their own, without making whole columns. */
export function tableOfRows(features: FeatureTable, rows: ArrayLike<number>): FeatureTable {
  const { columns, loadRow } = features;
  const count = rows.length;
  const values = new Float64Array(featureNames.length * count);
  for (let i = 0; i < count; i++) {
    const row = rows[i]!;
    const own = loadRow?.(row);
    for (let n = 0; n < featureNames.length; n++) values[n * count + i] = own === undefined ? columns[featureNames[n]!][row]! : own[n]!;
  }
  return {
    numbers: valuesAt(features.numbers, rows),
    columns: Object.fromEntries(featureNames.map((name, n) => [name, values.subarray(n * count, (n + 1) * count)])) as unknown as FeatureTable['columns'],
    whole: features.whole ?? features,
  };
}

/** A column's values of some rows. */
export function valuesAt(column: Float64Array, rows: ArrayLike<number>): Float64Array {
  const values = new Float64Array(rows.length);
  for (let i = 0; i < values.length; i++) values[i] = column[rows[i]!]!;
  return values;
}

/** Some rows, ascending, as a table of their own; columns are made when they are asked for. */
export function someRows(features: FeatureTable, rows: readonly number[]): FeatureTable {
  const ascending = Uint32Array.from(rows);
  const numbers = valuesAt(features.numbers, ascending);
  const load = (name: FeatureName) => features.loadSome?.(name, ascending) ?? valuesAt(features.columns[name], ascending);
  return { ...lazyFeatures(numbers, load, (i) => Float64Array.from(featureNames, (name) => features.columns[name][rows[i]!]!)), whole: features.whole ?? features };
}

/** The table with another column in place of one; the others stay as lazy as they are. */
export function withColumn(features: FeatureTable, name: FeatureName, column: Float64Array): FeatureTable {
  const { loadRow, loadSome } = features;
  const index = featureNames.indexOf(name);
  return {
    numbers: features.numbers,
    columns: Object.create(features.columns, { [name]: { value: column, enumerable: true } }) as FeatureTable['columns'],
    ...(loadRow && { loadRow: (row: number) => {
      const values = loadRow(row).slice();
      values[index] = column[row]!;
      return values;
    } }),
    ...(loadSome && { loadSome: (other: FeatureName, rows: Uint32Array) => (other === name ? valuesAt(column, rows) : loadSome(other, rows)) }),
  };
}
