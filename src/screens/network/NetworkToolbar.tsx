import { ActionIcon, Button, NativeSelect, SegmentedControl } from '@mantine/core';
import { IconArrowBackUp, IconArrowForwardUp, IconHandMove, IconLasso, IconMaximize, IconMinus, IconPlus, IconRectangle, IconRefresh } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Toolbar } from '../../ui/Toolbar.tsx';
import type { SelectionTool } from '../../views/linkGraph/AreaSelection.tsx';
import { useFormat } from '../../words/format.ts';
import { useTexts } from '../../words/language.tsx';
import classes from './NetworkScreen.module.css';
import { eachChoices } from './networkSearch.ts';
import { networkTexts } from './networkTexts.ts';
import type { NetworkActions } from './useNetworkActions.ts';

const iconSize = 16;

export function NetworkToolbar({ actions, selected, marked, isPinned, tool, each, isGathered, isLegendOpen, onTool, onEach, onLegend }: {
  actions: NetworkActions;
  selected: string | null;
  /** How many numbers are marked together. */
  marked: number;
  /** All that would be pinned are. */
  isPinned: boolean;
  /** null in the table, where nothing is dragged. */
  tool: SelectionTool | null;
  each: number;
  /** Communities stand as one node each. */
  isGathered: boolean;
  isLegendOpen: boolean;
  onTool: (tool: SelectionTool) => void;
  onEach: (each: number) => void;
  onLegend: () => void;
}) {
  const t = useTexts(networkTexts);
  const format = useFormat();
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
          <span className={classes.tools}>
            <Tool name="SVG" shortcut="" run={actions.saveSvg} />
            <Tool name="PNG" shortcut="" run={actions.savePng} />
          </span>
          <Button size="compact-sm" variant={isLegendOpen ? 'light' : 'subtle'} color="gray" aria-expanded={isLegendOpen} onClick={onLegend}>
            {t.legend}
          </Button>
        </>
      }
    >
      {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a fieldset cannot be laid out as a row in every browser */}
      <span className={classes.tools} role="group" aria-label={marked > 0 ? t.markedTools(format.count(marked)) : t.selectedTools}>
        <Tool name={t.expand} shortcut="e" run={actions.expand} />
        <Tool name={t.collapse} shortcut="⌫" run={actions.collapse} />
        <Tool name={isPinned ? t.unpin : t.pin} shortcut="p" run={actions.togglePin} />
        <Tool name={t.hide} shortcut="h" run={actions.hide} />
        <Tool name={t.keepOnly} shortcut="k" run={actions.keepOnly} />
        {selected === null ? <Tool name={t.dossier} shortcut="" run={null} /> : (
          <Button size="compact-sm" variant="default" renderRoot={(props) => <Link to="/numbers/$number" params={{ number: selected }} {...props} />}>
            {t.dossier}
          </Button>
        )}
      </span>
      {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a fieldset cannot be laid out as a row in every browser */}
      <span className={classes.tools} role="group" aria-label={t.pathTools}>
        <Tool name={t.commonContacts} shortcut="o" run={actions.commonContacts} />
        <Tool name={t.findPath} shortcut="w" run={actions.path} />
        <Tool name={t.findPathInTime} shortcut="Shift W" run={actions.pathInTime} />
      </span>
      {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a fieldset cannot be laid out as a row in every browser */}
      <span className={classes.tools} role="group" aria-label={t.gather}>
        <Tool name={t.gather} shortcut="m" run={actions.toggleGathered} isPressed={isGathered} />
      </span>
      {tool !== null && (
        <SegmentedControl
          size="xs"
          aria-label={t.dragging}
          value={tool}
          data={[
            { value: 'move', label: <ToolIcon name={t.toolMove} icon={<IconHandMove size={iconSize} aria-hidden />} /> },
            { value: 'rectangle', label: <ToolIcon name={t.toolRectangle} icon={<IconRectangle size={iconSize} aria-hidden />} /> },
            { value: 'lasso', label: <ToolIcon name={t.toolLasso} icon={<IconLasso size={iconSize} aria-hidden />} /> },
          ]}
          onChange={(value) => onTool(value)}
        />
      )}
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

function Tool({ name, shortcut, run, isPressed }: { name: string; shortcut: string; run: (() => void) | null; isPressed?: boolean }) {
  const t = useTexts(networkTexts);
  return (
    <Button size="compact-sm" variant={isPressed === true ? 'light' : 'default'} aria-pressed={isPressed} title={shortcut === '' ? name : t.withKey(name, shortcut)} {...off(run)} onClick={() => run?.()}>
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

/** Its name is read aloud and shown when pointed at. */
function ToolIcon({ name, icon }: { name: string; icon: ReactNode }) {
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- the picture is an SVG
    <span className={classes.toolIcon} role="img" aria-label={name} title={name}>
      {icon}
    </span>
  );
}
