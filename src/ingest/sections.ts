/** Parts of a file that have headers of their own: an operator's list of calls, then of messages, then of data. */
import { rolesOfName } from './columnNames.ts';
import type { FoundTable } from './findHeader.ts';
import type { HeadRow } from './headRows.ts';

/** Fewest known names of a header further down, their share of all, and fewest cells; fewest rows of a part above the header that was found. (Assumed.) */
const LEAST_NAMES = 2;
const LEAST_CELLS = 3;
const LEAST_SHARE = 0.4;
const LEAST_ROWS = 3;

const ENDS: ReadonlySet<string> = new Set(['caller', 'callee', 'number', 'other', 'aParty', 'bParty', 'start', 'date']);

/** A row of names, none of which could be a value: no figures stand in it. */
function isHeader({ cells }: HeadRow): boolean {
  const filled = cells.filter((cell) => cell !== '');
  if (filled.length < LEAST_CELLS || filled.some((cell) => /\d{2}/.test(cell))) return false;
  const roles = filled.map((cell) => rolesOfName(cell)).filter((named) => named.length > 0);
  return roles.length >= Math.max(LEAST_NAMES, filled.length * LEAST_SHARE) && roles.some((named) => named.some(({ role }) => ENDS.has(role)));
}

/** A part, and the line of the first title above its header. */
export interface FoundSection extends FoundTable {
  readonly from: number;
}

const namesOf = ({ cells }: Pick<HeadRow, 'cells'>) => cells.join('\n').trimEnd();

/**
 * The parts of a table that was found by one of its headers, in order, that one's among them; none where all of its headers say the same.
 *
 * @param table with all rows of the file
 */
export function findSections(table: FoundTable): FoundSection[] {
  const main: HeadRow = { line: table.headerLine, cells: table.header };
  const all = [...table.preamble, main, ...table.rows];
  const headers = all.flatMap((row, at) => (row === main || isHeader(row) ? [at] : []));
  // What follows a header at once says more of its columns: units, or names once more.
  const places = headers.filter((at, i) => all[at] === main || headers[i - 1] !== at - 1);
  const titlesOf = (at: number) => {
    let first = at;
    while (first > 0 && all[first - 1]!.cells.filter((cell) => cell !== '').length <= 2) first--;
    return first;
  };
  const parts = places.map((at, i): FoundSection => {
    const header = all[at]!;
    const next = places[i + 1];
    return { delimiter: table.delimiter, headerLine: header.line, from: all[titlesOf(at)]!.line, header: header.cells, preamble: table.preamble, rows: all.slice(at + 1, next === undefined ? undefined : titlesOf(next)) };
  }).filter((part) => part.headerLine >= main.line || part.rows.length >= LEAST_ROWS);
  return parts.some(({ header }) => namesOf({ cells: header }) !== namesOf(main)) ? parts : [];
}
