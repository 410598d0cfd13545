/** How much of a question that takes long is done, 0–1, as far as its source tells: what a waiting screen shows. */
import { useSyncExternalStore } from 'react';

const shares = new Map<string, number>();
const listeners = new Set<() => void>();

/** @param name the beginning of the question's query key: source and what is asked; null when it is over */
export function tellShare(name: string, share: number | null): void {
  if (share === shares.get(name) || (share === null && !shares.has(name))) return;
  if (share === null) shares.delete(name);
  else shares.set(name, share);
  for (const listener of listeners) listener();
}

export function shareName(source: unknown, ask: unknown): string {
  return `${String(source)} ${String(ask)}`;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** null while nothing is known. */
export function shareOf(name: string): number | null {
  return shares.get(name) ?? null;
}

export function useShare(name: string): number | null {
  return useSyncExternalStore(subscribe, () => shareOf(name));
}
