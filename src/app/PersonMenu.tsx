import { ActionIcon, Menu } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Person } from '../analysis/answers.ts';
import type { CaseSource } from '../sources/caseSource.ts';
import { caseQueries } from '../sources/useCase.tsx';
import { setSingleKeys, singleKeysAreOn } from '../ui/shortcuts.ts';
import { defineTexts, useTexts } from '../words/language.tsx';
import { openDialog } from './dialogs.ts';
import { useSources } from './sources.tsx';
import classes from './PersonMenu.module.css';

const texts = defineTexts({
  person: ['Person', '用户'],
  you: ['You, on this machine', '本机用户'],
  analyst: ['Analyst', '分析员'],
  supervisor: ['Supervisor', '主管'],
  help: ['Keyboard shortcuts', '键盘快捷键'],
  keysOff: ['Switch single-key shortcuts off', '关闭单键快捷键'],
  keysOn: ['Switch single-key shortcuts on', '开启单键快捷键'],
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
  const [areKeysOn, setKeysOn] = useState(singleKeysAreOn);
  const name = person === undefined || person.name === '' ? t.you : person.name;
  return (
    <Menu position="bottom-end" width={240}>
      <Menu.Target>
        <ActionIcon size={28} variant="default" aria-label={`${t.person}: ${name}`} title={name} className={classes.face}>
          {person === undefined ? '·' : String.fromCodePoint(name.codePointAt(0) ?? 63).toUpperCase()}
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          {name}
          {person !== undefined && ` · ${t[person.role]}`}
        </Menu.Label>
        <Menu.Item onClick={() => openDialog('help')}>{t.help}</Menu.Item>
        <Menu.Item
          onClick={() => {
            setSingleKeys(!areKeysOn);
            setKeysOn(!areKeysOn);
          }}
        >
          {areKeysOn ? t.keysOff : t.keysOn}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
