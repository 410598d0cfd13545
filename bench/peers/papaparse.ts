/** PapaParse and JavaScript's own Map and Set in a worker: what one would write first. */
import type { PeerRun } from '../browser/pageRun.ts';
import type { Digests } from '../browser/tableDigest.ts';
import { askWorker } from './askWorker.ts';

export async function runPapaparse(file: File): Promise<PeerRun> {
  const worker = new Worker(new URL('./papaparse.worker.ts', import.meta.url), { type: 'module' });
  await askWorker<number>(worker, file);
  return {
    bytes: null,
    async digest() {
      const digests = await askWorker<Digests>(worker, 'digest');
      worker.terminate();
      return digests;
    },
  };
}
