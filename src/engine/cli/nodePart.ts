import { Worker } from 'node:worker_threads';
import type { PartPort } from '../partPort.ts';
import type { PartReply } from '../partProtocol.ts';

/** Starts a part in a worker of Node. */
export function startNodePart(): PartPort {
  const worker = new Worker(new URL('./part.worker.ts', import.meta.url), { name: 'part' });
  const port: PartPort = {
    send: (request, transfer) => worker.postMessage(request, [...transfer]),
    onReply: () => undefined,
    onLost: () => undefined,
    end: async () => void (await worker.terminate()),
  };
  worker.on('message', (reply: PartReply) => port.onReply(reply));
  worker.on('exit', () => port.onLost('a part of the engine was ended'));
  worker.on('error', (error) => port.onLost(error instanceof Error ? error.message : String(error)));
  return port;
}
