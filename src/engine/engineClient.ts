import { EngineError } from './engineError.ts';
import { FileHasher } from './fileHasher.ts';
import type { FoundLine } from '../analysis/answers.ts';
import type { Refit } from '../analysis/refit/refitAnswers.ts';
import type { NumberFile } from './numberFile.ts';
import type { Inspection } from '../ingest/inspection.ts';
import type {
  DatasetInfo, EngineFailure, EngineReply, EngineRequest, OpenProgress, OpenRequest, Question, ReadOptions,
} from './protocol.ts';
import type { SignOfLife } from './workerLife.ts';
import { watchLife } from './workerLife.ts';

/** The first answers come before the hash, which takes a processor for as long as reading the file does. */
const HASH_AFTER_MS = 400;

interface Pending {
  readonly resolve: (answer: never) => void;
  readonly reject: (error: EngineError) => void;
  readonly onProgress: ((progress: OpenProgress) => void) | null;
  readonly onShare: ((share: number) => void) | null;
}

/** Just the request without its id, which the client adds. */
type WithoutId<T> = T extends { readonly id: number } ? Omit<T, 'id'> : never;

/**
 * The engine as the page sees it. One worker serves all datasets; a worker that dies fails what was asked of it and is
 * started anew by the next request, with the datasets that were saved.
 */
export class EngineClient {
  #worker: Worker | null = null;
  #nextId = 1;
  readonly #pending = new Map<number, Pending>();
  readonly #listeners = new Set<() => void>();
  readonly #rescored = new Set<(dataset: string) => void>();

  /** Looks at a file's beginning: what it is and how it would be read. */
  inspect(file: File, options: ReadOptions = {}): Promise<Inspection> {
    return this.#request({ do: 'inspect', file, options });
  }

  /**
   * Reads files into one dataset and scores it. Resolves as soon as questions can be asked; saving and hashing go on and
   * are told through `onChanged`. Rejects with EngineError; when the signal aborts, with code `cancelled`.
   */
  async open(
    request: OpenRequest, { onProgress, signal }: { onProgress?: (progress: OpenProgress) => void; signal?: AbortSignal } = {},
  ): Promise<DatasetInfo> {
    const info = await this.#request<DatasetInfo>({ do: 'open', request }, signal, onProgress);
    this.#tell();
    // What was opened here is not to go when disk space runs low.
    void (navigator.storage as StorageManager | undefined)?.persist().catch(() => undefined);
    void this.#hash(info, request.files, info.files.length - request.files.length);
    return info;
  }

  /** Gets readers ready while the user is still choosing a file; worth calling when a file is likely to come. */
  warmUp(): Promise<void> {
    return this.#request({ do: 'warmUp' });
  }

  list(): Promise<readonly DatasetInfo[]> {
    return this.#request({ do: 'list' });
  }

  /** Files whose reading was interrupted when a tab was closed or died: nothing of them was kept. Each is told once. */
  takeInterrupted(): Promise<readonly (readonly string[])[]> {
    return this.#request({ do: 'takeInterrupted' });
  }

  /** Tries anew to save a dataset whose `storage` is `refused`; how it went is in the list. */
  async save(dataset: string): Promise<void> {
    await this.#request({ do: 'save', dataset });
    this.#tell();
  }

  /** Removes a dataset. `restore` takes that back for ten minutes, as long as the page is open. */
  async remove(dataset: string): Promise<void> {
    await this.#request({ do: 'remove', dataset });
    this.#tell();
  }

  async restore(dataset: string): Promise<void> {
    await this.#request({ do: 'restore', dataset });
    this.#tell();
  }

  /** An answer as in `analysis/answers.ts`, by what was learned in the dataset; the caller names its type. @param onShare told the share done, 0–1, of what takes long */
  ask<Answer>(dataset: string, question: Question, refit: Refit | null, signal?: AbortSignal, onShare?: (share: number) => void): Promise<Answer> {
    return this.#request({ do: 'ask', dataset, question, refit }, signal, undefined, onShare);
  }

  /** Line `line` (from 1) of the dataset's files of that name: mostly one. */
  findLines(dataset: string, file: string, line: number, signal?: AbortSignal): Promise<readonly FoundLine[]> {
    return this.#request({ do: 'findLines', dataset, file, line }, signal);
  }

  /** The numbers of a file of any kind, which is not kept. */
  readNumbers(file: File, signal?: AbortSignal): Promise<NumberFile> {
    return this.#request({ do: 'readNumbers', file }, signal);
  }

  /** Takes a file chosen anew, so that its lines can be shown; false when no file of the dataset has its name and size. */
  reopenFile(dataset: string, file: File): Promise<boolean> {
    return this.#request({ do: 'reopenFile', dataset, file });
  }

  /** Called when the list of datasets, or what is known of one, has changed. */
  onChanged(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Called when a closer look has changed a dataset's scores: what was asked of it may be answered otherwise now. */
  onRescored(listener: (dataset: string) => void): () => void {
    this.#rescored.add(listener);
    return () => this.#rescored.delete(listener);
  }

  #request<Answer>(
    request: WithoutId<EngineRequest>, signal?: AbortSignal, onProgress?: (progress: OpenProgress) => void, onShare?: (share: number) => void,
  ): Promise<Answer> {
    const id = this.#nextId++;
    return new Promise<Answer>((resolve, reject) => {
      if (signal?.aborted) {
        reject(cancelled());
        return;
      }
      const cancel = () => {
        if (!this.#pending.delete(id)) return;
        this.#post({ id: this.#nextId++, do: 'cancel', request: id });
        reject(cancelled());
      };
      signal?.addEventListener('abort', cancel, { once: true });
      const settled = <T>(settle: (value: T) => void) => (value: T) => {
        signal?.removeEventListener('abort', cancel);
        settle(value);
      };
      this.#pending.set(id, { resolve: settled(resolve), reject: settled(reject), onProgress: onProgress ?? null, onShare: onShare ?? null });
      this.#post({ ...request, id });
    });
  }

  #post(message: EngineRequest): void {
    this.#worker ??= this.#start();
    this.#worker.postMessage(message);
  }

  #start(): Worker {
    const worker = new Worker(new URL('./engine.worker.ts', import.meta.url), { type: 'module', name: 'engine' });
    let endWatch = () => undefined as void;
    const fail = (details: string) => {
      if (this.#worker !== worker) return;
      endWatch();
      worker.terminate();
      this.#worker = null;
      this.#failAll({ code: 'fault', file: null, details, inspection: null });
    };
    worker.onmessage = ({ data }: MessageEvent<EngineReply | SignOfLife>) => {
      if (data.is === 'alive') endWatch = watchLife(data, () => fail('the worker was ended'));
      else this.#receive(data);
    };
    worker.onerror = (event) => {
      event.preventDefault();
      fail(event.message || 'the worker stopped');
    };
    worker.onmessageerror = () => fail('a message to or from the worker could not be read');
    return worker;
  }

  #receive(reply: EngineReply): void {
    if (reply.is === 'changed') {
      this.#tell();
      return;
    }
    if (reply.is === 'rescored') {
      for (const listener of this.#rescored) listener(reply.dataset);
      return;
    }
    const pending = this.#pending.get(reply.id);
    if (!pending) return; // cancelled in the meantime
    if (reply.is === 'progress') {
      pending.onProgress?.(reply.progress);
      return;
    }
    if (reply.is === 'share') {
      pending.onShare?.(reply.share);
      return;
    }
    this.#pending.delete(reply.id);
    if (reply.is === 'done') pending.resolve(reply.answer as never);
    else pending.reject(new EngineError(reply.failure));
  }

  #failAll(failure: EngineFailure): void {
    const all = [...this.#pending.values()];
    this.#pending.clear();
    for (const { reject } of all) reject(new EngineError(failure));
    this.#tell();
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }

  /** Hashes the files, which are the dataset's from `first` on, in a worker of its own, after the queue is on the screen, and tells the engine. */
  async #hash(info: DatasetInfo, files: readonly File[], first: number): Promise<void> {
    await new Promise((resolve) => {
      setTimeout(resolve, HASH_AFTER_MS);
    });
    const hasher = new FileHasher();
    try {
      for (const [index, file] of files.entries()) {
        const sha256 = await hasher.sha256Of(file);
        if (sha256 !== null) await this.#request({ do: 'setHash', dataset: info.id, file: first + index, sha256 });
      }
    } catch (error) {
      // The dataset stands without its hash, and the list shows that it has none.
      if (!(error instanceof EngineError)) throw error;
    } finally {
      hasher.end();
      this.#tell();
    }
  }
}

function cancelled(): EngineError {
  return new EngineError({ code: 'cancelled', file: null, details: 'cancelled', inspection: null });
}
