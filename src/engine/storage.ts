/** Datasets that were saved: what there is of them in `datasetFolder.ts`. */
import type { ScoredDataset } from '../analysis/scoredDataset.ts';
import type { Bytes, SyncFile } from './bytes.ts';
import { FileBytes, MemoryBytes } from './bytes.ts';
import { openDataset } from './datasetFile.ts';
import { CLOSER_FILE, draftLockName, folder, HASHES_FILE, HEAD_FILE, INFO_FILE, lockName, READING_FILE, REMOVED_FILE } from './datasetFolder.ts';
import type { SyncFileHandle } from './privateFiles.ts';
import { ignoreGone, openForReading, readJson, readWhole, writeFile, writeJson } from './privateFiles.ts';
import type { DatasetInfo } from './protocol.ts';

const OLDER_FOLDERS = ['datasets'];
/** A removal can be taken back this long, also from another tab. */
const REMOVAL_MS = 10 * 60_000;

/** A stored dataset that can be closed. */
export interface StoredDataset {
  readonly dataset: ScoredDataset;
  close(): void;
}

/** The datasets that are whole and not removed. */
export async function listStored(): Promise<DatasetInfo[]> {
  const infos: DatasetInfo[] = [];
  for await (const [id, handle] of (await folder()).entries()) {
    if (handle.kind !== 'directory') continue;
    // Never waited for: a tab that is busy would keep this one from its list, and this one, once it is busy, that one from saving.
    const info = await navigator.locks.request(lockName(id), { mode: 'shared', ifAvailable: true }, async () => {
      if ((await readJson(handle, REMOVED_FILE)) !== null) return null;
      const known = (await readJson(handle, INFO_FILE)) as DatasetInfo | null;
      const hashes = (await readJson(handle, HASHES_FILE)) as readonly (string | null)[] | null;
      return known && { ...known, files: known.files.map((file, i) => ({ ...file, sha256: hashes?.[i] ?? null })) };
    });
    if (info !== null && info.id === id) infos.push(info);
  }
  return infos;
}

/**
 * Deletes what was removed a while ago or left half made, except what another tab is making or has open. Answers the names of
 * those whose making was interrupted.
 */
export async function cleanStored(): Promise<(readonly string[])[]> {
  const root = await navigator.storage.getDirectory();
  for (const older of OLDER_FOLDERS) await root.removeEntry(older, { recursive: true }).catch(ignoreGone);
  const datasets = await folder();
  const interrupted: (readonly string[])[] = [];
  for await (const [id, handle] of datasets.entries()) {
    if (handle.kind !== 'directory') continue;
    await navigator.locks.request(draftLockName(id), { ifAvailable: true }, async (draft) => {
      if (draft === null) return;
      await navigator.locks.request(lockName(id), { ifAvailable: true }, async (lock) => {
        if (lock === null) return;
        const removed = (await readJson(handle, REMOVED_FILE)) as { readonly at: number } | null;
        const isDone = removed !== null && Date.now() - removed.at > REMOVAL_MS;
        if (!isDone && (removed !== null || (await readJson(handle, INFO_FILE)) !== null)) return;
        const reading = (await readJson(handle, READING_FILE)) as { readonly names: readonly string[] } | null;
        try {
          await datasets.removeEntry(id, { recursive: true });
        } catch (error) {
          ignoreGone(error);
          return;
        }
        if (!isDone && reading !== null) interrupted.push(reading.names);
      });
    });
  }
  return interrupted;
}

/** Opens a saved dataset. Rejects with a NotFoundError when it is gone. */
export async function openStored(id: string): Promise<StoredDataset> {
  const directory = await (await folder()).getDirectoryHandle(id);
  const open: SyncFile[] = [];
  const close = () => {
    for (const file of open.splice(0)) file.close();
  };
  try {
    const files: Bytes[] = [];
    for await (const [name, handle] of directory.entries()) {
      const index = /^part-(\d+)\.bin$/.exec(name)?.[1];
      if (index !== undefined) files[Number(index)] = await openBytes(handle as SyncFileHandle, open);
    }
    const head = await openBytes(await directory.getFileHandle(HEAD_FILE) as SyncFileHandle, open);
    return { dataset: openDataset(head, { files, laterCloser: await readWhole(directory, CLOSER_FILE) }), close };
  } catch (error) {
    close();
    throw error;
  }
}

async function openBytes(handle: SyncFileHandle, open: SyncFile[]): Promise<Bytes> {
  const file = await handle.getFile();
  const access = await openForReading(handle);
  // Another tab has it open, in a browser that lets only one: read it as a whole.
  if (access === null) return new MemoryBytes(new Uint8Array(await file.arrayBuffer()));
  open.push(access);
  return new FileBytes(access, 0, file.size);
}

/** Keeps what a closer look found in a saved dataset. */
export async function storeCloser(id: string, closer: Uint8Array<ArrayBuffer>): Promise<void> {
  await navigator.locks.request(lockName(id), async () =>
    writeFile(await (await folder()).getDirectoryHandle(id), CLOSER_FILE, [new MemoryBytes(closer)], () => Promise.resolve()));
}

/** Keeps the hashes of a saved dataset's files; null for those not known yet. */
export async function storeHashes(id: string, hashes: readonly (string | null)[]): Promise<void> {
  await navigator.locks.request(lockName(id), async () => writeJson(await (await folder()).getDirectoryHandle(id), HASHES_FILE, hashes));
}

/** Marks a saved dataset as removed, or takes that back. */
export async function storeRemoval(id: string, isRemoved: boolean): Promise<void> {
  await navigator.locks.request(lockName(id), async () => {
    const directory = await (await folder()).getDirectoryHandle(id);
    if (isRemoved) await writeJson(directory, REMOVED_FILE, { at: Date.now() });
    else if ((await readJson(directory, REMOVED_FILE)) !== null) await directory.removeEntry(REMOVED_FILE);
  });
}
