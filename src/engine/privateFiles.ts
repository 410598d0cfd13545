/** Files in the browser's private file system (OPFS), as a worker has them: with synchronous access. */
import type { Bytes, SyncFile } from './bytes.ts';
import { MemoryBytes, writeAll } from './bytes.ts';
import { hold } from './hold.ts';

/** Written in pieces of this size, so that questions are answered in between. */
const PIECE_BYTES = 4 << 20;
/** For a file that a worker held which has ended. */
const RETRY_MS = 50;
const MOST_WAIT_MS = 2000;

/** The worker-only file access; TypeScript's DOM library leaves it to its worker one. */
export type SyncFileHandle = FileSystemFileHandle & { createSyncAccessHandle(options?: { mode: 'read-only' | 'readwrite' }): Promise<SyncFile> };

export function isNamed(error: unknown, ...names: readonly string[]): boolean {
  return error instanceof DOMException && names.includes(error.name);
}

/** Open in another tab, or deleted by it just now: the next start sees to it. */
export function ignoreGone(error: unknown): void {
  if (!isNamed(error, 'NoModificationAllowedError', 'NotFoundError')) throw error;
}

/** Does something with a file that a worker which has just ended may still hold; the browser takes a moment to notice. */
export async function whenFree<T>(work: () => Promise<T>): Promise<T> {
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

export function openAccess(file: SyncFileHandle, mode: 'read-only' | 'readwrite' = 'readwrite'): Promise<SyncFile> {
  const letGo = hold(file);
  return file.createSyncAccessHandle({ mode }).finally(letGo);
}

/** Read-only access lets several tabs have a dataset open; null where the browser does not know it and another tab is first. */
export async function openForReading(file: SyncFileHandle): Promise<SyncFile | null> {
  try {
    return await openAccess(file, 'read-only');
  } catch (error) {
    if (isNamed(error, 'NoModificationAllowedError')) return null;
    throw error;
  }
}

/** null when it is not there, or is half written. */
export async function readJson(directory: FileSystemDirectoryHandle, name: string): Promise<unknown> {
  try {
    const bytes = await readWhole(directory, name);
    return bytes === null ? null : JSON.parse(new TextDecoder().decode(bytes));
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** null when it is not there, or is being written. */
export async function readWhole(directory: FileSystemDirectoryHandle, name: string): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    return new Uint8Array(await (await (await directory.getFileHandle(name)).getFile()).arrayBuffer());
  } catch (error) {
    if (isNamed(error, 'NotFoundError', 'NotReadableError')) return null;
    throw error;
  }
}

export async function writeJson(directory: FileSystemDirectoryHandle, name: string, value: unknown): Promise<void> {
  await writeFile(directory, name, [new MemoryBytes(new TextEncoder().encode(JSON.stringify(value)))], () => Promise.resolve());
}

/** Replaces a file's content, each of `contents` at a multiple of 8. What was there before stands until the new bytes are written. */
export async function writeFile(directory: FileSystemDirectoryHandle, name: string, contents: readonly Bytes[], checkpoint: () => Promise<void>): Promise<void> {
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
