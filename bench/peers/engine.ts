/** The engine as the app uses it: open the file, then ask for the queue's first page. */
import type { SuspectPage } from '../../src/analysis/answers.ts';
import { EngineClient } from '../../src/engine/engineClient.ts';
import type { PeerRun, ReadyPeer } from '../browser/pageRun.ts';
import type { Digests } from '../browser/tableDigest.ts';
import { askWorker } from './askWorker.ts';

const BASE_RATE = 0.01;
const RANKED = 100;

export async function prepareEngine(): Promise<ReadyPeer> {
  const client = new EngineClient();
  // As the app does when its datasets are looked at, before a file is chosen.
  await client.list();
  await client.warmUp();
  // As the screen does while the user chooses a file.
  await client.warmUp();
  return (file) => openInEngine(client, file);
}

async function openInEngine(client: EngineClient, file: File): Promise<PeerRun> {
  const dataset = await client.open({ files: [file], options: [{}], baseRate: BASE_RATE });
  const queue = await client.ask<SuspectPage>(dataset.id, {
    ask: 'suspects',
    query: { window: null, text: '', detectors: [], statuses: [], minScore: 0, sort: 'score', descending: true, offset: 0, limit: RANKED },
    decisions: [],
  });
  if (queue.rows.length === 0) throw new Error('the engine answered an empty queue');
  return {
    bytes: null,
    async digest() {
      await saved(client, dataset.id);
      // What the engine keeps is what was opened: its feature table is read back from storage.
      const worker = new Worker(new URL('./engineDigest.worker.ts', import.meta.url), { type: 'module' });
      const digests = await askWorker<Digests>(worker, dataset.id);
      worker.terminate();
      return digests;
    },
  };
}

/** Resolves when the dataset is in storage. */
async function saved(client: EngineClient, id: string): Promise<void> {
  for (;;) {
    const { promise, resolve } = Promise.withResolvers<void>();
    const stop = client.onChanged(resolve);
    const isSaved = (await client.list()).some((dataset) => dataset.id === id && dataset.isSaved);
    if (!isSaved) await promise;
    stop();
    if (isSaved) return;
  }
}
