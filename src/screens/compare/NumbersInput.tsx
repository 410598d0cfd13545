import { Button, FileButton, Textarea } from '@mantine/core';
import { useGroup } from '../../state/group.ts';
import { useSelection } from '../../state/search.ts';
import { showToast } from '../../ui/toasts.ts';
import { useFormat } from '../../words/format.ts';
import { useTexts } from '../../words/language.tsx';
import classes from './CompareScreen.module.css';
import { mostNumbers, pastedNumbers } from './compareSearch.ts';
import { compareTexts } from './compareTexts.ts';

/** Lists longer than this are files of another kind. */
const MOST_BYTES = 1_000_000;

/** A list of numbers: typed or pasted, from a file, or the selected one. */
export function NumbersInput({ draft, onDraft }: { draft: string; onDraft: (text: string) => void }) {
  const t = useTexts(compareTexts);
  const format = useFormat();
  const { selected } = useSelection();
  const { group } = useGroup();
  const add = (text: string) => onDraft(draft.trim() === '' ? text : `${draft.trimEnd()}\n${text}`);
  const read = async (file: File | null) => {
    if (file === null) return;
    const text = file.size > MOST_BYTES ? null : await file.text().catch(() => null);
    if (text === null || text.includes('\u0000')) showToast({ text: t.fileUnreadable(file.name), kind: 'error' });
    else add(pastedNumbers(text).join('\n'));
  };
  const numbers = pastedNumbers(draft);
  const marked = group.filter((number) => !numbers.includes(number));
  return (
    <>
      <Textarea
        className={classes.numbers} label={t.numbersLabel} rows={4} value={draft} spellCheck={false}
        description={numbers.length > mostNumbers ? t.tooMany(format.count(mostNumbers)) : undefined} onChange={(event) => onDraft(event.currentTarget.value)}
      />
      <div className={classes.side}>
        {selected !== null && !numbers.includes(selected) && (
          <Button size="compact-xs" variant="default" onClick={() => add(selected)}>{t.addSelected(format.phone(selected))}</Button>
        )}
        {marked.length > 0 && <Button size="compact-xs" variant="default" onClick={() => add(marked.join('\n'))}>{t.addMarked(format.count(marked.length))}</Button>}
        <FileButton accept=".txt,.csv,.tsv,text/plain,text/csv" onChange={(file) => void read(file)}>
          {(props) => <Button size="compact-xs" variant="default" {...props}>{t.fromFile}</Button>}
        </FileButton>
      </div>
    </>
  );
}
