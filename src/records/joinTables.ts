import { ByteInterner } from './byteInterner.ts';
import type { TableKind } from './recordKinds.ts';
import type { RecordTable, RecordTables } from './recordTables.ts';
import { columnNames, columnOf, columnType, hasNoTables } from './recordTables.ts';

/** The tables of two datasets as one. @param shift files of the first: the second's come behind them */
export function joinTables(first: RecordTables, second: RecordTables, shift: number): RecordTables {
  if (hasNoTables(second)) return first;
  const own = first.texts.export();
  const texts = ByteInterner.from(own.arena, own.starts);
  const { arena, starts } = second.texts.export();
  const textIds = Uint32Array.from({ length: starts.length - 1 }, (_, id) => texts.intern(arena, starts[id]!, starts[id + 1]!));
  const kinds = [...new Set([...Object.keys(first.byKind), ...Object.keys(second.byKind)])] as TableKind[];
  return {
    texts,
    byKind: Object.fromEntries(kinds.map((kind) => [kind, joinRows(kind, first.byKind[kind], second.byKind[kind], textIds, shift)])),
    lists: [...first.lists, ...second.lists.map((list) => ({ ...list, file: list.file + shift }))],
  };
}

function joinRows(kind: TableKind, first: RecordTable | undefined, second: RecordTable | undefined, textIds: Uint32Array, shift: number): RecordTable {
  const rows = (first?.rowCount ?? 0) + (second?.rowCount ?? 0);
  const at = first?.rowCount ?? 0;
  const columns = Object.fromEntries(columnNames(kind).map((name) => {
    const isText = columnType(kind, name) === 'text';
    const column = isText ? new Uint32Array(rows) : new Float64Array(rows);
    if (first) column.set(columnOf(first, name));
    if (second) column.set(isText ? Uint32Array.from(columnOf(second, name), (id) => (id === 0 ? 0 : textIds[id - 1]! + 1)) : columnOf(second, name), at);
    return [name, column];
  }));
  const joined = <Column extends Int32Array | Uint16Array | Uint32Array>(column: Column, before: Column | undefined, behind: Column | undefined): Column => {
    if (before) column.set(before);
    if (behind) column.set(behind, at);
    return column;
  };
  return {
    kind,
    rowCount: rows,
    columns,
    offsetsS: joined(new Int32Array(rows), first?.offsetsS, second?.offsetsS),
    files: joined(new Uint16Array(rows), first?.files, second?.files.map((file) => file + shift)),
    lines: joined(new Uint32Array(rows), first?.lines, second?.lines),
  };
}
