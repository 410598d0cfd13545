/** The engine off the main thread: reads, scores, keeps and answers. */
import { fillCore } from '../features/core.ts';
import type { ScoredDataset } from '../analysis/scoredDataset.ts';
import { answerQuestion, windowOf } from './answerQuestion.ts';
import { DatasetShelf, UnknownDataset } from './datasetShelf.ts';
import { FileGone, sourceOfFile } from './byteSource.ts';
import { partCount, PartPool } from './partPool.ts';
import type { DatasetPlan } from './pipeline.ts';
import { inspectFile, inspectFiles, planDataset, ProgressReporter, readWhole, UnreadableFile } from './pipeline.ts';
import type { Segment } from './segment.ts';
import { cutFiles } from './segment.ts';
import type { Inspection } from '../ingest/inspection.ts';
import type { DatasetInfo, EngineFailure, EngineReply, EngineRequest, OpenProgress, OpenRequest } from './protocol.ts';

import { warmUp } from './warmUp.ts';

/** Above this, core numbers would keep the first dossier waiting for seconds; it is shown without them. */
const MAX_LINKS_FOR_CORE = 5_000_000;
/** A turn of the event loop between pieces of work, so that a cancel or a question comes through. */
const TURN_MS = 30;
const SAVE_AFTER_MS = 500;

class Cancelled extends Error {}
/** Requests at work, to be stopped when they are cancelled. */
const atWork = new Map<number, AbortController>();
/** Readers made ready for the next file. */
let readyPool: PartPool | null = null;
const shelf = new DatasetShelf((dataset) => reply({ id: 0, is: 'changed', dataset }));

addEventListener('message', ({ data }: MessageEvent<EngineRequest>) => {
  if (data.do === 'cancel') {
    atWork.get(data.request)?.abort(new Cancelled());
    return;
  }
  const controller = new AbortController();
  atWork.set(data.id, controller);
  carryOut(data, controller.signal)
    .then(
      (answer) => reply({ id: data.id, is: 'done', answer }),
      (error: unknown) => reply({ id: data.id, is: 'failed', failure: failureOf(error) }),
    )
    .finally(() => atWork.delete(data.id));
});

function reply(message: EngineReply): void {
  postMessage(message);
}

async function carryOut(request: Exclude<EngineRequest, { do: 'cancel' }>, signal: AbortSignal): Promise<unknown> {
  switch (request.do) {
    case 'inspect':
      return inspectFile(sourceOfFile(request.file), request.options, browserZone());
    case 'open':
      return open(request.id, request.request, signal);
    case 'warmUp':
      return getReady();
    case 'list':
      return shelf.list();
    case 'remove':
      return shelf.setRemoved(request.dataset, true);
    case 'restore':
      return shelf.setRemoved(request.dataset, false);
    case 'setHash':
      return shelf.setHash(request.dataset, request.file, request.sha256);
    case 'ask': {
      const dataset = await shelf.get(request.dataset, windowOf(request.question));
      signal.throwIfAborted();
      if (request.question.ask === 'dossier') ensureCore(dataset);
      const answer = answerQuestion(dataset, request.question);
      // Hashes become known after the dataset was made.
      return request.question.ask === 'summary' ? { ...(answer as object), files: (await shelf.info(request.dataset)).files } : answer;
    }
  }
}

/** Starts readers and compiles what they will run; this thread last, so that questions asked meanwhile come first. */
async function getReady(): Promise<void> {
  if (readyPool !== null) return;
  readyPool = new PartPool();
  await readyPool.warmUp();
  await warmUp();
}

async function open(id: number, { files, options, baseRate }: OpenRequest, signal: AbortSignal): Promise<DatasetInfo> {
  const startedAt = performance.now();
  const dataset = await read(files, options, baseRate, (progress) => reply({ id, is: 'progress', progress }), signal);
  signal.throwIfAborted();
  if (dataset.recordCount === 0) throw new NoRecords(dataset);
  const info = shelf.add({ ...dataset, scoredInMs: performance.now() - startedAt });
  // Saving comes after the first answers; a tab closed meanwhile leaves nothing half saved that counts.
  setTimeout(() => {
    shelf.save(info.id, turnTaker(new AbortController().signal)).then(getReady).catch((error: unknown) => reply({ id, is: 'failed', failure: failureOf(error) }));
  }, SAVE_AFTER_MS);
  return info;
}

/** Reads files side by side where that helps and can be done, else in this thread. */
async function read(
  files: readonly File[], options: OpenRequest['options'], baseRate: number, onProgress: (progress: OpenProgress) => void, signal: AbortSignal,
): Promise<ScoredDataset> {
  const sources = files.map(sourceOfFile);
  const inspections = await inspectFiles(sources, options, browserZone());
  const plan = planDataset(inspections, baseRate);
  const shares = cutFiles(inspections, partCount());
  const dataset = shares === null ? null : await readInParts(files, inspections, plan, shares, new ProgressReporter(sources, onProgress), signal);
  return dataset ?? readWhole(sources, inspections, plan, { onProgress, checkpoint: turnTaker(signal) });
}

async function readInParts(
  files: readonly File[], inspections: readonly Inspection[], plan: DatasetPlan, shares: readonly (readonly Segment[])[], progress: ProgressReporter, signal: AbortSignal,
): Promise<ScoredDataset | null> {
  const pool = readyPool ?? new PartPool();
  readyPool = null;
  try {
    return await pool.read(files, inspections, plan, shares, ({ bytes, rows, rejected }) => progress.read(bytes, rows, rejected), signal);
  } finally {
    pool.end();
  }
}

/** Files were read and not one record could be taken. */
class NoRecords extends Error {
  readonly dataset: ScoredDataset;
  constructor(dataset: ScoredDataset) {
    const first = dataset.rejected[0];
    super(first ? `${dataset.rejectedCount} rows, none readable; line ${first.line}: ${first.reason}` : 'no rows');
    this.dataset = dataset;
  }
}

function turnTaker(signal: AbortSignal): () => Promise<void> {
  let turnAt = performance.now();
  return async () => {
    if (performance.now() - turnAt >= TURN_MS) {
      await new Promise((resolve) => {
        setTimeout(resolve);
      });
      turnAt = performance.now();
    }
    signal.throwIfAborted();
  };
}

const withCore = new WeakSet<ScoredDataset>();

function ensureCore(dataset: ScoredDataset): void {
  if (withCore.has(dataset) || dataset.linkCount > MAX_LINKS_FOR_CORE) return;
  fillCore(dataset.features, dataset.contacts, dataset.rowOf);
  withCore.add(dataset);
}

function browserZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

function failureOf(error: unknown): EngineFailure {
  const details = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  const failure = (code: EngineFailure['code'], more: Partial<EngineFailure> = {}) => ({ code, file: null, details, inspection: null, ...more });
  if (error instanceof Cancelled) return failure('cancelled');
  if (error instanceof FileGone) return failure('fileGone', { file: error.file });
  if (error instanceof UnreadableFile) return failure('unreadable', { file: error.file, inspection: error.inspection });
  if (error instanceof NoRecords) return failure('noRecords', { file: error.dataset.name });
  if (error instanceof UnknownDataset) return failure('unknownDataset');
  if (error instanceof RangeError && /allocat|length/i.test(error.message)) return failure('outOfMemory');
  if (error instanceof DOMException) return failure('storage');
  return failure('fault', { details: error instanceof Error ? (error.stack ?? details) : details });
}
