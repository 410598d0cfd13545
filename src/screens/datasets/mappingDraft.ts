/** What a user sets about a file's columns: as options for the engine, and as text kept for files with the same header. */
import type { ReadOptions } from '../../engine/protocol.ts';
import type { ColumnMapping, DateOrder, FileProblem, InspectOptions as TableDraft, Inspection, MappedField } from '../../ingest/inspection.ts';
import { codeMeanings, type Codes } from '../../ingest/codeMeanings.ts';
import { fieldsOfKind } from '../../ingest/kinds/kinds.ts';
import type { RecordKind } from '../../records/recordKinds.ts';
import { recordKinds } from '../../records/recordKinds.ts';
import { communicationFields } from '../../records/communication.ts';

const dateOrders: readonly DateOrder[] = ['ymd', 'dmy', 'mdy'];

/** Where what was set for a header is kept (`src/state/setting.ts`). */
export function settingKey(signature: string): string {
  return `mapping.${signature}`;
}

/** For keeping: what holds for every file with this header. The owner is one file's, so it is left out. */
export function rememberedText({ kind, mapping, zone, dateOrder, codes }: ReadOptions): string {
  return JSON.stringify({ kind, mapping, zone, dateOrder, codes });
}

/** What was kept, as far as it fits a file with so many columns; null when nothing of it can be used. */
export function parseRemembered(text: string | null, columnCount: number): ReadOptions | null {
  const raw = parseObject(text);
  const kind = recordKinds.find((known) => known === raw['kind']);
  const rawMapping: unknown = raw['mapping'];
  const mapping = typeof rawMapping === 'object' && rawMapping !== null ? parseMapping(rawMapping, columnCount, kind) : undefined;
  const dateOrder = dateOrders.find((order) => order === raw['dateOrder']);
  const zone = typeof raw['zone'] === 'string' && isZone(raw['zone']) ? raw['zone'] : undefined;
  const codes = parseCodes(raw['codes']);
  if (kind === undefined && mapping === undefined && dateOrder === undefined && zone === undefined && codes === undefined) return null;
  return { ...(kind && { kind }), ...(mapping && { mapping }), ...(zone !== undefined && { zone }), ...(dateOrder && { dateOrder }), ...(codes && { codes }) };
}

function parseObject(text: string | null): Readonly<Record<string, unknown>> {
  try {
    const raw: unknown = text === null ? null : JSON.parse(text);
    return typeof raw === 'object' && raw !== null ? (raw as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

function parseCodes(raw: unknown): Codes | undefined {
  if (typeof raw !== 'object' || raw === null) return undefined;
  const known = Object.entries(raw).flatMap(([code, meaning]) => { const found = codeMeanings.find((each) => each === meaning); return found === undefined ? [] : [[code, found] as const]; });
  return known.length === 0 ? undefined : Object.fromEntries(known);
}

/** undefined when one column does not exist: half a mapping would read something else than was meant. */
function parseMapping(raw: object, columnCount: number, kind: RecordKind | undefined): ColumnMapping | undefined {
  const fields: readonly MappedField[] = kind === undefined || kind === 'communications' ? communicationFields : fieldsOfKind(kind);
  const known = fields.flatMap((field) => {
    const column: unknown = Reflect.get(raw, field);
    return column === undefined ? [] : [[field, column] as const];
  });
  const isWhole = known.every(([, column]) => typeof column === 'number' && Number.isInteger(column) && column >= -1 && column < columnCount);
  return isWhole && known.length > 0 ? Object.fromEntries(known) : undefined;
}

/** True for a name that the browser knows as a time zone. */
export function isZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/** Problems that the user can mend by saying which column is what; all else needs another file. */
const mendable: ReadonlySet<FileProblem['code']> = new Set(['noHeader', 'columnMissing', 'noRecordsFound', 'dateOrderUnclear', 'noTable']);

/** What was set for one table of a file, in what was set for the file: the file's own where it is one table. */
export function draftOf(draft: ReadOptions, { tables }: Pick<Inspection, 'tables'>, table: string): TableDraft {
  return tables.length === 0 ? draft : (draft.tables?.[table] ?? {});
}

/** The same with one table's changed; null for a table that is not to be read. */
export function withTable(draft: ReadOptions, { tables }: Pick<Inspection, 'tables'>, table: string, change: TableDraft | null): ReadOptions {
  return tables.length === 0 && change !== null ? change : { ...draft, tables: { ...draft.tables, [table]: change } };
}

/** What was seen is what is read: mappings as shown, also where they were only recognised, of the tables as ticked. */
export function answerOf(draft: ReadOptions, inspection: Inspection): ReadOptions {
  const seen = ({ layout, kind }: Inspection, of: TableDraft): TableDraft => ({ ...of, ...(kind === null ? {} : { kind }), mapping: { ...layout.mapping, ...of.mapping }, ...(layout.codes === undefined ? {} : { codes: layout.codes }) });
  const { tables } = inspection;
  if (tables.length === 0) return seen(inspection, draft);
  return { ...draft, tables: Object.fromEntries(tables.map((each) => [each.table, each.isChosen ? seen(each, draftOf(draft, inspection, each.table)) : null])) };
}

/**
 * What to do with a file after looking at it. Which sheets of a workbook to read is asked; the files of an archive are read like
 * files that were chosen together, unless one is not recognised.
 */
export function nextStep({ kind, problems, format, tables }: Pick<Inspection, 'kind' | 'problems' | 'format' | 'tables'>): 'open' | 'ask' | 'leaveOut' {
  const fatal = problems.filter((problem) => problem.isFatal);
  if (fatal.some(({ code }) => !mendable.has(code))) return 'leaveOut';
  const isChoice = tables.length > 0 && (format === 'xlsx' || tables.some(({ isChosen }) => !isChosen));
  // A direction that is taken for its opposite would turn the whole case around.
  const isAssumed = problems.some(({ code }) => code === 'codesUnclear');
  return fatal.length > 0 || kind === null || isChoice || isAssumed ? 'ask' : 'open';
}
