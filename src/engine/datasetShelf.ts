import type { ScoredDataset } from '../analysis/scoredDataset.ts';
import type { DayWindow } from '../records/days.ts';
import { encodeDataset, openDataset } from './datasetFile.ts';
import { datasetInfo } from './datasetInfo.ts';
import { MemoryRecords } from './memoryRecords.ts';
import type { DatasetInfo } from './protocol.ts';
import type { StoredDataset } from './storage.ts';
import { cleanStored, isNamed, listStored, readStored, saveStored, storeHashes, storeRemoval } from './storage.ts';
import { windowDataset } from './windowDataset.ts';

/** Windows kept per dataset, besides the whole span. */
const WINDOWS_KEPT = 3;
/** Records larger than this are read from storage once they are saved, instead of staying in memory. */
const KEEP_IN_MEMORY_BYTES = 256 << 20;

interface Entry {
  info: DatasetInfo;
  isRemoved: boolean;
  dataset: ScoredDataset | null;
  /** The stored file that `dataset` reads from; null when its records are in memory. */
  file: StoredDataset | null;
  /** While it is being opened, so that questions asked at once wait for one opening. */
  opening: Promise<ScoredDataset> | null;
  /** Most recently asked last. */
  windows: { readonly key: string; readonly dataset: ScoredDataset }[];
}

/** The datasets that are open in this worker, whether in memory or in the browser's storage. */
export class DatasetShelf {
  readonly #entries = new Map<string, Entry>();
  readonly #onChanged: (info: DatasetInfo) => void;
  #cleaned: Promise<void> | null = null;

  constructor(onChanged: (info: DatasetInfo) => void) {
    this.#onChanged = onChanged;
  }

  async list(): Promise<DatasetInfo[]> {
    await this.#readCatalogue();
    return [...this.#entries.values()]
      .filter((entry) => !entry.isRemoved)
      .map((entry) => entry.info)
      .toSorted((a, b) => b.openedAt - a.openedAt);
  }

  /** Adds a dataset just read. It can be asked at once; `save` makes it last. */
  add(dataset: ScoredDataset): DatasetInfo {
    const info = datasetInfo(crypto.randomUUID(), dataset, Date.now());
    this.#entries.set(info.id, { ...newEntry(info), dataset });
    return info;
  }

  /** Saves a dataset that `add` took. What cannot be saved stays usable and says so (`storage`). */
  async save(id: string, checkpoint: () => Promise<void>): Promise<void> {
    const entry = this.#entries.get(id);
    if (!entry?.dataset || !(entry.dataset.records instanceof MemoryRecords)) return;
    const { records } = entry.dataset;
    try {
      await saveStored({ ...entry.info, storage: 'saved', isSaved: true }, encodeDataset(entry.dataset, records), checkpoint);
    } catch (error) {
      this.#update(entry, { ...entry.info, storage: 'refused' });
      // No storage, or no room, is no fault of the program.
      if (!(error instanceof DOMException || error instanceof TypeError)) throw error;
      return;
    }
    this.#update(entry, { ...entry.info, storage: 'saved', isSaved: true });
    await this.#storeHashes(entry);
    if (entry.isRemoved) await storeRemoval(id, true);
    if (records.bytes > KEEP_IN_MEMORY_BYTES) close(entry);
  }

  async setHash(id: string, file: number, sha256: string): Promise<void> {
    const entry = await this.#find(id);
    const files = entry.info.files.map((known, index) => (index === file ? { ...known, sha256 } : known));
    this.#update(entry, { ...entry.info, files });
    await this.#storeHashes(entry);
  }

  /** Removes a dataset, or takes that back. What was never saved stays in memory meanwhile. */
  async setRemoved(id: string, isRemoved: boolean): Promise<void> {
    const entry = await this.#find(id);
    entry.isRemoved = isRemoved;
    if (entry.info.isSaved) {
      if (isRemoved) close(entry);
      await storeRemoval(id, isRemoved);
    }
    this.#onChanged(entry.info);
  }

  /** The dataset within a window; null for its whole span. Rejects with UnknownDataset. */
  async get(id: string, window: DayWindow | null): Promise<ScoredDataset> {
    const entry = await this.#find(id);
    const whole = entry.dataset ?? (await (entry.opening ??= this.#open(entry)));
    if (window === null) return whole;
    const key = `${window.from}/${window.to}`;
    const known = entry.windows.find((candidate) => candidate.key === key);
    const dataset = known?.dataset ?? windowDataset(whole, window);
    entry.windows = [...entry.windows.filter((candidate) => candidate !== known).slice(-(WINDOWS_KEPT - 1)), { key, dataset }];
    return dataset;
  }

  /** True when `get` has the answer at hand. */
  isAtHand(id: string, window: DayWindow | null): boolean {
    const entry = this.#entries.get(id);
    return entry?.dataset !== null && (window === null || entry?.windows.some(({ key }) => key === `${window.from}/${window.to}`) === true);
  }

  /** What is known of a dataset now: its files with their hashes. Rejects with UnknownDataset. */
  async info(id: string): Promise<DatasetInfo> {
    return (await this.#find(id)).info;
  }

  async #open(entry: Entry): Promise<ScoredDataset> {
    try {
      entry.file = await readStored(entry.info.id);
      entry.dataset = openDataset(entry.file);
      return entry.dataset;
    } catch (error) {
      if (isNamed(error, 'NotFoundError')) throw new UnknownDataset(entry.info.id);
      throw error;
    } finally {
      entry.opening = null;
    }
  }

  async #find(id: string): Promise<Entry> {
    if (!this.#entries.has(id)) await this.#readCatalogue();
    const entry = this.#entries.get(id);
    if (!entry) throw new UnknownDataset(id);
    return entry;
  }

  #update(entry: Entry, info: DatasetInfo): void {
    entry.info = info;
    this.#onChanged(info);
  }

  async #storeHashes({ info }: Entry): Promise<void> {
    if (info.isSaved && info.files.some(({ sha256 }) => sha256 !== null)) await storeHashes(info.id, info.files.map(({ sha256 }) => sha256));
  }

  /**
   * Brings the entries up to date with the storage, which other tabs change too. Without storage, what is in memory is all
   * there is.
   */
  async #readCatalogue(): Promise<void> {
    const stored = await this.#stored();
    if (stored === null) return;
    const ids = new Set(stored.map(({ id }) => id));
    for (const [id, entry] of this.#entries) {
      // Removed by another tab, or deleted since.
      if (entry.info.isSaved && !entry.isRemoved && !ids.has(id)) {
        close(entry);
        this.#entries.delete(id);
      }
    }
    for (const info of stored) {
      const entry = this.#entries.get(info.id);
      if (!entry) this.#entries.set(info.id, newEntry({ ...info, storage: 'saved' }));
      else if (entry.dataset === null) entry.info = { ...entry.info, files: info.files };
    }
  }

  async #stored(): Promise<DatasetInfo[] | null> {
    if (typeof navigator.storage?.getDirectory !== 'function') return null;
    try {
      await (this.#cleaned ??= cleanStored());
      return await listStored();
    } catch (error) {
      this.#cleaned = null;
      // Private windows of some browsers have the storage but refuse it.
      if (error instanceof DOMException) return null;
      throw error;
    }
  }
}

function newEntry(info: DatasetInfo): Entry {
  return { info, isRemoved: false, dataset: null, file: null, opening: null, windows: [] };
}

/** Lets go of a saved dataset's memory and file; the next question opens it again. */
function close(entry: Entry): void {
  entry.file?.close();
  entry.file = null;
  entry.dataset = null;
  entry.windows = [];
}

/** No dataset of that id here: removed, or opened in another browser. */
export class UnknownDataset extends Error {
  constructor(id: string) {
    super(`no dataset ${id} in this browser`);
    this.name = 'UnknownDataset';
  }
}
