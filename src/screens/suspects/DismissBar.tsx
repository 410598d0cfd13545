import { Button, TextInput } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { usualDismissals } from '../../words/dismissals.ts';
import { useFormat } from '../../words/format.ts';
import { useLanguage, useTexts } from '../../words/language.tsx';
import { useShortcuts } from '../../ui/useShortcuts.ts';
import classes from './DismissBar.module.css';
import { dismissTexts } from './suspectsTexts.ts';

/**
 * Asks why numbers are dismissed, without blocking the queue: a bar over its upper edge. Keys 1 to 9 choose, Escape leaves.
 */
export function DismissBar({ numbers, onReason, onCancel }: {
  numbers: readonly string[];
  onReason: (reason: string) => void;
  onCancel: () => void;
}) {
  const t = useTexts(dismissTexts);
  const f = useFormat();
  const usual = usualDismissals(useLanguage());
  const [own, setOwn] = useState<string | null>(null);
  const what = numbers.length === 1 ? f.phone(numbers[0] ?? '') : t.many(f.count(numbers.length));
  const title = t.why(what);

  useShortcuts(title, [
    ...usual.map((reason, i) => ({ keys: String(i + 1), label: reason, run: () => onReason(reason) })),
    { keys: String(usual.length + 1), label: t.other, run: () => setOwn('') },
    { keys: 'Escape', label: t.cancel, run: onCancel },
  ]);

  // The keys go where the choice is; the owner puts the focus back.
  const bar = useRef<HTMLFormElement>(null);
  const isOwn = own !== null;
  useEffect(() => bar.current?.querySelector<HTMLElement>(isOwn ? 'input' : 'button')?.focus(), [isOwn]);

  return (
    <form
      ref={bar}
      className={classes.bar}
      aria-label={title}
      onSubmit={(event) => {
        event.preventDefault();
        if (own !== null && own.trim() !== '') onReason(own.trim());
      }}
    >
      <span className={classes.title}>{title}</span>
      {own === null ? (
        <>
          {usual.map((reason, i) => (
            <Button key={reason} size="compact-sm" variant="default" onClick={() => onReason(reason)}>
              <span aria-hidden className={classes.key}>{i + 1}</span>
              {reason}
            </Button>
          ))}
          <Button size="compact-sm" variant="default" onClick={() => setOwn('')}>
            <span aria-hidden className={classes.key}>{usual.length + 1}</span>
            {t.other}
          </Button>
        </>
      ) : (
        <>
          <TextInput
            className={classes.own}
            aria-label={t.otherLabel}
            placeholder={t.otherLabel}
            required
            maxLength={500}
            value={own}
            onChange={(event) => setOwn(event.currentTarget.value)}
            // Typing is not for shortcuts, so Escape is heard here.
            onKeyDown={(event) => event.key === 'Escape' && !event.nativeEvent.isComposing && onCancel()}
          />
          <Button size="compact-sm" type="submit" disabled={own.trim() === ''}>
            {t.submit}
          </Button>
        </>
      )}
      <Button size="compact-sm" variant="subtle" onClick={onCancel}>
        {t.cancel}
      </Button>
    </form>
  );
}
