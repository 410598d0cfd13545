/** The engine off the main thread: reads, scores, keeps and answers. */
import { fillCore } from '../features/core.ts';
import type { ScoredDataset } from '../analysis/scoredDataset.ts';
import { answerQuestion, windowOf } from './answerQuestion.ts';
import { DatasetShelf, UnknownDataset } from './datasetShelf.ts';
import type { ByteSource } from './pipeline.ts';
import { inspectFile, readDataset, UnreadableFile } from './pipeline.ts';
import type { DatasetInfo, EngineFailure, EngineReply, EngineRequest, OpenRequest } from './protocol.ts';

/** Above this, core numbers would keep the first dossier waiting for seconds; it is shown without them. */
const MAX_LINKS_FOR_CORE = 5_000_000;
/** A turn of the event loop between pieces of work, so that a cancel or a question comes through. */
const TURN_MS = 30;

class Cancelled extends Error {}
class FileGone extends Error {
  readonly file: string;
  constructor(file: string, options: ErrorOptions) {
    super(`${file} cannot be read any more`, options);
    this.file = file;
  }
}

const cancelled = new Set<number>();
const shelf = new DatasetShelf((dataset) => reply({ id: 0, is: 'changed', dataset }));

addEventListener('message', ({ data }: MessageEvent<EngineRequest>) => {
  if (data.do === 'cancel') {
    cancelled.add(data.request);
    return;
  }
  carryOut(data).then(
    (answer) => {
      if (cancelled.delete(data.id)) return;
      reply({ id: data.id, is: 'done', answer });
    },
    (error: unknown) => reply({ id: data.id, is: 'failed', failure: failureOf(error) }),
  );
});

function reply(message: EngineReply): void {
  postMessage(message);
}

async function carryOut(request: Exclude<EngineRequest, { do: 'cancel' }>): Promise<unknown> {
  switch (request.do) {
    case 'inspect':
      return inspectFile(sourceOf(request.file), request.options, browserZone());
    case 'open':
      return open(request.id, request.request);
    case 'list':
      return shelf.list();
    case 'remove':
      return shelf.setRemoved(request.dataset, true);
    case 'restore':
      return shelf.setRemoved(request.dataset, false);
    case 'setHash':
      return shelf.setHash(request.dataset, request.file, request.sha256);
    case 'ask': {
      if (cancelled.has(request.id)) throw new Cancelled();
      const dataset = await shelf.get(request.dataset, windowOf(request.question));
      if (request.question.ask === 'dossier') ensureCore(dataset);
      const answer = answerQuestion(dataset, request.question);
      // Hashes become known after the dataset was made.
      return request.question.ask === 'summary' ? { ...(answer as object), files: (await shelf.info(request.dataset)).files } : answer;
    }
  }
}

async function open(id: number, { files, options, baseRate }: OpenRequest): Promise<DatasetInfo> {
  const startedAt = performance.now();
  const checkpoint = turnTaker(() => cancelled.has(id));
  const dataset = await readDataset(files.map(sourceOf), options, browserZone(), baseRate, {
    onProgress: (progress) => reply({ id, is: 'progress', progress }),
    checkpoint,
  });
  if (dataset.recordCount === 0) throw new NoRecords(dataset);
  const info = shelf.add({ ...dataset, scoredInMs: performance.now() - startedAt });
  // Saving comes after the first answers; a cancelled or closed tab leaves nothing half saved that counts.
  setTimeout(() => {
    shelf.save(info.id, turnTaker(() => false)).catch((error: unknown) => reply({ id, is: 'failed', failure: failureOf(error) }));
  }, 500);
  return info;
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

function turnTaker(isCancelled: () => boolean): () => Promise<void> {
  let turnAt = performance.now();
  return async () => {
    if (performance.now() - turnAt >= TURN_MS) {
      await new Promise((resolve) => {
        setTimeout(resolve);
      });
      turnAt = performance.now();
    }
    if (isCancelled()) throw new Cancelled();
  };
}

const withCore = new WeakSet<ScoredDataset>();

function ensureCore(dataset: ScoredDataset): void {
  if (withCore.has(dataset) || dataset.linkCount > MAX_LINKS_FOR_CORE) return;
  fillCore(dataset.features, dataset.contacts, dataset.rowOf);
  withCore.add(dataset);
}

function sourceOf(file: File): ByteSource {
  return {
    name: file.name,
    bytes: file.size,
    async read(start, end) {
      try {
        return new Uint8Array(await file.slice(start, end).arrayBuffer());
      } catch (error) {
        if (error instanceof DOMException) throw new FileGone(file.name, { cause: error });
        throw error;
      }
    },
  };
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
