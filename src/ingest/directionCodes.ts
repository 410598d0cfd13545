/** The codes of a file's column of directions, and what its cells say of the way of a call by them. */
import type { Codes } from './codeMeanings.ts';
import { findCodes, readCoded, type FoundCodes } from './codes.ts';
import { codesOfFritzBox, isFritzBox } from './fritzBox.ts';
import type { HeadRow } from './headRows.ts';
import type { ColumnMapping, FileLayout, FileProblem } from './inspection.ts';
import { isOwnersOwn } from './owner.ts';
import { remembered } from './remembered.ts';

/** What may tell the meaning of codes beside their column. */
export interface CodeHints {
  /** Lines above the table. */
  readonly notes: readonly string[];
  /** What the user says of codes. */
  readonly given?: Codes | undefined;
}

/** The way of a row's call as seen by the subscriber; undefined where its cell says nothing known. */
export type WayOf = (row: HeadRow) => 'out' | 'in' | undefined;

/** The way of calls by a column, if there is one, of a table of two ends, which no phone writes. */
export function wayOfColumn(header: readonly string[], rows: readonly HeadRow[], column: number | undefined, hints: CodeHints): WayOf {
  if (column === undefined) return () => undefined;
  const codes = codesOfColumn(header, rows, column, hints, { isPhone: false, hasDuration: true })?.codes ?? {};
  const read = remembered((text) => readCoded(text, codes).direction);
  return ({ cells }) => read(cells[column] ?? '');
}

/**
 * What the codes are of the column that says the way, with a problem where only custom tells or nothing does. Between caller and callee
 * no way is needed: there the codes of the type are read, and only if they tell more than a way.
 */
export function codesOfFile({ header, headerLine }: Pick<FileLayout, 'header' | 'headerLine'>, rows: readonly HeadRow[], mapping: ColumnMapping, hints: CodeHints): Pick<FileLayout, 'codes' | 'codesSeen'> & { readonly problems: readonly FileProblem[] } {
  const column = mapping.direction ?? mapping.type;
  const found = column === undefined ? null : codesOfColumn(header, rows, column, hints, { isPhone: isOwnersOwn(mapping), hasDuration: mapping.duration !== undefined });
  if (found === null) return { ...(hints.given === undefined ? {} : { codes: hints.given }), problems: [] };
  const { codes, seen, isExplained } = found;
  const isWayNeeded = mapping.direction !== undefined || mapping.caller === undefined;
  if (!isWayNeeded && hints.given === undefined && seen.every((code) => codes[code] === 'out' || codes[code] === 'in' || codes[code] === 'none')) return { problems: [] };
  const what = seen.map((code) => `${code} = ${codes[code] ?? 'none'}`).join(', ');
  return { codes, codesSeen: seen, problems: isExplained ? [] : [{ code: 'codesUnclear', line: headerLine, what, isFatal: false }] };
}

/** What the user says goes before all else; what is usual says nothing of the other codes once the user has said otherwise of one. */
function codesOfColumn(header: readonly string[], rows: readonly HeadRow[], column: number, { notes, given }: CodeHints, as: { readonly isPhone: boolean; readonly hasDuration: boolean }): FoundCodes | null {
  const values = rows.map(({ cells }) => cells[column] ?? '');
  const found = findCodes(header[column] ?? '', isFritzBox(header) ? [codesOfFritzBox(values)] : notes, values, as);
  if (found === null || given === undefined) return found;
  const { codes, seen, isExplained } = found;
  const isOtherwise = !isExplained && Object.entries(given).some(([code, meaning]) => (codes[code] ?? 'none') !== 'none' && codes[code] !== meaning);
  const known = isOtherwise ? Object.fromEntries(seen.map((code) => [code, 'none' as const])) : codes;
  return { codes: { ...known, ...given }, seen, isExplained: isExplained || seen.every((code) => given[code] !== undefined) };
}
