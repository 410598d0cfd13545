/** Which of the dialogs that can be opened from anywhere is open; one at a time. */
import { useSyncExternalStore } from 'react';

export type ShellDialog = 'palette' | 'help' | 'rejected' | 'learn';

let open: ShellDialog | null = null;
const listeners = new Set<() => void>();

export function openDialog(dialog: ShellDialog | null): void {
  open = dialog;
  for (const listener of listeners) listener();
}

export function useOpenDialog(): ShellDialog | null {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => open,
  );
}
