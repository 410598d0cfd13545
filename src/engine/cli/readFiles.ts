import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { ScoredDataset } from '../../analysis/scoredDataset.ts';
import type { FileProblem, InspectOptions } from '../../ingest/inspection.ts';
import { parseMapArgument } from '../../ingest/mapArgument.ts';
import { hasNoTables } from '../../records/recordTables.ts';
import type { ByteSource } from '../byteSource.ts';
import { noticeText, problemText } from '../problemText.ts';
import { inspectFile, readDataset, UnreadableFile } from '../pipeline.ts';
import type { ReadOptions } from '../protocol.ts';
import type { ReadHooks } from '../readProgress.ts';
import { ProgressReporter } from '../readProgress.ts';
import { windowDataset } from '../windowDataset.ts';
import type { Arguments } from './arguments.ts';
import { UsageError } from './arguments.ts';
import { openFile } from './openFile.ts';
import { readInParts } from './readInParts.ts';
import { temporaryStorage } from './tempFile.ts';

/** What the arguments say of how values are written. */
function valuesSaid({ codes, dateOrder }: Arguments): Pick<InspectOptions, 'codes' | 'dateOrder'> {
  return { ...(codes === null ? {} : { codes }), ...(dateOrder === null ? {} : { dateOrder }) };
}

/**
 * What the arguments say of how to read this file. Throws UsageError when --map names a column that it has not, or --table a table;
 * of several tables, those that have the columns are read.
 */
export async function readOptions(source: ByteSource, args: Arguments): Promise<ReadOptions> {
  const said = { ...(args.isZoneChosen ? { zone: args.zone } : {}), ...(args.kind === null ? {} : { kind: args.kind }), ...valuesSaid(args) };
  if (args.map === null && args.tables.length === 0) return said;
  const inspection = await inspectFile(source, said, args.zone);
  const all = inspection.tables.length === 0 ? [inspection] : inspection.tables;
  const named = args.tables.length === 0 ? all : all.filter(({ table }) => args.tables.includes(table));
  if (named.length === 0) throw new UsageError(`--table ${args.tables.join(', ')}: ${source.name} has ${all.map(({ table }) => table).join(', ') || 'one table without a name'}`);
  const maps = named.map(({ table, layout, kind }) => ({ table, map: args.map === null ? { mapping: {} } : parseMapArgument(args.map, layout.header, args.kind ?? kind) }));
  const fitting = maps.flatMap(({ table, map }) => ('mapping' in map ? [[table, { mapping: map.mapping }] as const] : []));
  const [first] = maps;
  if (fitting.length === 0 && first !== undefined && 'error' in first.map) throw new UsageError(`--map for ${source.name}: ${first.map.error}`);
  const others = all.flatMap(({ table }) => (fitting.some(([name]) => name === table) ? [] : [[table, null] as const]));
  return { ...said, tables: Object.fromEntries([...fitting, ...others]) };
}

/** What the reading of a file rests on without its saying so. */
const UNCLEAR: ReadonlySet<FileProblem['code']> = new Set(['codesUnclear', 'dateOrderUnclear', 'noHeader', 'wrongEncoding', 'columnMissing']);

/** Problems of files in which there is nothing to read: of several files, such a one takes nothing from the others. */
const NOTHING_TO_READ: ReadonlySet<FileProblem['code']> = new Set(['empty', 'headerOnly', 'noRecordsFound']);

/**
 * Reads the files of the command line into one scored dataset, in their window, with their hashes. Files without a record are named on
 * standard error and come last in the dataset's list, with 0 rows, unless none has any.
 */
export async function readArguments(args: Arguments): Promise<ScoredDataset> {
  const startedAt = performance.now();
  const opened: { readonly path: string; readonly source: Awaited<ReturnType<typeof openFile>> }[] = [];
  try {
    for (const path of args.files) opened.push({ path, source: await openFile(path) });
    const vacant: { readonly file: (typeof opened)[number]; readonly text: string }[] = [];
    for (const file of opened) {
      const inspection = await inspectFile(file.source, valuesSaid(args), args.zone);
      for (const unclear of inspection.problems) if (UNCLEAR.has(unclear.code) && !unclear.isFatal) process.stderr.write(`${problemText(unclear, inspection)}\n`);
      const problem = inspection.problems.find(({ code }) => NOTHING_TO_READ.has(code));
      if (problem !== undefined) vacant.push({ file, text: problemText(problem, inspection) });
    }
    const isAllVacant = vacant.length === opened.length;
    const read = isAllVacant ? opened : opened.filter((file) => !vacant.some((other) => other.file === file));
    if (!isAllVacant) for (const { text } of vacant) process.stderr.write(`${text}; left out\n`);
    const sources = read.map(({ source }) => source);
    const options = [];
    for (const source of sources) options.push(await readOptions(source, args));
    const hooks: ReadHooks = {
      onProgress: ({ phase, file, rows, rejected }) => {
        if (process.stderr.isTTY) process.stderr.write(`\r${phase} ${file}: ${rows} records, ${rejected} rejected `);
      },
      checkpoint: () => Promise.resolve(),
    };
    const dataset = await readDataset(sources, options, args.zone, args.baseRate, hooks, temporaryStorage(), (calls, plan, callHooks) =>
      readInParts(calls.map(({ file }) => read[file]!.path), calls.map(({ inspection }) => inspection), plan, new ProgressReporter(calls, callHooks.onProgress)));
    const scoredInMs = performance.now() - startedAt;
    process.stderr.write(`${process.stderr.isTTY ? '\r' : ''}${dataset.recordCount} records, ${dataset.rejectedCount} rejected, ${dataset.duplicateCount === 0 ? '' : `${dataset.duplicateCount} in several files counted once, `}${dataset.features.numbers.length} numbers in ${(scoredInMs / 1000).toFixed(2)} s\n`);
    for (const { name, problems } of dataset.files) for (const notice of problems ?? []) process.stderr.write(`${name}: ${noticeText(notice)}\n`);
    for (const { file, line, reason, text } of dataset.rejected.slice(0, 10)) process.stderr.write(`${file}:${line}: ${reason}: ${text}\n`);
    if (dataset.rejectedCount > 10) process.stderr.write(`… and ${dataset.rejectedCount - 10} more\n`);
    if (dataset.recordCount === 0 && hasNoTables(dataset.tables)) throw new UnreadableFile(dataset.name, null, `${dataset.name}: no record could be read of ${dataset.rejectedCount} rows`);
    const files = [];
    for (const [i, file] of dataset.files.entries()) files.push({ ...file, sha256: await sha256Of(read[i]!.path) });
    if (!isAllVacant) for (const { file: { path, source: { name, bytes } } } of vacant) files.push({ name, bytes, sha256: await sha256Of(path), rows: 0, rejected: 0 });
    return windowDataset({ ...dataset, files, scoredInMs }, args.window);
  } finally {
    for (const { source } of opened) await source.close();
  }
}

/** Hex SHA-256 of a file's bytes. */
export async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Uint8Array);
  return hash.digest('hex');
}
