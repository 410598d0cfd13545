import type { ColumnMapping, Inspection } from '../../ingest/inspection.ts';
import { inspectFile, UnreadableFile } from '../pipeline.ts';
import { problemText } from '../problemText.ts';
import type { Arguments } from './arguments.ts';
import { UsageError } from './arguments.ts';
import { openFile } from './openFile.ts';
import { readOptions, sha256Of } from './readFiles.ts';

/** `inspect FILE`: what the file is and how it would be read. A file that cannot be read is shown, and ends with exit 2. */
export async function printInspection(args: Arguments): Promise<void> {
  const [path, ...more] = args.files;
  if (path === undefined || more.length > 0) throw new UsageError('inspect takes one file');
  if (args.format === 'csv') throw new UsageError('inspect prints JSON only');
  const source = await openFile(path);
  try {
    const inspection = await inspectFile(source, await readOptions(source, args), args.zone);
    const { file, bytes, format, content, table, tables } = inspection;
    const sha256 = await sha256Of(path);
    const answer = { file, bytes, sha256, format, content, table, ...describeTable(inspection), tables: tables.map((each) => ({ table: each.table, isRead: each.isChosen, ...describeTable(each) })) };
    process.stdout.write(`${JSON.stringify(answer, null, 2)}\n`);
    const fatal = inspection.problems.find((problem) => problem.isFatal);
    if (fatal) throw new UnreadableFile(path, inspection, problemText(fatal, inspection));
  } finally {
    await source.close();
  }
}

/** How a table would be read. */
function describeTable({ kind, layout, sample, problems }: Inspection) {
  const { encoding, delimiter, headerLine, header, mapping, zone, dateOrder, owner, codes } = layout;
  const named = (columns: ColumnMapping, names: readonly string[]) => Object.fromEntries(Object.entries(columns).map(([field, column]) => [field, names[column] ?? column + 1]));
  const sections = layout.sections?.map((section) => ({ headerLine: section.headerLine, header: section.header, mapping: section.mapping === null ? null : named(section.mapping, section.header) }));
  return { encoding, delimiter, headerLine, header, kind, mapping: named(mapping, header), zone, dateOrder, owner, ...(codes === undefined ? {} : { codes }), ...(sections === undefined ? {} : { sections }), sample, problems };
}
