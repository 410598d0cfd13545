/** The layout worker as promises. One request at a time: a newer one supersedes the one that runs. */
import type { Positions } from './arrangement.ts';
import type { LayoutMessage, LayoutReply, LayoutRequest, Measured, MeasureRequest } from './layoutProtocol.ts';

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
  /** What the numbers weigh and where they belong; fails as `layOut` does. */
  measure(request: MeasureRequest, signal: AbortSignal): Promise<Measured>;
  close(): void;
}

export function startLayoutClient(start: () => Worker = startWorker): LayoutClient {
  let worker: Worker | null = null;
  let lastId = 0;
  const close = () => {
    worker?.terminate();
    worker = null;
  };
  const ask = (messageOf: (id: number) => LayoutMessage, signal: AbortSignal) =>
    new Promise<LayoutReply>((resolve, reject) => {
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
        settle(() => (data.is === 'failed' ? reject(new LayoutError(data.details)) : resolve(data)));
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
      current.postMessage(messageOf(id));
    });
  return {
    close,
    layOut: async (request, signal) => {
      const reply = await ask((id) => ({ id, do: 'layOut', request }), signal);
      if (reply.is !== 'laidOut') throw new LayoutError('the layout worker answered another question');
      return reply.positions;
    },
    measure: async (request, signal) => {
      const reply = await ask((id) => ({ id, do: 'measure', request }), signal);
      if (reply.is !== 'measured') throw new LayoutError('the layout worker answered another question');
      return reply.measured;
    },
  };
}

function startWorker(): Worker {
  return new Worker(new URL('./layout.worker.ts', import.meta.url), { type: 'module', name: 'link graph layout' });
}
