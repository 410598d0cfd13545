import { useEffect, useSyncExternalStore } from 'react';

let isReady = false;
const listeners = new Set<() => void>();

/**
 * Marks the page ready once the first answer is on the screen: a screen calls it with true when what it shows came from
 * its source (an empty answer or an error is an answer too). The mark stays.
 */
export function useReady(isAnswered: boolean): void {
  useEffect(() => {
    if (!isAnswered || isReady) return;
    document.documentElement.dataset['ready'] = 'true';
    isReady = true;
    for (const listener of listeners) listener();
  }, [isAnswered]);
}

/** Whether the first answer is on the screen. */
export function usePageIsReady(): boolean {
  return useSyncExternalStore(subscribe, () => isReady);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
