/**
 * Opened datasets in the browser's private file system (OPFS), a folder each: `head.bin` and the files of its chunks,
 * `part-N.bin`; `info.json`, written last and never again, which marks a dataset as whole; `hashes.json`, once the files'
 * hashes are known; `closer.bin`, once a large dataset was looked at closer; `removed.json` while the user may still take a removal back. While a dataset is made, `reading.json` says
 * which, and its tab holds a lock: a folder without `info.json` whose lock is free was left behind. Runs in a worker: it uses
 * synchronous access.
 */
import type { ScoredDataset } from '../analysis/scoredDataset.ts';
import type { Bytes, SyncFile } from './bytes.ts';
import { FileBytes, MemoryBytes, writeAll } from './bytes.ts';
import type { ChunkPlace } from './datasetFile.ts';
import { chunksOf, encodeHead, openDataset } from './datasetFile.ts';
import { hold } from './hold.ts';
import type { PartFolder } from './partStorage.ts';
import type { DatasetInfo } from './protocol.ts';

/** Another name when the files change, so that no version reads another's. */
const FOLDER = 'datasets-3';
const OLDER_FOLDERS = ['datasets'];
const HEAD_FILE = 'head.bin';
const INFO_FILE = 'info.json';
const CLOSER_FILE = 'closer.bin';
const HASHES_FILE = 'hashes.json';
const REMOVED_FILE = 'removed.json';
const READING_FILE = 'reading.json';
/** Written in pieces of this size, so that questions are answered in between. */
const PIECE_BYTES = 4 << 20;
/** For a file that a worker held which has ended. */
const RETRY_MS = 50;
const MOST_WAIT_MS = 2000;
/** A removal can be taken back this long, also from another tab. */
const REMOVAL_MS = 10 * 60_000;

/** The worker-only file access; TypeScript's DOM library leaves it to its worker one. */
type SyncFileHandle = FileSystemFileHandle & { createSyncAccessHandle(options?: { mode: 'read-only' | 'readwrite' }): Promise<SyncFile> };

/** A stored dataset that can be closed. */
export interface StoredDataset {
  readonly dataset: ScoredDataset;
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
export async function cleanStored(): Promise<string[]> {
  const root = await navigator.storage.getDirectory();
  for (const older of OLDER_FOLDERS) await root.removeEntry(older, { recursive: true }).catch(ignoreGone);
  const datasets = await folder();
  const interrupted: string[] = [];
  for await (const [id, handle] of datasets.entries()) {
    if (handle.kind !== 'directory') continue;
    await navigator.locks.request(draftLockName(id), { ifAvailable: true }, async (draft) => {
      if (draft === null) return;
      await navigator.locks.request(lockName(id), { ifAvailable: true }, async (lock) => {
        if (lock === null) return;
        const removed = (await readJson(handle, REMOVED_FILE)) as { readonly at: number } | null;
        const isDone = removed !== null && Date.now() - removed.at > REMOVAL_MS;
        if (!isDone && (removed !== null || (await readJson(handle, INFO_FILE)) !== null)) return;
        const reading = (await readJson(handle, READING_FILE)) as { readonly name: string } | null;
        try {
          await datasets.removeEntry(id, { recursive: true });
        } catch (error) {
          ignoreGone(error);
          return;
        }
        if (!isDone && reading !== null) interrupted.push(reading.name);
      });
    });
  }
  return interrupted;
}

/** Open in another tab, or deleted by it just now: the next start sees to it. */
function ignoreGone(error: unknown): void {
  if (!isNamed(error, 'NoModificationAllowedError', 'NotFoundError')) throw error;
}

/** A dataset being made: its folder, which no other tab touches until it is saved or given up. */
export class DatasetDraft implements PartFolder {
  readonly id: string;
  readonly #directory: FileSystemDirectoryHandle;
  readonly #letGo: () => void;
  /** Files that its chunks are read from. */
  readonly #open: SyncFile[] = [];
  #isEnded = false;

  private constructor(id: string, directory: FileSystemDirectoryHandle, letGo: () => void) {
    this.id = id;
    this.#directory = directory;
    this.#letGo = letGo;
  }

  /** null where the browser has no such storage or refuses it. @param name told when it was interrupted */
  static async begin(id: string, name: string): Promise<DatasetDraft | null> {
    if (typeof navigator.storage?.getDirectory !== 'function') return null;
    const { promise: ended, resolve: letGo } = Promise.withResolvers<void>();
    try {
      await new Promise<void>((resolve, reject) => {
        navigator.locks.request(draftLockName(id), () => {
          resolve();
          return ended;
        }).catch(reject);
      });
      const directory = await (await folder()).getDirectoryHandle(id, { create: true });
      await writeJson(directory, READING_FILE, { name });
      return new DatasetDraft(id, directory, letGo);
    } catch (error) {
      letGo();
      // Private windows of some browsers have the storage but refuse it.
      if (error instanceof DOMException || error instanceof TypeError) return null;
      throw error;
    }
  }

  /** The file of the first part, where that works in this thread and reads from what it wrote. */
  async openOwnPart(): Promise<SyncFile> {
    const file = await openPartFile(this.id, 0);
    this.#open.push(file);
    return file;
  }

  /** A file of the first part for the time of reading, where that works in this thread. */
  async openOwnSpill(): Promise<SyncFile> {
    const file = await openSpillFile(this.id, 0);
    this.#open.push(file);
    return file;
  }

  roomOf(): { readonly draft: string } {
    return { draft: this.id };
  }

  removeSpillFiles(parts: number): Promise<void> {
    return removeSpillFiles(this.id, parts);
  }

  /** Deletes all that parts wrote, so that they can begin anew. */
  async clear(): Promise<void> {
    this.close();
    for await (const name of this.#directory.keys()) {
      if (name !== READING_FILE) await whenFree(() => this.#directory.removeEntry(name));
    }
  }

  /** The bytes of a part's file, after the part closed it. */
  async openPart(part: number): Promise<SyncFile> {
    const file = (await this.#directory.getFileHandle(partFileName(part)) as SyncFileHandle);
    const access = (await openForReading(file)) ?? (await openAccess(file));
    this.#open.push(access);
    return access;
  }

  /**
   * Makes the dataset last: writes what of it is in memory, then the head. From then on it is whole. Rejects with a
   * DOMException (QuotaExceededError) when there is no room; the dataset stays as usable as it was, and this can be tried anew.
   * @param checkpoint called between pieces
   * @param isToMove whether what was in memory is to be read from the file from now on
   */
  async save(info: DatasetInfo, dataset: ScoredDataset, checkpoint: () => Promise<void>, isToMove: boolean): Promise<void> {
    const chunks = chunksOf(dataset);
    const moved: { readonly bytes: MemoryBytes; readonly at: number }[] = [];
    let end = 0;
    const places = chunks.map(({ rows, bytes }): ChunkPlace => {
      if (bytes instanceof FileBytes) return { rows, file: (bytes instanceof PartFileBytes ? bytes.part : 0) + 1, at: bytes.start, bytes: bytes.length };
      const place = { rows, file: MEMORY_FILE, at: end, bytes: bytes.length };
      if (bytes instanceof MemoryBytes) moved.push({ bytes, at: end });
      end += Math.ceil(bytes.length / 8) * 8;
      return place;
    });
    try {
      await writeFile(this.#directory, fileName(MEMORY_FILE), moved.map(({ bytes }) => bytes), checkpoint);
      await writeFile(this.#directory, HEAD_FILE, [new MemoryBytes(encodeHead(dataset, places))], checkpoint);
      // No other lock than the draft's is needed, nor may be waited for: until this is written whole, nobody takes the folder for a dataset.
      await writeJson(this.#directory, INFO_FILE, info);
    } catch (error) {
      for (const name of [fileName(MEMORY_FILE), HEAD_FILE, INFO_FILE]) await this.#directory.removeEntry(name).catch(ignoreGone);
      throw error;
    }
    if (isToMove && moved.length > 0) {
      const file = await openForReading(await this.#directory.getFileHandle(fileName(MEMORY_FILE)) as SyncFileHandle);
      if (file !== null) {
        this.#open.push(file);
        for (const { bytes, at } of moved) bytes.moveTo(new FileBytes(file, at, bytes.length));
      }
    }
    await this.#directory.removeEntry(READING_FILE).catch(ignoreGone);
    this.#end();
  }

  /** Lets go of the files; the dataset can no longer be read from here. */
  close(): void {
    for (const file of this.#open.splice(0)) file.close();
  }

  /** Gives it up and deletes what was written. */
  async discard(): Promise<void> {
    if (this.#isEnded) return;
    this.close();
    // Whatever becomes of the rest, it was not interrupted.
    await this.#directory.removeEntry(READING_FILE).catch(ignoreGone);
    await whenFree(async () => (await folder()).removeEntry(this.id, { recursive: true })).catch(ignoreGone);
    this.#end();
  }

  #end(): void {
    this.#isEnded = true;
    this.#letGo();
  }
}

/** Does work whose result a draft is for. Should it fail, the draft is given up, and the work's own error told, whatever becomes of the draft. */
export async function orDiscard<Result>(draft: Promise<Pick<DatasetDraft, 'discard'> | null>, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    // What cannot be deleted now the next start sees to.
    await draft.then((begun) => begun?.discard()).catch(() => undefined);
    throw error;
  }
}

/** Of the files of a dataset's chunks, this holds those that were in memory; the others are those of the parts, from 1. */
const MEMORY_FILE = 0;

function fileName(file: number): string {
  return `part-${file}.bin`;
}

function partFileName(part: number): string {
  return fileName(part + 1);
}

/** A chunk in the file of a part of some index. */
export class PartFileBytes extends FileBytes {
  readonly part: number;

  constructor(part: number, file: SyncFile, start: number, length: number) {
    super(file, start, length);
    this.part = part;
  }
}

/** The file for a part's chunks in the folder of a draft, empty. Its part alone has it open. */
export async function openPartFile(id: string, part: number): Promise<SyncFile> {
  return openEmpty(id, partFileName(part));
}

/** A file of a part for the time of reading, empty. */
export async function openSpillFile(id: string, part: number): Promise<SyncFile> {
  return openEmpty(id, `spill-${part}.tmp`);
}

/** Deletes the parts' files that were for the time of reading only. */
export async function removeSpillFiles(id: string, parts: number): Promise<void> {
  const directory = await (await folder()).getDirectoryHandle(id);
  for (let i = 0; i < parts; i++) await directory.removeEntry(`spill-${i}.tmp`).catch(ignoreGone);
}

async function openEmpty(id: string, name: string): Promise<SyncFile> {
  const directory = await (await folder()).getDirectoryHandle(id);
  const file = await directory.getFileHandle(name, { create: true }) as SyncFileHandle;
  const access = await whenFree(() => openAccess(file));
  access.truncate(0);
  return access;
}

/** Does something with a file that a worker which has just ended may still hold; the browser takes a moment to notice. */
async function whenFree<T>(work: () => Promise<T>): Promise<T> {
  for (let waitedMs = 0; ; waitedMs += RETRY_MS) {
    try {
      return await work();
    } catch (error) {
      if (!isNamed(error, 'NoModificationAllowedError') || waitedMs >= MOST_WAIT_MS) throw error;
    }
    await new Promise((resolve) => {
      setTimeout(resolve, RETRY_MS);
    });
  }
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
    return { dataset: openDataset(head, files, await readWhole(directory, CLOSER_FILE)), close };
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

export function isNamed(error: unknown, ...names: readonly string[]): boolean {
  return error instanceof DOMException && names.includes(error.name);
}

function lockName(id: string): string {
  return `callchain-dataset-${id}`;
}

function draftLockName(id: string): string {
  return `callchain-draft-${id}`;
}

function openAccess(file: SyncFileHandle, mode: 'read-only' | 'readwrite' = 'readwrite'): Promise<SyncFile> {
  const letGo = hold(file);
  return file.createSyncAccessHandle({ mode }).finally(letGo);
}

/** Read-only access lets several tabs have a dataset open; null where the browser does not know it and another tab is first. */
async function openForReading(file: SyncFileHandle): Promise<SyncFile | null> {
  try {
    return await openAccess(file, 'read-only');
  } catch (error) {
    if (isNamed(error, 'NoModificationAllowedError')) return null;
    throw error;
  }
}

/** null when it is not there, or is half written. */
async function readJson(directory: FileSystemDirectoryHandle, name: string): Promise<unknown> {
  try {
    const bytes = await readWhole(directory, name);
    return bytes === null ? null : JSON.parse(new TextDecoder().decode(bytes));
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** null when it is not there, or is being written. */
async function readWhole(directory: FileSystemDirectoryHandle, name: string): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    return new Uint8Array(await (await (await directory.getFileHandle(name)).getFile()).arrayBuffer());
  } catch (error) {
    if (isNamed(error, 'NotFoundError', 'NotReadableError')) return null;
    throw error;
  }
}

async function writeJson(directory: FileSystemDirectoryHandle, name: string, value: unknown): Promise<void> {
  await writeFile(directory, name, [new MemoryBytes(new TextEncoder().encode(JSON.stringify(value)))], () => Promise.resolve());
}

/** Replaces a file's content, each of `contents` at a multiple of 8. What was there before stands until the new bytes are written. */
async function writeFile(directory: FileSystemDirectoryHandle, name: string, contents: readonly Bytes[], checkpoint: () => Promise<void>): Promise<void> {
  const access = await openAccess(await directory.getFileHandle(name, { create: true }) as SyncFileHandle);
  try {
    let at = 0;
    for (const content of contents) {
      at = Math.ceil(at / 8) * 8;
      for (let from = 0; from < content.length; from += PIECE_BYTES) {
        const piece = content.read(from, Math.min(PIECE_BYTES, content.length - from));
        writeAll(access, piece, at);
        at += piece.length;
        await checkpoint();
      }
    }
    access.truncate(at);
    access.flush();
  } finally {
    access.close();
  }
}
