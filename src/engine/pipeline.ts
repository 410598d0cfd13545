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
import type { OpenProgress, ReadOptions } from './protocol.ts';

/** Between progress reports. */
const REPORT_MS = 100;
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

export interface ReadHooks {
  readonly onProgress: (progress: OpenProgress) => void;
  /** Called between pieces of work of some 50 ms; throws to stop. */
  readonly checkpoint: () => Promise<void>;
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
  const bytes = inspections.reduce((sum, inspection) => sum + inspection.bytes, 0);
  return {
    name: datasetName(inspections),
    hasDevices: inspections.some(({ layout }) => layout.mapping.imei !== undefined || layout.mapping.imsi !== undefined),
    expectedRecords: expectedRecords(inspections, bytes),
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

/** Looks at files and reads them in this thread: `inspectFiles`, `planDataset` and `readWhole` in one. */
export async function readDataset(
  sources: readonly ByteSource[], options: readonly ReadOptions[], defaultZone: string, baseRate: number, hooks: ReadHooks,
): Promise<ScoredDataset> {
  const inspections = await inspectFiles(sources, options, defaultZone);
  return readWhole(sources, inspections, planDataset(inspections, baseRate), hooks);
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

/** Turns counts into progress reports, ten a second. */
export class ProgressReporter {
  readonly #files: readonly ByteSource[];
  readonly #bytesTotal: number;
  readonly #report: (progress: OpenProgress) => void;
  readonly #startedAt = performance.now();
  #reportedAt = -Infinity;
  #bytes = 0;
  #rows = 0;
  #rejected = 0;

  constructor(files: readonly ByteSource[], report: (progress: OpenProgress) => void) {
    this.#files = files;
    this.#bytesTotal = files.reduce((sum, file) => sum + file.bytes, 0);
    this.#report = report;
  }

  /** @param bytes of this chunk; @param rows,rejected of all so far */
  read(bytes: number, rows: number, rejected: number): void {
    this.#bytes = Math.min(this.#bytesTotal, this.#bytes + bytes);
    this.#rows = rows;
    this.#rejected = rejected;
    // Features take about as long as reading.
    this.#send('reading', this.#bytes / this.#bytesTotal / 2);
  }

  /** @param share of the features made, 0–1 */
  scored(share: number): void {
    this.#send('scoring', 0.5 + share / 2);
  }

  #send(phase: OpenProgress['phase'], done: number): void {
    const now = performance.now();
    if (now - this.#reportedAt < REPORT_MS) return;
    this.#reportedAt = now;
    const seconds = (now - this.#startedAt) / 1000;
    this.#report({
      phase,
      file: this.#fileAt(this.#bytes),
      bytes: this.#bytes,
      bytesTotal: this.#bytesTotal,
      rows: this.#rows,
      rejected: this.#rejected,
      rowsPerSecond: seconds > 0 ? this.#rows / seconds : 0,
      secondsLeft: done > 0.02 ? (seconds / done) * (1 - done) : null,
    });
  }

  #fileAt(bytes: number): string {
    let end = 0;
    return (this.#files.find((file) => (end += file.bytes) >= bytes) ?? this.#files.at(-1))?.name ?? '';
  }
}
