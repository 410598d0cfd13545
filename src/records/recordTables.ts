/** The tables of a dataset beside its communications, as typed columns. */
import { ByteInterner } from './byteInterner.ts';
import { NO_NUMBER } from './numberKey.ts';
import type { NumberSet } from './numberSet.ts';
import type { ColumnOf, ColumnType, TableKind } from './recordKinds.ts';
import { tableColumns } from './recordKinds.ts';

type Stored<Type> = Type extends 'text' ? Uint32Array : Float64Array;

/** Rows of one kind from all files. In f64 columns NaN is "not there", for numbers it is NO_NUMBER; in text columns 0. */
export interface RecordTable<Kind extends TableKind = TableKind> {
  readonly kind: Kind;
  readonly rowCount: number;
  readonly columns: { readonly [Name in ColumnOf<Kind>]: Stored<(typeof tableColumns)[Kind][Name]> };
  /** UTC offset, in seconds, of the row's times. */
  readonly offsetsS: Int32Array;
  /** Index in the dataset's files, and line in it. */
  readonly files: Uint16Array;
  readonly lines: Uint32Array;
}

/**
 * What the numbers of a list are: known from cases (seized, blocked, known fraud), under watch, to be left alone (特殊号码), victims
 * and complainants, or anything else, which only has its label shown.
 */
export const listRoles = ['seized', 'watched', 'leftAlone', 'victim', 'other'] as const;
export type ListRole = (typeof listRoles)[number];

/** The numbers of one file that have one role. */
export interface NumberList {
  readonly name: string;
  /** Index in the dataset's files. */
  readonly file: number;
  readonly role: ListRole;
  readonly numbers: NumberSet;
}

export interface RecordTables {
  /** Texts of all tables; a text column's id − 1. */
  readonly texts: ByteInterner;
  readonly byKind: { readonly [Kind in TableKind]?: RecordTable<Kind> };
  readonly lists: readonly NumberList[];
}

export const noTables: RecordTables = { texts: new ByteInterner(), byKind: {}, lists: [] };

/** True when there is nothing beside communications. */
export function hasNoTables({ byKind, lists }: RecordTables): boolean {
  return lists.length === 0 && Object.keys(byKind).length === 0;
}

export function columnNames(kind: TableKind): string[] {
  return Object.keys(tableColumns[kind]);
}

export function columnType(kind: TableKind, column: string): ColumnType {
  return (tableColumns[kind] as Record<string, ColumnType>)[column]!;
}

/** A column whatever its kind of array; for code that treats all kinds alike. */
export function columnOf(table: RecordTable, column: string): Float64Array | Uint32Array {
  return (table.columns as Record<string, Float64Array | Uint32Array>)[column]!;
}

const nothing: Record<ColumnType, number> = { number: NO_NUMBER, time: NaN, amount: NaN, degrees: NaN, text: 0 };

/** Takes the rows of one kind, one after the other. */
export class TableBuilder<Kind extends TableKind = TableKind> {
  readonly kind: Kind;
  rowCount = 0;
  readonly #names: readonly string[];
  readonly #types: readonly ColumnType[];
  #columns: (Float64Array | Uint32Array)[];
  #offsetsS = new Int32Array(64);
  #files = new Uint16Array(64);
  #lines = new Uint32Array(64);
  /** The row being made, by place of the column. */
  readonly #row: Float64Array;

  constructor(kind: Kind) {
    this.kind = kind;
    this.#names = columnNames(kind);
    this.#types = this.#names.map((name) => columnType(kind, name));
    this.#columns = this.#types.map((type) => (type === 'text' ? new Uint32Array(64) : new Float64Array(64)));
    this.#row = new Float64Array(this.#names.length);
    this.clear();
  }

  /** Place of a column, for `set`. */
  place(column: string): number {
    return this.#names.indexOf(column);
  }

  clear(): void {
    for (let i = 0; i < this.#row.length; i++) this.#row[i] = nothing[this.#types[i]!];
  }

  set(place: number, value: number): void {
    this.#row[place] = value;
  }

  get(place: number): number {
    return this.#row[place]!;
  }

  /** Adds the row that was set; it stays set. */
  add(file: number, line: number, offsetS: number): void {
    const row = this.rowCount++;
    if (row === this.#lines.length) this.#grow(row * 2);
    for (let i = 0; i < this.#row.length; i++) this.#columns[i]![row] = this.#row[i]!;
    this.#offsetsS[row] = offsetS;
    this.#files[row] = file;
    this.#lines[row] = line;
  }

  finish(): RecordTable<Kind> {
    const n = this.rowCount;
    return {
      kind: this.kind,
      rowCount: n,
      columns: Object.fromEntries(this.#names.map((name, i) => [name, this.#columns[i]!.slice(0, n)])) as RecordTable<Kind>['columns'],
      offsetsS: this.#offsetsS.slice(0, n),
      files: this.#files.slice(0, n),
      lines: this.#lines.slice(0, n),
    };
  }

  #grow(length: number): void {
    this.#columns = this.#columns.map((column) => {
      const larger = column instanceof Uint32Array ? new Uint32Array(length) : new Float64Array(length);
      larger.set(column);
      return larger;
    });
    const offsetsS = new Int32Array(length);
    offsetsS.set(this.#offsetsS);
    this.#offsetsS = offsetsS;
    const files = new Uint16Array(length);
    files.set(this.#files);
    this.#files = files;
    const lines = new Uint32Array(length);
    lines.set(this.#lines);
    this.#lines = lines;
  }
}
