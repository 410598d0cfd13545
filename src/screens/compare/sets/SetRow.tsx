import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useTexts } from '../../../words/language.tsx';
import classes from '../CompareScreen.module.css';
import type { RecipeSet, SetContent } from './recipe.ts';
import { SetContentInput } from './SetContentInput.tsx';
import type { DatasetList } from './SetContentInput.tsx';
import { setsTexts } from './setsTexts.ts';

type Kind = Exclude<SetContent['is'], 'kept'>;
const kinds: readonly Kind[] = ['numbers', 'list', 'scene', 'devices', 'suspects', 'group'];

/** One set: its name, and what it is made of. */
export function SetRow({ set, lists, onChange, onRemove }: {
  set: RecipeSet;
  lists: readonly DatasetList[];
  onChange: (set: RecipeSet) => void;
  onRemove: (() => void) | null;
}) {
  const t = useTexts(setsTexts);
  const { name, content } = set;
  const kind = content.is === 'kept' ? 'numbers' : content.is;
  const words: Record<Kind, string> = { numbers: t.numbersOrFile, list: t.list, scene: t.scene, devices: t.devices, suspects: t.suspects, group: t.group };
  return (
    <fieldset className={classes.scene}>
      <legend className={classes.hidden}>{t.set(name)}</legend>
      <TextInput className={classes.tiny} label={t.name} value={name} spellCheck={false} onChange={(event) => onChange({ name: event.currentTarget.value.trim(), content })} />
      <NativeSelect
        className={classes.kind} label={t.content} value={kind} data={kinds.map((value) => ({ value, label: words[value] }))}
        onChange={(event) => onChange({ name, content: emptyContent(kinds.find((each) => each === event.currentTarget.value) ?? 'numbers', lists) })}
      />
      <SetContentInput content={content} lists={lists} onChange={(next) => onChange({ name, content: next })} />
      {onRemove !== null && <Button size="compact-xs" variant="subtle" color="gray" aria-label={`${t.remove}: ${t.set(name)}`} onClick={onRemove}>{t.remove}</Button>}
    </fieldset>
  );
}

/** What a set of a kind is before anything is filled in. */
function emptyContent(kind: Kind, lists: readonly DatasetList[]): SetContent {
  switch (kind) {
    case 'numbers':
      return { is: 'numbers', numbers: [] };
    case 'list':
      return { is: 'list', name: lists[0]?.name ?? '', role: lists[0]?.role ?? 'other' };
    case 'scene':
      return { is: 'scene', scene: { cells: [], from: '', to: '' }, metres: 0 };
    case 'devices':
      return { is: 'devices', devices: [] };
    case 'suspects':
      return { is: 'suspects', detectors: [], minScore: 50 };
    case 'group':
      return { is: 'group' };
  }
}
