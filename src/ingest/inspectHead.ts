/** What a file is, from its first bytes: enough to read it, and to ask the user where that is not clear. */
import type { CommunicationField } from '../records/communication.ts';
import { isTableKind, type TableKind } from '../records/recordKinds.ts';
import { foldName } from './columnNames.ts';
import { describeParts, isReadable, mapTable, notesOf, orderOf, ownPart, titleOf, withTexts, type About, type MappedTable } from './describeTable.ts';
import { findKind, findPlainList, mapFields, missingOfKind, type FoundKind } from './findKind.ts';
import { detectEncoding, findOtherFormat, isBinary, type DetectedEncoding } from './encoding.ts';
import { findTable, type FoundTable } from './findHeader.ts';
import type { ColumnMapping, FileLayout, FileProblem, InspectOptions, Inspection } from './inspection.ts';
import { findJoinedYear } from './joinedYear.ts';
import { findOwner, isOwnersOwn } from './owner.ts';
import { declarationOf } from './kinds/kinds.ts';
import type { FormatName } from './formats/format.ts';
import { HeadText } from './headRows.ts';
import { missingFields } from './recordParser.ts';
import { findSections } from './sections.ts';
import { findWrittenZone } from './writtenZone.ts';
import { readSample } from './sampleRows.ts';
import { readTableSample } from './tableSample.ts';

const SAMPLE_ROWS = 20;
/** Rows of the head that are looked at for dates; more than 256 KB hold of any real file. */
const HEAD_ROWS = 8000;

/** The table that a head is of, where it is more than a text file: what its format has settled already. */
export interface TableHead {
  readonly format: FormatName;
  readonly content: FormatName;
  readonly name: string;
  /** Names of the columns, where they are no row of the table. */
  readonly header: readonly string[] | null;
  /** True for UTF-8 with tabs between cells, whatever the values look like. */
  readonly isCells: boolean;
  /** True when the head is all of the table. */
  readonly isWhole: boolean;
  readonly textBytes: number;
}

/**
 * Inspects a file of communications or of another kind of record.
 *
 * @param head the first bytes of its text, all of them or HEAD_BYTES
 * @param file its name and its size in bytes
 * @param defaultZone IANA zone for times that carry no offset, where the user chose none
 * @returns `kind` null, and at least one fatal problem, when the file cannot be read as it is
 * @throws RangeError if the platform does not know the zone
 */
export function inspectHead(head: Uint8Array, file: { readonly name: string; readonly bytes: number }, options: InspectOptions, defaultZone: string, of: TableHead = textFile(head, file.bytes)): Inspection {
  const problems: FileProblem[] = [];
  const detected: DetectedEncoding = of.isCells ? { encoding: 'utf-8', bomBytes: 0, isSure: true } : detectEncoding(head);
  const format = of.isCells ? null : findOtherFormat(head);
  if (format !== null) problems.push({ code: 'unsupportedFormat', line: 0, what: format, isFatal: true });
  else if (isBlank(head, detected) && (of.header === null || of.isWhole)) problems.push({ code: 'empty', line: 0, what: '', isFatal: true });
  else if (isBinary(head, detected)) problems.push({ code: 'binary', line: 0, what: '', isFatal: true });
  if (problems.length > 0) return unreadable(file, detected, options, defaultZone, problems, of);
  if (!detected.isSure) problems.push({ code: 'wrongEncoding', line: 0, what: detected.encoding, isFatal: false });

  const { isWhole } = of;
  const lines = isWhole ? head : wholeLines(head, detected);
  if (lines.length === 0) {
    problems.push({ code: 'lineTooLong', line: 1, what: '', isFatal: true });
    return unreadable(file, detected, options, defaultZone, problems, of);
  }
  const text = new TextDecoder(detected.encoding, { ignoreBOM: true }).decode(lines.subarray(detected.bomBytes));
  if (!of.isCells && isWhole && /^\s*(\[\s*\]|\{\s*\})\s*$/.test(text)) {
    problems.push({ code: 'empty', line: 0, what: '', isFatal: true });
    return unreadable(file, detected, options, defaultZone, problems, of);
  }
  if (!of.isCells && /^\s*[{[]\s*["{\]}]/.test(text)) {
    problems.push({ code: 'unsupportedFormat', line: 1, what: 'json', isFatal: true });
    return unreadable(file, detected, options, defaultZone, problems, of);
  }
  const headText = new HeadText(new TextEncoder().encode(text));
  const delimiters = of.isCells ? ['\t'] : undefined;
  const table = of.header === null ? findTable(headText, HEAD_ROWS, delimiters) : namedTable(of.header, headText);
  const hasHeader = table.headerLine > 0 || of.header !== null;
  const findOf = (kind: TableKind | null) => findKind(headText, HEAD_ROWS, kind, options.mapping ?? {}, of.header === null ? delimiters : table);
  const wantedKind = options.kind ?? null;
  if (isTableKind(wantedKind)) {
    const found = findOf(wantedKind) ?? { kind: wantedKind, table, mapping: givenOrMapped(wantedKind, table, options), explained: 0 };
    return inspectTable(found, { file, of, head: lines, isWhole, text, detected, options, defaultZone, problems });
  }
  const told = new Set<string>();
  const about: About = {
    options,
    fileName: file.name,
    tell: (problem, column) => {
      const key = `${problem.code}\n${column}`;
      if (!told.has(key)) problems.push(problem);
      told.add(key);
    },
  };
  const parts = hasHeader && of.header === null ? findSections(table, (part) => isReadable(mapTable(part, {}, true, about))) : [];
  const titles = [titleOf(`${file.name} ${of.name}`), ...table.preamble];
  const own = parts.length === 0 ? { ...table, titles } : ownPart(table, parts, about);
  const given = Object.fromEntries(Object.entries(options.mapping ?? {}).filter(([, column]) => column < Math.max(own.header.length, 1)));
  const mapped = mapTable(own, given, hasHeader, about);
  const { mapping } = mapped;
  if (wantedKind === null && !isSaidOfCalls(options.mapping)) {
    const found = otherKind(findOf(null), own, mapped, options);
    if (found !== null) return inspectTable(found, { file, of, head: lines, isWhole, text, detected, options, defaultZone, problems });
  }
  if (!hasHeader) problems.push({ code: 'noHeader', line: 1, what: '', isFatal: false });

  const described = describeParts(own, mapped, parts, about);
  const { sections } = described;
  const writtenIn = findWrittenZone([mapping.start, mapping.date, mapping.time].flatMap((column) => (column === undefined ? [] : [own.header[column] ?? ''])), notesOf(own));
  const isOwnerNeeded = [mapping, ...sections.flatMap((section) => section.mapping ?? [])].some(isOwnersOwn);
  const layout: FileLayout = {
    encoding: detected.encoding,
    bomBytes: detected.bomBytes,
    delimiter: table.delimiter,
    ...(parts.length === 0 ? withTexts(described.layout, titles) : described.layout),
    mapping,
    ...(sections.length === 0 ? {} : { sections }),
    ...(writtenIn === null ? {} : { writtenIn }),
    zone: options.zone ?? writtenIn ?? defaultZone,
    isZoneChosen: options.zone !== undefined,
    owner: options.owner ?? (isOwnerNeeded ? findOwner((parts[0] ?? own).preamble, file.name) : null),
  };
  const missing = missingFields(layout);
  for (const field of missing) problems.push({ code: 'columnMissing', line: own.headerLine, what: field, isFatal: true });
  if (isWhole && !described.hasRecords) {
    problems.push({ code: saysNothingFound(text) ? 'noRecordsFound' : 'headerOnly', line: own.headerLine, what: '', isFatal: true });
  }
  const rows = parts.length === 0 ? table.rows : parts.flatMap((part) => part.rows);
  const sample = missing.length > 0 ? own.rows.slice(0, SAMPLE_ROWS).map(({ line, cells }) => ({ line, cells, record: null, rejected: null })) : readSample(layout, lines, rows, SAMPLE_ROWS);
  return {
    file: file.name,
    bytes: file.bytes,
    ...placeOf(of),
    kind: missing.length === 0 ? 'communications' : null,
    layout,
    sample,
    problems,
    signature: signatureOf(own),
  };
}

/** A text file is its only table. */
function textFile(head: Uint8Array, bytes: number): TableHead {
  return { format: 'text', content: 'text', name: '', header: null, isCells: false, isWhole: head.length >= bytes, textBytes: bytes };
}

/** A table whose columns have names of their own: every row is data. */
function namedTable(header: readonly string[], text: HeadText): FoundTable {
  return { delimiter: '\t', headerLine: 0, header, preamble: [], rows: text.rows('\t', HEAD_ROWS) };
}

/** What an inspection says of where the table stands. */
function placeOf({ format, content, name, textBytes }: TableHead) {
  return { format, content, table: name, isChosen: true, tables: [], textBytes };
}

/** A mapping that names two ends is one of calls, whatever else the header looks like. */
function isSaidOfCalls(mapping: ColumnMapping | undefined): boolean {
  return mapping !== undefined && [mapping.caller, mapping.callee, mapping.other, mapping.start].some((column) => (column ?? -1) >= 0);
}

/** The other kind that the file is, if it is understood better as one than as communications; null if not. */
function otherKind(found: FoundKind | null, table: FoundTable, { mapping, says }: MappedTable, options: InspectOptions): FoundKind | null {
  const isCalls = missingFields({ mapping, says, owner: options.owner ?? (isOwnersOwn(mapping) ? '' : null) }).length === 0;
  if (found !== null) return isCalls && found.explained <= new Set(Object.values(mapping)).size ? null : found;
  const list = isCalls ? null : findPlainList(table);
  return list === null ? null : { kind: 'numberLists', table, mapping: list, explained: 1 };
}

/** Columns of a table whose header says nothing of the kind it was said to be. */
function givenOrMapped(kind: TableKind, table: FoundTable, options: InspectOptions): ColumnMapping {
  const mapping = mapFields(kind, table, options.mapping ?? {});
  return kind === 'numberLists' && mapping.number === undefined ? { ...findPlainList(table), ...mapping } : mapping;
}

/** A file of another kind than communications. */
function inspectTable({ kind, table, mapping }: FoundKind, { file, of, head, isWhole, text, detected, options, defaultZone, problems }: {
  readonly file: { readonly name: string; readonly bytes: number };
  readonly of: TableHead;
  /** Whole lines. */
  readonly head: Uint8Array;
  readonly isWhole: boolean;
  readonly text: string;
  readonly detected: DetectedEncoding;
  readonly options: InspectOptions;
  readonly defaultZone: string;
  readonly problems: FileProblem[];
}): Inspection {
  if (table.headerLine === 0 && of.header === null && kind !== 'numberLists') problems.push({ code: 'noHeader', line: 1, what: '', isFatal: false });
  const time = declarationOf(kind).fields.find(({ field, as }) => mapping[field] !== undefined && (as === 'time' || field === 'date'))?.field;
  const timeColumn = mapping.date ?? (time === undefined ? undefined : mapping[time]);
  const joinedYear = findJoinedYear(timeColumn === undefined ? [] : table.rows.map(({ cells }) => cells[timeColumn] ?? ''));
  const layout: FileLayout = {
    encoding: detected.encoding,
    bomBytes: detected.bomBytes,
    delimiter: table.delimiter,
    headerLine: table.headerLine,
    header: table.header,
    mapping,
    dateOrder: options.dateOrder ?? orderOf(table, timeColumn, (problem) => problems.push(problem), joinedYear),
    ...(joinedYear === undefined ? {} : { joinedYear }),
    zone: options.zone ?? defaultZone,
    isZoneChosen: options.zone !== undefined,
    owner: null,
  };
  const missing = missingOfKind(kind, mapping);
  for (const field of missing) problems.push({ code: 'columnMissing', line: table.headerLine, what: field, isFatal: true });
  const isHeaderOnly = isWhole && table.rows.length === 0;
  if (isHeaderOnly) problems.push({ code: saysNothingFound(text) ? 'noRecordsFound' : 'headerOnly', line: table.headerLine, what: '', isFatal: true });
  const sample = missing.length > 0 ? table.rows.slice(0, SAMPLE_ROWS).map(({ line, cells }) => ({ line, cells, record: null, rejected: null })) : readTableSample(layout, kind, head, table.rows, SAMPLE_ROWS);
  return { file: file.name, bytes: file.bytes, ...placeOf(of), kind, layout, sample, problems, signature: signatureOf(table) };
}

/** Reports without a record say so in words. */
function saysNothingFound(text: string): boolean {
  return /no (call )?(records?|data|cdrs?) (were )?found|无记录|没有(找到)?记录|无数据|暂无|查无/i.test(text);
}

/** The head up to its last line end; nothing if it has none. */
function wholeLines(head: Uint8Array, { encoding }: DetectedEncoding): Uint8Array {
  const width = encoding === 'utf-16le' || encoding === 'utf-16be' ? 2 : 1;
  const low = encoding === 'utf-16be' ? 1 : 0;
  for (let at = head.length - (head.length % width) - width; at >= 0; at -= width) {
    const byte = head[at + low];
    if ((byte === 10 || byte === 13) && (width === 1 || head[at + 1 - low] === 0)) return head.subarray(0, at + width);
  }
  return head.subarray(0, 0);
}

function isBlank(head: Uint8Array, { encoding, bomBytes }: DetectedEncoding): boolean {
  for (let at = bomBytes; at < head.length; at++) if (head[at]! > 32 || (head[at] === 0 && !encoding.startsWith('utf-16'))) return false;
  return true;
}

/** Names the columns and what separates them; 16 hex digits (two FNV-1a hashes). */
function signatureOf(table: FoundTable): string {
  const text = `${table.delimiter}\n${table.header.map(foldName).join('\n')}`;
  const hash = (seed: number) => {
    let h = seed;
    for (let at = 0; at < text.length; at++) h = Math.imul(h ^ text.charCodeAt(at), 0x01000193);
    return (h >>> 0).toString(16).padStart(8, '0');
  };
  return hash(0x811c9dc5) + hash(0x2f6e2b1d);
}

function unreadable(file: { readonly name: string; readonly bytes: number }, { encoding, bomBytes }: DetectedEncoding, options: InspectOptions, defaultZone: string, problems: readonly FileProblem[], of: TableHead): Inspection {
  const mapping: Partial<Record<CommunicationField, number>> = {};
  return {
    file: file.name,
    bytes: file.bytes,
    ...placeOf(of),
    kind: null,
    layout: {
      encoding, bomBytes, delimiter: ',', headerLine: 0, header: [], mapping, dateOrder: options.dateOrder ?? 'ymd', zone: options.zone ?? defaultZone,
      isZoneChosen: options.zone !== undefined, owner: options.owner ?? null,
    },
    sample: [],
    problems,
    signature: '',
  };
}
