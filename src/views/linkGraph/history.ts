/**
 * Undo and redo over whole states. The present is not kept here: it belongs to whoever holds it (the URL, a component),
 * so it is given to each step and comes back from it.
 */
export interface History<T> {
  /** Oldest first; the last is what undo brings back. */
  readonly past: readonly T[];
  /** The last is what redo brings back. */
  readonly future: readonly T[];
}

/** Steps kept; an arrangement shares most of its parts with its neighbours, so this is small. Assumed. */
export const historyLimit = 200;

export const noHistory: History<never> = { past: [], future: [] };

/** `before` was the present and something else is now: undo brings it back, and what could be redone is gone. */
export function remember<T>(history: History<T>, before: T): History<T> {
  return { past: [...history.past, before].slice(-historyLimit), future: [] };
}

/** The state before the last step, or null at the beginning. */
export function undo<T>(history: History<T>, present: T): { readonly history: History<T>; readonly present: T } | null {
  const before = history.past.at(-1);
  if (before === undefined) return null;
  return { history: { past: history.past.slice(0, -1), future: [...history.future, present] }, present: before };
}

/** The state that the last undo left, or null when there is none. */
export function redo<T>(history: History<T>, present: T): { readonly history: History<T>; readonly present: T } | null {
  const after = history.future.at(-1);
  if (after === undefined) return null;
  return { history: { past: [...history.past, present], future: history.future.slice(0, -1) }, present: after };
}
