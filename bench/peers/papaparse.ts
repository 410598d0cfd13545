/** PapaParse and JavaScript's own Map and Set in a worker: what one would write first. */
import type { ReadyPeer } from '../browser/pageRun.ts';
import type { Digests } from '../browser/tableDigest.ts';
import { askWorker } from './askWorker.ts';

export async function preparePapaparse(): Promise<ReadyPeer> {
  const worker = new Worker(new URL('./papaparse.worker.ts', import.meta.url), { type: 'module' });
  await askWorker<Digests>(worker, 'digest');
  return async (file) => {
    await askWorker<number>(worker, file);
    return { bytes: null, digest: () => askWorker<Digests>(worker, 'digest') };
  };
}
