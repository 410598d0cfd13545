import type { Note } from '../../analysis/notes.ts';
import { applyNotes, inOrder } from '../../analysis/notes.ts';
import type { StoredNote } from './localStore.ts';
import { localStore } from './localStore.ts';

function withoutDataset({ id, number, text, at, by }: StoredNote): Note {
  return { id, number, text, at, by };
}

/** Notes on a number of a local dataset, oldest first. */
export async function readNotes(dataset: string, number: string): Promise<readonly Note[]> {
  return inOrder((await (await localStore()).getAllFromIndex('notes', 'number', [dataset, number])).map(withoutDataset));
}

/** Notes about a dataset's numbers hold for the one that files were added to, too. */
export async function copyNotes(from: string, to: string): Promise<void> {
  const notes = await (await localStore()).getAllFromIndex('notes', 'dataset', from);
  if (notes.length > 0) await writeNotes(to, notes.map(withoutDataset));
}

/** Writes notes, all or none; answers what stood before. */
export async function writeNotes(dataset: string, notes: readonly Note[]): Promise<readonly Note[]> {
  const transaction = (await localStore()).transaction('notes', 'readwrite');
  const stored = await Promise.all(notes.map(({ id }) => transaction.store.get([dataset, id])));
  const known = new Map(stored.flatMap((note) => (note ? [[note.id, withoutDataset(note)] as const] : [])));
  const before = applyNotes(known, notes);
  await Promise.all(notes.map(async ({ id }) => {
    const note = known.get(id);
    if (note) await transaction.store.put({ ...note, dataset });
    else await transaction.store.delete([dataset, id]);
  }));
  await transaction.done;
  return before;
}
