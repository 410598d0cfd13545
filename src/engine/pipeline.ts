/** From files to a scored dataset: the same in a worker, on Node and in a test. */
import type { ScoredDataset } from '../analysis/scoredDataset.ts';
import type { Inspection } from '../ingest/inspection.ts';
import { inspectTables, tablesToRead } from '../ingest/inspectTables.ts';
import { createTextReader } from '../ingest/textReader.ts';
import type { FileNotice } from '../records/communication.ts';
import { recordWordsFor } from '../records/communication.ts';
import type { ByteSource } from './byteSource.ts';
import { fileOf } from './byteSource.ts';
import type { DatasetOptions } from './datasetBuilder.ts';
import { DatasetBuilder } from './datasetBuilder.ts';
import { joinDatasets } from './joinDatasets.ts';
import { LineMarks } from './lineMarks.ts';
import type { PartStorage } from './partStorage.ts';
import { problemText } from './problemText.ts';
import { isOfCalls, readWithTables } from './readTables.ts';
import { lookedCloser } from './takeCloserLook.ts';
import type { ReadHooks } from './readProgress.ts';
import { ProgressReporter } from './readProgress.ts';
import type { ReadOptions } from './protocol.ts';
import type { TableSource } from './tableSource.ts';
import { gatherFiles, readTable, tableSources } from './tableSource.ts';

export const DEFAULT_BASE_RATE = 0.01;

/** A file that cannot be read as call records, with its problems. */
export class UnreadableFile extends Error {
  readonly file: string;
  readonly inspection: Inspection | null;

  constructor(file: string, inspection: Inspection | null, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'UnreadableFile';
    this.file = file;
    this.inspection = inspection;
  }
}

/** Looks at the beginning of a file. */
export async function inspectFile(source: ByteSource, options: ReadOptions, defaultZone: string): Promise<Inspection> {
  return inspectTables(fileOf(source), options, defaultZone);
}

/** Looks at the beginnings of a dataset's files. Rejects with UnreadableFile when one cannot be read. @param options one per file */
export async function inspectFiles(sources: readonly ByteSource[], options: readonly ReadOptions[], defaultZone: string): Promise<Inspection[]> {
  const inspections: Inspection[] = [];
  for (const [i, source] of sources.entries()) {
    const inspection = await inspectFile(source, options[i] ?? {}, defaultZone);
    const fatal = inspection.problems.find((problem) => problem.isFatal);
    if (fatal) throw new UnreadableFile(source.name, inspection, problemText(fatal, inspection));
    inspections.push(inspection);
  }
  return inspections;
}

/** What is settled of a dataset before its first record is read. @param baseRate 0–1 */
export function planDataset(inspections: readonly Inspection[], baseRate: number): DatasetPlan {
  const tables = inspections.flatMap(tablesToRead);
  const calls = tables.filter(isOfCalls);
  const bytes = calls.reduce((sum, { textBytes }) => sum + textBytes, 0);
  return {
    name: datasetName(inspections),
    recordWords: recordWordsFor({ hasDevices: calls.some(({ layout }) => layout.mapping.imei !== undefined), hasCards: calls.some(({ layout }) => layout.mapping.imsi !== undefined) }),
    expectedRecords: expectedRecords(calls, bytes),
    sameFile: sameFiles(inspections),
    zone: tables[0]?.layout.zone ?? 'UTC',
    baseRate,
  };
}

/** For each table of calls the number of its file: sheets of one workbook are one file, members of an archive are several. */
function sameFiles(inspections: readonly Inspection[]): number[] {
  let next = 0;
  return inspections.flatMap((inspection) => {
    const calls = tablesToRead(inspection).filter(isOfCalls);
    const first = next;
    next += calls.length;
    return calls.map((_, i) => (inspection.format === 'xlsx' ? first : first + i));
  });
}

export interface DatasetPlan extends DatasetOptions {
  /** 8-byte words of a record. */
  readonly recordWords: number;
  readonly expectedRecords: number;
}

/**
 * Reads tables of communications into one scored dataset in this thread, one after the other. Each is a file of the dataset;
 * rejected rows are in it.
 * @param storage where to put what memory is not to hold; by default all is in memory
 * @param earlier a dataset that they are added to: its records are in the answer as well, its files are not
 */
export async function readWhole(
  tables: readonly TableSource[], plan: DatasetPlan, hooks: ReadHooks, storage?: PartStorage, earlier: ScoredDataset | null = null,
  progress = new ProgressReporter(tables, hooks.onProgress),
): Promise<ScoredDataset> {
  const builder = new DatasetBuilder(plan, storage);
  if (earlier !== null) {
    for (const _ of builder.takeDataset(earlier)) {
      await builder.makeRoom();
      await hooks.checkpoint();
    }
  }
  const notices: (readonly FileNotice[])[] = [];
  for (const table of tables) {
    const { layout } = table.inspection;
    builder.beginFile(table.name, table.bytes, layout.encoding);
    const reader = createTextReader(layout, builder);
    const marks = table.inspection.format === 'text' ? new LineMarks(1, 0) : null;
    let at = 0;
    notices.push(await readTable(table, layout, reader, async (bytes, chunk) => {
      at += chunk.length;
      marks?.note(reader, chunk, at);
      await builder.makeRoom();
      progress.read(bytes, builder.recordCount, builder.rejectedCount);
      await hooks.checkpoint();
    }));
    builder.endFile(reader.line, marks?.take(reader));
  }
  const steps = builder.finish();
  for (;;) {
    const step = steps.next();
    if (step.done) return { ...step.value, files: step.value.files.map((file, i) => ({ ...file, problems: notices[i]! })) };
    progress.scored(step.value);
    await hooks.checkpoint();
  }
}

/** What is settled of files that are added to a dataset. */
export function planAddition(inspections: readonly Inspection[], earlier: ScoredDataset): DatasetPlan {
  const plan = planDataset(inspections, earlier.baseRate);
  return {
    ...plan, zone: earlier.context.zone, recordWords: Math.max(plan.recordWords, earlier.records.recordWords), expectedRecords: plan.expectedRecords + earlier.recordCount,
  };
}

/** Reads the communications of a dataset. */
export type ReadCalls = (calls: readonly TableSource[], hooks: ReadHooks) => Promise<ScoredDataset>;

/**
 * Reads files that were looked at into one dataset; it is not looked at closer yet.
 * @param earlier a dataset that they are added to, whose records `readCalls` answers, too. Neither that nor its files are changed
 */
export async function readInspected(
  sources: readonly ByteSource[], inspections: readonly Inspection[], hooks: ReadHooks, readCalls: ReadCalls, earlier: ScoredDataset | null = null,
): Promise<ScoredDataset> {
  const tables = tableSources(sources, inspections);
  const dataset = gatherFiles(await readWithTables(tables, hooks, readCalls), sources, tables, inspections);
  return earlier === null ? dataset : joinDatasets(earlier, dataset);
}

/** Reads communications side by side; null where they are to be read in this thread. */
export type ReadInParts = (calls: readonly TableSource[], plan: DatasetPlan, hooks: ReadHooks) => Promise<ScoredDataset | null>;

const notInParts: ReadInParts = () => Promise.resolve(null);

/** Looks at files of any kinds and reads them into one dataset, its closer look taken. */
export async function readDataset(
  sources: readonly ByteSource[], options: readonly ReadOptions[], defaultZone: string, baseRate: number, hooks: ReadHooks, storage?: PartStorage, readInParts = notInParts,
): Promise<ScoredDataset> {
  const inspections = await inspectFiles(sources, options, defaultZone);
  const plan = planDataset(inspections, baseRate);
  return lookedCloser(await readInspected(sources, inspections, hooks, async (calls, callHooks) =>
    (await readInParts(calls, plan, callHooks)) ?? readWhole(calls, plan, callHooks, storage)));
}

function datasetName(inspections: readonly Inspection[]): string {
  const first = inspections[0]?.file ?? '';
  return inspections.length > 1 ? `${first} + ${inspections.length - 1}` : first;
}

/** From the average length of the sample's lines. */
function expectedRecords(inspections: readonly Inspection[], bytesTotal: number): number {
  const cells = inspections.flatMap((inspection) => inspection.sample.map((row) => row.cells.join(',').length + 1));
  const average = cells.length === 0 ? 75 : cells.reduce((sum, length) => sum + length, 0) / cells.length;
  return bytesTotal / Math.max(8, average);
}
