import { Button, Menu } from '@mantine/core';
import {
  IconAffiliate, IconArrowBackUp, IconArrowForwardUp, IconArrowsLeftRight, IconCircleMinus, IconCirclePlus, IconCirclesRelation, IconClockPlay, IconEyeOff, IconFileText,
  IconFilter, IconPhotoDown, IconPin, IconRefresh, IconRoute, IconUsersGroup,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Toolbar } from '../../ui/Toolbar.tsx';
import { useFormat } from '../../words/format.ts';
import { useTexts } from '../../words/language.tsx';
import { portraitLink } from '../number/portraitLink.ts';
import classes from './NetworkToolbar.module.css';
import { networkTexts } from './networkTexts.ts';
import { thingTexts } from './thingTexts.ts';
import { IconTool, Tool } from './Tool.tsx';
import type { NetworkActions } from './useNetworkActions.ts';

const icon = { size: 16, 'aria-hidden': true } as const;

export function NetworkToolbar({ actions, selected, marked, isPinned, isGathered, isLegendOpen, onLegend }: {
  actions: NetworkActions;
  /** The selected number. */
  selected: string | null;
  /** How many numbers are marked together. */
  marked: number;
  /** All that would be pinned are. */
  isPinned: boolean;
  /** Numbers stand together in one node each. */
  isGathered: boolean;
  isLegendOpen: boolean;
  onLegend: () => void;
}) {
  const t = useTexts(networkTexts);
  const kinds = useTexts(thingTexts);
  const format = useFormat();
  const { ends } = actions;
  return (
    <div className={classes.bar}>
      <Toolbar
        label={t.tools}
        end={
          <>
            <ChoiceTool name={t.savePicture} icon={<IconPhotoDown {...icon} />} choices={[{ name: 'SVG', run: actions.saveSvg }, { name: 'PNG', run: actions.savePng }]} />
            <Button size="compact-sm" variant={isLegendOpen ? 'light' : 'subtle'} color="gray" aria-expanded={isLegendOpen} onClick={onLegend}>
              {t.legend}
            </Button>
          </>
        }
      >
        {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a fieldset cannot be laid out as a row in every browser */}
        <span className={classes.tools} role="group" aria-label={marked > 0 ? t.markedTools(format.count(marked)) : t.selectedTools}>
          <Tool name={t.expand} shortcut="e" run={actions.expand} icon={<IconCirclePlus {...icon} />} />
          {actions.expandBy.length > 0 && (
            <ChoiceTool name={t.expandBy} icon={<IconAffiliate {...icon} />} choices={actions.expandBy.map(({ kind, run }) => ({ name: kinds[kind], run }))} />
          )}
          <Tool name={t.collapse} shortcut="⌫" run={actions.collapse} icon={<IconCircleMinus {...icon} />} />
          <Tool name={isPinned ? t.unpin : t.pin} shortcut="p" run={actions.togglePin} icon={<IconPin {...icon} />} />
          <Tool name={t.hide} shortcut="h" run={actions.hide} icon={<IconEyeOff {...icon} />} />
          <Tool name={t.keepOnly} shortcut="k" run={actions.keepOnly} icon={<IconFilter {...icon} />} />
          <LinkTool name={t.dossier} icon={<IconFileText {...icon} />} renderLink={selected === null ? null : (props) => <Link to="/numbers/$number" params={{ number: selected }} {...props} />} />
        </span>
        {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a fieldset cannot be laid out as a row in every browser */}
        <span className={classes.tools} role="group" aria-label={t.pathTools}>
          <Tool name={t.commonContacts} shortcut="o" run={actions.commonContacts} icon={<IconCirclesRelation {...icon} />} />
          <Tool name={t.findPath} shortcut="w" run={actions.path} icon={<IconRoute {...icon} />} />
          <Tool name={t.findPathInTime} shortcut="Shift W" run={actions.pathInTime} icon={<IconClockPlay {...icon} />} />
          <LinkTool name={t.compareTwo} icon={<IconArrowsLeftRight {...icon} />} renderLink={ends === null ? null : (props) => <Link {...portraitLink(...ends)} {...props} />} />
        </span>
        <Tool name={t.gather} shortcut="m" run={actions.toggleGathered} isPressed={isGathered} icon={<IconUsersGroup {...icon} />} />
        <span className={classes.tools}>
          <IconTool name={t.undo} shortcut="Ctrl Z" run={actions.undo} icon={<IconArrowBackUp {...icon} />} />
          <IconTool name={t.redo} shortcut="Ctrl Y" run={actions.redo} icon={<IconArrowForwardUp {...icon} />} />
          <IconTool name={t.arrange} shortcut="a" run={actions.arrange} icon={<IconRefresh {...icon} />} />
        </span>
      </Toolbar>
    </div>
  );
}

/** A tool of which there are several: what a number is expanded by, the format of a picture. */
function ChoiceTool({ name, icon: picture, choices }: { name: string; icon: ReactNode; choices: readonly { readonly name: string; readonly run: (() => void) | null }[] }) {
  const isOn = choices.some(({ run }) => run !== null);
  return (
    // Its placeholder for the focus is no item, which a menu must not hold; within the toolbar it is part of the page's main matter.
    <Menu position="bottom-start" withinPortal={false} withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <Button size="compact-sm" variant="default" disabled={!isOn} aria-label={name} title={name} classNames={{ root: classes.tool ?? '' }}>
          <span className={classes.icon}>{picture}</span>
          <span className={classes.name}>{name}</span>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {choices.map((choice) => (
          <Menu.Item key={choice.name} onClick={() => choice.run?.()}>{choice.name}</Menu.Item>
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
