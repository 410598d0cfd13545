import { afterEach, describe, expect, it, vi } from 'vitest';
import { DatasetDraft, orDiscard } from './datasetDraft.ts';
import { openPartFile } from './datasetFolder.ts';
import { stubStorage } from './fixtures/opfs.ts';
import { cleanStored } from './storage.ts';

afterEach(() => vi.unstubAllGlobals());

async function begun() {
  const id = crypto.randomUUID();
  const root = stubStorage();
  const draft = (await DatasetDraft.begin(id, ['calls.csv', '话单.csv']))!;
  return { id, root, draft, datasets: await root.getDirectoryHandle('datasets-3') };
}

describe('a dataset that is given up while it is read', () => {
  it('leaves nothing behind, although workers that were ended hold their files a moment longer', async () => {
    const { id, draft, datasets } = await begun();
    const held = await openPartFile(id, 1);
    setTimeout(() => held.close(), 80);
    await draft.discard();
    expect(datasets.names).toEqual([]);
    expect(await cleanStored()).toEqual([]);
  });

  it('leaves nothing behind where it was read in this thread', async () => {
    const { root, draft, datasets } = await begun();
    await draft.openOwnSpill();
    await draft.openOwnPart();
    await draft.discard();
    expect([root.opened, datasets.names]).toEqual([0, []]);
  });

  it('was not interrupted, whatever could not be deleted', async () => {
    const { id, draft, datasets } = await begun();
    const held = await openPartFile(id, 1);
    await draft.discard();
    expect(datasets.names).toEqual([id]);
    held.close();
    expect([await cleanStored(), datasets.names]).toEqual([[], []]);
  });

  it('by a tab that died was interrupted', async () => {
    const { datasets } = await begun();
    // The lock goes with the tab.
    vi.stubGlobal('navigator', { storage: navigator.storage, locks: { request: (_: string, __: object, work: (lock: object) => unknown) => Promise.resolve(work({})) } });
    expect([await cleanStored(), datasets.names]).toEqual([[['calls.csv', '话单.csv']], []]);
  });
});

describe('work that a draft is for', () => {
  it('fails with its own error and takes the draft with it', async () => {
    const { draft, datasets } = await begun();
    await expect(orDiscard(Promise.resolve(draft), () => Promise.reject(new Error('calls.csv cannot be read')))).rejects.toThrow('calls.csv cannot be read');
    expect(datasets.names).toEqual([]);
  });

  it('fails with its own error although the draft cannot be begun, or given up', async () => {
    const full = new DOMException('no room', 'QuotaExceededError');
    for (const draft of [Promise.reject(full), Promise.resolve({ discard: () => Promise.reject(full) })]) {
      await expect(orDiscard(draft, () => Promise.reject(new Error('calls.csv cannot be read')))).rejects.toThrow('calls.csv cannot be read');
    }
  });
});

describe('a draft that parts begin anew', () => {
  it('holds nothing of what they wrote before', async () => {
    const { id, draft, datasets } = await begun();
    const held = await openPartFile(id, 1);
    await draft.openOwnSpill();
    setTimeout(() => held.close(), 80);
    await draft.clear();
    expect((await datasets.getDirectoryHandle(id)).names).toEqual(['reading.json']);
    await draft.discard();
  });
});
