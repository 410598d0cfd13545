/** The tables of a dataset's files, each read like a file of its own. */
import type { ScoredDataset } from '../analysis/scoredDataset.ts';
import type { FormatTable } from '../ingest/formats/format.ts';
import { ReadNotes } from '../ingest/formats/format.ts';
import { openFormat } from '../ingest/formats/formats.ts';
import type { FileLayout, Inspection } from '../ingest/inspection.ts';
import { tablesToRead } from '../ingest/inspectTables.ts';
import type { TextReader } from '../ingest/textReader.ts';
import type { FileNotice, SourceFile } from '../records/communication.ts';
import { placeName } from '../records/communication.ts';
import type { ByteSource } from './byteSource.ts';
import { FileGone, fileOf } from './byteSource.ts';

/** A table and what is known of it. As a source it is its file, under the name by which a person finds the table. */
export interface TableSource extends ByteSource {
  /** Index of its file. */
  readonly file: number;
  readonly inspection: Inspection;
  open(): Promise<FormatTable>;
  /** Bytes of the file that were read since this was asked last. */
  takeBytes(): number;
}

/** Every table that is to be read. @param inspections of the files, in the same order */
export function tableSources(sources: readonly ByteSource[], inspections: readonly Inspection[]): TableSource[] {
  return sources.flatMap((source, file) => {
    const tables = tablesToRead(inspections[file]!);
    const tableNamed = tablesOf(source);
    return tables.map((inspection): TableSource => ({
      name: placeName(source.name, inspection.table),
      // Of a file with several tables each is as good as the next: together they are its size.
      bytes: source.bytes / tables.length,
      read: (start, end) => source.read(start, end),
      file,
      inspection,
      ...tableNamed(inspection.table),
    }));
  });
}

/** A table of a file by its name ('' for the only one), to be read by itself. */
export function tableOf(source: ByteSource, name: string): Pick<TableSource, 'open' | 'takeBytes'> {
  return tablesOf(source)(name);
}

/** The tables of a file by their names; the file is opened once for all of them. */
function tablesOf(source: ByteSource): (name: string) => Pick<TableSource, 'open' | 'takeBytes'> {
  let read = 0;
  let opened: ReturnType<typeof openFormat> | null = null;
  return (name) => ({
    async open() {
      opened ??= openFormat(fileOf(source, (bytes) => (read += bytes)));
      const table = (await opened).tables.find((candidate) => candidate.name === name);
      if (!table) throw new FileGone(source.name);
      return table;
    },
    takeBytes() {
      const bytes = read;
      read = 0;
      return bytes;
    },
  });
}

/** Reads a table from its beginning to its end. @param onRead told after each piece of text how many bytes of the file it took, and the piece */
export async function readTable(
  table: Pick<TableSource, 'open' | 'takeBytes'>, layout: FileLayout, reader: Pick<TextReader, 'push' | 'end' | 'cut'>, onRead: (bytes: number, chunk: Uint8Array) => Promise<void>,
): Promise<readonly FileNotice[]> {
  const notes = new ReadNotes();
  const opened = await table.open();
  for await (const chunk of opened.text(notes, new Set(Object.values(layout.mapping)), Infinity)) {
    reader.push(chunk);
    await onRead(table.takeBytes(), chunk);
  }
  if (notes.isCut) reader.cut();
  else reader.end();
  return notes.notices;
}

/** A dataset of tables as one of files: what is told of each table is told of its file. */
export function gatherFiles(dataset: ScoredDataset, sources: readonly ByteSource[], tables: readonly TableSource[], inspections: readonly Inspection[]): ScoredDataset {
  const files = sources.map(({ name, bytes }, file): SourceFile => {
    const own = dataset.files.filter((_, i) => tables[i]!.file === file);
    const leftOut = inspections[file]!.problems.flatMap(({ code, what }): FileNotice[] => (code === 'tablesLeftOut' ? [{ code, what }] : []));
    const problems = [...own.flatMap((table) => table.problems ?? []), ...leftOut];
    const sum = (count: 'rows' | 'rejected') => own.reduce((total, table) => total + table[count], 0);
    const { problems: _, ...first } = own[0]!;
    return {
      ...first, name, bytes, sha256: null, rows: sum('rows'), rejected: sum('rejected'),
      ...(problems.length === 0 ? {} : { problems }),
    };
  });
  const lineSegments = dataset.lineSegments.map((segment) => {
    const { file, inspection } = tables[segment.file]!;
    return { ...segment, file, ...(inspection.table === '' ? {} : { table: inspection.table }) };
  });
  return { ...dataset, files, lineSegments };
}
