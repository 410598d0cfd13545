/** Rows of a table by what stands in one of its columns, found without going through it. */
import type { ColumnOf, TableKind } from '../../records/recordKinds.ts';
import type { RecordTable } from '../../records/recordTables.ts';
import { columnOf } from '../../records/recordTables.ts';
import { argsort, identity } from '../argsort.ts';
import type { ScoredDataset } from '../scoredDataset.ts';

/** Rows in the order of a column's values. */
interface ColumnIndex {
  readonly order: Uint32Array;
  readonly column: Float64Array | Uint32Array;
}

const indexes = new WeakMap<RecordTable, Map<string, ColumnIndex>>();
const noRows = new Uint32Array(0);

/** The table of a kind, or null where nothing of the kind was opened. */
export function tableOf<Kind extends TableKind>(dataset: Pick<ScoredDataset, 'tables'>, kind: Kind): RecordTable<Kind> | null {
  return dataset.tables.byKind[kind] ?? null;
}

/** Rows whose column has this value (a number key, or a text's id + 1), in the order of the files. Nothing has no rows. */
export function rowsWith<Kind extends TableKind>(table: RecordTable<Kind> | null, column: ColumnOf<Kind>, value: number): Uint32Array {
  if (table === null || value === 0 || Number.isNaN(value)) return noRows;
  const { order, column: values } = indexOf(table, column);
  const from = firstAtLeast(order, values, value);
  let to = from;
  while (to < order.length && values[order[to]!] === value) to++;
  return order.subarray(from, to);
}

/** Distinct values of a column that are there, ascending. */
export function valuesOf<Kind extends TableKind>(table: RecordTable<Kind>, column: ColumnOf<Kind>): number[] {
  const { order, column: values } = indexOf(table, column);
  const distinct: number[] = [];
  let last = 0;
  for (const row of order) {
    const value = values[row]!;
    if (value !== last && value !== 0 && !Number.isNaN(value)) distinct.push((last = value));
  }
  return distinct;
}

/** Id + 1 of a text of the tables; 0 when no table has it. */
export function textId({ tables: { texts } }: Pick<ScoredDataset, 'tables'>, text: string): number {
  const bytes = new TextEncoder().encode(text);
  return texts.find(bytes, 0, bytes.length) + 1;
}

/** Text of an id + 1; null for none. */
export function textAt({ tables: { texts } }: Pick<ScoredDataset, 'tables'>, id: number): string | null {
  return id === 0 ? null : texts.text(id - 1);
}

function indexOf(table: RecordTable, column: string): ColumnIndex {
  let known = indexes.get(table);
  if (known === undefined) indexes.set(table, (known = new Map()));
  let index = known.get(column);
  if (index === undefined) {
    const values = columnOf(table, column);
    index = { order: argsort(Float64Array.from(values), identity(table.rowCount), false), column: values };
    known.set(column, index);
  }
  return index;
}

function firstAtLeast(order: Uint32Array, values: Float64Array | Uint32Array, value: number): number {
  let low = 0;
  let high = order.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    // NaN stands at the end.
    if (values[order[middle]!]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
