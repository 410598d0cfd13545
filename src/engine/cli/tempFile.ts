import { closeSync, ftruncateSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import type { SyncFile } from '../bytes.ts';
import { memoryBudget } from '../memoryBudget.ts';
import type { PartStorage } from '../partStorage.ts';

/** What memory is not to hold goes to temporary files, which nobody else sees and which are gone when the program ends. */
export function temporaryStorage(memoryBytes = memoryBudget(totalmem() / 2 ** 30)): PartStorage {
  return { memoryBytes, openSpill: () => Promise.resolve(openTemporary()), openOutput: () => Promise.resolve(openTemporary()) };
}

function openTemporary(): SyncFile {
  const folder = mkdtempSync(join(tmpdir(), 'callchain-'));
  const descriptor = openSync(join(folder, 'records.tmp'), 'w+');
  const remove = () => rmSync(folder, { recursive: true, force: true });
  // Where an open file can be unlinked, nothing is left even of a killed program.
  if (process.platform === 'win32') process.on('exit', remove);
  else remove();
  let isOpen = true;
  return {
    read: (buffer, { at }) => readSync(descriptor, buffer, 0, buffer.length, at),
    write: (buffer, { at }) => writeSync(descriptor, buffer, 0, buffer.length, at),
    truncate: (bytes) => ftruncateSync(descriptor, bytes),
    // Nothing of it outlasts the program.
    flush: () => undefined,
    close() {
      if (isOpen) closeSync(descriptor);
      isOpen = false;
    },
  };
}
