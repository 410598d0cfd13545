/** A part of the engine in a worker of Node. */
import { parentPort } from 'node:worker_threads';
import { FileGone } from '../byteSource.ts';
import type { PartRequest } from '../partProtocol.ts';
import { PartServer } from '../partServer.ts';
import { memoryOnly } from '../partStorage.ts';
import { openFile } from './openFile.ts';
import { storageOfDescriptors } from './tempFile.ts';

const server = new PartServer({
  async open(files) {
    const opened = await Promise.all(files.map((path) => {
      if (typeof path !== 'string') throw new Error('the command line opens files by their paths');
      return openFile(path);
    }));
    const sources = opened.map((source) => ({ ...source, read: (start: number, end: number) => source.read(start, end).catch(gone(source.name)) }));
    return { sources, close: async () => void (await Promise.all(sources.map((source) => source.close()))) };
  },
  storageOf: ({ memoryBytes, descriptors }) => (descriptors === undefined ? memoryOnly : storageOfDescriptors(memoryBytes, descriptors)),
  send: (reply, transfer) => parentPort?.postMessage(reply, [...transfer]),
});

parentPort?.on('message', (request: PartRequest) => void server.answer(request));

/** A file that cannot be read any more, in the words that the engine knows. */
function gone(name: string): (cause: unknown) => never {
  return (cause) => {
    throw new FileGone(name, { cause });
  };
}
