import type { PartReply, PartRequest } from './partProtocol.ts';

/** The engine's end of the line to a part in a worker. */
export interface PartPort {
  send(request: PartRequest, transfer: readonly ArrayBuffer[]): void;
  /** Takes the part's messages from now on. */
  onReply: (reply: PartReply) => void;
  /** Called once when the worker cannot be started, or stops. */
  onLost: (why: string) => void;
  end(): void;
}

/** Starts a part in a worker of the browser. */
export function startPart(): PartPort {
  const worker = new Worker(new URL('./part.worker.ts', import.meta.url), { type: 'module', name: 'part' });
  const port: PartPort = {
    send: (request, transfer) => worker.postMessage(request, { transfer: [...transfer] }),
    onReply: () => undefined,
    onLost: () => undefined,
    end: () => worker.terminate(),
  };
  worker.onmessage = ({ data }: MessageEvent<PartReply>) => port.onReply(data);
  worker.onerror = (event) => {
    event.preventDefault();
    port.onLost(event.message || 'a part of the engine stopped');
  };
  worker.onmessageerror = () => port.onLost('a message of a part could not be read');
  return port;
}
