import type { FileHandle } from 'node:fs/promises';
import { open, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { ByteSource } from '../byteSource.ts';
import { UnreadableFile } from '../pipeline.ts';

/** A file on disk as a ByteSource; call `close` when done. Throws UnreadableFile. */
export async function openFile(path: string): Promise<ByteSource & { close(): Promise<void> }> {
  const cannotBeOpened = (error: unknown): never => {
    throw error instanceof UnreadableFile ? error : new UnreadableFile(path, null, `${path}: ${reasonOf(error)}`, { cause: error });
  };
  // Asked before it is opened: opening a pipe waits for whoever writes to it.
  const { size } = await stat(path).then((found) => {
    if (!found.isFile()) throw new UnreadableFile(path, null, `${path}: is not a file`);
    return found;
  }).catch(cannotBeOpened);
  const handle = await open(path, 'r').catch(cannotBeOpened);
  return {
    name: basename(path),
    bytes: size,
    read: (start, end) => readPiece(handle, path, start, end),
    close: () => handle.close(),
  };
}

async function readPiece(handle: FileHandle, path: string, start: number, end: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(end - start);
  let at = 0;
  while (at < bytes.length) {
    const { bytesRead } = await handle.read(bytes, at, bytes.length - at, start + at);
    if (bytesRead === 0) throw new UnreadableFile(path, null, `${path}: became shorter while it was read`);
    at += bytesRead;
  }
  return bytes;
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'ENOENT') return 'does not exist';
  if (code === 'EACCES') return 'may not be read';
  return error instanceof Error ? error.message : String(error);
}
