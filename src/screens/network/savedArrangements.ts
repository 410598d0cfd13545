/** Arrangements of this visit by what was opened, so that coming back finds everything where it was. */
import { z } from 'zod';
import type { Arrangement } from '../../views/linkGraph/arrangement.ts';

const storageKey = 'callchain.arrangements';
/** Kept; the oldest goes first. A large one is about 100 kB. */
const keptAtMost = 12;

export type SavedArrangement = Omit<Arrangement, 'open'>;

const savedSchema = z.array(
  z.object({
    key: z.string(),
    hidden: z.array(z.string()),
    pinned: z.array(z.string()),
    positions: z.record(z.string(), z.object({ x: z.number(), y: z.number() })),
  }),
);

/** The same for the same numbers in any order, of one source. */
export function arrangementKey(sourceKey: string, open: readonly string[]): string {
  return JSON.stringify([sourceKey, [...open].sort()]);
}

export function loadArrangement(key: string): SavedArrangement | null {
  return readAll().find((entry) => entry.key === key) ?? null;
}

export function saveArrangement(key: string, { hidden, pinned, positions }: SavedArrangement): void {
  const others = readAll().filter((entry) => entry.key !== key);
  const all = [...others, { key, hidden, pinned, positions }].slice(-keptAtMost);
  try {
    sessionStorage.setItem(storageKey, JSON.stringify(all));
  } catch {
    // Full or refused: the arrangement then lasts as long as the screen.
  }
}

function readAll() {
  try {
    const parsed = savedSchema.safeParse(JSON.parse(sessionStorage.getItem(storageKey) ?? '[]'));
    return parsed.success ? parsed.data : [];
  } catch {
    return [];
  }
}
