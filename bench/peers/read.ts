/** Only reading the file, as a page reads one: slices, one ahead of the other. The engine streams it, for half of the processor time. */
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
