import { ActionIcon, Button, NativeSelect } from '@mantine/core';
import { IconArrowBackUp, IconArrowForwardUp, IconMaximize, IconMinus, IconPlus, IconRefresh } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Toolbar } from '../../ui/Toolbar.tsx';
import { useTexts } from '../../words/language.tsx';
import classes from './NetworkScreen.module.css';
import { eachChoices } from './networkSearch.ts';
import { networkTexts } from './networkTexts.ts';

/** What can be done now; null cannot. The screen gives the same to its shortcuts. */
export interface NetworkActions {
  readonly expand: (() => void) | null;
  readonly collapse: (() => void) | null;
  readonly togglePin: (() => void) | null;
  readonly hide: (() => void) | null;
  readonly undo: (() => void) | null;
  readonly redo: (() => void) | null;
  readonly arrange: (() => void) | null;
  /** null in the table, which has no camera. */
  readonly fit: (() => void) | null;
  readonly zoomIn: (() => void) | null;
  readonly zoomOut: (() => void) | null;
}

const iconSize = 16;

export function NetworkToolbar({ actions, selected, isPinned, each, isLegendOpen, onEach, onLegend }: {
  actions: NetworkActions;
  selected: string | null;
  isPinned: boolean;
  each: number;
  isLegendOpen: boolean;
  onEach: (each: number) => void;
  onLegend: () => void;
}) {
  const t = useTexts(networkTexts);
  const choices = [...new Set([...eachChoices, each])].sort((one, other) => one - other);
  return (
    <Toolbar
      label={t.tools}
      end={
        <>
          <NativeSelect
            size="xs"
            classNames={{ root: classes.each ?? '', label: classes.eachLabel ?? '' }}
            label={t.each}
            value={String(each)}
            data={choices.map(String)}
            onChange={(event) => onEach(Number(event.currentTarget.value))}
          />
          <Button size="compact-sm" variant={isLegendOpen ? 'light' : 'subtle'} color="gray" aria-expanded={isLegendOpen} onClick={onLegend}>
            {t.legend}
          </Button>
        </>
      }
    >
      {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a fieldset cannot be laid out as a row in every browser */}
      <span className={classes.tools} role="group" aria-label={t.selectedTools}>
        <Tool name={t.expand} shortcut="e" run={actions.expand} />
        <Tool name={t.collapse} shortcut="⌫" run={actions.collapse} />
        <Tool name={isPinned ? t.unpin : t.pin} shortcut="p" run={actions.togglePin} />
        <Tool name={t.hide} shortcut="h" run={actions.hide} />
        {selected === null ? <Tool name={t.dossier} shortcut="" run={null} /> : (
          <Button size="compact-sm" variant="default" renderRoot={(props) => <Link to="/numbers/$number" params={{ number: selected }} {...props} />}>
            {t.dossier}
          </Button>
        )}
      </span>
      <span className={classes.tools}>
        <IconTool name={t.undo} shortcut="Ctrl Z" run={actions.undo} icon={<IconArrowBackUp size={iconSize} aria-hidden />} />
        <IconTool name={t.redo} shortcut="Ctrl Y" run={actions.redo} icon={<IconArrowForwardUp size={iconSize} aria-hidden />} />
        <IconTool name={t.arrange} shortcut="a" run={actions.arrange} icon={<IconRefresh size={iconSize} aria-hidden />} />
        <IconTool name={t.fit} shortcut="f" run={actions.fit} icon={<IconMaximize size={iconSize} aria-hidden />} />
        <IconTool name={t.zoomIn} shortcut="+" run={actions.zoomIn} icon={<IconPlus size={iconSize} aria-hidden />} />
        <IconTool name={t.zoomOut} shortcut="-" run={actions.zoomOut} icon={<IconMinus size={iconSize} aria-hidden />} />
      </span>
    </Toolbar>
  );
}

/** Keeps the focus when it cannot be used any more: aria-disabled rather than disabled. */
function off(run: (() => void) | null) {
  return run === null ? { 'data-disabled': true, 'aria-disabled': true } : {};
}

function Tool({ name, shortcut, run }: { name: string; shortcut: string; run: (() => void) | null }) {
  const t = useTexts(networkTexts);
  return (
    <Button size="compact-sm" variant="default" title={shortcut === '' ? name : t.withKey(name, shortcut)} {...off(run)} onClick={() => run?.()}>
      {name}
    </Button>
  );
}

function IconTool({ name, shortcut, run, icon }: { name: string; shortcut: string; run: (() => void) | null; icon: ReactNode }) {
  const t = useTexts(networkTexts);
  return (
    <ActionIcon size={28} aria-label={name} title={t.withKey(name, shortcut)} {...off(run)} onClick={() => run?.()}>
      {icon}
    </ActionIcon>
  );
}
