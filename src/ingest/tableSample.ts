import { ByteInterner } from '../records/byteInterner.ts';
import { localTimeText } from '../records/days.ts';
import { numberText } from '../records/numberKey.ts';
import { OddNumbers } from '../records/oddNumbers.ts';
import type { TableKind } from '../records/recordKinds.ts';
import { columnNames, columnType, TableBuilder } from '../records/recordTables.ts';
import type { HeadRow } from './headRows.ts';
import type { FileLayout, SampleRow } from './inspection.ts';
import { createTableReader } from './tableReader.ts';

/** The first rows of a table as the reader itself reads them; as `readSample` does for communications. */
export function readTableSample(layout: FileLayout, kind: TableKind, head: Uint8Array, rows: readonly HeadRow[], count: number): SampleRow[] {
  const sample: SampleRow[] = [];
  const builder = new TableBuilder(kind);
  const oddNumbers = new OddNumbers();
  const texts = new ByteInterner();
  const valueOf = (column: string, offsetS: number): string | number | null => {
    const value = builder.get(builder.place(column));
    switch (columnType(kind, column)) {
      case 'number':
        return value === 0 ? null : numberText(value, oddNumbers);
      case 'text':
        return value === 0 ? null : texts.text(value - 1);
      case 'time':
        return Number.isNaN(value) ? null : localTimeText(value, offsetS);
      default:
        return Number.isNaN(value) ? null : value;
    }
  };
  const add = (line: number, values: SampleRow['values'], rejected: SampleRow['rejected']) => {
    if (sample.length < count) sample.push({ line, cells: rows.find((row) => row.line === line)?.cells ?? [], record: null, values: values ?? null, rejected });
  };
  const reader = createTableReader(layout, kind, {
    oddNumbers,
    texts,
    builder,
    accept(line, offsetS) {
      if (sample.length < count) add(line, Object.fromEntries(columnNames(kind).map((column) => [column, valueOf(column, offsetS)])), null);
    },
    reject(line, reason) {
      add(line, null, reason);
    },
  });
  reader.push(head);
  reader.end();
  return sample;
}
