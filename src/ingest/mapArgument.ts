import { communicationFields } from '../records/communication.ts';
import { isTableKind, type RecordKind } from '../records/recordKinds.ts';
import { foldName } from './columnNames.ts';
import type { ColumnMapping, MappedField } from './inspection.ts';
import { fieldsOfKind } from './kinds/kinds.ts';

/** The fields, or one sentence that says what is wrong and what could be said instead. */
export type MapArgument = { readonly mapping: ColumnMapping } | { readonly error: string };

/**
 * Reads `caller=From,callee=To,start=3`: fields and the columns that hold them, by name or by number from 1. An empty column
 * (`imei=`) means that the field is not to be read.
 *
 * @param header the file's columns, as an inspection gives them
 * @param kind what the file's records are; null where that is not known
 */
export function parseMapArgument(argument: string, header: readonly string[], kind: RecordKind | null = null): MapArgument {
  const fields: readonly MappedField[] = isTableKind(kind) ? fieldsOfKind(kind) : communicationFields;
  const mapping: Partial<Record<MappedField, number>> = {};
  const pairs = splitPairs(argument);
  if (pairs.length === 0) return { error: 'the mapping is empty: write field=column pairs such as caller=From,callee=To' };
  for (const pair of pairs) {
    const equals = pair.indexOf('=');
    if (equals < 0) return { error: `“${pair}” is no field=column pair` };
    const name = pair.slice(0, equals).trim().toLowerCase();
    const field = fields.find((known) => known.toLowerCase() === name);
    if (!field) return { error: `there is no field “${name}”; the fields are ${fields.join(', ')}` };
    const wanted = pair.slice(equals + 1).trim();
    const column = wanted === '' ? -1 : findColumn(wanted, header);
    if (column === null) return { error: `there is no column “${wanted}”; the columns are ${header.map((cell, at) => `${at + 1} ${cell}`).join(', ')}` };
    mapping[field] = column;
  }
  return { mapping };
}

/** A comma separates pairs only before a field's name, so that names of columns may hold commas. */
function splitPairs(argument: string): string[] {
  const pairs: string[] = [];
  for (const part of argument.split(',')) {
    if (pairs.length > 0 && !/^\s*[a-z]+\s*=/i.test(part)) pairs[pairs.length - 1] += `,${part}`;
    else if (part.trim() !== '') pairs.push(part.trim());
  }
  return pairs;
}

/** Column by its exact name, its name without case and punctuation, or its number. */
function findColumn(wanted: string, header: readonly string[]): number | null {
  const exact = header.indexOf(wanted);
  if (exact >= 0) return exact;
  const folded = foldName(wanted);
  const similar = folded === '' ? -1 : header.findIndex((cell) => foldName(cell) === folded);
  if (similar >= 0) return similar;
  const number = /^\d{1,4}$/.test(wanted) ? Number(wanted) : 0;
  return number >= 1 && number <= Math.max(header.length, 1) ? number - 1 : null;
}
