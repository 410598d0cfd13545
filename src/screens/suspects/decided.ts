/** What was decided during this visit, by source, so that `u` takes the last of it back even from another screen. */
import type { Decision } from '../../analysis/answers.ts';

export interface Decided {
  /** What stood before; writing it undoes the decision. */
  readonly before: readonly Decision[];
  /** The number or how many, for messages. */
  readonly what: string;
}

const stacks = new Map<string, readonly Decided[]>();
const listeners = new Set<() => void>();

function set(sourceKey: string, stack: readonly Decided[]): void {
  stacks.set(sourceKey, stack);
  for (const listener of listeners) listener();
}

export function rememberDecided(sourceKey: string, decided: Decided): void {
  set(sourceKey, [...(stacks.get(sourceKey) ?? []), decided]);
}

/** False when it was taken back already: a decision is undone once. */
export function forgetDecided(sourceKey: string, decided: Decided): boolean {
  const stack = stacks.get(sourceKey) ?? [];
  set(sourceKey, stack.filter((other) => other !== decided));
  return stack.includes(decided);
}

export function lastDecided(sourceKey: string): Decided | null {
  return stacks.get(sourceKey)?.at(-1) ?? null;
}

export function subscribeToDecided(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
