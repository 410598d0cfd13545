/** Where the header is, and what separates the columns. */
import { rolesOfName, type ColumnRole } from './columnNames.ts';
import type { HeadRow, HeadText } from './headRows.ts';
import { remembered } from './remembered.ts';

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

/** A telephone number, or a date with a time of day. */
const VALUE = /^'?\+?\d{7,}'?$|^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}[ T]\d{1,2}:\d{2}/;

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
export function findTable(text: HeadText, limit: number, delimiters: readonly string[] = DELIMITERS): FoundTable {
  let best: Candidate | null = null;
  const rolesOf = remembered(rolesOfName);
  for (const delimiter of delimiters) {
    const rows = text.rows(delimiter, PREAMBLE_ROWS);
    for (const [at, row] of rows.entries()) {
      const score = scoreHeader(row.cells, rolesOf);
      if (score > (best?.score ?? 0)) best = { delimiter, at, score, rows };
    }
  }
  if (best !== null) return tableAt(best.delimiter, best.at, text.rows(best.delimiter, limit));
  const delimiter = delimiters.map((delimiter) => ({ delimiter, evenness: evennessOf(text.rows(delimiter, PREAMBLE_ROWS)) }))
    .reduce((a, b) => (b.evenness > a.evenness ? b : a)).delimiter;
  const rows = text.rows(delimiter, limit);
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
function scoreHeader(cells: readonly string[], rolesOf: typeof rolesOfName): number {
  // One name is none, as of the whole line where the delimiter is another.
  if (cells.length < 2) return 0;
  // Where numbers and times stand, words are values: “Dial”, “NO ANSWER”.
  if (cells.some((cell) => VALUE.test(cell))) return 0;
  const roles = new Set<ColumnRole>();
  let known = 0;
  for (const cell of cells) {
    const named = rolesOf(cell);
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
