import { ActionIcon, Button, Popover, Switch } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState, useSyncExternalStore } from 'react';
import type { Person } from '../analysis/answers.ts';
import type { CaseSource } from '../sources/caseSource.ts';
import { caseQueries } from '../sources/useCase.tsx';
import { setSingleKeys, singleKeysAreOn, subscribeToShortcuts } from '../ui/shortcuts.ts';
import { useDialogKeys } from '../ui/useShortcuts.ts';
import { defineTexts, useTexts } from '../words/language.tsx';
import { openDialog } from '../state/dialogs.ts';
import { useSources } from './sources.tsx';
import classes from './PersonMenu.module.css';

const texts = defineTexts({
  person: ['Person', '用户'],
  you: ['You, on this machine', '本机用户'],
  analyst: ['Analyst', '分析员'],
  supervisor: ['Supervisor', '主管'],
  help: ['Keyboard shortcuts', '键盘快捷键'],
  single: ['Single-key shortcuts', '单键快捷键'],
});

/** Who one is to the source, and one's own settings. */
export function PersonMenu() {
  const { state } = useSources();
  return state.is === 'ready' ? <AsKnown key={state.source.key} source={state.source} /> : <Face person={undefined} />;
}

function AsKnown({ source }: { source: CaseSource }) {
  return <Face person={useQuery(caseQueries.whoAmI(source)).data} />;
}

function Face({ person }: { person: Person | undefined }) {
  const t = useTexts(texts);
  const areKeysOn = useSyncExternalStore(subscribeToShortcuts, singleKeysAreOn);
  const [isOpen, setOpen] = useState(false);
  useDialogKeys(isOpen, () => setOpen(false));
  const name = person === undefined || person.name === '' ? t.you : person.name;
  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-end" width={240} trapFocus returnFocus>
      <Popover.Target>
        <ActionIcon size={28} variant="default" aria-label={`${t.person}: ${name}`} title={name} className={classes.face} onClick={() => setOpen(!isOpen)}>
          {person === undefined ? '·' : String.fromCodePoint(name.codePointAt(0) ?? 63).toUpperCase()}
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown className={classes.menu} aria-label={t.person}>
        <p className={classes.who}>
          {name}
          {person !== undefined && <span className={classes.role}>{t[person.role]}</span>}
        </p>
        <Switch checked={areKeysOn} label={t.single} onChange={(event) => setSingleKeys(event.currentTarget.checked)} />
        <Button
          variant="default"
          onClick={() => {
            setOpen(false);
            openDialog('help');
          }}
        >
          {t.help}
        </Button>
      </Popover.Dropdown>
    </Popover>
  );
}
