/** Short messages at the lower edge. Whatever destroys something offers Undo here instead of asking before. */
import { announce } from './announce.ts';

export interface Toast {
  readonly id: number;
  readonly text: string;
  readonly kind: 'info' | 'error';
  /** Takes back what was done; the toast then leaves. */
  readonly undo: (() => void | Promise<void>) | null;
}

const atMost = 3;
let nextId = 1;
let toasts: readonly Toast[] = [];
const listeners = new Set<() => void>();

function set(next: readonly Toast[]): void {
  toasts = next;
  for (const listener of listeners) listener();
}

/** Shows and announces a message; answers its id, for `closeToast`. It stays longer with an undo, and while it is pointed at or focused. */
export function showToast(toast: { readonly text: string; readonly kind?: 'info' | 'error'; readonly undo?: () => void | Promise<void> }): number {
  announce(toast.text);
  const id = nextId++;
  set([...toasts, { id, text: toast.text, kind: toast.kind ?? 'info', undo: toast.undo ?? null }].slice(-atMost));
  return id;
}

export function closeToast(id: number): void {
  if (!toasts.some((toast) => toast.id === id)) return;
  set(toasts.filter((toast) => toast.id !== id));
}

/** Runs a toast's undo once; a failure becomes a message of its own. */
export async function undoToast(toast: Toast, failed: string): Promise<void> {
  closeToast(toast.id);
  try {
    await toast.undo?.();
  } catch {
    showToast({ text: failed, kind: 'error' });
  }
}

export function shownToasts(): readonly Toast[] {
  return toasts;
}

export function subscribeToToasts(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
