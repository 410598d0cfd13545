import type { ScoredDataset } from '../analysis/scoredDataset.ts';
import type { SyncFile } from './bytes.ts';
import { FileBytes, MemoryBytes } from './bytes.ts';
import type { ChunkPlace } from './datasetFile.ts';
import { chunksOf, encodeHead } from './datasetFile.ts';
import {
  draftLockName, fileName, folder, HEAD_FILE, INFO_FILE, MEMORY_FILE, openPartFile, openSpillFile, PartFileBytes, partFileName, READING_FILE, removeSpillFiles,
} from './datasetFolder.ts';
import type { PartFolder } from './partStorage.ts';
import type { SyncFileHandle } from './privateFiles.ts';
import { ignoreGone, openAccess, openForReading, whenFree, writeFile, writeJson } from './privateFiles.ts';
import type { DatasetInfo } from './protocol.ts';

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

  /** null where the browser has no such storage or refuses it. @param names of its files, told when it was interrupted */
  static async begin(id: string, names: readonly string[]): Promise<DatasetDraft | null> {
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
      await writeJson(directory, READING_FILE, { names });
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
