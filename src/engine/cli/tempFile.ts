import { closeSync, ftruncateSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import type { SyncFile } from '../bytes.ts';
import { memoryBudget } from '../memoryBudget.ts';
import type { PartRoom } from '../partProtocol.ts';
import type { PartFolder, PartStorage } from '../partStorage.ts';

/** What memory is not to hold goes to temporary files, which nobody else sees and which are gone when the program ends. */
export function temporaryStorage(memoryBytes = memoryBudget(totalmem() / 2 ** 30)): PartStorage {
  return { memoryBytes, openSpill: () => Promise.resolve(fileOf(openTemporary())), openOutput: () => Promise.resolve(fileOf(openTemporary())) };
}

/** Temporary files for parts that work side by side: two of each, opened here, as their workers are of the same program. The outputs stay open until it ends. */
export class TemporaryFolder implements PartFolder {
  readonly #spills: number[] = [];
  readonly #outputs: number[] = [];

  /** Opens files for a part; to be called once for each reading. */
  roomOf(part: number): Pick<PartRoom, 'draft' | 'descriptors'> {
    const spill = (this.#spills[part] = openTemporary());
    const output = (this.#outputs[part] = openTemporary());
    return { draft: null, descriptors: { spill, output } };
  }

  openPart(part: number): Promise<SyncFile> {
    return Promise.resolve(fileOf(this.#outputs[part]!));
  }

  removeSpillFiles(): Promise<void> {
    for (const spill of this.#spills.splice(0)) closeSync(spill);
    return Promise.resolve();
  }

  /** Closes all, when the workers of a reading that came to nothing have ended. */
  async clear(): Promise<void> {
    await this.removeSpillFiles();
    for (const output of this.#outputs.splice(0)) closeSync(output);
  }
}

/** What a part puts aside in files that were opened for it, and stay open when it is done. */
export function storageOfDescriptors(memoryBytes: number, { spill, output }: NonNullable<PartRoom['descriptors']>): PartStorage {
  const open = (descriptor: number) => Promise.resolve({ ...fileOf(descriptor), close: () => undefined });
  return { memoryBytes, openSpill: () => open(spill), openOutput: () => open(output) };
}

/** Descriptor of an empty file that nobody else sees. */
function openTemporary(): number {
  const folder = mkdtempSync(join(tmpdir(), 'callchain-'));
  const descriptor = openSync(join(folder, 'records.tmp'), 'w+');
  const remove = () => rmSync(folder, { recursive: true, force: true });
  // Where an open file can be unlinked, nothing is left even of a killed program.
  if (process.platform === 'win32') process.on('exit', remove);
  else remove();
  return descriptor;
}

function fileOf(descriptor: number): SyncFile {
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
