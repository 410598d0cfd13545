import { Button, Menu, SegmentedControl } from '@mantine/core';
import {
  IconAffiliate, IconArrowBackUp, IconArrowForwardUp, IconArrowsLeftRight, IconCircleMinus, IconCirclePlus, IconCirclesRelation, IconClockPlay, IconEyeOff, IconFileText,
  IconFilter, IconHandMove, IconLasso, IconMaximize, IconMinus, IconPin, IconPlus, IconRectangle, IconRefresh, IconRoute, IconUsersGroup,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Toolbar } from '../../ui/Toolbar.tsx';
import type { SelectionTool } from '../../views/linkGraph/AreaSelection.tsx';
import { useFormat } from '../../words/format.ts';
import { useTexts } from '../../words/language.tsx';
import { portraitLink } from '../number/portraitLink.ts';
import classes from './NetworkToolbar.module.css';
import { networkTexts } from './networkTexts.ts';
import { thingTexts } from './thingTexts.ts';
import { IconTool, Tool } from './Tool.tsx';
import type { NetworkActions } from './useNetworkActions.ts';

const icon = { size: 16, 'aria-hidden': true } as const;

export function NetworkToolbar({ actions, selected, marked, isPinned, tool, isGathered, isLegendOpen, onTool, onLegend }: {
  actions: NetworkActions;
  /** The selected number. */
  selected: string | null;
  /** How many numbers are marked together. */
  marked: number;
  /** All that would be pinned are. */
  isPinned: boolean;
  /** null in the table, where nothing is dragged. */
  tool: SelectionTool | null;
  /** Numbers stand together in one node each. */
  isGathered: boolean;
  isLegendOpen: boolean;
  onTool: (tool: SelectionTool) => void;
  onLegend: () => void;
}) {
  const t = useTexts(networkTexts);
  const format = useFormat();
  const { ends } = actions;
  return (
    <div className={classes.bar}>
      <Toolbar
        label={t.tools}
        end={
          <>
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
          <Tool name={t.expand} shortcut="e" run={actions.expand} icon={<IconCirclePlus {...icon} />} />
          {actions.expandBy.length > 0 && <ExpandBy expandBy={actions.expandBy} />}
          <Tool name={t.collapse} shortcut="⌫" run={actions.collapse} icon={<IconCircleMinus {...icon} />} />
          <Tool name={isPinned ? t.unpin : t.pin} shortcut="p" run={actions.togglePin} icon={<IconPin {...icon} />} />
          <Tool name={t.hide} shortcut="h" run={actions.hide} icon={<IconEyeOff {...icon} />} />
          <Tool name={t.keepOnly} shortcut="k" run={actions.keepOnly} icon={<IconFilter {...icon} />} />
          <LinkTool name={t.dossier} icon={<IconFileText {...icon} />} renderLink={selected === null ? null : (props) => <Link to="/numbers/$number" params={{ number: selected }} {...props} />} />
        </span>
        {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a fieldset cannot be laid out as a row in every browser */}
        <span className={`${classes.tools} ${classes.several}`} role="group" aria-label={t.pathTools}>
          <Tool name={t.commonContacts} shortcut="o" run={actions.commonContacts} icon={<IconCirclesRelation {...icon} />} />
          <Tool name={t.findPath} shortcut="w" run={actions.path} icon={<IconRoute {...icon} />} />
          <Tool name={t.findPathInTime} shortcut="Shift W" run={actions.pathInTime} icon={<IconClockPlay {...icon} />} />
          <LinkTool name={t.compareTwo} icon={<IconArrowsLeftRight {...icon} />} renderLink={ends === null ? null : (props) => <Link {...portraitLink(...ends)} {...props} />} />
        </span>
        <Tool name={t.gather} shortcut="m" run={actions.toggleGathered} isPressed={isGathered} icon={<IconUsersGroup {...icon} />} />
        {tool !== null && (
          <SegmentedControl
            size="xs"
            aria-label={t.dragging}
            value={tool}
            data={[
              { value: 'move', label: <ToolIcon name={t.toolMove} icon={<IconHandMove {...icon} />} /> },
              { value: 'rectangle', label: <ToolIcon name={t.toolRectangle} icon={<IconRectangle {...icon} />} /> },
              { value: 'lasso', label: <ToolIcon name={t.toolLasso} icon={<IconLasso {...icon} />} /> },
            ]}
            onChange={(value) => onTool(value)}
          />
        )}
        <span className={classes.tools}>
          <IconTool name={t.undo} shortcut="Ctrl Z" run={actions.undo} icon={<IconArrowBackUp {...icon} />} />
          <IconTool name={t.redo} shortcut="Ctrl Y" run={actions.redo} icon={<IconArrowForwardUp {...icon} />} />
          <IconTool name={t.arrange} shortcut="a" run={actions.arrange} icon={<IconRefresh {...icon} />} />
          <IconTool name={t.fit} shortcut="f" run={actions.fit} icon={<IconMaximize {...icon} />} />
          <IconTool name={t.zoomIn} shortcut="+" run={actions.zoomIn} icon={<IconPlus {...icon} />} />
          <IconTool name={t.zoomOut} shortcut="-" run={actions.zoomOut} icon={<IconMinus {...icon} />} />
        </span>
      </Toolbar>
    </div>
  );
}

/** The kinds of thing that a number is expanded by, of those that the source can tell. */
function ExpandBy({ expandBy }: { expandBy: NetworkActions['expandBy'] }) {
  const t = useTexts(networkTexts);
  const kinds = useTexts(thingTexts);
  const isOn = expandBy.some(({ run }) => run !== null);
  return (
    <Menu position="bottom-start" withinPortal>
      <Menu.Target>
        <Button size="compact-sm" variant="default" disabled={!isOn} aria-label={t.expandBy} title={t.expandBy} classNames={{ root: classes.tool ?? '' }}>
          <span className={classes.icon}><IconAffiliate {...icon} /></span>
          <span className={classes.name}>{t.expandBy}</span>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {expandBy.map(({ kind, run }) => (
          <Menu.Item key={kind} onClick={() => run?.()}>{kinds[kind]}</Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

/** Leads to another screen; null where nothing is chosen to lead there with. */
function LinkTool({ name, icon: picture, renderLink }: { name: string; icon: ReactNode; renderLink: ((props: object) => ReactNode) | null }) {
  if (renderLink === null) return <Tool name={name} shortcut="" run={null} icon={picture} />;
  return (
    <Button size="compact-sm" variant="default" aria-label={name} title={name} classNames={{ root: classes.tool ?? '' }} renderRoot={renderLink}>
      <span className={classes.icon}>{picture}</span>
      <span className={classes.name}>{name}</span>
    </Button>
  );
}

/** Its name is read aloud and shown when pointed at. */
function ToolIcon({ name, icon: picture }: { name: string; icon: ReactNode }) {
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- the picture is an SVG
    <span className={classes.toolIcon} role="img" aria-label={name} title={name}>
      {picture}
    </span>
  );
}
