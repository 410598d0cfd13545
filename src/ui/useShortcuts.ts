import { useEffect, useRef, useState } from 'react';
import { giveKeysToDialog, removeShortcutGroup, runShortcut, setShortcutGroup } from './shortcuts.ts';
import type { Shortcut } from './shortcuts.ts';

export type { Shortcut } from './shortcuts.ts';

let users = 0;

/**
 * Makes `shortcuts` work while the component is mounted, and lists them in the help under `title`. The innermost
 * component wins where two use the same keys. Pass the actions as they are now; they need not be memoised.
 */
export function useShortcuts(title: string, shortcuts: readonly Shortcut[]): void {
  const [id] = useState(() => Symbol(title));
  const latest = useRef(shortcuts);
  useEffect(() => {
    latest.current = shortcuts;
  });

  // The registry changes only when what is listed does, not on each render's new functions.
  const signature = JSON.stringify([title, shortcuts.map(({ keys, label, isOn }) => [keys, label, isOn !== false])]);
  useEffect(() => {
    const [listedTitle, listed] = JSON.parse(signature) as [string, [string, string, boolean][]];
    setShortcutGroup(id, {
      title: listedTitle,
      shortcuts: listed.map(([keys, label, isOn], i) => ({ keys, label, isOn, run: (event) => latest.current[i]?.run(event) })),
    });
  }, [id, signature]);
  useEffect(() => () => removeShortcutGroup(id), [id]);

  // One listener for all, on the window so that it comes after the components' own.
  useEffect(() => {
    if (users++ === 0) window.addEventListener('keydown', runShortcut);
    return () => {
      if (--users === 0) window.removeEventListener('keydown', runShortcut);
    };
  }, []);
}

/** While a dialog is open or on its way, keys are its own: they run no shortcuts behind it, and Escape closes it. */
export function useDialogKeys(isOpen: boolean, onClose: () => void): void {
  const latest = useRef(onClose);
  useEffect(() => {
    latest.current = onClose;
  });
  useEffect(() => (isOpen ? giveKeysToDialog(() => latest.current()) : undefined), [isOpen]);
}
