import { SegmentedControl } from '@mantine/core';
import { IconHandMove, IconLasso, IconMaximize, IconMinus, IconPlus, IconRectangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { SelectionTool } from '../../views/linkGraph/AreaSelection.tsx';
import { useTexts } from '../../words/language.tsx';
import classes from './CanvasTools.module.css';
import { networkTexts } from './networkTexts.ts';
import { IconTool } from './Tool.tsx';
import type { NetworkActions } from './useNetworkActions.ts';

const icon = { size: 16, 'aria-hidden': true } as const;

/** What is done to the picture alone: what dragging does, and where the camera stands. It lies over the picture's upper right corner. */
export function CanvasTools({ actions, tool, onTool }: { actions: NetworkActions; tool: SelectionTool; onTool: (tool: SelectionTool) => void }) {
  const t = useTexts(networkTexts);
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a fieldset cannot be laid out as a column in every browser
    <div className={classes.tools} role="group" aria-label={t.canvasTools}>
      <SegmentedControl
        size="xs"
        orientation="vertical"
        aria-label={t.dragging}
        value={tool}
        data={[
          { value: 'move', label: <ToolIcon name={t.toolMove} picture={<IconHandMove {...icon} />} /> },
          { value: 'rectangle', label: <ToolIcon name={t.toolRectangle} picture={<IconRectangle {...icon} />} /> },
          { value: 'lasso', label: <ToolIcon name={t.toolLasso} picture={<IconLasso {...icon} />} /> },
        ]}
        onChange={(value) => onTool(value)}
      />
      <IconTool name={t.zoomIn} shortcut="+" run={actions.zoomIn} icon={<IconPlus {...icon} />} />
      <IconTool name={t.zoomOut} shortcut="-" run={actions.zoomOut} icon={<IconMinus {...icon} />} />
      <IconTool name={t.fit} shortcut="f" run={actions.fit} icon={<IconMaximize {...icon} />} />
    </div>
  );
}

/** Its name is read aloud and shown when pointed at. */
function ToolIcon({ name, picture }: { name: string; picture: ReactNode }) {
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- the picture is an SVG
    <span className={classes.icon} role="img" aria-label={name} title={name}>
      {picture}
    </span>
  );
}
