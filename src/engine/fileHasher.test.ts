import { afterEach, describe, expect, it, vi } from 'vitest';
import { FileHasher } from './fileHasher.ts';

afterEach(() => vi.unstubAllGlobals());

/** A hasher and its worker's end of the line. */
function hasher() {
  const worker: Pick<Worker, 'onmessage' | 'onerror' | 'postMessage' | 'terminate'> = { onmessage: null, onerror: null, postMessage: () => undefined, terminate: vi.fn<() => void>() };
  vi.stubGlobal('Worker', function start() {
    return worker;
  });
  const made = new FileHasher();
  return { made, worker, says: (data: unknown) => worker.onmessage!.call(worker as Worker, { data } as MessageEvent) };
}

describe('hashes of files', () => {
  const file = new File(['a'], 'calls.csv');

  it('come from a worker, one after the other', async () => {
    const { made, worker, says } = hasher();
    for (const sha256 of ['aa', null, 'bb']) {
      const hash = made.sha256Of(file);
      says({ is: 'hashed', sha256 });
      expect(await hash).toBe(sha256);
    }
    made.end();
    expect(worker.terminate).toHaveBeenCalledOnce();
  });

  it('are done without once the worker was ended without a word', async () => {
    const { made, says } = hasher();
    const lock = crypto.randomUUID();
    const { promise: ended, resolve: end } = Promise.withResolvers<void>();
    const lived = navigator.locks.request(lock, () => ended);
    says({ is: 'alive', lock });
    const hash = made.sha256Of(file);
    end();
    await lived;
    expect([await hash, await made.sha256Of(file)]).toEqual([null, null]);
  });
});
