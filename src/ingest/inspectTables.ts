/** What a file of any format is: its tables, and how each would be read. */
import type { ByteFile, FormatName, FormatTable } from './formats/format.ts';
import { FormatError, headOf, ReadNotes } from './formats/format.ts';
import { openFormat } from './formats/formats.ts';
import { HEAD_BYTES } from './headBytes.ts';
import { inspectHead } from './inspectHead.ts';
import type { FileProblem, InspectOptions, Inspection } from './inspection.ts';

/** What the user may set of a file. */
export interface FileOptions extends InspectOptions {
  /** What is set for one table by its name, besides what holds for all; null for a table that is not to be read. */
  readonly tables?: Readonly<Record<string, InspectOptions | null>>;
}

/** More tables than this are not looked at; the largest archives of call records have a few hundred. */
const MAX_TABLES = 1000;

/**
 * Looks at the beginning of each table of a file.
 *
 * @returns the inspection of the first table that would be read, with those of all in `tables` where there are several; with a
 * fatal problem when none can be read
 */
export async function inspectTables(file: ByteFile, options: FileOptions, defaultZone: string): Promise<Inspection> {
  const failed = (problem: FileProblem, format: FormatName = 'text') =>
    ({ ...inspectHead(new Uint8Array(0), file, options, defaultZone), format, problems: [problem] });
  let format: FormatName;
  let found: readonly FormatTable[];
  try {
    ({ format, tables: found } = await openFormat(file));
  } catch (error) {
    if (error instanceof FormatError) return failed(error.problem, error.format ?? 'text');
    throw error;
  }
  const tables: Inspection[] = [];
  for (const table of found.slice(0, MAX_TABLES)) tables.push(await inspectTable(file, table, format, options, defaultZone));
  const filled = tables.filter(({ problems }) => !problems.some(({ code }) => code === 'empty'));
  const [first] = filled;
  if (first === undefined) return tables[0] === undefined ? failed({ code: 'empty', line: 0, what: '', isFatal: true }, format) : { ...tables[0], isChosen: true };
  if (filled.length === 1) return { ...first, isChosen: true };
  const shown = filled.find(({ isChosen }) => isChosen) ?? first;
  const problems = [...shown.problems];
  const unread = filled.filter(({ isChosen, table }) => !isChosen && options.tables?.[table] !== null).map(({ table }) => table);
  if (!shown.isChosen) return { ...shown, tables: filled, problems: [{ code: 'noTable', line: 0, what: '', isFatal: true }], kind: null };
  if (unread.length > 0) problems.push({ code: 'tablesLeftOut', line: 0, what: unread.join(', '), isFatal: false });
  if (found.length > MAX_TABLES) problems.push({ code: 'tablesLeftOut', line: 0, what: `${found.length - MAX_TABLES}`, isFatal: false });
  return { ...shown, tables: filled, problems };
}

/** The tables of an inspected file that are to be read, each with its own inspection. */
export function tablesToRead(inspection: Inspection): readonly Inspection[] {
  return inspection.tables.length === 0 ? [inspection] : inspection.tables.filter(({ isChosen }) => isChosen);
}

async function inspectTable(file: ByteFile, table: FormatTable, format: FormatName, options: FileOptions, defaultZone: string): Promise<Inspection> {
  const { tables, ...forAll } = options;
  const own = tables?.[table.name];
  const notes = new ReadNotes();
  try {
    const { bytes, isWhole } = await headOf(table.text(notes, null, HEAD_BYTES), HEAD_BYTES);
    const name = table.member === '' ? file.name : table.member;
    const of = { format, content: table.format, name: table.name, header: table.header, isCells: table.isCells, isWhole, textBytes: table.textBytes };
    const inspection = inspectHead(bytes, { name, bytes: file.bytes }, { ...forAll, ...own }, defaultZone, of);
    const problems = [...notes.notices.map((notice) => ({ ...notice, line: 0, isFatal: false })), ...inspection.problems];
    const isReadable = !problems.some(({ isFatal }) => isFatal);
    // What the user set up is not quietly dropped: its problem is told.
    const isChosen = own !== null && (isReadable || own !== undefined);
    return { ...inspection, file: file.name, problems, isChosen };
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    return { ...inspectHead(new Uint8Array(0), file, forAll, defaultZone), format, table: table.name, problems: [error.problem], isChosen: false };
  }
}
