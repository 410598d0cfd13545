import type { ScoredDataset } from '../analysis/scoredDataset.ts';
import type { ByteSource } from './byteSource.ts';
import type { DatasetDraft } from './datasetDraft.ts';
import type { DatasetInfo } from './protocol.ts';
import type { StoredDataset } from './storage.ts';

/** What a shelf knows of one dataset. */
export interface Entry {
  info: DatasetInfo;
  isRemoved: boolean;
  dataset: ScoredDataset | null;
  /** The stored files that `dataset` reads from; null for one that was made here. */
  file: StoredDataset | null;
  /** Where a dataset that was made here is saved, and what of it was put into files before; null where there is no storage. */
  draft: DatasetDraft | null;
  /** Its files by index, those that are open; their lines can be shown. */
  sources: (ByteSource | null)[];
  /** Has the records of one that was made here packed, where they are pending. Resolves when `dataset` has them, rejects with what they were lost by. */
  complete: () => Promise<void>;
  /** While it is being saved. */
  saving: Promise<void> | null;
  /** While it is being opened, so that questions asked at once wait for one opening. */
  opening: Promise<ScoredDataset> | null;
  /** Aborts with UnknownDataset when `dataset` is let go of: who is at work on it must then stop, as its files are closed. */
  closing: AbortController;
  /** Most recently asked last. */
  windows: { readonly key: string; readonly dataset: ScoredDataset }[];
}

export function newEntry(info: DatasetInfo): Entry {
  return { info, isRemoved: false, dataset: null, file: null, draft: null, sources: [], complete: () => Promise.resolve(), saving: null, opening: null, closing: new AbortController(), windows: [] };
}

/** Lets go of a saved dataset's memory and file; the next question opens it again. */
export function close(entry: Entry): void {
  entry.closing.abort(new UnknownDataset(entry.info.id));
  entry.closing = new AbortController();
  entry.file?.close();
  entry.file = null;
  entry.draft?.close();
  entry.draft = null;
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
