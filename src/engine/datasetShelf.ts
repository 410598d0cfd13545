import type { FoundLine } from '../analysis/answers.ts';
import type { ScoredDataset } from '../analysis/scoredDataset.ts';
import type { DayWindow } from '../records/days.ts';
import type { ByteSource } from './byteSource.ts';
import { MemoryBytes } from './bytes.ts';
import { DatasetDraft } from './datasetDraft.ts';
import { chunksOf, encodeCloser } from './datasetFile.ts';
import { datasetInfo } from './datasetInfo.ts';
import { isNamed } from './privateFiles.ts';
import type { DatasetInfo } from './protocol.ts';
import { findLines } from './sourceLine.ts';
import type { Entry } from './shelfEntry.ts';
import { close, newEntry, UnknownDataset } from './shelfEntry.ts';
import { cleanStored, listStored, openStored, storeCloser, storeHashes, storeRemoval } from './storage.ts';
import { takeCloserLook } from './takeCloserLook.ts';
import { turn } from './turn.ts';
import { windowDataset } from './windowDataset.ts';

/** Windows kept per dataset, besides the whole span; of very large ones the last alone. */
const WINDOWS_KEPT = 3;
const LARGE_WINDOW_NUMBERS = 500_000;
/** Datasets larger than this are read from storage once they are saved, instead of staying in memory. */
const KEEP_IN_MEMORY_BYTES = 512 << 20;
/** The first answers of a dataset opened again come before its closer look. */
const LOOK_AFTER_MS = 200;

/** The datasets that are open in this worker, whether in memory or in the browser's storage. */
export class DatasetShelf {
  readonly #entries = new Map<string, Entry>();
  readonly #onChanged: (info: DatasetInfo) => void;
  readonly #onRescored: (id: string) => void;
  #cleaned: Promise<(readonly string[])[]> | null = null;

  /** @param onRescored told after a closer look, which changes scores and findings */
  constructor(onChanged: (info: DatasetInfo) => void, onRescored: (id: string) => void) {
    this.#onChanged = onChanged;
    this.#onRescored = onRescored;
  }

  async list(): Promise<DatasetInfo[]> {
    await this.#readCatalogue();
    return [...this.#entries.values()]
      .filter((entry) => !entry.isRemoved)
      .map((entry) => entry.info)
      .toSorted((a, b) => b.openedAt - a.openedAt);
  }

  /**
   * Adds a dataset just read. It can be asked at once; `save` makes it last.
   * @param readAgain should its records be lost before they are packed: the same dataset with its records
   */
  add(id: string, dataset: ScoredDataset, draft: DatasetDraft | null, sources: readonly (ByteSource | null)[], readAgain: () => Promise<ScoredDataset>): DatasetInfo {
    const info = datasetInfo(id, dataset, Date.now());
    const entry: Entry = { ...newEntry(info), dataset, draft, sources: [...sources] };
    this.#entries.set(info.id, entry);
    let completed: Promise<void> | null = null;
    entry.complete = () => (completed ??= (async () => {
      try {
        await dataset.records.complete?.();
      } catch {
        entry.dataset = { ...(await readAgain()), scoredInMs: dataset.scoredInMs };
        entry.windows = [];
        this.#onRescored(id);
      }
    })());
    return info;
  }

  /** Has the records of a dataset packed that are pending. Resolves when they can be asked for; rejects with what they were lost by. */
  async complete(id: string): Promise<void> {
    await this.#entries.get(id)?.complete();
  }

  /**
   * Takes a large dataset's closer look, which its first queue did not wait for, and keeps what it found. One that is closed meanwhile is
   * looked at when it is opened again.
   */
  async lookCloser(id: string, checkpoint: () => Promise<void>): Promise<void> {
    const entry = this.#entries.get(id);
    if (entry === undefined || !(await isComplete(entry))) return;
    const { dataset } = entry;
    if (dataset === null || dataset.lookCloser === null) return;
    const steps = takeCloserLook(dataset);
    let step = steps.next();
    while (step.done !== true) {
      await checkpoint();
      // Its files are closed: it can be read no further.
      if (entry.dataset !== dataset) return;
      step = steps.next();
    }
    entry.dataset = step.value;
    entry.windows = [];
    this.#onRescored(id);
    await this.#storeCloser(entry);
  }

  /** What the closer look found outlasts the tab with the dataset; where that cannot be, it is taken anew. */
  async #storeCloser({ info, dataset }: Entry): Promise<void> {
    if (!info.isSaved || dataset === null) return;
    try {
      await storeCloser(info.id, encodeCloser(dataset));
    } catch (error) {
      if (!(error instanceof DOMException)) throw error;
    }
  }

  /** Saves a dataset that `add` took. What cannot be saved stays usable and says so (`storage`); it can be tried anew. */
  async save(id: string, checkpoint: () => Promise<void>): Promise<void> {
    const entry = await this.#find(id);
    if (entry.info.isSaved) return;
    await (entry.saving ??= this.#save(entry, checkpoint).finally(() => (entry.saving = null)));
  }

  async #save(entry: Entry, checkpoint: () => Promise<void>): Promise<void> {
    if (!(await isComplete(entry))) {
      this.#update(entry, { ...entry.info, storage: 'refused' });
      return;
    }
    const { dataset } = entry;
    if (dataset === null) return;
    // There may have been no room for even the beginning, and be some now.
    const draft = (entry.draft ??= await DatasetDraft.begin(entry.info.id, entry.info.files.map(({ name }) => name)));
    if (draft === null) {
      this.#update(entry, { ...entry.info, storage: 'refused' });
      return;
    }
    this.#update(entry, { ...entry.info, storage: 'saving' });
    const bytes = chunksOf(dataset).reduce((sum, chunk) => sum + (chunk.bytes instanceof MemoryBytes ? chunk.bytes.length : 0), 0);
    try {
      await draft.save({ ...entry.info, storage: 'saved', isSaved: true }, dataset, checkpoint, bytes > KEEP_IN_MEMORY_BYTES);
    } catch (error) {
      this.#update(entry, { ...entry.info, storage: 'refused' });
      // No storage, or no room, is no fault of the program.
      if (!(error instanceof DOMException || error instanceof TypeError)) throw error;
      return;
    }
    this.#update(entry, { ...entry.info, storage: 'saved', isSaved: true });
    await this.#storeHashes(entry);
    if (entry.isRemoved) {
      close(entry);
      await storeRemoval(entry.info.id, true);
    }
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
    if (entry.isRemoved) throw new UnknownDataset(id);
    const whole = entry.dataset ?? (await (entry.opening ??= this.#open(entry)));
    if (window === null) return whole;
    const key = `${window.from}/${window.to}`;
    const known = entry.windows.find((candidate) => candidate.key === key);
    const dataset = known?.dataset ?? windowDataset(whole, window);
    const others = whole.features.numbers.length > LARGE_WINDOW_NUMBERS ? [] : entry.windows.filter((candidate) => candidate !== known);
    entry.windows = [...others.slice(-(WINDOWS_KEPT - 1)), { key, dataset }];
    return dataset;
  }

  /** Aborts with UnknownDataset once what `get` answered can no longer be read, as the dataset was removed, here or by another tab. */
  closed(id: string): AbortSignal {
    return this.#entries.get(id)?.closing.signal ?? AbortSignal.abort(new UnknownDataset(id));
  }

  /** True when `get` has the answer at hand. */
  isAtHand(id: string, window: DayWindow | null): boolean {
    const entry = this.#entries.get(id);
    return entry?.dataset !== null && (window === null || entry?.windows.some(({ key }) => key === `${window.from}/${window.to}`) === true);
  }

  /** The files of a dataset by index, null for those that are not open. */
  sourcesOf(id: string): readonly (ByteSource | null)[] {
    const entry = this.#entries.get(id);
    return entry === undefined ? [] : entry.info.files.map((_, i) => entry.sources[i] ?? null);
  }

  /** Line `line` of the dataset's files of that name. Rejects with UnknownDataset. */
  async findLines(id: string, file: string, line: number): Promise<readonly FoundLine[]> {
    const dataset = await this.get(id, null);
    return findLines(dataset, file, line, (await this.#find(id)).sources);
  }

  /** Takes a file chosen anew; false when none of the dataset's has its name and size. */
  async reopenFile(id: string, source: ByteSource): Promise<boolean> {
    const entry = await this.#find(id);
    const places = entry.info.files.flatMap(({ name, bytes }, place) => (name === source.name && bytes === source.bytes ? [place] : []));
    for (const place of places) entry.sources[place] = source;
    return places.length > 0;
  }

  /** What is known of a dataset now: its files with their hashes. Rejects with UnknownDataset. */
  async info(id: string): Promise<DatasetInfo> {
    return (await this.#find(id)).info;
  }

  async #open(entry: Entry): Promise<ScoredDataset> {
    try {
      const { signal } = entry.closing;
      const file = await openStored(entry.info.id);
      if (signal.aborted) {
        file.close();
        throw signal.reason as UnknownDataset;
      }
      entry.file = file;
      entry.dataset = file.dataset;
      if (file.dataset.lookCloser !== null) setTimeout(() => void this.lookCloser(entry.info.id, turn).catch(reportError), LOOK_AFTER_MS);
      return file.dataset;
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
    // What is saved while the storage is being read may not be in it yet.
    const saved = new Set([...this.#entries.values()].filter(({ info }) => info.isSaved));
    const stored = await this.#stored();
    if (stored === null) return;
    const ids = new Set(stored.map(({ id }) => id));
    for (const [id, entry] of this.#entries) {
      // Removed by another tab, or deleted since.
      if (saved.has(entry) && !entry.isRemoved && !ids.has(id)) {
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

  /** Names of the files whose reading was interrupted when a tab was closed or died; told once. */
  async takeInterrupted(): Promise<readonly (readonly string[])[]> {
    await this.#stored();
    const interrupted = await this.#cleaned?.catch(() => []);
    return interrupted?.splice(0) ?? [];
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

function isComplete({ complete }: Entry): Promise<boolean> {
  return complete().then(() => true, () => false);
}
