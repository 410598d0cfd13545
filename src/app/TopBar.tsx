import { ActionIcon } from '@mantine/core';
import { IconHelp, IconSearch } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { Kbd } from '../ui/Kbd.tsx';
import { defineTexts, useTexts } from '../words/language.tsx';
import { openDialog } from './dialogs.ts';
import { LanguageControl } from './LanguageControl.tsx';
import { PersonMenu } from './PersonMenu.tsx';
import { SchemeControl } from './SchemeControl.tsx';
import { SourceControl } from './SourceControl.tsx';
import classes from './TopBar.module.css';
import { WindowControl } from './WindowControl.tsx';

const texts = defineTexts({
  search: ['Search a number, screen or action', '搜索号码、页面或操作'],
  help: ['Keyboard shortcuts', '键盘快捷键'],
});

/** Brand, source, window, search, language, colour scheme, help, person: on every screen, 44 px. */
export function TopBar() {
  const t = useTexts(texts);
  return (
    <header className={classes.bar}>
      <Link to="/suspects" className={classes.brand}>
        <img src="/icon.svg" alt="" width={20} height={20} />
        <span>Callchain</span>
      </Link>
      <SourceControl />
      <WindowControl />
      <button type="button" className={classes.search} onClick={() => openDialog('palette')}>
        <IconSearch size={14} aria-hidden />
        <span className={classes.searchText}>{t.search}</span>
        <Kbd keys="mod+k" />
      </button>
      <LanguageControl />
      <SchemeControl />
      <ActionIcon size={28} aria-label={t.help} title={t.help} onClick={() => openDialog('help')}>
        <IconHelp size={18} stroke={1.6} aria-hidden />
      </ActionIcon>
      <PersonMenu />
    </header>
  );
}
