import { useCallback, useSyncExternalStore } from 'react';

/** Settings of this browser (language, widths, …): text in local storage, or for the visit only where that is refused. */
const unsaved = new Map<string, string>();
const listeners = new Set<() => void>();

export function readSetting(key: string): string | null {
  try {
    return unsaved.get(key) ?? localStorage.getItem(`callchain.${key}`);
  } catch {
    return unsaved.get(key) ?? null;
  }
}

export function writeSetting(key: string, value: string): void {
  try {
    localStorage.setItem(`callchain.${key}`, value);
    unsaved.delete(key);
  } catch {
    unsaved.set(key, value);
  }
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  // Another tab may change a setting too.
  window.addEventListener('storage', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('storage', listener);
  };
}

/** A setting as state: `[value or null when never set, set]`. */
export function useSetting(key: string): readonly [string | null, (value: string) => void] {
  const value = useSyncExternalStore(subscribe, () => readSetting(key));
  const set = useCallback((next: string) => writeSetting(key, next), [key]);
  return [value, set];
}
