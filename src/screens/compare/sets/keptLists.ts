/** Long lists of numbers, kept in this browser by what is in them, so that a link or a saved recipe can name them. */
import { openDB } from 'idb';
import type { DBSchema, IDBPDatabase } from 'idb';

interface Schema extends DBSchema {
  lists: { key: string; value: string };
}

let database: Promise<IDBPDatabase<Schema>> | null = null;
/** Where the browser refuses its storage, lists last as long as the page. */
const unsaved = new Map<string, string>();

function opened(): Promise<IDBPDatabase<Schema>> {
  return (database ??= openDB<Schema>('callchain-lists', 1, {
    upgrade(db) {
      db.createObjectStore('lists');
    },
    terminated() {
      database = null;
    },
  }).catch((error: unknown) => {
    database = null;
    throw error;
  }));
}

/** Keeps a list; answers the name by which `keptList` finds it. The same list has the same name. */
export async function keepList(text: string): Promise<string> {
  const id = contentName(text);
  try {
    await (await opened()).put('lists', text, id);
  } catch {
    unsaved.set(id, text);
  }
  return id;
}

/** null when this browser does not have it: the link came from another machine, or its storage was cleared. */
export async function keptList(id: string): Promise<string | null> {
  const kept = unsaved.get(id);
  if (kept !== undefined) return kept;
  try {
    return (await (await opened()).get('lists', id)) ?? null;
  } catch {
    return null;
  }
}

/** Its length and two FNV-1a hashes of its characters. */
function contentName(text: string): string {
  let a = 0x811c9dc5;
  let b = 0x050c5d1f;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    a = Math.imul(a ^ code, 0x01000193);
    b = Math.imul(b ^ code, 0x01000193) ^ (b >>> 15);
  }
  return [text.length, a >>> 0, b >>> 0].map((part) => part.toString(36)).join('-');
}
