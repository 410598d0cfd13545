import { useRef } from 'react';
import type { CSSProperties, KeyboardEvent, PointerEvent, ReactNode } from 'react';
import classes from './SplitPane.module.css';

const stepPx = 16;

/**
 * Two panes side by side, the right one of a width that can be dragged or set with the arrow keys. `label` names the
 * separator. The width belongs to the caller, who may keep it.
 */
export function SplitPane({ sideLabel, label, widthPx, minPx, maxPx, onWidth, children, side, isOverlay = false }: {
  /** Names the right pane, a landmark. */
  sideLabel: string;
  label: string;
  widthPx: number;
  minPx: number;
  maxPx: number;
  onWidth: (px: number) => void;
  children: ReactNode;
  /** null: only the left pane, over the whole width. */
  side: ReactNode;
  /** The right pane lies over the left one. */
  isOverlay?: boolean;
}) {
  const drag = useRef<{ x: number; width: number } | null>(null);
  const set = (px: number) => onWidth(Math.round(Math.min(maxPx, Math.max(minPx, px))));
  const onKeyDown = (event: KeyboardEvent) => {
    const next = { ArrowLeft: widthPx + stepPx, ArrowRight: widthPx - stepPx, Home: minPx, End: maxPx }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    set(next);
  };
  const onPointerDown = (event: PointerEvent<HTMLDivElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    drag.current = { x: event.clientX, width: widthPx };
  };
  const onPointerMove = (event: PointerEvent) => {
    if (drag.current !== null) set(drag.current.width + drag.current.x - event.clientX);
  };
  return (
    <div className={classes.split} data-overlay={isOverlay || undefined} style={{ '--side-width': `${widthPx}px` } as CSSProperties}>
      <div className={classes.main}>{children}</div>
      {side !== null && (
        <aside className={classes.side} aria-label={sideLabel}>
          {/* A focusable separator with a value is a widget (WAI-ARIA window splitter); an hr is none. */}
          {/* oxlint-disable jsx-a11y/prefer-tag-over-role */}
          <div
            className={classes.separator}
            role="separator"
            aria-orientation="vertical"
            aria-label={label}
            aria-valuenow={widthPx}
            aria-valuemin={minPx}
            aria-valuemax={maxPx}
            tabIndex={0}
            onKeyDown={onKeyDown}
            onPointerDown={onPointerDown}
            onPointerMove={onPointerMove}
            onPointerUp={() => (drag.current = null)}
          />
          {/* oxlint-enable jsx-a11y/prefer-tag-over-role */}
          <div className={classes.content}>{side}</div>
        </aside>
      )}
    </div>
  );
}
