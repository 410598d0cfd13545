/**
 * Opened datasets in the browser's private file system (OPFS), a folder each: `dataset.bin`; `info.json`, written last and
 * never again, which marks a dataset as whole; `hashes.json`, once the files' hashes are known; `removed.json` while the
 * user may still take a removal back. Runs in a worker: it uses synchronous access.
 */
import type { DatasetReader } from './datasetFile.ts';
import { memoryReader } from './datasetFile.ts';
import type { DatasetInfo } from './protocol.ts';

const FOLDER = 'datasets';
const DATA_FILE = 'dataset.bin';
const INFO_FILE = 'info.json';
const HASHES_FILE = 'hashes.json';
const REMOVED_FILE = 'removed.json';
/** Written in pieces of this size, so that questions are answered in between. */
const PIECE_BYTES = 4 << 20;
/** A removal can be taken back this long, also from another tab. */
const REMOVAL_MS = 10 * 60_000;

/** The parts of the worker-only file access that are used here; TypeScript's DOM library leaves them to its worker one. */
interface SyncAccess {
  read(buffer: Uint8Array, options: { at: number }): number;
  write(buffer: Uint8Array, options: { at: number }): number;
  truncate(bytes: number): void;
  flush(): void;
  close(): void;
}
type SyncFile = FileSystemFileHandle & { createSyncAccessHandle(options?: { mode: 'read-only' | 'readwrite' }): Promise<SyncAccess> };

/** A stored dataset that can be closed. */
export interface StoredDataset extends DatasetReader {
  close(): void;
}

async function folder(): Promise<FileSystemDirectoryHandle> {
  const root = await navigator.storage.getDirectory();
  return root.getDirectoryHandle(FOLDER, { create: true });
}

/** The datasets that are whole and not removed. */
export async function listStored(): Promise<DatasetInfo[]> {
  const infos: DatasetInfo[] = [];
  for await (const [id, handle] of (await folder()).entries()) {
    if (handle.kind !== 'directory') continue;
    const info = await navigator.locks.request(lockName(id), { mode: 'shared' }, async () => {
      if ((await readJson(handle, REMOVED_FILE)) !== null) return null;
      const known = (await readJson(handle, INFO_FILE)) as DatasetInfo | null;
      const hashes = (await readJson(handle, HASHES_FILE)) as readonly (string | null)[] | null;
      return known && { ...known, files: known.files.map((file, i) => ({ ...file, sha256: hashes?.[i] ?? null })) };
    });
    if (info !== null && info.id === id) infos.push(info);
  }
  return infos;
}

/** Deletes what was removed a while ago or left half written, except what another tab is writing or has open. */
export async function cleanStored(): Promise<void> {
  const datasets = await folder();
  for await (const [id, handle] of datasets.entries()) {
    if (handle.kind !== 'directory') continue;
    await navigator.locks.request(lockName(id), { ifAvailable: true }, async (lock) => {
      if (lock === null) return;
      const removed = (await readJson(handle, REMOVED_FILE)) as { readonly at: number } | null;
      const isDone = removed !== null && Date.now() - removed.at > REMOVAL_MS;
      if (!isDone && (removed !== null || (await readJson(handle, INFO_FILE)) !== null)) return;
      await datasets.removeEntry(id, { recursive: true }).catch((error: unknown) => {
        // Open in another tab, or deleted by it just now: the next start sees to it.
        if (!isNamed(error, 'NoModificationAllowedError', 'NotFoundError')) throw error;
      });
    });
  }
}

/**
 * Saves a dataset. Rejects with a DOMException (QuotaExceededError) when there is no room; nothing is left behind then.
 * @param checkpoint called between pieces
 */
export async function saveStored(info: DatasetInfo, pieces: Iterable<Uint8Array>, checkpoint: () => Promise<void>): Promise<void> {
  await navigator.locks.request(lockName(info.id), async () => {
    const datasets = await folder();
    const directory = await datasets.getDirectoryHandle(info.id, { create: true });
    try {
      await writeFile(directory, DATA_FILE, pieces, checkpoint);
      await writeJson(directory, INFO_FILE, info);
    } catch (error) {
      await datasets.removeEntry(info.id, { recursive: true });
      throw error;
    }
  });
}

/** Opens a saved dataset's bytes. Rejects with a NotFoundError when it is gone. */
export async function readStored(id: string): Promise<StoredDataset> {
  const directory = await (await folder()).getDirectoryHandle(id);
  const file = (await directory.getFileHandle(DATA_FILE)) as SyncFile;
  const access = await openForReading(file);
  // Another tab has it open, in a browser that lets only one: read it as a whole.
  if (access === null) return { ...memoryReader(new Uint8Array(await (await file.getFile()).arrayBuffer())), close: () => undefined };
  return {
    read(offset, length) {
      const bytes = new Uint8Array(length);
      const read = access.read(bytes, { at: offset });
      if (read !== length) throw new Error(`stored dataset ends early: ${read} of ${length} bytes at ${offset}`);
      return bytes;
    },
    close: () => access.close(),
  };
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

export function isNamed(error: unknown, ...names: readonly string[]): boolean {
  return error instanceof DOMException && names.includes(error.name);
}

function lockName(id: string): string {
  return `callchain-dataset-${id}`;
}

/** Read-only access lets several tabs have a dataset open; null where the browser does not know it and another tab is first. */
async function openForReading(file: SyncFile): Promise<SyncAccess | null> {
  try {
    return await file.createSyncAccessHandle({ mode: 'read-only' });
  } catch (error) {
    if (isNamed(error, 'NoModificationAllowedError')) return null;
    throw error;
  }
}

/** null when it is not there, or was left half written. */
async function readJson(directory: FileSystemDirectoryHandle, name: string): Promise<unknown> {
  try {
    return JSON.parse(await (await (await directory.getFileHandle(name)).getFile()).text());
  } catch (error) {
    if (error instanceof SyntaxError || isNamed(error, 'NotFoundError')) return null;
    throw error;
  }
}

async function writeJson(directory: FileSystemDirectoryHandle, name: string, value: unknown): Promise<void> {
  await writeFile(directory, name, [new TextEncoder().encode(JSON.stringify(value))], () => Promise.resolve());
}

/** Replaces a file's content. What was there before stands until the new bytes are written. */
async function writeFile(directory: FileSystemDirectoryHandle, name: string, pieces: Iterable<Uint8Array>, checkpoint: () => Promise<void>): Promise<void> {
  const file = (await directory.getFileHandle(name, { create: true })) as SyncFile;
  const access = await file.createSyncAccessHandle();
  try {
    let at = 0;
    for (const piece of pieces) {
      for (let from = 0; from < piece.length; from += PIECE_BYTES) {
        const part = piece.subarray(from, from + PIECE_BYTES);
        const written = access.write(part, { at });
        if (written !== part.length) throw new DOMException('the browser’s storage is full', 'QuotaExceededError');
        at += written;
        await checkpoint();
      }
    }
    access.truncate(at);
    access.flush();
  } finally {
    access.close();
  }
}
