import type { ColumnMapping, MappedField } from '../../ingest/inspection.ts';
import { communicationFields } from '../../records/communication.ts';
import { tableFields } from '../../records/recordKinds.ts';

const allFields: readonly MappedField[] = [...new Set<MappedField>([...communicationFields, ...tableFields])];

/** The mapping with a field put to a column; null has the field not read, also where it would be recognised. */
export function withField(mapping: ColumnMapping, field: MappedField, column: number | null): ColumnMapping {
  return { ...mapping, [field]: column ?? -1 };
}

/** Fields that a column stands for, in their order; one column may be date and time of start and end alike. */
export function fieldsOfColumn(mapping: ColumnMapping, column: number): readonly MappedField[] {
  return allFields.filter((field) => mapping[field] === column);
}

/** Columns to show: those that mean something first, each group in the file's order. */
export function columnsToShow(mapping: ColumnMapping, columnCount: number): readonly number[] {
  const all = Array.from({ length: columnCount }, (_, column) => column);
  const isMapped = (column: number) => fieldsOfColumn(mapping, column).length > 0;
  return [...all.filter(isMapped), ...all.filter((column) => !isMapped(column))];
}
