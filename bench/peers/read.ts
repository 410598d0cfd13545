/** Only reading the file, as the engine reads it: the time below which nothing that looks at every byte can get. */
import type { ReadyPeer } from '../browser/pageRun.ts';
import { askWorker } from './askWorker.ts';

export async function prepareRead(): Promise<ReadyPeer> {
  const worker = new Worker(new URL('./read.worker.ts', import.meta.url), { type: 'module' });
  await askWorker<number>(worker, new File([], 'empty'));
  return async (file) => {
    const bytes = await askWorker<number>(worker, file);
    return { bytes, digest: async () => null };
  };
}
