import { NativeSelect, NumberInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { CaseSummary } from '../../../analysis/answers.ts';
import { detectorIds } from '../../../scoring/detectorIds.ts';
import { useGroup } from '../../../state/group.ts';
import { useFormat } from '../../../words/format.ts';
import { glossary } from '../../../words/glossary.ts';
import { listRoleWords } from '../../../words/kinds.ts';
import { useTexts } from '../../../words/language.tsx';
import classes from '../CompareScreen.module.css';
import { pastedNumbers } from '../compareSearch.ts';
import { NumbersOrFile } from './NumbersOrFile.tsx';
import type { SetContent } from './recipe.ts';
import { setsTexts } from './setsTexts.ts';

export type DatasetList = NonNullable<CaseSummary['lists']>[number];

/** The inputs of a set, by what it is made of. */
export function SetContentInput({ content, lists, onChange }: { content: SetContent; lists: readonly DatasetList[]; onChange: (content: SetContent) => void }) {
  const t = useTexts(setsTexts);
  const roles = useTexts(listRoleWords);
  const words = useTexts(glossary);
  const format = useFormat();
  const { group } = useGroup();
  switch (content.is) {
    case 'numbers':
    case 'kept':
      return <NumbersOrFile content={content} onChange={onChange} />;
    case 'group':
      return <p className={classes.notes}>{group.length === 0 ? t.groupNone : t.groupNow(format.count(group.length))}</p>;
    case 'list':
      return lists.length === 0 ? <p className={classes.notes}>{t.noLists}</p> : (
        <NativeSelect
          className={classes.wide} label={t.whichList} value={String(lists.findIndex(({ name, role }) => name === content.name && role === content.role))}
          data={lists.map(({ name, role, numbers }, i) => ({ value: String(i), label: t.listOption(name, roles[role], format.count(numbers)) }))}
          onChange={(event) => {
            const chosen = lists[Number(event.currentTarget.value)];
            if (chosen !== undefined) onChange({ is: 'list', name: chosen.name, role: chosen.role });
          }}
        />
      );
    case 'scene': {
      const { scene, metres } = content;
      const change = (part: Partial<typeof scene>) => onChange({ ...content, scene: { ...scene, ...part } });
      return (
        <>
          <ListInput className={classes.wide} label={t.cells} entries={scene.cells} onChange={(cells) => change({ cells })} />
          <TextInput type="datetime-local" label={t.from} value={scene.from} onChange={(event) => change({ from: event.currentTarget.value })} />
          <TextInput type="datetime-local" label={t.to} value={scene.to} onChange={(event) => change({ to: event.currentTarget.value })} />
          <NumberInput className={classes.small} label={t.metres} value={metres} min={0} max={100_000} step={100} allowDecimal={false} allowNegative={false} onChange={(value) => onChange({ ...content, metres: Number(value) || 0 })} />
        </>
      );
    }
    case 'devices':
      return <ListInput className={classes.wide} label={t.imeis} entries={content.devices} onChange={(devices) => onChange({ is: 'devices', devices })} />;
    case 'suspects':
      return (
        <>
          <NativeSelect
            className={classes.kind} label={t.finding} value={content.detectors[0] ?? ''} data={[{ value: '', label: t.anyFinding }, ...detectorIds.map((value) => ({ value, label: words[value] }))]}
            onChange={(event) => onChange({ ...content, detectors: detectorIds.filter((id) => id === event.currentTarget.value) })}
          />
          <NumberInput className={classes.small} label={t.minScore} value={content.minScore} min={0} max={100} allowDecimal={false} allowNegative={false} onChange={(value) => onChange({ ...content, minScore: Number(value) || 0 })} />
        </>
      );
  }
}

/** Names with commas between; what is being typed stays as it is. */
function ListInput({ label, entries, onChange, className }: { label: string; entries: readonly string[]; onChange: (entries: readonly string[]) => void; className: string | undefined }) {
  const [draft, setDraft] = useState(entries.join(', '));
  return (
    <TextInput
      className={className} label={label} value={draft} spellCheck={false}
      onChange={(event) => {
        setDraft(event.currentTarget.value);
        onChange(pastedNumbers(event.currentTarget.value));
      }}
    />
  );
}
