/** A dataset's tables as sections of its stored file. */
import { ByteInterner } from '../records/byteInterner.ts';
import type { NumberSet } from '../records/numberSet.ts';
import type { TableKind } from '../records/recordKinds.ts';
import { tableKinds } from '../records/recordKinds.ts';
import type { ListRole, RecordTable, RecordTables } from '../records/recordTables.ts';
import { columnNames, columnOf, columnType } from '../records/recordTables.ts';

/** What a stored header says of the tables; the columns are sections. */
export interface TablesHeader {
  readonly kinds: readonly { readonly kind: TableKind; readonly rowCount: number }[];
  readonly lists: readonly { readonly name: string; readonly file: number; readonly role: ListRole; readonly size: number }[];
}

export function tablesHeader({ byKind, lists }: RecordTables): TablesHeader {
  return {
    kinds: Object.values(byKind).map(({ kind, rowCount }) => ({ kind, rowCount })),
    lists: lists.map(({ name, file, role, numbers: { size } }) => ({ name, file, role, size })),
  };
}

export function* tableSections({ texts, byKind, lists }: RecordTables): Generator<{ readonly name: string; readonly pieces: ArrayBufferView[] }> {
  const { arena, starts } = texts.export();
  yield { name: 'tables.texts.arena', pieces: [arena] };
  yield { name: 'tables.texts.starts', pieces: [starts] };
  for (const table of Object.values(byKind)) {
    for (const column of columnNames(table.kind)) yield { name: `tables.${table.kind}.${column}`, pieces: [columnOf(table, column)] };
    for (const column of ['offsetsS', 'files', 'lines'] as const) yield { name: `tables.${table.kind}.row.${column}`, pieces: [table[column]] };
  }
  for (const [i, { numbers }] of lists.entries()) {
    for (const part of ['chunks', 'counts', 'starts', 'low'] as const) yield { name: `lists.${i}.${part}`, pieces: [numbers[part]] };
  }
}

/** @param section bytes of a section by name, at a multiple of 8 in their buffer */
export function readTableSections(header: TablesHeader, section: (name: string) => Uint8Array<ArrayBuffer>): RecordTables {
  const view = <T>(name: string, make: new (buffer: ArrayBuffer, offset: number, length: number) => T, size: number): T => {
    const bytes = section(name);
    return new make(bytes.buffer, bytes.byteOffset, bytes.length / size);
  };
  const byKind: Partial<Record<TableKind, RecordTable>> = {};
  for (const { kind, rowCount } of header.kinds) {
    // Written by a version that had other kinds.
    if (!tableKinds.includes(kind)) continue;
    const name = (column: string) => `tables.${kind}.${column}`;
    const table = {
      kind,
      rowCount,
      columns: Object.fromEntries(columnNames(kind).map((column) => [
        column, columnType(kind, column) === 'text' ? view(name(column), Uint32Array, 4) : view(name(column), Float64Array, 8),
      ])),
      offsetsS: view(name('row.offsetsS'), Int32Array, 4),
      files: view(name('row.files'), Uint16Array, 2),
      lines: view(name('row.lines'), Uint32Array, 4),
    };
    byKind[kind] = table;
  }
  return {
    texts: ByteInterner.from(section('tables.texts.arena'), view('tables.texts.starts', Uint32Array, 4)),
    byKind: byKind as RecordTables['byKind'],
    lists: header.lists.map(({ size, ...list }, i) => ({
      ...list,
      numbers: {
        size,
        chunks: view(`lists.${i}.chunks`, Float64Array, 8),
        counts: view(`lists.${i}.counts`, Uint32Array, 4),
        starts: view(`lists.${i}.starts`, Uint32Array, 4),
        low: view(`lists.${i}.low`, Uint16Array, 2),
      } satisfies NumberSet,
    })),
  };
}
