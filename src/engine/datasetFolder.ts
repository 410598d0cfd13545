/**
 * Opened datasets in the browser's private file system (OPFS), a folder each: `head.bin` and the files of its chunks, `part-N.bin`;
 * `info.json`, written last and never again, which marks a dataset as whole; `hashes.json`, once the files' hashes are known; `closer.bin`,
 * once a large dataset was looked at closer; `removed.json` while the user may still take a removal back. While a dataset is made,
 * `reading.json` says which, and its tab holds a lock: a folder without `info.json` whose lock is free was left behind. Runs in a worker:
 * it uses synchronous access.
 */
import type { SyncFile } from './bytes.ts';
import { FileBytes } from './bytes.ts';
import type { SyncFileHandle } from './privateFiles.ts';
import { ignoreGone, openAccess, whenFree } from './privateFiles.ts';

/** Another name when the files change, so that no version reads another's. */
const FOLDER = 'datasets-3';
export const HEAD_FILE = 'head.bin';
export const INFO_FILE = 'info.json';
export const CLOSER_FILE = 'closer.bin';
export const HASHES_FILE = 'hashes.json';
export const REMOVED_FILE = 'removed.json';
export const READING_FILE = 'reading.json';

export async function folder(): Promise<FileSystemDirectoryHandle> {
  const root = await navigator.storage.getDirectory();
  return root.getDirectoryHandle(FOLDER, { create: true });
}

export function lockName(id: string): string {
  return `callchain-dataset-${id}`;
}

export function draftLockName(id: string): string {
  return `callchain-draft-${id}`;
}

/** Of the files of a dataset's chunks, this holds those that were in memory; the others are those of the parts, from 1. */
export const MEMORY_FILE = 0;

export function fileName(file: number): string {
  return `part-${file}.bin`;
}

export function partFileName(part: number): string {
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
  if (parts === 0) return;
  const directory = await (await folder()).getDirectoryHandle(id);
  for (let i = 0; i < parts; i++) await directory.removeEntry(`spill-${i}.tmp`).catch(ignoreGone);
}

export async function openEmpty(id: string, name: string): Promise<SyncFile> {
  const directory = await (await folder()).getDirectoryHandle(id);
  const file = await directory.getFileHandle(name, { create: true }) as SyncFileHandle;
  const access = await whenFree(() => openAccess(file));
  access.truncate(0);
  return access;
}
