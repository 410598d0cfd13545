import { ActionIcon } from '@mantine/core';
import { IconHelp, IconSearch } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { Kbd } from '../ui/Kbd.tsx';
import { defineTexts, useTexts } from '../words/language.tsx';
import { openDialog } from '../state/dialogs.ts';
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
        <BrandSign />
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

/** As in `public/icon.svg`, in the accent of the colour scheme. */
function BrandSign() {
  return (
    <svg className={classes.sign} viewBox="0 0 24 24" width={20} height={20} aria-hidden>
      <path d="M10 14a4 4 0 0 1 0-5.6l2.5-2.5a4 4 0 0 1 5.6 5.6" />
      <path d="M14 10a4 4 0 0 1 0 5.6l-2.5 2.5a4 4 0 0 1-5.6-5.6" />
      <path d="M4 4l2 2M18 18l2 2" />
    </svg>
  );
}
