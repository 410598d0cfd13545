/**
 * Opened datasets in the browser's private file system (OPFS): `datasets/<id>/dataset.bin` and, written last, `info.json`.
 * A folder without `info.json` is what a closed tab left half written. Runs in a worker: it uses synchronous access.
 */
import type { DatasetReader } from './datasetFile.ts';
import { memoryReader } from './datasetFile.ts';
import type { DatasetInfo } from './protocol.ts';

const FOLDER = 'datasets';
const DATA_FILE = 'dataset.bin';
const INFO_FILE = 'info.json';
/** Written in pieces of this size, so that questions are answered in between. */
const PIECE_BYTES = 4 << 20;

/** The parts of the worker-only file access that are used here; TypeScript's DOM library leaves them to its worker one. */
interface SyncAccess {
  read(buffer: Uint8Array, options: { at: number }): number;
  write(buffer: Uint8Array, options: { at: number }): number;
  truncate(bytes: number): void;
  flush(): void;
  close(): void;
}
type SyncFile = FileSystemFileHandle & { createSyncAccessHandle(options?: { mode: 'read-only' | 'readwrite' }): Promise<SyncAccess> };

interface StoredInfo extends DatasetInfo {
  /** Removed by the user and not yet deleted. */
  readonly isRemoved?: boolean;
}

async function folder(): Promise<FileSystemDirectoryHandle> {
  const root = await navigator.storage.getDirectory();
  return root.getDirectoryHandle(FOLDER, { create: true });
}

/** The datasets that are whole and not removed, newest first. */
export async function listStored(): Promise<DatasetInfo[]> {
  const infos: DatasetInfo[] = [];
  for await (const [id, handle] of (await folder()).entries()) {
    if (handle.kind !== 'directory') continue;
    const info = await readInfo(handle);
    if (info !== null && info.id === id && !info.isRemoved) infos.push(info);
  }
  return infos.toSorted((a, b) => b.openedAt - a.openedAt);
}

/** Deletes what was removed or left half written, except what another tab is writing now. */
export async function cleanStored(): Promise<void> {
  const datasets = await folder();
  for await (const [id, handle] of datasets.entries()) {
    if (handle.kind !== 'directory') continue;
    await navigator.locks.request(lockName(id), { ifAvailable: true }, async (lock) => {
      if (lock === null) return;
      const info = await readInfo(handle);
      if (info === null || info.isRemoved) await datasets.removeEntry(id, { recursive: true });
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
      const file = (await directory.getFileHandle(DATA_FILE, { create: true })) as SyncFile;
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
        access.flush();
      } finally {
        access.close();
      }
      await writeInfo(directory, info);
    } catch (error) {
      await datasets.removeEntry(info.id, { recursive: true });
      throw error;
    }
  });
}

/** Opens a saved dataset's bytes; the handle stays open as long as the worker lives. */
export async function readStored(id: string): Promise<DatasetReader> {
  const directory = await (await folder()).getDirectoryHandle(id);
  const file = (await directory.getFileHandle(DATA_FILE)) as SyncFile;
  const access = await openForReading(file);
  // Another tab has it open, in a browser that lets only one: read it as a whole.
  if (access === null) return memoryReader(new Uint8Array(await (await file.getFile()).arrayBuffer()));
  return {
    read(offset, length) {
      const bytes = new Uint8Array(length);
      const read = access.read(bytes, { at: offset });
      if (read !== length) throw new Error(`stored dataset ends early: ${read} of ${length} bytes at ${offset}`);
      return bytes;
    },
  };
}

/** Read-only access lets several tabs have a dataset open; null where the browser does not know it and another tab is first. */
async function openForReading(file: SyncFile): Promise<SyncAccess | null> {
  try {
    return await file.createSyncAccessHandle({ mode: 'read-only' });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'NoModificationAllowedError') return null;
    throw error;
  }
}

/** Rewrites what is known of a saved dataset (its hash, its removal). */
export async function updateStored(info: DatasetInfo, isRemoved = false): Promise<void> {
  await navigator.locks.request(lockName(info.id), async () => {
    const directory = await (await folder()).getDirectoryHandle(info.id);
    const stored: StoredInfo = { ...info, isRemoved };
    await writeInfo(directory, stored);
  });
}

function lockName(id: string): string {
  return `callchain-dataset-${id}`;
}

async function readInfo(directory: FileSystemDirectoryHandle): Promise<StoredInfo | null> {
  try {
    const file = await (await directory.getFileHandle(INFO_FILE)).getFile();
    return JSON.parse(await file.text()) as StoredInfo;
  } catch (error) {
    // Not there, or half written: not a whole dataset.
    if (error instanceof SyntaxError || (error instanceof DOMException && error.name === 'NotFoundError')) return null;
    throw error;
  }
}

async function writeInfo(directory: FileSystemDirectoryHandle, info: StoredInfo): Promise<void> {
  const file = (await directory.getFileHandle(INFO_FILE, { create: true })) as SyncFile;
  const access = await file.createSyncAccessHandle();
  try {
    const bytes = new TextEncoder().encode(JSON.stringify(info));
    access.truncate(0);
    access.write(bytes, { at: 0 });
    access.flush();
  } finally {
    access.close();
  }
}
