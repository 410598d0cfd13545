import { ActionIcon, Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTexts } from '../../words/language.tsx';
import classes from './NetworkToolbar.module.css';
import { networkTexts } from './networkTexts.ts';

/** Keeps the focus when it cannot be used any more: aria-disabled rather than disabled. */
function off(run: (() => void) | null) {
  return run === null ? { 'data-disabled': true, 'aria-disabled': true } : {};
}

export interface ToolProps {
  readonly name: string;
  /** '' where there is none. */
  readonly shortcut: string;
  readonly run: (() => void) | null;
  /** Stands for the name where there is no room. */
  readonly icon?: ReactNode;
  readonly isPressed?: boolean;
}

/** A tool by its name, where there is room; its name is read aloud and shown when pointed at all the same. */
export function Tool({ name, shortcut, run, icon, isPressed }: ToolProps) {
  const t = useTexts(networkTexts);
  return (
    <Button
      size="compact-sm"
      variant={isPressed === true ? 'light' : 'default'}
      aria-pressed={isPressed}
      aria-label={name}
      title={shortcut === '' ? name : t.withKey(name, shortcut)}
      classNames={{ root: classes.tool ?? '' }}
      {...off(run)}
      onClick={() => run?.()}
    >
      {icon !== undefined && <span className={classes.icon}>{icon}</span>}
      <span className={classes.name}>{name}</span>
    </Button>
  );
}

export function IconTool({ name, shortcut, run, icon }: ToolProps) {
  const t = useTexts(networkTexts);
  return (
    <ActionIcon size={28} aria-label={name} title={t.withKey(name, shortcut)} {...off(run)} onClick={() => run?.()}>
      {icon}
    </ActionIcon>
  );
}
