/** The engine as the app uses it: open the file, then ask for the queue's first page. */
import type { SuspectPage, SuspectQuery, SuspectRow } from '../../src/analysis/answers.ts';
import { EngineClient } from '../../src/engine/engineClient.ts';
import type { Question } from '../../src/engine/protocol.ts';
import { LOOK_AT_ONCE_RECORDS } from '../../src/engine/takeCloserLook.ts';
import type { AnswerTimes, PeerRun, ReadyPeer } from '../browser/pageRun.ts';
import type { Digests } from '../browser/tableDigest.ts';
import { askWorker } from './askWorker.ts';

const BASE_RATE = 0.01;
const RANKED = 100;
const NO_FILTER = { other: null, weekHour: null, day: null, imei: null, cell: null };
const wholeQueue: SuspectQuery = { window: null, text: '', detectors: [], statuses: [], minScore: 0, sort: 'score', descending: true, offset: 0, limit: RANKED };

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
  const { promise: rescored, resolve } = Promise.withResolvers<number>();
  const stop = client.onRescored(() => resolve(performance.now()));
  const dataset = await client.open({ files: [file], options: [{}], baseRate: BASE_RATE });
  const queue = await client.ask<SuspectPage>(dataset.id, {
    ask: 'suspects',
    query: wholeQueue,
    decisions: [],
  }, null);
  if (queue.rows.length === 0) throw new Error('the engine answered an empty queue');
  const answeredAt = performance.now();
  return {
    bytes: null,
    async rest() {
      const [{ number }] = queue.rows as [SuspectRow];
      await client.ask(dataset.id, { ask: 'records', number, window: null, filter: NO_FILTER, page: { offset: 0, limit: 50 } }, null);
      const recordsAt = performance.now();
      // A small dataset's closer look is taken before the first answer.
      const settled = Promise.all([saved(client, dataset.id), dataset.records > LOOK_AT_ONCE_RECORDS ? rescored : answeredAt]);
      const waitMs = await longestWait(client, dataset.id, settled);
      const [, settledAt] = await settled;
      stop();
      return { recordsAt, settledAt, waitMs };
    },
    answers: () => answerTimes(client, dataset.id, dataset.numbers),
    async digest() {
      // What the engine keeps is what was opened: its feature table is read back from storage.
      const worker = new Worker(new URL('./engineDigest.worker.ts', import.meta.url), { type: 'module' });
      const digests = await askWorker<Digests>(worker, dataset.id);
      worker.terminate();
      return digests;
    },
  };
}

/** Between questions that ask whether the engine still listens. */
const ASK_EVERY_MS = 50;

/** How long a question that needs no work of its own waited at most, in ms, until something was done. */
async function longestWait(client: EngineClient, dataset: string, until: Promise<unknown>): Promise<number> {
  let longest = 0;
  for (let isDone = false; !isDone;) {
    const startedAt = performance.now();
    await client.ask(dataset, { ask: 'rejected', page: { offset: 0, limit: 1 } }, null);
    longest = Math.max(longest, performance.now() - startedAt);
    const { promise: pause, resolve } = Promise.withResolvers<false>();
    setTimeout(() => resolve(false), ASK_EVERY_MS);
    isDone = await Promise.race([until.then(() => true), pause]);
  }
  return longest;
}

const ASKED = 40;

/** The longest of the questions about numbers spread over the whole queue. */
async function answerTimes(client: EngineClient, dataset: string, numbers: number): Promise<AnswerTimes> {
  let firstDossierMs = 0;
  const timed = async (question: Question) => {
    const startedAt = performance.now();
    await client.ask(dataset, question, null);
    return performance.now() - startedAt;
  };
  let [recordsMs, dossierMs, networkMs] = [0, 0, 0];
  for (let i = 0; i < ASKED; i++) {
    const page = await client.ask<SuspectPage>(dataset, { ask: 'suspects', query: { ...wholeQueue, offset: Math.floor((i * numbers) / ASKED), limit: 1 }, decisions: [] }, null);
    const { number } = page.rows[0]!;
    recordsMs = Math.max(recordsMs, await timed({ ask: 'records', number, window: null, filter: NO_FILTER, page: { offset: 0, limit: 50 } }));
    // The first dossier of all learns how the features are distributed.
    const ms = await timed({ ask: 'dossier', number, window: null, decisions: [] });
    if (i === 0) firstDossierMs = ms;
    dossierMs = Math.max(dossierMs, ms);
    networkMs = Math.max(networkMs, await timed({ ask: 'network', query: { window: null, numbers: [number], contactsEach: 30, also: [] } }));
  }
  const trendsMs = await timed({ ask: 'trends', query: { window: null, by: 'detector', measure: 'numbers' } });
  const rounded = (ms: number) => Number(ms.toFixed(1));
  return { recordsMs: rounded(recordsMs), firstDossierMs: rounded(firstDossierMs), dossierMs: rounded(dossierMs), networkMs: rounded(networkMs), trendsMs: rounded(trendsMs) };
}

/** Resolves when the dataset is in storage; rejects when the storage does not take it. */
async function saved(client: EngineClient, id: string): Promise<void> {
  for (;;) {
    const { promise, resolve } = Promise.withResolvers<void>();
    const stop = client.onChanged(resolve);
    const storage = (await client.list()).find((dataset) => dataset.id === id)?.storage;
    if (storage === 'saving') await promise;
    stop();
    if (storage === 'saved') return;
    if (storage !== 'saving') throw new Error('the browser’s storage did not take the dataset');
  }
}
