import type { FileSha256Reply } from './hash.worker.ts';
import type { SignOfLife } from './workerLife.ts';
import { watchLife } from './workerLife.ts';

/** Hashes files in a worker of its own, one after the other. */
export class FileHasher {
  readonly #worker = new Worker(new URL('./hash.worker.ts', import.meta.url), { type: 'module', name: 'hash' });
  readonly #gone = Promise.withResolvers<null>();
  #endWatch = () => undefined as void;
  #onHash: (sha256: string | null) => void = () => undefined;

  constructor() {
    this.#worker.onmessage = ({ data }: MessageEvent<FileSha256Reply | SignOfLife>) => {
      if (data.is === 'alive') this.#endWatch = watchLife(data, () => this.#gone.resolve(null));
      else this.#onHash(data.sha256);
    };
    this.#worker.onerror = (event) => {
      event.preventDefault();
      this.#gone.resolve(null);
    };
  }

  /** Hex; null when the file could not be read to its end, or the worker is gone. */
  sha256Of(file: File): Promise<string | null> {
    const hash = new Promise<string | null>((resolve) => {
      this.#onHash = resolve;
    });
    this.#worker.postMessage(file);
    return Promise.race([hash, this.#gone.promise]);
  }

  end(): void {
    this.#endWatch();
    this.#worker.terminate();
  }
}
