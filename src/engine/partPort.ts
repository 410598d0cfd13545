import type { PartReply, PartRequest } from './partProtocol.ts';
import type { SignOfLife } from './workerLife.ts';
import { watchLife } from './workerLife.ts';

/** The engine's end of the line to a part in a worker. */
export interface PartPort {
  send(request: PartRequest, transfer: readonly ArrayBuffer[]): void;
  /** Takes the part's messages from now on. */
  onReply: (reply: PartReply) => void;
  /** Called once when the worker cannot be started, or stops. */
  onLost: (why: string) => void;
  /** Resolves once nothing more can come of it. */
  end(): Promise<void>;
}

/** Starts a part in a worker of the browser. */
export function startPart(): PartPort {
  const worker = new Worker(new URL('./part.worker.ts', import.meta.url), { type: 'module', name: 'part' });
  const port: PartPort = {
    send: (request, transfer) => worker.postMessage(request, { transfer: [...transfer] }),
    onReply: () => undefined,
    onLost: () => undefined,
    end() {
      endWatch();
      worker.terminate();
      return Promise.resolve();
    },
  };
  let endWatch = () => undefined as void;
  worker.onmessage = ({ data }: MessageEvent<PartReply | SignOfLife>) => {
    if (data.is === 'alive') endWatch = watchLife(data, () => port.onLost('a part of the engine was ended'));
    else port.onReply(data);
  };
  worker.onerror = (event) => {
    event.preventDefault();
    port.onLost(event.message || 'a part of the engine stopped');
  };
  worker.onmessageerror = () => port.onLost('a message of a part could not be read');
  return port;
}
