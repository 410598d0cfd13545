/** Whether the API answers, as its last answer told. Queries and writes report here; the bar below the top bar shows it. */
import { useSyncExternalStore } from 'react';
import { SourceError } from '../sources/sourceError.ts';

export type Connection = 'ok' | 'signedOut' | 'offline';

let connection: Connection = 'ok';
const listeners = new Set<() => void>();

function set(next: Connection): void {
  if (next === connection) return;
  connection = next;
  for (const listener of listeners) listener();
}

export function reportFailure(error: unknown): void {
  if (error instanceof SourceError && (error.kind === 'signedOut' || error.kind === 'offline')) set(error.kind);
}

export function reportAnswer(): void {
  set('ok');
}

export function useConnection(): Connection {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => connection,
  );
}
