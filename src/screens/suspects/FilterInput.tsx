import { TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { Ref } from 'react';

const restMs = 200;

/**
 * The text of a filter: the owner hears of it once typing rests, and at once on Enter. Escape empties it, and leaves it
 * when it is empty.
 */
export function FilterInput({ ref, label, placeholder, value, onValue, onLeave }: {
  ref: Ref<HTMLInputElement>;
  label: string;
  placeholder: string;
  value: string;
  onValue: (value: string) => void;
  /** Enter, or Escape when empty: the keys go back to the rows. */
  onLeave: () => void;
}) {
  const [draft, setDraft] = useState<string | null>(null);
  useEffect(() => {
    if (draft === null) return undefined;
    const timer = setTimeout(() => {
      onValue(draft);
      setDraft(null);
    }, restMs);
    return () => clearTimeout(timer);
  }, [draft, onValue]);

  const commit = (text: string) => {
    setDraft(null);
    if (text !== value) onValue(text);
  };
  return (
    <TextInput
      ref={ref}
      type="search"
      aria-label={label}
      placeholder={placeholder}
      autoComplete="off"
      spellCheck={false}
      value={draft ?? value}
      onChange={(event) => setDraft(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        const text = draft ?? value;
        if (event.key === 'Enter') commit(text);
        if (event.key === 'Escape') commit('');
        if (event.key === 'Enter' || (event.key === 'Escape' && text === '')) onLeave();
      }}
    />
  );
}
