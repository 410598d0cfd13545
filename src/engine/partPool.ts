import type { ScoredDataset } from '../analysis/scoredDataset.ts';
import type { Inspection } from '../ingest/inspection.ts';
import { FileGone } from './byteSource.ts';
import type { Chunk } from './chunk.ts';
import { completeChunk } from './chunk.ts';
import { assembleDataset, boundsOf, partitionsFor } from './datasetBuilder.ts';
import { PartFileBytes } from './datasetFolder.ts';
import { memoryBudget } from './memoryBudget.ts';
import { earlierIds, earlierRecords } from './earlierRecords.ts';
import { withEarlier } from './joinDatasets.ts';
import { mergeParts } from './mergeParts.ts';
import type { ForeignRecords } from './part.ts';
import { MemoryBytes } from './bytes.ts';
import type { PartitionFeatures } from './partFeatures.ts';
import type { PartPort } from './partPort.ts';
import { startPart } from './partPort.ts';
import type { PartFile, PartReply, PartRequest, SentChunk } from './partProtocol.ts';
import type { DatasetPlan } from './pipeline.ts';
import type { WhyAnew } from './protocol.ts';
import type { ProgressReporter } from './readProgress.ts';
import type { PartFolder } from './partStorage.ts';
import type { Segment } from './segment.ts';
import { guessSegments, NotDivisible, readFrom } from './segment.ts';

/** More readers than this wait for memory, not for each other. */
const MOST_PARTS = 4;

/** Where a second set of workers is lost, too, a third would be. */
const MOST_POOLS = 2;

/** Records worked on at a time, by all parts together, when there are more than memory holds. */
const BATCH_BYTES = 160 << 20;

type Reply<Is extends PartReply['is']> = Extract<PartReply, { readonly is: Is }>;
/** What a part tells before it answers. */
type News = Reply<'progress' | 'made' | 'chunkEnd'>;

/** How many parts read side by side on this machine. */
export function partCount(): number {
  return Math.min(MOST_PARTS, Math.max(1, navigator.hardwareConcurrency));
}

/** Workers that read one dataset side by side. They are warmed up ahead, used once and ended. */
export class PartPool {
  readonly #workers: readonly PartWorker[];
  readonly #done = Promise.withResolvers<void>();

  /** @param start starts a part on this platform */
  constructor(start: () => PartPort = startPart) {
    this.#workers = Array.from({ length: partCount() }, () => new PartWorker(start()));
  }

  /** How many workers read side by side. */
  get size(): number {
    return this.#workers.length;
  }

  async warmUp(): Promise<void> {
    await Promise.all(this.#workers.map((worker) => worker.ask({ do: 'warmUp' }, 'warm')));
  }

  /** What is not warm by now is not waited for. */
  endWarmUp(): void {
    for (const worker of this.#workers) worker.endWarmUp();
  }

  /** Has the workers begin to read a file of which nothing is known yet but that it comes next. */
  expect(file: File): void {
    for (const [part, segment] of (guessSegments(file.size, this.size) ?? []).entries()) {
      // A worker that is lost is told when it is to read.
      this.#workers[part]!.ask({ do: 'expect', file, start: readFrom(segment), end: segment.end }, 'expecting').catch(() => undefined);
    }
  }

  async end(): Promise<void> {
    await Promise.all(this.#workers.map((worker) => worker.end()));
  }

  /** Ends the workers some time after they have done all that a dataset needs of them. */
  async endWhenDone(ms: number): Promise<void> {
    await this.#done.promise;
    if (ms > 0) {
      await new Promise((resolve) => {
        setTimeout(resolve, ms);
      });
    }
    await this.end();
  }

  /**
   * Reads the files; null when they must be read as one piece after all. Rejects with FileGone, RangeError (memory), the
   * signal's reason, or what `readWithPool` knows when a worker was lost.
   * @param shares segments for each part, from `cutFiles`
   * @param folder where to put what the memory is not to hold; null where there is none
   * @param earlier a dataset that they are added to: its records are in the answer as well, its files are not
   * @param packsLater whether the answer may come before its records are packed (`RecordStore.complete`)
   */
  async read(
    files: readonly PartFile[], inspections: readonly Inspection[], plan: DatasetPlan, shares: readonly (readonly Segment[])[],
    progress: ProgressReporter, signal: AbortSignal, folder: PartFolder | null, memoryBytes = memoryBudget(), earlier: ScoredDataset | null = null,
    packsLater = false,
  ): Promise<ScoredDataset | null> {
    const size = this.#workers.length;
    const partitionCount = partitionsFor(plan.expectedRecords);
    const { recordWords } = plan;
    const options = { partitionCount, recordWords };
    const layouts = inspections.map(({ layout }) => layout);
    const rows = this.#workers.map(() => 0);
    const rejected = this.#workers.map(() => 0);
    const made = this.#workers.map(() => 0);
    let madeBefore = 0;
    const sum = (counts: readonly number[]) => counts.reduce((a, b) => a + b, 0);
    const ask = <Is extends PartReply['is']>(worker: PartWorker, part: number, request: PartRequest, is: Is) => worker.ask(request, is, (news) => {
      if (news.is === 'made') {
        made[part] = news.partitions;
        progress.scored((madeBefore + sum(made)) / partitionCount);
      } else if (news.is === 'progress') {
        rows[part] = news.rows;
        rejected[part] = news.rejected;
        progress.read(news.bytes, sum(rows), sum(rejected));
      }
    });
    const all = <Is extends PartReply['is']>(request: (part: number) => PartRequest, is: Is) =>
      Promise.all(this.#workers.map((worker, part) => ask(worker, part, request(part), is)));
    const stopped = new Promise<never>((_, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
      if (signal.aborted) reject(signal.reason as Error);
    });
    const work = (async () => {
      const begun = all((part) => ({
        do: 'begin', options, room: { memoryBytes: memoryBytes / size, draft: null, ...folder?.roomOf(part), self: part }, ids: part === 0 && earlier !== null ? earlierIds(earlier) : null,
      }), 'begun');
      // The others read on meanwhile.
      const [, read] = await Promise.all([begun, Promise.all(this.#workers.map(async (worker, part) => {
        if (part === 0 && earlier !== null) for (const records of earlierRecords(earlier)) await worker.ask({ do: 'takeEarlier', records }, 'tookEarlier');
        return ask(worker, part, { do: 'read', segments: shares[part]!, files, layouts }, 'read');
      }))]);
      const ofFiles = mergeParts(read.map(({ summary }) => summary), inspections.map(({ file, bytes }) => ({ name: file, bytes })));
      const merged = earlier === null ? ofFiles : withEarlier(ofFiles, earlier);
      const bytes = merged.recordCount * 2 * recordWords * 8;
      const isMuch = read.some((part) => part.isMuch);
      const batches = isMuch ? Math.min(partitionCount / size, Math.ceil(bytes / BATCH_BYTES)) : 1;
      for (let batch = 0; batch < batches; batch++) {
        const partitions = Array.from({ length: partitionCount }, (_, p) => p).filter((p) => Math.floor((p * batches) / partitionCount) === batch);
        // Partition p is worked on by part p mod size; the others hand their records of it over.
        const given = await all((part) => ({ do: 'give', partitions: partitions.filter((p) => p % size !== part) }), 'given');
        const foreign = given.flatMap(({ records }, part) =>
          records.map(({ partition, records: blocks }): ForeignRecords => ({ partition, part, source: { ...blocks, ids: merged.idMaps[part]! } })));
        await all((part) => ({
          do: 'features', self: part, partitions: partitions.filter((p) => p % size === part), foreign: foreign.filter(({ partition }) => partition % size === part),
          ids: merged.idMaps[part]!, lastDay: merged.lastDay, bounds: boundsOf(merged, plan, earlier !== null), packsLater: packsLater && !isMuch,
        }), 'features');
        madeBefore += partitions.length;
        made.fill(0);
      }
      const finished = await all(() => ({ do: 'finish' }), 'finished');
      await folder?.removeSpillFiles(isMuch ? size : 0);
      const parts: PartitionFeatures[] = [];
      for (const [part, { made, chunks }] of finished.entries()) parts.push({ ...made, chunks: await received(chunks, part, folder) });
      if (!packsLater || isMuch) {
        this.#done.resolve();
        return assembleDataset(plan, merged, parts, recordWords);
      }
      let packing: Promise<void> | null = null;
      return assembleDataset(plan, merged, parts, recordWords, () => (packing ??= this.#pack(parts)));
    })();
    try {
      return await Promise.race([work, stopped]);
    } catch (error) {
      work.catch(() => undefined);
      if (error instanceof NotDivisible) return null;
      throw error;
    }
  }

  /** Has the records packed that were left for later. */
  async #pack(parts: readonly PartitionFeatures[]): Promise<void> {
    try {
      await Promise.all(this.#workers.map((worker, part) => worker.ask({ do: 'pack' }, 'packed', (news) => {
        if (news.is === 'chunkEnd') completeChunk(parts[part]!.chunks[news.chunk]!, news.bytes);
      })));
    } finally {
      this.#done.resolve();
    }
  }
}

/** What comes with reading in a pool. */
interface PoolCare {
  /** Told when the files are to be read once more from their beginning, by another pool or in the caller's own thread. */
  readonly onAnew: (why: WhyAnew) => void;
  /** Deletes what was written; called before each new beginning, when the workers that wrote it have ended. */
  readonly clear: () => Promise<void>;
  /** Workers that have done their work are ended so much later. */
  readonly endAfterMs: number;
}

/**
 * Reads with a pool; should a worker be lost, once more from the beginning with another, as the files are still there. Null when they must
 * be read in the caller's own thread: as one piece, or because workers do not last here.
 */
export async function readWithPool(
  takePool: () => PartPool, read: (pool: PartPool) => Promise<ScoredDataset | null>, { onAnew, clear, endAfterMs }: PoolCare,
): Promise<ScoredDataset | null> {
  for (let pools = 0; pools < MOST_POOLS; pools++) {
    const pool = takePool();
    let why: WhyAnew = 'indivisible';
    try {
      const dataset = await read(pool);
      if (dataset !== null) {
        const ended = pool.endWhenDone(endAfterMs);
        if (endAfterMs === 0) await ended;
        return dataset;
      }
      await pool.end();
    } catch (error) {
      await pool.end();
      if (!(error instanceof PartLost)) throw error;
      why = 'lost';
    }
    onAnew(why);
    await clear();
    if (why === 'indivisible') break;
  }
  return null;
}

/** A part's chunks: those it wrote to its file are read from there. */
async function received(chunks: readonly SentChunk[], part: number, folder: PartFolder | null): Promise<Chunk[]> {
  const file = folder !== null && chunks.some(({ memory }) => memory === null) ? await folder.openPart(part) : null;
  return chunks.map(({ rows, memory, at, bytes, weeks }) => {
    if (memory !== null) return { rows, bytes: new MemoryBytes(memory), weeks };
    if (file === null) throw new Error('a part wrote chunks to a file that is not there');
    return { rows, bytes: new PartFileBytes(part, file, at, bytes) };
  });
}

/** A worker of the pool could not be started, or stopped. */
class PartLost extends Error {}

/** One worker; requests to it wait for each other. Once lost, it rejects all. */
class PartWorker {
  readonly #port: PartPort;
  #previous: Promise<unknown> = Promise.resolve();
  readonly #lost = Promise.withResolvers<never>();

  constructor(port: PartPort) {
    this.#port = port;
    this.#lost.promise.catch(() => undefined);
    port.onLost = (why) => this.#lost.reject(new PartLost(why));
  }

  ask<Is extends PartReply['is']>(request: PartRequest, is: Is, onNews?: (news: News) => void): Promise<Reply<Is>> {
    const answer = this.#previous.then(() => Promise.race([this.#askNow(request, is, onNews), this.#lost.promise]));
    this.#previous = answer.catch(() => undefined);
    return answer;
  }

  /** Does not wait for its turn: what has the turn is the warm-up. */
  endWarmUp(): void {
    this.#port.send({ do: 'endWarmUp' }, []);
  }

  end(): Promise<void> {
    return this.#port.end();
  }

  #askNow<Is extends PartReply['is']>(request: PartRequest, is: Is, onNews?: (news: News) => void): Promise<Reply<Is>> {
    return new Promise((resolve, reject) => {
      this.#port.onReply = (data) => {
        if (data.is === 'progress' || data.is === 'made' || data.is === 'chunkEnd') onNews?.(data);
        else if (data.is === 'failed') reject(errorOf(data));
        else if (data.is === is) resolve(data as Reply<Is>);
        else reject(new Error(`a part answered ${data.is} to ${request.do}`));
      };
      this.#port.send(request, transferOf(request));
    });
  }
}

/** What can be handed over instead of copied. */
function transferOf(request: PartRequest): ArrayBuffer[] {
  if (request.do === 'features') return request.foreign.flatMap(({ source }) => source.blocks.map((block) => block.buffer));
  return request.do === 'takeEarlier' ? [request.records.bytes.buffer, request.records.ends.buffer] : [];
}

function errorOf({ why, file, details }: Reply<'failed'>): Error {
  if (why === 'notDivisible') return new NotDivisible(file);
  if (why === 'fileGone') return new FileGone(file);
  return why === 'outOfMemory' ? new RangeError(`allocation failed: ${details}`) : new Error(details);
}
