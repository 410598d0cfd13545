import { Button, CloseButton } from '@mantine/core';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { defineTexts, useTexts } from '../words/language.tsx';
import classes from './ToastStack.module.css';
import { closeToast, shownToasts, subscribeToToasts, undoToast } from './toasts.ts';
import type { Toast } from './toasts.ts';
import { useShortcuts } from './useShortcuts.ts';

const texts = defineTexts({
  undo: ['Undo', '撤销'],
  undoLast: ['Undo the last action', '撤销上一步操作'],
  undoFailed: ['That could not be undone.', '无法撤销该操作。'],
  messages: ['Messages', '消息'],
  everywhere: ['Everywhere', '全局'],
  close: ['Close', '关闭'],
});

const plainMs = 5_000;
const undoMs = 12_000;

/** Where `showToast` is seen. Once per page. */
export function ToastStack() {
  const t = useTexts(texts);
  const toasts = useSyncExternalStore(subscribeToToasts, shownToasts);
  const lastWithUndo = toasts.findLast((toast) => toast.undo !== null);
  useShortcuts(t.everywhere, [
    { keys: 'mod+z', label: t.undoLast, isOn: lastWithUndo !== undefined, run: () => lastWithUndo && void undoToast(lastWithUndo, t.undoFailed) },
  ]);
  return (
    <section className={classes.toasts} aria-label={t.messages}>
      {toasts.map((toast) => (
        <ToastLine key={toast.id} toast={toast} />
      ))}
    </section>
  );
}

function ToastLine({ toast }: { toast: Toast }) {
  const t = useTexts(texts);
  const [isHeld, setHeld] = useState(false);
  useEffect(() => {
    if (isHeld || toast.kind === 'error') return undefined;
    const timer = setTimeout(() => closeToast(toast.id), toast.undo ? undoMs : plainMs);
    return () => clearTimeout(timer);
  }, [isHeld, toast]);
  return (
    <div
      className={classes.toast}
      data-kind={toast.kind}
      onMouseEnter={() => setHeld(true)}
      onMouseLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <span>{toast.text}</span>
      {toast.undo !== null && (
        <Button size="compact-sm" variant="subtle" onClick={() => void undoToast(toast, t.undoFailed)}>
          {t.undo}
        </Button>
      )}
      <CloseButton size="sm" aria-label={t.close} onClick={() => closeToast(toast.id)} />
    </div>
  );
}
