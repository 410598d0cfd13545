import { openDB } from 'idb';
import type { DBSchema, IDBPDatabase } from 'idb';
import type { Decision } from '../../analysis/answers.ts';

type Stored = Decision & { readonly dataset: string };

interface Schema extends DBSchema {
  decisions: { key: [dataset: string, number: string]; value: Stored; indexes: { dataset: string } };
}

let database: Promise<IDBPDatabase<Schema>> | null = null;

function opened(): Promise<IDBPDatabase<Schema>> {
  return (database ??= openDB<Schema>('callchain', 1, {
    upgrade(db) {
      db.createObjectStore('decisions', { keyPath: ['dataset', 'number'] }).createIndex('dataset', 'dataset');
    },
  }));
}

/** What was decided about a local dataset's numbers, kept in the browser. */
export async function readDecisions(dataset: string): Promise<readonly Decision[]> {
  return (await (await opened()).getAllFromIndex('decisions', 'dataset', dataset)).map(withoutDataset);
}

function withoutDataset({ dataset: _, ...decision }: Stored): Decision {
  return decision;
}

/** Sets decisions, all or none; answers what stood before (`new` where nothing did). */
export async function writeDecisions(dataset: string, decisions: readonly Decision[]): Promise<readonly Decision[]> {
  const transaction = (await opened()).transaction('decisions', 'readwrite');
  const before = await Promise.all(
    decisions.map(async (decision): Promise<Decision> => {
      const known = await transaction.store.get([dataset, decision.number]);
      if (decision.status === 'new' && decision.assignee === null) await transaction.store.delete([dataset, decision.number]);
      else await transaction.store.put({ ...decision, dataset });
      return known ? withoutDataset(known) : { number: decision.number, status: 'new', reason: '', assignee: null };
    }),
  );
  await transaction.done;
  return before;
}
