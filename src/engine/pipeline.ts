/** From files to a scored dataset: the same in a worker, on Node and in a test. */
import type { ScoredDataset } from '../analysis/scoredDataset.ts';
import { inspectHead } from '../ingest/inspectHead.ts';
import type { Inspection } from '../ingest/inspection.ts';
import { createTextReader } from '../ingest/textReader.ts';
import { DatasetBuilder } from './datasetBuilder.ts';
import type { OpenProgress, ReadOptions } from './protocol.ts';

/** Bytes asked for at once; the next piece is asked for before this one is parsed. */
const CHUNK_BYTES = 8 << 20;
/** What `inspectHead` sees of a file. */
export const HEAD_BYTES = 256 << 10;
/** Between progress reports. */
const REPORT_MS = 100;
export const DEFAULT_BASE_RATE = 0.01;

/** A file, wherever its bytes are. */
export interface ByteSource {
  readonly name: string;
  readonly bytes: number;
  /** Bytes [start, end); rejects with UnreadableFile when they cannot be had any more. */
  read(start: number, end: number): Promise<Uint8Array>;
}

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

/**
 * Reads files into one scored dataset. Rejected rows are in the dataset; a file that cannot be read at all rejects with
 * UnreadableFile before any record is taken.
 *
 * @param options one per file
 * @param baseRate 0–1
 */
export async function readDataset(
  sources: readonly ByteSource[], options: readonly ReadOptions[], defaultZone: string, baseRate: number, hooks: ReadHooks,
): Promise<ScoredDataset> {
  const inspections: Inspection[] = [];
  for (const [i, source] of sources.entries()) {
    const inspection = await inspectFile(source, options[i] ?? {}, defaultZone);
    const fatal = inspection.problems.find((problem) => problem.isFatal);
    if (fatal) throw new UnreadableFile(source.name, inspection, fatal.code);
    inspections.push(inspection);
  }
  const bytesTotal = sources.reduce((sum, source) => sum + source.bytes, 0);
  const builder = new DatasetBuilder({
    name: datasetName(sources),
    hasDevices: inspections.some(({ layout }) => layout.mapping.imei !== undefined || layout.mapping.imsi !== undefined),
    expectedRecords: expectedRecords(inspections, bytesTotal),
    zone: inspections[0]?.layout.zone ?? defaultZone,
    baseRate,
  });
  const progress = new ProgressReporter(bytesTotal, builder, hooks.onProgress);
  for (const [i, source] of sources.entries()) {
    const { layout } = inspections[i]!;
    builder.beginFile(source.name, source.bytes, layout.encoding);
    const reader = createTextReader(layout, builder);
    for await (const chunk of chunksOf(source)) {
      reader.push(chunk);
      progress.read(source.name, chunk.length);
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

/** A file's bytes in order, the next piece asked for while this one is worked on. */
async function* chunksOf(source: ByteSource): AsyncGenerator<Uint8Array> {
  let next = readAt(source, 0);
  for (let start = 0; start < source.bytes; start += CHUNK_BYTES) {
    const chunk = await next;
    next = readAt(source, start + CHUNK_BYTES);
    yield chunk;
  }
}

function readAt(source: ByteSource, start: number): Promise<Uint8Array> {
  if (start >= source.bytes) return Promise.resolve(new Uint8Array(0));
  const piece = source.read(start, Math.min(start + CHUNK_BYTES, source.bytes));
  // A piece that is no longer wanted (cancelled) must not surface as an unhandled rejection.
  piece.catch(() => undefined);
  return piece;
}

function datasetName(sources: readonly ByteSource[]): string {
  const first = sources[0]?.name ?? '';
  return sources.length > 1 ? `${first} + ${sources.length - 1}` : first;
}

/** From the average length of the sample's lines. */
function expectedRecords(inspections: readonly Inspection[], bytesTotal: number): number {
  const cells = inspections.flatMap((inspection) => inspection.sample.map((row) => row.cells.join(',').length + 1));
  const average = cells.length === 0 ? 75 : cells.reduce((sum, length) => sum + length, 0) / cells.length;
  return bytesTotal / Math.max(8, average);
}

class ProgressReporter {
  readonly #bytesTotal: number;
  readonly #builder: DatasetBuilder;
  readonly #report: (progress: OpenProgress) => void;
  readonly #startedAt = performance.now();
  #reportedAt = -Infinity;
  #bytes = 0;
  #file = '';

  constructor(bytesTotal: number, builder: DatasetBuilder, report: (progress: OpenProgress) => void) {
    this.#bytesTotal = bytesTotal;
    this.#builder = builder;
    this.#report = report;
  }

  read(file: string, bytes: number): void {
    this.#file = file;
    this.#bytes += bytes;
    // Features take about as long as reading.
    this.#send('reading', this.#bytes / this.#bytesTotal / 2);
  }

  scored(share: number): void {
    this.#send('scoring', 0.5 + share / 2);
  }

  #send(phase: OpenProgress['phase'], done: number): void {
    const now = performance.now();
    if (now - this.#reportedAt < REPORT_MS) return;
    this.#reportedAt = now;
    const seconds = (now - this.#startedAt) / 1000;
    const rows = this.#builder.recordCount;
    this.#report({
      phase,
      file: this.#file,
      bytes: this.#bytes,
      bytesTotal: this.#bytesTotal,
      rows,
      rejected: this.#builder.rejectedCount,
      rowsPerSecond: rows / seconds,
      secondsLeft: done > 0.02 ? (seconds / done) * (1 - done) : null,
    });
  }
}
