/** Arrangements of this visit by what was opened, so that coming back finds everything where it was. */
import type { Arrangement } from '../../views/linkGraph/arrangement.ts';

const storageKey = 'callchain.arrangements';
/** Kept; the oldest goes first. A large one is about 100 kB. */
const keptAtMost = 12;

export type SavedArrangement = Pick<Arrangement, 'hidden' | 'pinned' | 'positions'>;

interface SavedEntry extends SavedArrangement {
  readonly key: string;
}

/** The same for the same numbers in any order, of one source. */
export function arrangementKey(sourceKey: string, numbers: readonly string[]): string {
  return JSON.stringify([sourceKey, [...numbers].sort()]);
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

function readAll(): readonly SavedEntry[] {
  try {
    const parsed: unknown = JSON.parse(sessionStorage.getItem(storageKey) ?? '[]');
    return Array.isArray(parsed) ? parsed.filter(isEntry) : [];
  } catch {
    return [];
  }
}

/** What another version of the program wrote, or a person, must not break the screen. */
function isEntry(value: unknown): value is SavedEntry {
  if (typeof value !== 'object' || value === null) return false;
  const { key, hidden, pinned, positions } = value as Record<string, unknown>;
  return typeof key === 'string' && isTexts(hidden) && isTexts(pinned) && typeof positions === 'object' && positions !== null && Object.values(positions).every(isPoint);
}

function isTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every((entry) => typeof entry === 'string');
}

function isPoint(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const { x, y } = value as Record<string, unknown>;
  return Number.isFinite(x) && Number.isFinite(y);
}
