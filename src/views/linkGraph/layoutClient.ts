/** The layout worker as a promise. One request at a time: a newer one supersedes the one that runs. */
import type { Positions } from './arrangement.ts';
import type { LayoutMessage, LayoutReply, LayoutRequest } from './layoutProtocol.ts';

/** The worker failed or could not be started; `message` is for a report. */
export class LayoutError extends Error {
  override readonly name = 'LayoutError';
}

export interface LayoutClient {
  /**
   * Places for the nodes that are not fixed. Rejects with `LayoutError`, or with the signal's reason when aborted. A
   * layout cannot be interrupted from outside, so an abort ends the worker, and the next request starts a new one.
   */
  layOut(request: LayoutRequest, signal: AbortSignal): Promise<Positions>;
  close(): void;
}

export function startLayoutClient(start: () => Worker = startWorker): LayoutClient {
  let worker: Worker | null = null;
  let lastId = 0;
  const close = () => {
    worker?.terminate();
    worker = null;
  };
  return {
    close,
    layOut: (request, signal) =>
      new Promise((resolve, reject) => {
        signal.throwIfAborted();
        const id = ++lastId;
        const current = (worker ??= start());
        const settle = (done: () => void) => {
          current.removeEventListener('message', onMessage);
          current.removeEventListener('error', onError);
          signal.removeEventListener('abort', onAbort);
          done();
        };
        const onMessage = ({ data }: MessageEvent<LayoutReply>) => {
          if (data.id !== id) return;
          settle(() => (data.is === 'laidOut' ? resolve(data.positions) : reject(new LayoutError(data.details))));
        };
        const onError = (event: ErrorEvent) => {
          close();
          settle(() => reject(new LayoutError(event.message || 'the layout worker could not be started')));
        };
        const onAbort = () => {
          if (worker === current) close();
          settle(() => reject(signal.reason as Error));
        };
        current.addEventListener('message', onMessage);
        current.addEventListener('error', onError);
        signal.addEventListener('abort', onAbort);
        // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker, not a window
        current.postMessage({ id, do: 'layOut', request } satisfies LayoutMessage);
      }),
  };
}

function startWorker(): Worker {
  return new Worker(new URL('./layout.worker.ts', import.meta.url), { type: 'module', name: 'link graph layout' });
}
