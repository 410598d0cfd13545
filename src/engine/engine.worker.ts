/** The engine off the main thread: reads, scores, keeps and answers. */
import { refitDataset } from '../analysis/refit/refitDataset.ts';
import type { ScoredDataset } from '../analysis/scoredDataset.ts';
import { answerInSteps, answerQuestion, windowOf } from './answerQuestion.ts';
import { readNumberFile } from './numberFile.ts';
import { DatasetDraft, orDiscard } from './datasetDraft.ts';
import { DatasetShelf } from './datasetShelf.ts';
import { FileGone, sourceOfFile } from './byteSource.ts';
import { inTurns, turnTaker, untilAborted } from './inTurns.ts';
import { PartPool } from './partPool.ts';
import { inspectFile, UnreadableFile } from './pipeline.ts';
import { prepareAhead } from './prepareAhead.ts';
import { isNamed } from './privateFiles.ts';
import { readFiles } from './readFiles.ts';
import type { ReadHooks } from './readProgress.ts';
import { isAllocationFailure } from './allocationFailure.ts';
import { hasNoTables } from '../records/recordTables.ts';
import { RecordsPending } from '../records/recordStore.ts';
import { UnknownDataset } from './shelfEntry.ts';
import { TooLarge } from './roomForRecords.ts';
import type { DatasetInfo, EngineFailure, EngineReply, EngineRequest, OpenProgress, OpenRequest } from './protocol.ts';
import { turn } from './turn.ts';
import { warmUp } from './warmUp.ts';
import { showLife } from './workerLife.ts';

/** The first queue needs no records; whoever does need them does not wait for this. */
const PACK_AFTER_MS = 100;
const SAVE_AFTER_MS = 500;
/** The queue, its counts and its first pictures are asked for in this time. */
const PREPARE_AFTER_MS = 300;

class Cancelled extends Error {}
/** Requests at work, to be stopped when they are cancelled. */
const atWork = new Map<number, AbortController>();
/** Readers made ready for the next file. */
let readyPool: PartPool | null = null;
/** Ends the warm-up of this thread. */
let ownWarmUp = new AbortController();
const shelf = new DatasetShelf((dataset) => reply({ id: 0, is: 'changed', dataset }), (dataset) => reply({ id: 0, is: 'rescored', dataset }));

addEventListener('message', ({ data }: MessageEvent<EngineRequest>) => {
  if (data.do === 'cancel') {
    atWork.get(data.request)?.abort(new Cancelled());
    return;
  }
  const controller = new AbortController();
  atWork.set(data.id, controller);
  carryOut(data, controller.signal)
    .then((answer) => reply({ id: data.id, is: 'done', answer }))
    .catch((error: unknown) => reply({ id: data.id, is: 'failed', failure: failureOf(error) }))
    .finally(() => atWork.delete(data.id));
});

showLife();

function reply(message: EngineReply): void {
  postMessage(message);
}

async function carryOut(request: Exclude<EngineRequest, { do: 'cancel' }>, signal: AbortSignal): Promise<unknown> {
  if (request.do === 'inspect' || request.do === 'open') endWarmUp();
  switch (request.do) {
    case 'inspect':
      return inspectFile(sourceOfFile(request.file), request.options, browserZone());
    case 'open':
      return open(request.id, request.request, signal);
    case 'warmUp':
      return getReady();
    case 'list':
      return shelf.list();
    case 'findLines':
      return withRecords(request.dataset, () => shelf.findLines(request.dataset, request.file, request.line));
    case 'reopenFile':
      return shelf.reopenFile(request.dataset, sourceOfFile(request.file));
    case 'readNumbers':
      return readNumberFile(sourceOfFile(request.file), browserZone(), turnTaker(signal));
    case 'takeInterrupted':
      return shelf.takeInterrupted();
    case 'save':
      return shelf.save(request.dataset, turnTaker(signal));
    case 'remove':
      return shelf.setRemoved(request.dataset, true);
    case 'restore':
      return shelf.setRemoved(request.dataset, false);
    case 'setHash':
      return shelf.setHash(request.dataset, request.file, request.sha256);
    case 'ask':
      return withRecords(request.dataset, () => ask(request, signal));
  }
}

async function ask({ id, dataset: of, question, refit }: Extract<EngineRequest, { do: 'ask' }>, signal: AbortSignal): Promise<unknown> {
  const window = windowOf(question);
  // Features of a window take a while: a question that was given up meanwhile (a brush moved on) is told first.
  if (!shelf.isAtHand(of, window)) await turn();
  signal.throwIfAborted();
  const dataset = refitDataset(await shelf.get(of, window), refit);
  const closed = shelf.closed(of);
  if (question.ask === 'suspects' && window === null) prepareSoon(of, dataset, closed);
  const steps = answerInSteps(dataset, question);
  if (steps !== null) return inTurns(steps, AbortSignal.any([signal, closed]), (share) => reply({ id, is: 'share', share }));
  const answer = answerQuestion(dataset, question);
  // Hashes become known after the dataset was made.
  return question.ask === 'summary' ? { ...(answer as object), files: (await shelf.info(of)).files } : answer;
}

/** Asks once more as soon as the records are packed, where it turns out that the answer needs them. */
async function withRecords<Answer>(dataset: string, answer: () => Promise<Answer>): Promise<Answer> {
  try {
    return await answer();
  } catch (error) {
    if (!(error instanceof RecordsPending)) throw error;
    await shelf.complete(dataset);
    return answer();
  }
}

const prepared = new WeakSet<ScoredDataset>();

function prepareSoon(id: string, dataset: ScoredDataset, closed: AbortSignal): void {
  if (prepared.has(dataset)) return;
  prepared.add(dataset);
  setTimeout(() => void shelf.complete(id).then(() => prepareAhead(dataset, closed).catch(reportError), () => undefined), PREPARE_AFTER_MS);
}

/** Starts readers and compiles what they will run; this thread last, so that questions asked meanwhile come first. */
async function getReady(): Promise<void> {
  if (readyPool !== null) return;
  ownWarmUp = new AbortController();
  const { signal } = ownWarmUp;
  const pool = new PartPool();
  readyPool = pool;
  try {
    await pool.warmUp();
  } catch (error) {
    // A pool that cannot start must not be used for a file.
    if (readyPool === pool) readyPool = null;
    void pool.end();
    throw error;
  }
  await untilAborted(warmUp(turnTaker(signal)), signal);
}

/** A file that was chosen waits for no made-up records. */
function endWarmUp(): void {
  ownWarmUp.abort();
  readyPool?.endWarmUp();
}

function takePool(): PartPool {
  const pool = readyPool ?? new PartPool();
  readyPool = null;
  return pool;
}

async function open(id: number, { files, options, baseRate, mostRecords, addTo }: OpenRequest, signal: AbortSignal): Promise<DatasetInfo> {
  const startedAt = performance.now();
  const onProgress = (progress: OpenProgress) => reply({ id, is: 'progress', progress });
  if (addTo === undefined && files.length === 1) readyPool?.expect(files[0]!);
  // While the storage makes room, the files are looked at.
  const beginning = DatasetDraft.begin(crypto.randomUUID(), files.map(({ name }) => name));
  const addedTo = addTo === undefined ? Promise.resolve(null) : earlier(addTo);
  const read = async (stop: AbortSignal, packsLater: boolean, hooks: Partial<ReadHooks> = {}) =>
    readFiles(files, options, { zone: browserZone(), baseRate, earlier: await addedTo, mostRecords: mostRecords ?? null }, {
      hooks: { onProgress: () => undefined, ...hooks, checkpoint: turnTaker(stop) }, signal: stop, draft: beginning, takePool, packsLater,
    });
  const dataset = await orDiscard(beginning, async () => {
    await addedTo;
    const stop = addTo === undefined ? signal : AbortSignal.any([signal, shelf.closed(addTo)]);
    const found = await read(stop, true, { onProgress });
    stop.throwIfAborted();
    if (found.recordCount === 0 && hasNoTables(found.tables)) throw new NoRecords(found);
    return found;
  });
  const draft = await beginning;
  const before = addTo === undefined ? [] : shelf.sourcesOf(addTo);
  const info = shelf.add(draft?.id ?? crypto.randomUUID(), { ...dataset, scoredInMs: performance.now() - startedAt }, draft, [...before, ...files.map(sourceOfFile)], () => read(new AbortController().signal, false));
  setTimeout(() => void shelf.complete(info.id).catch(() => undefined), PACK_AFTER_MS);
  // Saving comes after the first answers; a tab closed meanwhile leaves nothing half saved that counts.
  setTimeout(() => void finish(info.id), SAVE_AFTER_MS);
  return info;
}

/**
 * What of a dataset the first queue does not wait for: it is saved, then looked at closer. The list shows what was not saved; a fault
 * beyond that must reach the page.
 */
async function finish(dataset: string): Promise<void> {
  const checkpoint = turnTaker(new AbortController().signal);
  try {
    try {
      await shelf.save(dataset, checkpoint);
    } finally {
      // A dataset that cannot be saved is looked at all the same.
      await shelf.lookCloser(dataset, checkpoint);
    }
  } catch (error) {
    reportError(error);
  }
}

/** A dataset that files are added to, with what is known of its files. */
async function earlier(id: string): Promise<ScoredDataset> {
  await shelf.complete(id);
  return { ...(await shelf.get(id, null)), files: (await shelf.info(id)).files };
}

/** Files were read and not one record could be taken. */
class NoRecords extends Error {
  readonly dataset: ScoredDataset;
  constructor(dataset: ScoredDataset) {
    super(`${dataset.rejectedCount} rows, none readable`);
    this.dataset = dataset;
  }
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
  if (error instanceof NoRecords) {
    const { name, rejectedCount: rows, rejected: [first] } = error.dataset;
    return failure('noRecords', { file: name, ...(first && { unread: { rows, first } }) });
  }
  if (error instanceof UnknownDataset) return failure('unknownDataset');
  if (error instanceof TooLarge) return failure('tooLarge', { room: { expected: error.expected, fits: error.fits } });
  if (isAllocationFailure(error)) return failure('outOfMemory');
  if (isNamed(error, 'QuotaExceededError', 'NoModificationAllowedError', 'InvalidStateError', 'NotReadableError', 'NotAllowedError', 'SecurityError')) return failure('storage');
  return failure('fault', { details: error instanceof Error ? (error.stack ?? details) : details });
}
