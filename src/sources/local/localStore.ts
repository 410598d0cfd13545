import { openDB } from 'idb';
import type { DBSchema, IDBPDatabase } from 'idb';
import type { Decision } from '../../analysis/answers.ts';
import type { Note } from '../../analysis/notes.ts';
import type { Refit } from '../../analysis/refit/refitAnswers.ts';

export type StoredDecision = Decision & { readonly dataset: string };
/** `model` was not noted at first. */
export type StoredRefit = Omit<Refit, 'model'> & { readonly model?: string; readonly dataset: string };
export type StoredNote = Note & { readonly dataset: string };

interface Schema extends DBSchema {
  decisions: { key: [dataset: string, number: string]; value: StoredDecision; indexes: { dataset: string } };
  refits: { key: string; value: StoredRefit };
  notes: { key: [dataset: string, id: string]; value: StoredNote; indexes: { dataset: string; number: [dataset: string, number: string] } };
}

let database: Promise<IDBPDatabase<Schema>> | null = null;

/** What is kept in the browser of work on local datasets. */
export function localStore(): Promise<IDBPDatabase<Schema>> {
  return (database ??= openDB<Schema>('callchain', 3, {
    upgrade(db, from) {
      if (from < 1) db.createObjectStore('decisions', { keyPath: ['dataset', 'number'] }).createIndex('dataset', 'dataset');
      if (from < 2) {
        const notes = db.createObjectStore('notes', { keyPath: ['dataset', 'id'] });
        notes.createIndex('dataset', 'dataset');
        notes.createIndex('number', ['dataset', 'number']);
      }
      if (from < 3) db.createObjectStore('refits', { keyPath: 'dataset' });
    },
    // A tab with a newer version waits for this one to let go.
    blocking(_from, _to, event) {
      (event.target as IDBDatabase).close();
      database = null;
    },
    terminated() {
      database = null;
    },
  }).catch((error: unknown) => {
    database = null;
    throw error;
  }));
}
