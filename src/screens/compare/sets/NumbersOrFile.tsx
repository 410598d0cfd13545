import { Button, FileButton, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useEngine } from '../../../sources/useEngine.tsx';
import { showToast } from '../../../ui/toasts.ts';
import { useFormat } from '../../../words/format.ts';
import { useTexts } from '../../../words/language.tsx';
import classes from '../CompareScreen.module.css';
import { pastedNumbers } from '../compareSearch.ts';
import { keepList } from './keptLists.ts';
import type { SetContent } from './recipe.ts';
import { inlineAtMost } from './recipe.ts';
import { setsTexts } from './setsTexts.ts';

type Content = Extract<SetContent, { is: 'numbers' | 'kept' }>;
/** Longer texts are kept as a list at once: a text field of a million lines can be neither read nor scrolled. */
const TYPED_CHARACTERS = 6_000;

/** A list as a set: short ones by their numbers, long ones kept here and named. */
export async function contentOfList(text: string, label: string): Promise<Content> {
  const few = text.length <= TYPED_CHARACTERS ? pastedNumbers(text) : null;
  if (few !== null && few.length <= inlineAtMost) return { is: 'numbers', numbers: few };
  const lines = text.match(/[^\n\r,;，；、\t]+/g)?.length ?? 0;
  return { is: 'kept', id: await keepList(text), label, count: lines };
}

/** Numbers typed or pasted, or a file of any kind of which all numbers are taken. */
export function NumbersOrFile({ content, onChange }: { content: Content; onChange: (content: Content) => void }) {
  const t = useTexts(setsTexts);
  const format = useFormat();
  const engine = useEngine();
  const [draft, setDraft] = useState(content.is === 'numbers' ? content.numbers.join('\n') : '');
  const [isReading, setReading] = useState(false);

  const take = async (text: string, label: string) => {
    const next = await contentOfList(text, label);
    setDraft(next.is === 'numbers' ? next.numbers.join('\n') : '');
    onChange(next);
  };
  const read = async (file: File | null) => {
    if (file === null) return;
    setReading(true);
    try {
      const { text, count, rejected } = await engine.readNumbers(file);
      await take(text, file.name);
      showToast({ text: t.fileRead(file.name, format.count(count), format.count(rejected)) });
    } catch {
      showToast({ text: t.fileFailed(file.name), kind: 'error' });
    } finally {
      setReading(false);
    }
  };
  const type = (text: string) => {
    setDraft(text);
    const numbers = pastedNumbers(text);
    if (numbers.length > inlineAtMost) void take(text, t.pasted);
    else onChange({ is: 'numbers', numbers });
  };
  return (
    <>
      {content.is === 'kept' ? (
        <p className={classes.keptList}>
          {t.keptList(content.label, format.count(content.count))}
          <Button size="compact-xs" variant="subtle" color="gray" onClick={() => onChange({ is: 'numbers', numbers: [] })}>{t.remove}</Button>
        </p>
      ) : (
        <Textarea
          className={classes.numbers} label={t.typed} rows={2} autosize minRows={2} maxRows={6} value={draft} spellCheck={false}
          onChange={(event) => type(event.currentTarget.value)}
          onPaste={(event) => {
            const text = event.clipboardData.getData('text/plain');
            if (text.length <= TYPED_CHARACTERS) return;
            event.preventDefault();
            void take(draft.trim() === '' ? text : `${draft}\n${text}`, t.pasted);
          }}
        />
      )}
      <FileButton onChange={(file) => void read(file)}>
        {(props) => <Button size="compact-xs" variant="default" loading={isReading} {...props}>{t.file}</Button>}
      </FileButton>
    </>
  );
}
