/** From files to a scored dataset: the same in a worker, on Node and in a test. */
import type { ScoredDataset } from '../analysis/scoredDataset.ts';
import { HEAD_BYTES, inspectHead } from '../ingest/inspectHead.ts';
import type { Inspection } from '../ingest/inspection.ts';
import { createTextReader } from '../ingest/textReader.ts';
import type { ByteSource } from './byteSource.ts';
import { chunksOf } from './byteSource.ts';
import type { DatasetOptions } from './datasetBuilder.ts';
import { DatasetBuilder } from './datasetBuilder.ts';
import { problemText } from './problemText.ts';
import { isOfCalls, readWithTables } from './readTables.ts';
import type { ReadHooks } from './readProgress.ts';
import { ProgressReporter } from './readProgress.ts';
import type { ReadOptions } from './protocol.ts';

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
  const head = await source.read(0, Math.min(source.bytes, HEAD_BYTES));
  return inspectHead(head, { name: source.name, bytes: source.bytes }, options, defaultZone);
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
  const calls = inspections.filter(isOfCalls);
  const bytes = calls.reduce((sum, inspection) => sum + inspection.bytes, 0);
  return {
    name: datasetName(inspections),
    hasDevices: calls.some(({ layout }) => layout.mapping.imei !== undefined || layout.mapping.imsi !== undefined),
    expectedRecords: expectedRecords(calls, bytes),
    zone: inspections[0]?.layout.zone ?? 'UTC',
    baseRate,
  };
}

export interface DatasetPlan extends DatasetOptions {
  readonly hasDevices: boolean;
  readonly expectedRecords: number;
}

/**
 * Reads files into one scored dataset in this thread, one file after the other. Rejected rows are in the dataset.
 * @param inspections of the files, in the same order
 */
export async function readWhole(
  sources: readonly ByteSource[], inspections: readonly Inspection[], plan: DatasetPlan, hooks: ReadHooks,
): Promise<ScoredDataset> {
  const builder = new DatasetBuilder(plan);
  const progress = new ProgressReporter(sources, hooks.onProgress);
  for (const [i, source] of sources.entries()) {
    const { layout } = inspections[i]!;
    builder.beginFile(source.name, source.bytes, layout.encoding);
    const reader = createTextReader(layout, builder);
    for await (const chunk of chunksOf(source)) {
      reader.push(chunk);
      progress.read(chunk.length, builder.recordCount, builder.rejectedCount);
      await hooks.checkpoint();
    }
    reader.end();
    builder.endFile(reader.line);
  }
  const steps = builder.finish();
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    progress.scored(step.value);
    await hooks.checkpoint();
  }
}

/** Looks at files of any kinds and reads them in this thread into one dataset. */
export async function readDataset(
  sources: readonly ByteSource[], options: readonly ReadOptions[], defaultZone: string, baseRate: number, hooks: ReadHooks,
): Promise<ScoredDataset> {
  const inspections = await inspectFiles(sources, options, defaultZone);
  const plan = planDataset(inspections, baseRate);
  return readWithTables(sources, inspections, hooks, (places, callHooks) => readWhole(places.map((i) => sources[i]!), places.map((i) => inspections[i]!), plan, callHooks));
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
