import { afterEach, describe, expect, it, vi } from 'vitest';
import type { ScoredDataset } from '../analysis/scoredDataset.ts';
import { encodeText } from '../ingest/fixtures/encodeText.ts';
import { RecordsPending } from '../records/recordStore.ts';
import type { ByteSource } from './byteSource.ts';
import { FileGone } from './byteSource.ts';
import { DatasetDraft } from './datasetDraft.ts';
import { DatasetShelf } from './datasetShelf.ts';
import { stubStorage } from './fixtures/opfs.ts';
import { inTurns } from './inTurns.ts';
import { inspectFiles, planDataset, readInspected, readWhole } from './pipeline.ts';
import { prepareAhead } from './prepareAhead.ts';
import { UnknownDataset } from './shelfEntry.ts';
import { turn } from './turn.ts';

const bytes = encodeText(['caller,callee,start,duration', ...Array.from({ length: 9_000 }, (_, i) =>
  `1380000${1000 + (i % 17)},1390000${1000 + (i % 41)},2026-05-${String(1 + (i % 28)).padStart(2, '0')} 10:00:${String(i % 60).padStart(2, '0')},${i % 90}`), ''].join('\n'), 'UTF-8');
const source: ByteSource = { name: 'calls.csv', bytes: bytes.length, read: (start, end) => Promise.resolve(bytes.slice(start, end)) };

afterEach(() => vi.unstubAllGlobals());

/** A dataset that reads from files in the storage, added to a shelf. */
async function shelved(isSaved = true) {
  const id = crypto.randomUUID();
  const draft = (await DatasetDraft.begin(id, [source.name]))!;
  const inspections = await inspectFiles([source], [], 'UTC');
  const storage = { memoryBytes: 0, openSpill: () => draft.openOwnSpill(), openOutput: () => draft.openOwnPart() };
  const hooks = { onProgress: () => undefined, checkpoint: () => Promise.resolve() };
  const dataset = await readInspected([source], inspections, hooks, (calls) => readWhole(calls, planDataset(inspections, 0.01), hooks, storage));
  const rescored: string[] = [];
  const shelf = new DatasetShelf(() => undefined, (of) => rescored.push(of));
  shelf.add(id, dataset, draft, [], () => Promise.reject(new Error('not read again')));
  if (isSaved) await shelf.save(id, turn);
  return { id, shelf, dataset, rescored };
}

/** Reads a dataset's files again and again. */
function* work(dataset: ScoredDataset): Generator<number, void> {
  for (let i = 0; i < 17; i++) {
    dataset.records.recordsOf(i);
    yield i / 17;
  }
}

describe('a large dataset that is removed', () => {
  it('while it is looked at closer ends the look without a word, and it is taken once the removal is taken back', async () => {
    const root = stubStorage();
    const { id, shelf, rescored } = await shelved();
    let steps = 0;
    await shelf.lookCloser(id, async () => {
      if (++steps === 2) await shelf.setRemoved(id, true);
    });
    expect([steps, rescored]).toEqual([2, []]);
    expect(root.opened).toBe(0);
    await expect(shelf.get(id, null)).rejects.toBeInstanceOf(UnknownDataset);
    expect(root.opened).toBe(0);
    await shelf.setRemoved(id, false);
    expect(await shelf.get(id, null)).toMatchObject({ recordCount: 9_000, lookCloser: null });
  });

  it('by another tab ends the look in the same way', async () => {
    const root = stubStorage();
    const { id, shelf, rescored } = await shelved();
    const other = new DatasetShelf(() => undefined, () => undefined);
    let steps = 0;
    await shelf.lookCloser(id, async () => {
      if (++steps === 2) {
        await other.setRemoved(id, true);
        await shelf.list();
      }
    });
    expect([steps, rescored, root.opened]).toEqual([2, [], 0]);
    await shelf.lookCloser(id, turn);
  });

  it('is unknown to the questions at work on it', async () => {
    stubStorage();
    const { id, shelf } = await shelved();
    const dataset = await shelf.get(id, null);
    const answer = inTurns(work(dataset), shelf.closed(id));
    await Promise.all([shelf.setRemoved(id, true), expect(answer).rejects.toBeInstanceOf(UnknownDataset)]);
  });

  it('while its dossiers are made ready ends that without a word', async () => {
    stubStorage();
    const { id, shelf } = await shelved();
    const dataset = await shelf.get(id, null);
    const ahead = prepareAhead(dataset, shelf.closed(id));
    await Promise.all([shelf.setRemoved(id, true), expect(ahead).resolves.toBeUndefined()]);
  });

  it('while it is opened leaves no file open', async () => {
    const root = stubStorage();
    const { id, shelf } = await shelved();
    await shelf.setRemoved(id, true);
    await shelf.setRemoved(id, false);
    const asked = shelf.get(id, null);
    await Promise.all([shelf.setRemoved(id, true), expect(asked).rejects.toBeInstanceOf(UnknownDataset)]);
    expect(root.opened).toBe(0);
  });

  it('before it is saved leaves no file open once it is, and can be brought back', async () => {
    const root = stubStorage();
    const { id, shelf } = await shelved(false);
    await shelf.setRemoved(id, true);
    await shelf.save(id, turn);
    expect(root.opened).toBe(0);
    await shelf.setRemoved(id, false);
    expect((await shelf.get(id, null)).recordCount).toBe(9_000);
  });
});

describe('a dataset whose records are lost before they are packed', () => {
  /** Its features are there; its records never come. */
  async function halfRead(readAgain: (dataset: ScoredDataset) => Promise<ScoredDataset>) {
    stubStorage();
    const { dataset, shelf, rescored } = await shelved();
    const id = crypto.randomUUID();
    const pending = () => {
      throw new RecordsPending();
    };
    const records = { recordWords: dataset.records.recordWords, recordsOf: pending, complete: () => Promise.reject(new Error('a part of the engine was ended')) };
    shelf.add(id, { ...dataset, records, scoredInMs: 7 }, null, [], () => readAgain(dataset));
    return { id, shelf, rescored };
  }

  it('is read once more, once, with what is known of it, and can then be asked for them', async () => {
    let times = 0;
    const { id, shelf, rescored } = await halfRead((dataset) => {
      times++;
      return Promise.resolve(dataset);
    });
    await expect(shelf.get(id, null).then((dataset) => dataset.records.recordsOf(0))).rejects.toBeInstanceOf(RecordsPending);
    await Promise.all([shelf.complete(id), shelf.complete(id)]);
    const dataset = await shelf.get(id, null);
    expect(dataset.records.recordsOf(0).to).toBeGreaterThan(0);
    expect([times, rescored, dataset.scoredInMs]).toEqual([1, [id], 7]);
  });

  it('tells whoever needs them where that cannot be, and is not saved half', async () => {
    const { id, shelf } = await halfRead(() => Promise.reject(new FileGone(source.name)));
    await expect(shelf.complete(id)).rejects.toBeInstanceOf(FileGone);
    await shelf.save(id, turn);
    await shelf.lookCloser(id, turn);
    expect((await shelf.info(id)).storage).toBe('refused');
  });
});
