/** Only reading the file, as the engine reads it: the time below which nothing that looks at every byte can get. */
import type { PeerRun } from '../browser/pageRun.ts';
import { askWorker } from './askWorker.ts';

export async function runRead(file: File): Promise<PeerRun> {
  const worker = new Worker(new URL('./read.worker.ts', import.meta.url), { type: 'module' });
  const bytes = await askWorker<number>(worker, file);
  worker.terminate();
  return { bytes, digest: async () => null };
}
