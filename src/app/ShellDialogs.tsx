import { useLocation, useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useSelection } from '../state/search.ts';
import { holdTyping, takeTyping } from '../ui/shortcuts.ts';
import { useShortcuts } from '../ui/useShortcuts.ts';
import { glossary } from '../words/glossary.ts';
import { defineTexts, useTexts } from '../words/language.tsx';
import { openDialog, useOpenDialog } from '../state/dialogs.ts';
import { railScreens } from './routes.ts';

const CommandPalette = lazy(async () => ({ default: (await import('./CommandPalette.tsx')).CommandPalette }));
const HelpDialog = lazy(async () => ({ default: (await import('./HelpDialog.tsx')).HelpDialog }));
const LearnDialog = lazy(async () => ({ default: (await import('../screens/suspects/learning/LearnDialog.tsx')).LearnDialog }));
const RejectedDrawer = lazy(async () => ({ default: (await import('./RejectedDrawer.tsx')).RejectedDrawer }));

const texts = defineTexts({
  everywhere: ['Everywhere', '全局'],
  search: ['Search a number, screen or action', '搜索号码、页面或操作'],
  help: ['Keyboard shortcuts', '键盘快捷键'],
  goTo: [(screen: string) => `Go to ${screen}`, (screen: string) => `前往${screen}`],
  closeInspector: ['Close the inspector', '关闭详情栏'],
});

function close(): void {
  openDialog(null);
}

/** The palette, the help, the rejected rows and learning from decisions, loaded when they are first opened; and the keys that work everywhere. */
export function ShellDialogs() {
  const t = useTexts(texts);
  const words = useTexts(glossary);
  const open = useOpenDialog();
  const navigate = useNavigate();
  const { selected, select } = useSelection();
  const path = useLocation({ select: (location) => location.pathname });
  useShortcuts(t.everywhere, [
    { keys: 'mod+k', label: t.search, run: () => openDialog('palette') },
    { keys: '?', label: t.help, run: () => openDialog('help') },
    ...railScreens.map((screen) => ({ keys: `g ${screen.key}`, label: t.goTo(words[screen.word]), run: () => void navigate({ to: screen.path }) })),
    { keys: 'Escape', label: t.closeInspector, isOn: selected !== null && open === null, run: () => select(null) },
  ]);

  // What is typed before it has the focus is for the dialog, not for the screen behind it.
  useEffect(() => {
    if (open === null) return undefined;
    holdTyping(performance.now(), close);
    return () => void takeTyping();
  }, [open]);

  // A dialog belongs to the screen it was opened on.
  const [openedOn, setOpenedOn] = useState(path);
  if (openedOn !== path) setOpenedOn(path);
  useEffect(() => {
    if (openedOn !== '') openDialog(null);
  }, [openedOn]);

  // Once opened it stays mounted, so that closing gives the focus back to where it was.
  const [wasOpen, setWasOpen] = useState<readonly string[]>([]);
  if (open !== null && !wasOpen.includes(open)) setWasOpen([...wasOpen, open]);
  return (
    <Suspense fallback={null}>
      {wasOpen.includes('palette') && <CommandPalette isOpen={open === 'palette'} onClose={close} />}
      {wasOpen.includes('help') && <HelpDialog isOpen={open === 'help'} onClose={close} />}
      {wasOpen.includes('learn') && <LearnDialog isOpen={open === 'learn'} onClose={close} />}
      {wasOpen.includes('rejected') && <RejectedDrawer isOpen={open === 'rejected'} onClose={close} />}
    </Suspense>
  );
}
