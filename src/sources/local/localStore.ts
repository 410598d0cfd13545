import { openDB } from 'idb';
import type { DBSchema, IDBPDatabase } from 'idb';
import type { Decision } from '../../analysis/answers.ts';
import type { Note } from '../../analysis/notes.ts';

export type StoredDecision = Decision & { readonly dataset: string };
export type StoredNote = Note & { readonly dataset: string };

interface Schema extends DBSchema {
  decisions: { key: [dataset: string, number: string]; value: StoredDecision; indexes: { dataset: string } };
  notes: { key: [dataset: string, id: string]; value: StoredNote; indexes: { dataset: string; number: [dataset: string, number: string] } };
}

let database: Promise<IDBPDatabase<Schema>> | null = null;

/** What is kept in the browser of work on local datasets. */
export function localStore(): Promise<IDBPDatabase<Schema>> {
  return (database ??= openDB<Schema>('callchain', 2, {
    upgrade(db, from) {
      if (from < 1) db.createObjectStore('decisions', { keyPath: ['dataset', 'number'] }).createIndex('dataset', 'dataset');
      const notes = db.createObjectStore('notes', { keyPath: ['dataset', 'id'] });
      notes.createIndex('dataset', 'dataset');
      notes.createIndex('number', ['dataset', 'number']);
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
