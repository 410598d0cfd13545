/** Which kind of table a file holds, by the names of its columns and what stands in them. */
import type { TableField, TableKind } from '../records/recordKinds.ts';
import { foldName, mayBeName } from './columnNames.ts';
import type { ColumnValues } from './columnValues.ts';
import { lookAtColumn } from './columnValues.ts';
import type { FoundTable } from './findHeader.ts';
import type { HeadRow, HeadText } from './headRows.ts';
import type { ColumnMapping } from './inspection.ts';
import { readAmount } from './kinds/amounts.ts';
import { readDegrees } from './kinds/degrees.ts';
import type { FieldDeclaration, KindDeclaration } from './kinds/kindDeclaration.ts';
import { declarationOf, kinds } from './kinds/kinds.ts';
import { remembered } from './remembered.ts';

const DELIMITERS = [',', '\t', ';', '|'];
/** Rows in which a header is looked for; reports have up to a few dozen lines before it. */
const PREAMBLE_ROWS = 80;
/** Rows whose values must fit what their column's name says. */
const LOOK_ROWS = 60;
/** Share of a column's values that must be readable for it to be what its name says. */
const READABLE = 0.5;

export interface FoundKind {
  readonly kind: TableKind;
  readonly table: FoundTable;
  readonly mapping: ColumnMapping;
  /** Columns whose meaning is known. */
  readonly explained: number;
}

type Mapping = Partial<Record<TableField, number>>;

/**
 * The kind, and the header, by which most columns are understood; null when no kind has all it needs.
 * @param only look for this kind alone, even where its columns are not all there
 * @param within the delimiters that come into question, or the table as its format has it
 */
export function findKind(
  text: HeadText, limit: number, only: TableKind | null, given: ColumnMapping, within: readonly string[] | FoundTable = DELIMITERS,
): FoundKind | null {
  if ('rows' in within) return kindOfTable(within, only, given);
  let best: { readonly kind: TableKind; readonly delimiter: string; readonly at: number; readonly explained: number; readonly score: number } | null = null;
  const declarations = only === null ? kinds : [declarationOf(only)];
  const spellings = remembered(spellingsOf);
  for (const delimiter of within) {
    const rows = text.rows(delimiter, PREAMBLE_ROWS + LOOK_ROWS);
    for (const [at, { cells }] of rows.slice(0, PREAMBLE_ROWS).entries()) {
      // A row of figures is no header, nor is one of words that are no names, and looking at its columns is for nothing.
      if (cells.length > 200 || cells.every((cell) => !/\p{L}/u.test(cell))) continue;
      const names = cells.map(spellings);
      if (!names.some((name) => name.some(fieldsCalled))) continue;
      const looks = new Looks(rows.slice(at + 1, at + 1 + LOOK_ROWS));
      for (const declaration of declarations) {
        const mapping = assignFields(declaration, names, looks, {});
        const explained = Object.keys(mapping).length;
        if (explained === 0 || (only === null && !isRecognised(declaration, mapping, cells))) continue;
        const filled = cells.filter((cell) => cell !== '').length;
        const score = explained + explained / (filled + 1) + (isComplete(declaration, mapping) ? 2 : 0);
        if (score > (best?.score ?? 0)) best = { kind: declaration.kind, delimiter, at, explained, score };
      }
    }
  }
  if (best === null) return null;
  const rows = text.rows(best.delimiter, limit);
  const row = rows[best.at]!;
  const table: FoundTable = { delimiter: best.delimiter, headerLine: row.line, header: row.cells, preamble: rows.slice(0, best.at), rows: rows.slice(best.at + 1) };
  return { kind: best.kind, table, mapping: mapFields(best.kind, table, given), explained: best.explained };
}

/** The kind by which most of a table's columns are understood. */
function kindOfTable(table: FoundTable, only: TableKind | null, given: ColumnMapping): FoundKind | null {
  const looks = new Looks(table.rows.slice(0, LOOK_ROWS));
  const names = table.header.map(spellingsOf);
  let best: FoundKind | null = null;
  for (const declaration of only === null ? kinds : [declarationOf(only)]) {
    const mapping = assignFields(declaration, names, looks, {});
    const explained = Object.keys(mapping).length;
    if (explained <= (best?.explained ?? 0) || (only === null && !isRecognised(declaration, mapping, table.header))) continue;
    best = { kind: declaration.kind, table, mapping: withGiven(declaration, names, looks, given), explained };
  }
  return best;
}

/** A kind's fields in a table that was found otherwise. @param given what the user has said; -1 is a field not wanted */
export function mapFields(kind: TableKind, table: FoundTable, given: ColumnMapping): ColumnMapping {
  return withGiven(declarationOf(kind), table.headerLine === 0 ? [] : table.header.map(spellingsOf), new Looks(table.rows.slice(0, LOOK_ROWS)), given);
}

function withGiven(declaration: KindDeclaration, names: readonly Spellings[], looks: Looks, given: ColumnMapping): ColumnMapping {
  const wanted = Object.fromEntries(Object.entries(given).filter(([field]) => declaration.fields.some((known) => known.field === field))) as Mapping;
  const mapping = assignFields(declaration, names, looks, wanted);
  for (const [field, column] of Object.entries(wanted)) if (column >= 0) mapping[field as TableField] = column;
  return mapping;
}

/** Fields that the kind needs and the file has not; each stands for those that would do as well. */
export function missingOfKind(kind: TableKind, mapping: ColumnMapping): TableField[] {
  return declarationOf(kind).needs.filter((some) => some.every((field) => mapping[field] === undefined)).map(([first]) => first);
}

/**
 * A list of numbers without a header, or with one that says nothing: one column of them, perhaps with a label beside it.
 * @param table as it was cut for lack of a known header
 */
export function findPlainList(table: FoundTable): ColumnMapping | null {
  if (table.header.length > 2) return null;
  const looks = new Looks(table.rows.slice(0, 200).filter(({ cells }) => !cells[0]!.startsWith('#')));
  if (table.rows.length === 0 || looks.at(0).values.filter(isPhone).length < looks.at(0).values.length * 0.9 || looks.at(0).values.length === 0) return null;
  if (table.header.length === 1) return { number: 0 };
  const second = looks.at(1);
  const isLabel = second.values.every((value) => !/\d{3}/.test(value));
  return isLabel ? { number: 0, label: 1 } : null;
}

function isRecognised({ kind, needs, signs }: KindDeclaration, mapping: Mapping, cells: readonly string[]): boolean {
  if (!isComplete({ needs }, mapping) || signs.every((field) => mapping[field] === undefined)) return false;
  const explained = Object.keys(mapping).length;
  const isMostKnown = explained * 2 >= cells.filter((cell) => cell !== '').length;
  return kind === 'numberLists' ? isMostKnown : explained >= 2 && (isMostKnown || explained >= 4);
}

function isComplete({ needs }: Pick<KindDeclaration, 'needs'>, mapping: Mapping): boolean {
  return needs.every((some) => some.some((field) => mapping[field] !== undefined));
}

/** Gives each field the column that its names fit best; a column is one thing only. @param names of the columns */
function assignFields({ fields }: KindDeclaration, names: readonly Spellings[], looks: Looks, given: Mapping): Mapping {
  const taken = new Set(Object.values(given));
  const candidates: { readonly declaration: FieldDeclaration; readonly column: number; readonly rank: number; readonly order: number }[] = [];
  for (const [order, declaration] of fields.entries()) {
    if (given[declaration.field] !== undefined) continue;
    for (const [column, spellings] of names.entries()) {
      if (taken.has(column)) continue;
      const rank = rankOf(declaration, spellings);
      if (rank >= 0) candidates.push({ declaration, column, rank, order });
    }
  }
  candidates.sort((a, b) => a.rank - b.rank || a.order - b.order || a.column - b.column);
  const mapping: Mapping = {};
  for (const { declaration, column } of candidates) {
    if (mapping[declaration.field] !== undefined || taken.has(column) || !fits(declaration, looks.at(column))) continue;
    mapping[declaration.field] = column;
    taken.add(column);
  }
  // A time that is whole needs no date beside it.
  if (mapping.date !== undefined && mapping.time !== undefined && fields.some(({ field }) => field === 'date') && looks.at(mapping.time).facts.clock < READABLE) delete mapping.date;
  return mapping;
}

let fieldsByName: Map<string, Map<FieldDeclaration, number>> | null = null;

/** The fields, of any kind, that have this folded name, each with the name's place among its own; undefined where none has. */
function fieldsCalled(folded: string): ReadonlyMap<FieldDeclaration, number> | undefined {
  if (fieldsByName === null) {
    fieldsByName = new Map();
    for (const declaration of kinds.flatMap(({ fields }) => fields)) {
      for (const [rank, name] of declaration.names.entries()) {
        const fields = fieldsByName.get(foldName(name)) ?? new Map<FieldDeclaration, number>();
        if (!fields.has(declaration)) fieldsByName.set(foldName(name), fields.set(declaration, rank));
      }
    }
  }
  return fieldsByName.get(folded);
}

/** Place of the best fitting of the field's names, -1 when none does. */
function rankOf(declaration: FieldDeclaration, spellings: Spellings): number {
  for (const spelling of spellings) {
    const rank = fieldsCalled(spelling)?.get(declaration);
    if (rank !== undefined) return rank;
  }
  return -1;
}

/** A name of a column, folded, and without what stands in brackets; none where it can be no name. */
type Spellings = readonly string[];

function spellingsOf(name: string): Spellings {
  if (!mayBeName(name)) return [];
  const plain = name.normalize('NFKC').replace(/^\ufeff/, '');
  return [...new Set([plain, plain.replace(/[([【].*$/, ''), plain.replace(/\(.*?\)|\[.*?\]|【.*?】/g, '')])].map(foldName);
}

interface Look {
  readonly values: readonly string[];
  readonly facts: ColumnValues;
}

/** What stands in the columns, looked at when it is asked for. */
class Looks {
  readonly #rows: readonly HeadRow[];
  readonly #known = new Map<number, Look>();

  constructor(rows: readonly HeadRow[]) {
    this.#rows = rows;
  }

  at(column: number): Look {
    let look = this.#known.get(column);
    if (look === undefined) {
      const rows = this.#rows;
      const values = rows.map(({ cells }) => cells[column] ?? '').filter((value) => value !== '');
      let facts: ColumnValues | null = null;
      look = {
        values,
        get facts() {
          return (facts ??= lookAtColumn(rows, column));
        },
      };
      this.#known.set(column, look);
    }
    return look;
  }
}

function fits({ as, field }: FieldDeclaration, look: Look): boolean {
  if (look.values.length === 0) return true;
  const isMostly = (test: (value: string) => boolean) => look.values.filter(test).length >= look.values.length * READABLE;
  switch (as) {
    case 'number':
      return isMostly(isPhone) && look.facts.writtenTime < READABLE;
    case 'time':
      return look.facts.fullTime + look.facts.date + look.facts.clock >= READABLE;
    case 'amount':
      return isMostly((value) => !Number.isNaN(readAmount(value)));
    case 'latitude':
    case 'longitude':
      return isMostly((value) => !Number.isNaN(readDegrees(value, 180)));
    case 'other':
      if (field === 'lac') return isMostly((value) => /\d/.test(value));
      return field === 'date' ? look.facts.date + look.facts.fullTime >= READABLE : true;
    default:
      return true;
  }
}

/** Digits in any spelling, or a pseudonym: one word with digits in it. */
function isPhone(value: string): boolean {
  return /^'?\+?[\d\s().-]{3,24}$/.test(value) ? value.replace(/\D/g, '').length >= 3 : /^(?=.*\d)[\w+/=-]{4,}$/.test(value) && !/^\d{1,4}[-/]\d{1,2}[-/]/.test(value);
}
