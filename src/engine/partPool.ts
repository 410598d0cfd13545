import type { ScoredDataset } from '../analysis/scoredDataset.ts';
import type { Inspection } from '../ingest/inspection.ts';
import type { RecordSource } from '../records/recordGrouper.ts';
import { FileGone } from './byteSource.ts';
import type { DatasetOptions } from './datasetBuilder.ts';
import { assembleDataset, partitionsFor } from './datasetBuilder.ts';
import { mergeParts } from './mergeParts.ts';
import type { PartReply, PartRequest } from './partProtocol.ts';
import { cutFiles, NotDivisible } from './segment.ts';
import { RECORD_WORDS, RECORD_WORDS_WITH_DEVICES } from '../records/communication.ts';

/** More readers than this wait for memory, not for each other. */
const MOST_PARTS = 4;

type Reply<Is extends PartReply['is']> = Extract<PartReply, { readonly is: Is }>;

/** Workers that read one dataset side by side. They are warmed up ahead, used once and ended. */
export class PartPool {
  readonly #workers: Worker[];

  constructor() {
    const count = Math.min(MOST_PARTS, Math.max(1, navigator.hardwareConcurrency));
    this.#workers = Array.from({ length: count }, () => new Worker(new URL('./part.worker.ts', import.meta.url), { type: 'module', name: 'part' }));
  }

  get size(): number {
    return this.#workers.length;
  }

  async warmUp(): Promise<void> {
    await Promise.all(this.#workers.map((worker) => ask(worker, { do: 'warmUp' }, 'warm')));
  }

  end(): void {
    for (const worker of this.#workers) worker.terminate();
  }

  /**
   * Reads the files; null when they must be read as one piece. Rejects with FileGone, RangeError (memory), or the signal's reason.
   * @param hasDevices,expectedRecords as for DatasetBuilder
   */
  async read(
    files: readonly File[], inspections: readonly Inspection[],
    options: DatasetOptions & { readonly hasDevices: boolean; readonly expectedRecords: number },
    onProgress: (progress: { bytes: number; rows: number; rejected: number }) => void, signal: AbortSignal,
  ): Promise<ScoredDataset | null> {
    const shares = cutFiles(inspections, this.size);
    if (shares === null) return null;
    const partitionCount = partitionsFor(options.expectedRecords);
    const partOptions = { partitionCount, hasDevices: options.hasDevices };
    const layouts = inspections.map(({ layout }) => layout);
    const rows = this.#workers.map(() => 0);
    const rejected = this.#workers.map(() => 0);
    const sum = (counts: readonly number[]) => counts.reduce((a, b) => a + b, 0);
    const all = <Is extends PartReply['is']>(request: (part: number) => PartRequest, is: Is) =>
      Promise.all(this.#workers.map((worker, part) => ask(worker, request(part), is, (progress) => {
        rows[part] = progress.rows;
        rejected[part] = progress.rejected;
        onProgress({ bytes: progress.bytes, rows: sum(rows), rejected: sum(rejected) });
      })));
    const stopped = new Promise<never>((_, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
      if (signal.aborted) reject(signal.reason as Error);
    });
    const work = (async () => {
      const read = await all((part) => ({ do: 'read', options: partOptions, segments: shares[part]!, files, layouts }), 'read');
      const merged = mergeParts(read.map(({ summary }) => summary), files.map(({ name, size }) => ({ name, bytes: size })));
      // Partition p is worked on by part p mod size; the others hand their records of it over.
      const own = (part: number) => Array.from({ length: partitionCount }, (_, p) => p).filter((p) => p % this.size === part);
      const given = await all((part) => ({ do: 'give', partitions: Array.from({ length: partitionCount }, (_, p) => p).filter((p) => p % this.size !== part) }), 'given');
      const foreign = given.flatMap(({ records }, part) =>
        records.map(({ partition, records: blocks }): { partition: number; source: RecordSource } => ({ partition, source: { ...blocks, ids: merged.idMaps[part]! } })));
      const made = await all((part) => ({
        do: 'features', partitions: own(part), foreign: foreign.filter(({ partition }) => partition % this.size === part), ids: merged.idMaps[part]!, lastDay: merged.lastDay,
      }), 'features');
      return assembleDataset(options, merged, made.map((reply) => reply.made), options.hasDevices ? RECORD_WORDS_WITH_DEVICES : RECORD_WORDS);
    })();
    try {
      return await Promise.race([work, stopped]);
    } catch (error) {
      work.catch(() => undefined);
      if (error instanceof NotDivisible) return null;
      throw error;
    }
  }
}

/** One request and its answer. */
function ask<Is extends PartReply['is']>(
  worker: Worker, request: PartRequest, is: Is, onProgress?: (progress: Reply<'progress'>) => void,
): Promise<Reply<Is>> {
  return new Promise((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<PartReply>) => {
      if (data.is === 'progress') onProgress?.(data);
      else if (data.is === 'failed') reject(errorOf(data));
      else if (data.is === is) resolve(data as Reply<Is>);
      else reject(new Error(`a part answered ${data.is} to ${request.do}`));
    };
    worker.onerror = (event) => {
      event.preventDefault();
      reject(new Error(event.message || 'a part of the engine stopped'));
    };
    worker.postMessage(request, request.do === 'features' ? { transfer: request.foreign.flatMap(({ source }) => source.blocks.map((block) => block.buffer)) } : {});
  });
}

function errorOf({ why, file, details }: Reply<'failed'>): Error {
  if (why === 'notDivisible') return new NotDivisible(file);
  if (why === 'fileGone') return new FileGone(file);
  return why === 'outOfMemory' ? new RangeError(`allocation failed: ${details}`) : new Error(details);
}
