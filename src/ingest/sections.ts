/** Parts of a file that have headers of their own: an operator's list of calls, then of messages, then of data. */
import { rolesOfName } from './columnNames.ts';
import type { FoundTable } from './findHeader.ts';
import type { HeadRow } from './headRows.ts';
import type { TitleMeaning } from './inspection.ts';
import { namedSubscriber } from './owner.ts';
import { simplify } from './simplified.ts';

/** Fewest known names of a header further down, their share of all, and fewest cells; fewest rows of a part above the header that was found, where they are no calls; most cells of a title. (Assumed.) */
const LEAST_NAMES = 2;
const LEAST_CELLS = 3;
const LEAST_SHARE = 0.4;
const LEAST_ROWS = 3;
const MOST_TITLE_CELLS = 2;

const ENDS: ReadonlySet<string> = new Set(['caller', 'callee', 'number', 'other', 'aParty', 'bParty', 'start', 'date']);

/** Figures alone, or a time: no word of a title. */
const VALUE = /^[^\p{L}]*\d[^\p{L}]*$/u;
const TIME_LETTERS = /(?<=\d)(T(?=\d)|Z$|[年月日时時分秒])/g;

/** A row of names, none of which could be a value: no figures stand in it. */
function isHeader({ cells }: HeadRow): boolean {
  if (cells.length < LEAST_CELLS || cells.some((cell) => /\d{2}/.test(cell))) return false;
  const filled = cells.filter((cell) => cell !== '');
  if (filled.length < LEAST_CELLS) return false;
  const roles = filled.map((cell) => rolesOfName(cell)).filter((named) => named.length > 0);
  return roles.length >= Math.max(LEAST_NAMES, filled.length * LEAST_SHARE) && roles.some((named) => named.some(({ role }) => ENDS.has(role)));
}

/** Whether what follows a header at once says more of its columns: units, in brackets, or names once more; else no row is below that header. */
function saysMore(above: HeadRow, below: HeadRow): boolean {
  return above.cells.every((name, column) => {
    const more = below.cells[column] ?? '';
    const [roles, others] = [rolesOfName(name), rolesOfName(more)];
    return roles.length === 0 || others.length === 0 || /^[([（]/.test(more) || roles.some(({ role }) => others.some((other) => other.role === role));
  });
}

/** A row of a word or two, as stands above a header; what holds a number or a time and does not say whose it is is a call of which the rest is missing. */
function isTitle(row: HeadRow): boolean {
  const filled = row.cells.filter((cell) => cell !== '');
  const isValue = (cell: string) => VALUE.test(cell.replace(TIME_LETTERS, ''));
  return filled.length <= MOST_TITLE_CELLS && (!filled.some(isValue) || (!isValue(filled[0]!) && namedSubscriber([row]) !== null));
}

/** A part, and the line of the first title above its header; its preamble is what stands above all parts, and its titles. */
export interface FoundSection extends FoundTable {
  readonly from: number;
  /** Rows above its header that are no rows of the part above it. */
  readonly titles: readonly HeadRow[];
  /** The subscriber that its titles, or else those above, name. */
  readonly owner: string | null;
}

/** What tells whether two headers say the same. */
export const namesOf = ({ header }: Pick<FoundTable, 'header'>) => header.join('\n').trimEnd();

/**
 * The parts of a table that was found by one of its headers, in order, that one's among them; none where all of its headers say the same of one subscriber's calls.
 *
 * @param table with all rows of the head
 * @param isOfCalls whether a part's rows can be read as calls: a few of them above the header are no part, but part of what introduces it, unless they can
 */
export function findSections(table: FoundTable, isOfCalls: (part: FoundTable) => boolean): FoundSection[] {
  const main: HeadRow = { line: table.headerLine, cells: table.header };
  const all = [...table.preamble, main, ...table.rows];
  const headers = all.flatMap((row, at) => (row === main || isHeader(row) ? [at] : []));
  const places = headers.filter((at, i) => all[at] === main || headers[i - 1] !== at - 1 || !saysMore(all[at - 1]!, all[at]!));
  const titlesOf = (at: number) => {
    let first = at;
    while (first > 0 && isTitle(all[first - 1]!)) first--;
    return first;
  };
  const found = places.map((at, i) => {
    const header = all[at]!;
    const next = places[i + 1];
    const titles = titlesOf(at);
    return { delimiter: table.delimiter, headerLine: header.line, from: all[titles]!.line, header: header.cells, titles: all.slice(titles, at), rows: all.slice(at + 1, next === undefined ? undefined : titlesOf(next)) };
  });
  const first = found.findIndex((part) => part.headerLine >= main.line || part.rows.length >= LEAST_ROWS || (part.rows.length > 0 && isOfCalls({ ...part, preamble: part.titles })));
  const above = all.slice(0, places[first]);
  let owner = namedSubscriber(above);
  const parts = found.slice(first).map((part, i): FoundSection => {
    owner = (i === 0 ? null : namedSubscriber(part.titles)) ?? owner;
    return { ...part, owner, preamble: i === 0 ? above : [...above, ...part.titles] };
  });
  const kindOf = ({ titles }: FoundSection) => saidByTitles(titles).type;
  return parts.some((part) => namesOf(part) !== namesOf(table) || part.owner !== parts[0]!.owner || kindOf(part) !== kindOf(parts[0]!)) ? parts : [];
}

/** A part with the rows and titles of all parts that have the same header: more rows tell better what the columns are. */
export function withSameHeader(parts: readonly FoundSection[], part: FoundSection): FoundSection {
  const same = parts.filter((other) => namesOf(other) === namesOf(part));
  return { ...part, headerLine: same[0]!.headerLine, preamble: same.flatMap(({ preamble }) => preamble), rows: same.flatMap(({ rows }) => rows) };
}

const TEXTS = /短信|彩信|短消息|\b(sms|mms|texts?|messages?)\b/i;
const CALLS = /语音|通话|电话|\b(voice|calls?)\b/i;
const OUT = /主叫|去话|去电|呼出|拨出|\b(outgoing|outbound|dial+ed|placed|sent)\b/i;
const IN = /被叫|来话|来电|呼入|拨入|接听|\b(incoming|inbound|received)\b/i;

/** What the nearest of a part's titles that says anything of calls and ways says of all of its rows; nothing where it says both. */
export function saidByTitles(titles: readonly HeadRow[]): TitleMeaning {
  const texts = titles.map(({ cells }) => simplify(cells.join(' ').normalize('NFKC')));
  const title = texts.findLast((text) => [TEXTS, CALLS, OUT, IN].some((words) => words.test(text))) ?? '';
  const [isOut, isIn] = [OUT.test(title), IN.test(title)];
  return { ...(isOut === isIn ? {} : { direction: isOut ? 'out' : 'in' }), ...(TEXTS.test(title) && !CALLS.test(title) ? { type: 'text' } : {}) };
}
