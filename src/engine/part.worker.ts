/** A part of the engine in a worker of the browser. */
import type { PartRequest, PartRoom } from './partProtocol.ts';
import { PartServer } from './partServer.ts';
import type { PartStorage } from './partStorage.ts';
import { openPartFile, openSpillFile } from './datasetFolder.ts';
import { ReadAhead } from './readAhead.ts';
import { showLife } from './workerLife.ts';

const ahead = new ReadAhead();

const server = new PartServer({
  expect: (file, start, end) => ahead.begin(file, start, end),
  open: (files) => Promise.resolve({
    sources: files.map((file) => {
      if (typeof file === 'string') throw new Error('a browser opens no file by its path');
      return ahead.sourceOf(file);
    }),
    close() {
      ahead.end();
      return Promise.resolve();
    },
  }),
  storageOf,
  send: (reply, transfer) => postMessage(reply, { transfer: [...transfer] }),
});

addEventListener('message', ({ data }: MessageEvent<PartRequest>) => void server.answer(data));
showLife();

/** The folder of the dataset being made; what cannot be opened there is done without. */
function storageOf({ memoryBytes, draft, self }: PartRoom): PartStorage {
  const open = async (openFile: typeof openPartFile) => {
    if (draft === null) return null;
    try {
      return await openFile(draft, self);
    } catch (error) {
      if (error instanceof DOMException || error instanceof TypeError) return null;
      throw error;
    }
  };
  return { memoryBytes, openSpill: () => open(openSpillFile), openOutput: () => open(openPartFile) };
}
