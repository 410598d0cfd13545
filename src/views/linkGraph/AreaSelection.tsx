import { useState } from 'react';
import type { PointerEvent } from 'react';
import type { Point } from './arrangement.ts';
import type { Area } from './area.ts';
import { rectangle } from './area.ts';
import classes from './LinkGraph.module.css';

/** What dragging over the graph does. */
export type SelectionTool = 'move' | 'rectangle' | 'lasso';

/** Corners of a lasso that lie nearer together than this would not be told apart, px. */
const leastStepPx = 3;

/** Catches the pointer over the graph and draws the area that is dragged out. Coordinates are px from its upper left corner. */
export function AreaSelection({ tool, onArea }: {
  tool: Exclude<SelectionTool, 'move'>;
  onArea: (area: Area, event: { readonly shiftKey: boolean; readonly altKey: boolean }) => void;
}) {
  const [area, setArea] = useState<Area | null>(null);
  const pointOf = (event: PointerEvent<HTMLElement>): Point => {
    const { left, top } = event.currentTarget.getBoundingClientRect();
    return { x: event.clientX - left, y: event.clientY - top };
  };
  const extend = (event: PointerEvent<HTMLElement>) => {
    const [first] = area ?? [];
    const last = area?.at(-1);
    if (area === null || first === undefined || last === undefined) return;
    const point = pointOf(event);
    if (tool === 'rectangle') setArea(rectangle(first, point));
    else if (Math.hypot(point.x - last.x, point.y - last.y) >= leastStepPx) setArea([...area, point]);
  };
  return (
    <div
      className={classes.area}
      aria-hidden
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        setArea([pointOf(event)]);
      }}
      onPointerMove={extend}
      onPointerUp={(event) => {
        if (area === null) return;
        setArea(null);
        onArea(area, event);
      }}
      onPointerCancel={() => setArea(null)}
    >
      {area !== null && (
        <svg width="100%" height="100%">
          <polygon points={area.map(({ x, y }) => `${x},${y}`).join(' ')} />
        </svg>
      )}
    </div>
  );
}
