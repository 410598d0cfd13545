import type { ScoredDataset } from '../analysis/scoredDataset.ts';
import type { DayWindow } from '../records/days.ts';
import { encodeDataset, openDataset } from './datasetFile.ts';
import { datasetInfo } from './datasetInfo.ts';
import { MemoryRecords } from './memoryRecords.ts';
import type { DatasetInfo } from './protocol.ts';
import { cleanStored, listStored, readStored, saveStored, updateStored } from './storage.ts';
import { windowDataset } from './windowDataset.ts';

/** Windows kept per dataset, besides the whole span. */
const WINDOWS_KEPT = 3;
/** Records larger than this are read from storage once they are saved, instead of staying in memory. */
const KEEP_IN_MEMORY_BYTES = 256 << 20;

interface Entry {
  info: DatasetInfo;
  isRemoved: boolean;
  dataset: ScoredDataset | null;
  /** Newest last. */
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
    await this.#loadStored();
    return [...this.#entries.values()]
      .filter((entry) => !entry.isRemoved)
      .map((entry) => entry.info)
      .toSorted((a, b) => b.openedAt - a.openedAt);
  }

  /** Adds a dataset just read. It can be asked at once; `save` makes it last. */
  add(dataset: ScoredDataset): DatasetInfo {
    const info = datasetInfo(crypto.randomUUID(), dataset, Date.now());
    this.#entries.set(info.id, { info, isRemoved: false, dataset, windows: [] });
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
      await this.#update(entry, { ...entry.info, storage: 'refused' });
      // No storage, or no room, is no fault of the program.
      if (!(error instanceof DOMException || error instanceof TypeError)) throw error;
      return;
    }
    await this.#update(entry, { ...entry.info, storage: 'saved', isSaved: true });
    const bytes = records.groups.reduce((sum, group) => sum + group.u32.byteLength, 0);
    if (bytes > KEEP_IN_MEMORY_BYTES) entry.dataset = null;
  }

  async setHash(id: string, file: number, sha256: string): Promise<void> {
    const entry = this.#entries.get(id);
    if (!entry) return;
    const files = entry.info.files.map((known, index) => (index === file ? { ...known, sha256 } : known));
    await this.#update(entry, { ...entry.info, files });
  }

  async setRemoved(id: string, isRemoved: boolean): Promise<void> {
    const entry = await this.#find(id);
    entry.isRemoved = isRemoved;
    await this.#update(entry, entry.info);
  }

  /** The dataset within a window; null for its whole span. Throws UnknownDataset. */
  async get(id: string, window: DayWindow | null): Promise<ScoredDataset> {
    const entry = await this.#find(id);
    entry.dataset ??= openDataset(await readStored(id));
    const whole: ScoredDataset = entry.dataset;
    if (window === null) return whole;
    const key = `${window.from}/${window.to}`;
    const known = entry.windows.find((candidate) => candidate.key === key);
    if (known) return known.dataset;
    const dataset = windowDataset(whole, window);
    entry.windows = [...entry.windows.slice(-(WINDOWS_KEPT - 1)), { key, dataset }];
    return dataset;
  }

  /** What is known of a dataset now: its files with their hashes. Throws UnknownDataset. */
  async info(id: string): Promise<DatasetInfo> {
    return (await this.#find(id)).info;
  }

  async #find(id: string): Promise<Entry> {
    let entry = this.#entries.get(id);
    if (!entry) {
      await this.#loadStored();
      entry = this.#entries.get(id);
    }
    if (!entry) throw new UnknownDataset(id);
    return entry;
  }

  async #update(entry: Entry, info: DatasetInfo): Promise<void> {
    entry.info = info;
    if (info.isSaved) await updateStored(info, entry.isRemoved);
    this.#onChanged(info);
  }

  /** Reads the catalogue: other tabs may have added to it. What was removed or left half written is deleted the first time. */
  async #loadStored(): Promise<void> {
    if (typeof navigator.storage?.getDirectory !== 'function') return;
    await (this.#cleaned ??= cleanStored());
    for (const info of await listStored()) {
      if (!this.#entries.has(info.id)) this.#entries.set(info.id, { info: { ...info, storage: 'saved' }, isRemoved: false, dataset: null, windows: [] });
    }
  }
}

/** No dataset of that id here: removed, or opened in another browser. */
export class UnknownDataset extends Error {
  constructor(id: string) {
    super(`no dataset ${id} in this browser`);
    this.name = 'UnknownDataset';
  }
}
