/** The columns of a table of communications: which is what, and how its cells are read; of a file of several parts, for each header. */
import type { CommunicationField } from '../records/communication.ts';
import { assignByValues } from './assignByValues.ts';
import { assignColumns } from './assignColumns.ts';
import { foldName, saysAnswerTime } from './columnNames.ts';
import { lookAtColumn } from './columnValues.ts';
import { findDateOrder } from './dateOrder.ts';
import { haveDayRows } from './dayRows.ts';
import { codesOfFile } from './directionCodes.ts';
import type { FoundTable } from './findHeader.ts';
import { findFirstMonth } from './firstMonth.ts';
import type { HeadRow } from './headRows.ts';
import type { ColumnMapping, DateOrder, FileProblem, FileSection, InspectOptions, TitleMeaning } from './inspection.ts';
import { findJoinedYear, hasLostZeros, type JoinedYear } from './joinedYear.ts';
import { isNoRecord } from './noRecord.ts';
import { isOwnersOwn } from './owner.ts';
import { missingFields } from './recordParser.ts';
import { unitOfNotes, unitOfValues } from './rowPlan.ts';
import { simplify } from './simplified.ts';
import { namesOf, saidByTitles, withSameHeader, type FoundSection } from './sections.ts';

/** 2001-01-01T00:00:00Z, from which Apple's databases count. */
const EPOCH_2001_S = 978_307_200;

/** What is known of a file beside the table at hand. */
export interface About {
  readonly options: InspectOptions;
  readonly fileName: string;
  /** Adds to the problems of the file what is not told yet of a column of that name. */
  readonly tell: (problem: FileProblem, column: string) => void;
}

/** What the rows below a header are, and how many records may be among them. */
interface DescribedPart {
  readonly layout: Omit<FileSection, 'from'>;
  readonly records: number;
}

export const notesOf = ({ preamble }: FoundTable) => preamble.map(({ cells }) => cells.join(' '));

/** Which column of a table is what, and what is said of all of its rows besides. */
export interface MappedTable {
  readonly records: readonly HeadRow[];
  readonly mapping: ColumnMapping;
  readonly says?: TitleMeaning | undefined;
}

/** Fields that are needed and not there, if need be with the subscriber whose file it is. */
function missingOf({ mapping, says }: Pick<MappedTable, 'mapping' | 'says'>): CommunicationField[] {
  return missingFields({ mapping, says, owner: isOwnersOwn(mapping) ? '' : null });
}

export const isReadable = (mapped: MappedTable) => missingOf(mapped).length === 0;

/** All rows below the header that a file of several is known by: the one by which it was found, or the first whose calls can be read. */
export function ownPart(table: FoundTable, parts: readonly FoundSection[], about: About): FoundTable {
  const found = parts.find(({ headerLine }) => headerLine === table.headerLine)!;
  const own = [found, ...parts].find((part) => isReadable(mapTable(part, {}, true, about))) ?? found;
  return withSameHeader(parts, own);
}

/** Which column of a table is what. */
export function mapTable(table: FoundTable & Partial<Pick<FoundSection, 'titles'>>, given: ColumnMapping, hasHeader: boolean, { options }: About): MappedTable {
  const records = table.rows.filter(({ cells }) => !isNoRecord((column) => cells[column] ?? '', cells.length, cells.length, { mapping: {}, header: table.header, headerLine: table.headerLine }));
  const body = bodyOf(records, table);
  const mapping = hasHeader ? assignColumns(table.header, body, given, { notes: notesOf(table), given: options.codes }) : assignByValues(body, table.header.length, given, options.codes);
  // A statement of account has times and long numbers, too.
  const isOfMoney = table.header.some((name) => /金额|金額|余额|餘額|发生额|\bamount\b|\bbalance\b/i.test(name));
  const isUnknown = hasHeader && !isOfMoney && Object.keys(mapping).length < 2;
  return { records, ...ofOneWay(isUnknown ? assignByValues(body, table.header.length, given, options.codes) : mapping, table.titles ?? []) };
}

/** A subscriber's calls of one way, which name only whom they came from or went to, where the title says that way, too. */
function ofOneWay(mapping: ColumnMapping, titles: readonly HeadRow[]): Pick<MappedTable, 'mapping' | 'says'> {
  const { caller, callee, ...rest } = mapping;
  const way = callee === undefined ? 'in' : 'out';
  const other = callee ?? caller;
  const isOneEnd = other !== undefined && (caller === undefined || callee === undefined) && rest.number === undefined && rest.other === undefined && rest.direction === undefined;
  return isOneEnd && saidByTitles(titles).direction === way ? { mapping: { ...rest, other }, says: { direction: way } } : { mapping };
}

/** Names of columns that only lists of texts have. */
const SAYS_TEXTS = /^((短信|彩信|消息|信息|简讯)?(内容|正文)|(发送|接收|收信|发信)方?(号码|号)|(message|sms|text) (body|text|content)|message|body)$/i;

/** Says of all rows that they are texts where titles or the columns' names tell it, unless they last. */
export function withTexts(layout: DescribedPart['layout'], titles: readonly HeadRow[]): DescribedPart['layout'] {
  const { mapping, says } = layout;
  const isOfTexts = () => saidByTitles(titles).type === 'text' || layout.header.some((name) => SAYS_TEXTS.test(simplify(name.trim())));
  return mapping?.duration === undefined && mapping?.end === undefined && isOfTexts() ? { ...layout, says: { ...says, type: 'text' } } : layout;
}

/** The names of a file and of its table as a title: `SMS_13900001111.csv` is one of texts, `text.csv` of anything. */
export function titleOf(name: string): HeadRow {
  return { line: 0, cells: [name.replace(/\.[a-z]+\b/gi, '').replace(/\btext\b/gi, '').replace(/[\d_-]+/g, ' ')] };
}

/** Total rows and notes would spoil the look at the values. */
function bodyOf(records: readonly HeadRow[], table: FoundTable): HeadRow[] {
  return records.filter(({ cells }) => cells.length * 2 > table.header.length);
}

/**
 * How the rows below each header are read; what is unclear is told in the order of the file. Parts of the same header are looked at together.
 *
 * @param own the table by whose header the file is known, and `mapped` what its columns are
 * @param parts none where the file has but one header
 */
export function describeParts(own: FoundTable, mapped: MappedTable, parts: readonly FoundSection[], about: About): {
  readonly layout: DescribedPart['layout'];
  readonly sections: readonly FileSection[];
  readonly hasRecords: boolean;
} {
  const described = new Map<string, DescribedPart>();
  const ofHeader = (part: FoundTable) => described.get(namesOf(part))!;
  if (parts.length === 0) described.set(namesOf(own), describe(own, mapped, about));
  for (const part of parts) {
    const names = namesOf(part);
    if (!described.has(names)) described.set(names, names === namesOf(own) ? describe(own, mapped, about) : describePart(withSameHeader(parts, part), about));
  }
  const sections = parts.map((part): FileSection => {
    const { layout } = ofHeader(part);
    const hasOwner = about.options.owner === undefined && part.owner !== null && part.owner !== parts[0]!.owner && isOwnersOwn(layout.mapping ?? {});
    return { ...withTexts(layout, part.titles), ...(hasOwner ? { owner: part.owner } : {}), headerLine: part.headerLine, from: part.from };
  });
  return { layout: ofHeader(own).layout, sections, hasRecords: [...described.values()].some(({ records }) => records > 0) };
}

/** How the columns of a table are read; what is unclear is told. */
function describe(table: FoundTable, { records, mapping, says }: MappedTable, { options, fileName, tell }: About): DescribedPart {
  const body = bodyOf(records, table);
  const valuesOf = (column: number | undefined) => (column === undefined ? [] : body.map(({ cells }) => cells[column] ?? ''));
  const nameOf = (column: number | undefined) => table.header[column ?? -1] ?? '';
  const timeColumn = mapping.start ?? mapping.date ?? mapping.end;
  const joinedYear = findJoinedYear(valuesOf(timeColumn));
  const order = options.dateOrder === undefined ? orderOf(table, timeColumn, (problem) => tell(problem, nameOf(timeColumn)), joinedYear) : options.dateOrder;
  const firstMonth = findFirstMonth(table, mapping, fileName);
  const { problems, ...codes } = codesOfFile(table, body, mapping, { notes: notesOf(table), given: options.codes });
  for (const problem of problems) tell(problem, `${nameOf(mapping.direction ?? mapping.type)}: ${problem.what}`);
  // The ringing is no talk.
  const isCounted = mapping.duration === undefined && mapping.start !== undefined && mapping.end !== undefined;
  const answerTime = isCounted ? table.header.findIndex((name, column) => saysAnswerTime(name) && !Object.values(mapping).includes(column) && lookAtColumn(body, column).fullTime > 0) : -1;
  const durationUnitS = unitOfValues(nameOf(mapping.duration), valuesOf(mapping.duration))
    ?? unitOfNotes(nameOf(mapping.duration), table.rows[0]?.cells[mapping.duration ?? -1] ?? '', notesOf(table));
  const layout = {
    headerLine: table.headerLine,
    header: table.header,
    mapping,
    dateOrder: order,
    ...(says === undefined ? {} : { says }),
    ...(foldName(nameOf(mapping.start)) === 'zdate' ? { epochS: EPOCH_2001_S } : {}),
    ...(firstMonth === null ? {} : { firstMonth }),
    ...(joinedYear === undefined ? {} : { joinedYear }),
    ...(hasLostZeros(valuesOf(mapping.time)) ? { isClockShort: true } : {}),
    ...(answerTime < 0 ? {} : { answerTime }),
    ...(haveDayRows(records, mapping.start) ? { hasDayRows: true } : {}),
    ...codes,
    ...(durationUnitS === undefined ? {} : { durationUnitS }),
    ...(hasFirmColumns(table, body) ? { mostCells: table.header.length } : {}),
  };
  return { layout, records: records.length };
}

/** Figures, and nothing that may hold a separator. */
const FIGURE = /^[\d:%¥$€.\s-]*$/;

/**
 * True where a row with more cells than the header has been shifted by a separator within a cell: few rows are so, and the last
 * column has figures, no message or remark that may go on behind its separators.
 */
function hasFirmColumns({ header, headerLine }: FoundTable, body: readonly HeadRow[]): boolean {
  const wide = body.filter(({ cells }) => cells.length > header.length).length;
  return headerLine > 0 && wide * 2 < body.length && body.every(({ cells }) => cells.length > header.length || FIGURE.test(cells[header.length - 1] ?? ''));
}

/** A part of a file under another header than the file's own. What names no end or no time holds no communications; of any other column that is missing the rows are refused, and it is told. */
function describePart(part: FoundTable, about: About): DescribedPart {
  const mapped = mapTable(part, {}, true, about);
  const { mapping } = mapped;
  const missing = missingOf(mapped);
  const hasEnd = [mapping.caller, mapping.callee, mapping.number, mapping.other].some((column) => column !== undefined);
  if (!hasEnd || missing.includes('start')) return { layout: { headerLine: part.headerLine, header: part.header, dateOrder: 'ymd', mapping: null }, records: 0 };
  for (const field of missing) about.tell({ code: 'columnMissing', line: part.headerLine, what: field, isFatal: false }, field);
  return describe(part, mapped, about);
}

/** Order of day and month by the dates of the start column, and a problem where they do not tell. */
export function orderOf(table: FoundTable, column: number | undefined, tell: (problem: FileProblem) => void, joinedYear?: JoinedYear): DateOrder {
  if (column === undefined) return 'ymd';
  const { order, unclear } = findDateOrder(table.rows.map(({ cells }) => cells[column] ?? ''), joinedYear === 'short', table.header[column]);
  if (unclear !== null) {
    const line = table.rows.find(({ cells }) => cells[column] === unclear)?.line ?? 0;
    tell({ code: 'dateOrderUnclear', line, what: unclear, isFatal: false });
  }
  return order;
}
