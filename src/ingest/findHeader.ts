/** Where the header is, and what separates the columns. */
import type { CommunicationField } from '../records/communication.ts';
import type { Codes } from './codeMeanings.ts';
import { foldCode } from './codes.ts';
import { rolesOfName, type ColumnRole } from './columnNames.ts';
import { lookAtColumn } from './columnValues.ts';
import { splitHead, type HeadRow } from './headRows.ts';
import type { ColumnMapping } from './inspection.ts';

export interface FoundTable {
  readonly delimiter: string;
  /** 0 when there is no header. */
  readonly headerLine: number;
  readonly header: readonly string[];
  readonly preamble: readonly HeadRow[];
  readonly rows: readonly HeadRow[];
}

const DELIMITERS = [',', '\t', ';', '|'];
/** Rows in which a header is looked for; reports have up to a few dozen lines before it. */
const PREAMBLE_ROWS = 80;
const NUMBERS: ReadonlySet<ColumnRole> = new Set(['caller', 'callee', 'number', 'other', 'aParty', 'bParty']);
const TIMES: ReadonlySet<ColumnRole> = new Set(['start', 'date', 'time', 'end']);

interface Candidate {
  readonly delimiter: string;
  readonly at: number;
  readonly score: number;
  readonly rows: readonly HeadRow[];
}

/**
 * The delimiter and the header by which most columns are recognised; without a header, the delimiter that makes the most even table.
 *
 * @param limit rows to return at most
 * @param delimiters those that come into question
 */
export function findTable(utf8: Uint8Array, limit: number, delimiters: readonly string[] = DELIMITERS): FoundTable {
  let best: Candidate | null = null;
  for (const delimiter of delimiters) {
    const rows = splitHead(utf8, delimiter, PREAMBLE_ROWS);
    for (const [at, row] of rows.entries()) {
      const score = scoreHeader(row.cells);
      if (score > (best?.score ?? 0)) best = { delimiter, at, score, rows };
    }
  }
  if (best !== null) return tableAt(best.delimiter, best.at, splitHead(utf8, best.delimiter, limit));
  const delimiter = delimiters.map((delimiter) => ({ delimiter, evenness: evennessOf(splitHead(utf8, delimiter, PREAMBLE_ROWS)) }))
    .reduce((a, b) => (b.evenness > a.evenness ? b : a)).delimiter;
  const rows = splitHead(utf8, delimiter, limit);
  const width = commonWidth(rows);
  const first = rows.findIndex((row) => row.cells.length === width);
  // Names that nobody knows are still names: words over columns of figures.
  if (first >= 0 && width > 1 && isNames(rows[first]!.cells, rows.slice(first + 1))) return tableAt(delimiter, first, rows);
  const header = Array.from({ length: width }, (_, column) => String(column + 1));
  return { delimiter, headerLine: 0, header, preamble: rows.slice(0, Math.max(first, 0)), rows: rows.slice(Math.max(first, 0)) };
}

function tableAt(delimiter: string, at: number, rows: readonly HeadRow[]): FoundTable {
  const row = rows[at]!;
  return { delimiter, headerLine: row.line, header: row.cells, preamble: rows.slice(0, at), rows: rows.slice(at + 1) };
}

/** How many different fields the names of a row mean; 0 if it cannot be the header of communications. */
function scoreHeader(cells: readonly string[]): number {
  const roles = new Set<ColumnRole>();
  let known = 0;
  for (const cell of cells) {
    const named = rolesOfName(cell);
    if (named.length === 0) continue;
    known++;
    for (const { role } of named) {
      if (roles.has(role)) continue;
      roles.add(role);
      break;
    }
  }
  const hasNumber = [...roles].some((role) => NUMBERS.has(role));
  const hasTime = [...roles].some((role) => TIMES.has(role));
  if (known < 2 || (!hasNumber && !hasTime)) return 0;
  // Values that happen to be names (a row "out, sms") must not win over the names above them.
  const filled = cells.filter((cell) => cell !== '').length;
  return roles.size + (hasNumber && hasTime ? 2 : 0) + known / (filled + 1);
}

/** Share of rows as wide as most are, times the width; 0 for tables of one or two columns. */
function evennessOf(rows: readonly HeadRow[]): number {
  const width = commonWidth(rows);
  if (width < 3) return width === 2 ? 0.01 : 0;
  return rows.filter((row) => row.cells.length === width).length / rows.length * Math.min(width, 20);
}

function commonWidth(rows: readonly HeadRow[]): number {
  const counts = new Map<number, number>();
  for (const row of rows) counts.set(row.cells.length, (counts.get(row.cells.length) ?? 0) + 1);
  let width = 0;
  for (const [cells, count] of counts) if (count > (counts.get(width) ?? 0)) width = cells;
  return width;
}

function isNames(cells: readonly string[], rows: readonly HeadRow[]): boolean {
  if (cells.some((cell) => /\d{3}/.test(cell)) || cells.every((cell) => cell === '')) return false;
  const sample = rows.slice(0, 20);
  if (rows.length === 0 || sample.some((row) => row.cells.some((cell, column) => /\d{3}/.test(cell) && !/\d/.test(cells[column] ?? '')))) return true;
  // `f1`, `V2`: letters over a column that has none.
  return cells.some((name, column) => /\p{L}/u.test(name) && sample.every((row) => /^[^\p{L}]*\d[^\p{L}]*$/u.test(row.cells[column] ?? '')));
}

/** Fields of a table by its values alone: numbers, times, a duration and a direction can be told apart. @param codes what the user has said of words that say a way */
export function assignByValues(rows: readonly HeadRow[], width: number, given: ColumnMapping, codes: Codes = {}): ColumnMapping {
  const mapping: Partial<Record<CommunicationField, number>> = {};
  const used = new Set(Object.values(given));
  const columns = Array.from({ length: width }, (_, column) => ({ column, values: lookAtColumn(rows, column) }));
  const take = (field: CommunicationField, test: (entry: (typeof columns)[number]) => boolean) => {
    if (given[field] !== undefined) return;
    const found = columns.find((entry) => !used.has(entry.column) && entry.values.filled > 0.5 && test(entry));
    if (!found) return;
    mapping[field] = found.column;
    used.add(found.column);
  };
  // Mainland mobiles with 11 digits and numbers with a + are no Unix times; of ten digits, times of one file begin alike.
  const isPhoneColumn = (column: number) => new Set(rows.slice(0, 200).map((row) => (row.cells[column] ?? '').slice(0, 2))).size > 3;
  // IMEI and IMSI; but 20160901060112 is a time.
  const isDevice = (column: number) => rows.slice(0, 50).every((row) => /^(?!(19|20)\d{12}$)\d{14,16}$/.test(row.cells[column] ?? ''));
  if (given.date === undefined) {
    take('start', ({ values }) => values.writtenTime > 0.9);
    const hasDate = columns.some(({ column, values }) => !used.has(column) && values.date > 0.9 && values.filled > 0.5);
    if (mapping.start === undefined && !hasDate) take('start', ({ values, column }) => values.fullTime > 0.9 && !isDevice(column) && values.date === 0 && !isPhoneColumn(column));
  }
  if (mapping.start === undefined && given.start === undefined) {
    take('date', ({ values }) => values.date > 0.9);
    if (mapping.date !== undefined || given.date !== undefined) take('time', ({ values }) => values.clock > 0.9);
  }
  take('direction', ({ values }) => values.direction > 0.9);
  // Of one subscriber's calls to many a small number may be the way, and is then no duration.
  const hasSubscriber = columns.some(({ values }) => values.isConstant && values.phone === 1) && columns.some(({ values }) => values.phone > 0.9 && !values.isConstant && values.writtenTime === 0);
  const isWay = ({ values, column }: (typeof columns)[number]) => values.isCoded && !values.isConstant && rows.every(({ cells }) => /^0?[123]?$/.test(cells[column] ?? ''));
  if (hasSubscriber && columns.some((entry) => entry.values.duration > 0.9 && entry.values.phone < 0.1 && !entry.values.isCoded)) take('direction', isWay);
  // Words that nobody knows may say it, too: of them the user is asked, and then knows better.
  const unknownWay = hasSubscriber && mapping.direction === undefined && given.direction === undefined ? columns.find(({ column, values }) => !used.has(column) && values.isUnknown)?.column : undefined;
  const isWayKnown = unknownWay !== undefined && rows.some(({ cells }) => (codes[foldCode(cells[unknownWay] ?? '')] ?? 'none') !== 'none');
  if (isWayKnown) mapping.direction = unknownWay;
  if (unknownWay !== undefined) used.add(unknownWay);
  const isOwn = mapping.direction !== undefined || given.number !== undefined || given.other !== undefined;
  const isNumber = ({ values, column }: (typeof columns)[number]) => values.number > 0.9 && values.writtenTime < 0.5 && !isDevice(column);
  const phones = columns.filter((entry) => !used.has(entry.column) && entry.values.phone > 0.5 && isNumber(entry));
  // Where there are two columns of phone numbers it is those; else small ids may stand for people.
  if (isOwn && phones.length === 1 && given.number === undefined && given.other === undefined) {
    // One column of numbers and a direction: a phone's own list of other ends.
    mapping.other = phones[0]!.column;
    used.add(phones[0]!.column);
  }
  const isEnd = phones.length >= 2 ? (entry: (typeof columns)[number]) => phones.includes(entry) : isNumber;
  if (mapping.other === undefined) {
    take(isOwn ? 'number' : 'caller', isEnd);
    take(isOwn ? 'other' : 'callee', isEnd);
  }
  if (unknownWay !== undefined) mapping.direction = unknownWay;
  take('duration', ({ values }) => values.duration > 0.9 && values.phone < 0.1);
  take('type', ({ values }) => values.type > 0.9);
  take('answered', ({ values }) => values.answered > 0.9 && values.number < 0.1);
  // Switchboards count from dialling and, in the next column, from the answer.
  const talked = mapping.answered === undefined || mapping.duration === undefined ? undefined : columns[mapping.duration + 1];
  const secondsOf = (row: HeadRow, column: number) => Number(row.cells[column] ?? NaN);
  if (talked !== undefined && !used.has(talked.column) && rows.every((row) => secondsOf(row, talked.column) <= secondsOf(row, talked.column - 1))) mapping.duration = talked.column;
  for (const [field, column] of Object.entries(given) as [CommunicationField, number][]) if (column >= 0) mapping[field] = column;
  return mapping;
}
