import { useEffect, useRef, useState } from 'react';
import type { KeyboardEvent, PointerEvent } from 'react';
import classes from './RangeBrush.module.css';
import { dragRange, moveEnd } from './brushRange.ts';
import type { BrushDrag, Range } from './brushRange.ts';

const keyboardPauseMs = 350;
const minBarPx = 2;

/**
 * A small histogram with a brush over it. Both ends are sliders for the keyboard (arrows one step, Page seven, Home and
 * End); with the pointer one draws, moves or resizes the range, and a double click takes all.
 *
 * @param values one per step; @param range first and last step, both included; null is all
 * @param onRange called when a drag ends, or the keys have been still for a moment
 */
export function RangeBrush({ values, range, onRange, firstLabel, lastLabel, valueText, widthPx = 168, heightPx = 28 }: {
  values: readonly number[];
  range: Range | null;
  onRange: (range: Range | null) => void;
  firstLabel: string;
  lastLabel: string;
  valueText: (step: number) => string;
  widthPx?: number;
  heightPx?: number;
}) {
  const count = values.length;
  const whole: Range = [0, Math.max(0, count - 1)];
  const [draft, setDraft] = useState<Range | null>(null);
  const drag = useRef<BrushDrag | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  const shown = draft ?? range ?? whole;
  const stepPx = count === 0 ? 0 : widthPx / count;
  const isAll = (next: Range) => next[0] <= 0 && next[1] >= count - 1;
  const commit = (next: Range) => {
    clearTimeout(timer.current);
    setDraft(null);
    const wanted = isAll(next) ? null : next;
    if (wanted?.[0] !== range?.[0] || wanted?.[1] !== range?.[1]) onRange(wanted);
  };

  const stepAt = (event: PointerEvent<HTMLElement>) => (event.clientX - event.currentTarget.getBoundingClientRect().left) / Math.max(stepPx, 1e-6);
  const onPointerDown = (event: PointerEvent<HTMLDivElement>) => {
    if (count === 0 || event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    const handle = event.target instanceof HTMLElement ? event.target.dataset['end'] : undefined;
    const at = stepAt(event);
    const isInside = !isAll(shown) && at >= shown[0] && at <= shown[1] + 1;
    drag.current = { how: handle === 'first' || handle === 'last' ? handle : isInside ? 'move' : 'draw', at, from: shown };
  };
  const onPointerMove = (event: PointerEvent<HTMLDivElement>) => {
    if (drag.current === null) return;
    const at = stepAt(event);
    // A click that trembles is no drag.
    if (draft !== null || Math.abs(at - drag.current.at) * stepPx > 3) setDraft(dragRange(drag.current, at, count));
  };
  const onPointerUp = () => {
    drag.current = null;
    if (draft !== null) commit(draft);
  };
  const onKeyDown = (end: 'first' | 'last') => (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const next = moveEnd(shown, end, event.key, event.shiftKey, count);
    if (next === null) return;
    event.preventDefault();
    setDraft(next);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => commit(next), keyboardPauseMs);
  };
  const handle = (end: 'first' | 'last', label: string, step: number) => (
    <div
      className={classes.handle}
      style={{ left: (end === 'first' ? step : step + 1) * stepPx }}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- two range inputs cannot lie over one histogram
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={Math.max(0, count - 1)}
      aria-valuenow={step}
      aria-valuetext={valueText(step)}
      data-end={end}
      onKeyDown={onKeyDown(end)}
    />
  );

  return (
    <div
      className={classes.brush}
      style={{ width: widthPx, height: heightPx }}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerUp}
      onPointerCancel={() => {
        drag.current = null;
        setDraft(null);
      }}
      onDoubleClick={() => commit(whole)}
    >
      <svg width={widthPx} height={heightPx} aria-hidden>
        <path className={classes.bars} d={barsPath(values, widthPx, heightPx)} />
      </svg>
      {count > 0 && (
        <>
          <div className={classes.outside} style={{ left: 0, width: shown[0] * stepPx }} />
          <div className={classes.outside} style={{ left: (shown[1] + 1) * stepPx, right: 0 }} />
          {handle('first', firstLabel, shown[0])}
          {handle('last', lastLabel, shown[1])}
        </>
      )}
    </div>
  );
}

/** Neighbouring steps share a bar where there are more steps than room for bars. */
function barsPath(values: readonly number[], widthPx: number, heightPx: number): string {
  const perBar = Math.max(1, Math.ceil((values.length * minBarPx) / widthPx));
  const sums: number[] = [];
  for (let i = 0; i < values.length; i += perBar) sums.push(values.slice(i, i + perBar).reduce((sum, value) => sum + value, 0));
  const max = Math.max(1, ...sums);
  const barPx = (widthPx / values.length) * perBar;
  return sums
    .map((sum, i) => {
      const right = Math.min(widthPx, (i + 1) * barPx) - (barPx > 3 ? 1 : 0);
      const tallPx = sum === 0 ? 0 : Math.max(1, (sum / max) * (heightPx - 2));
      return tallPx === 0 ? '' : `M${(i * barPx).toFixed(1)} ${heightPx}v${(-tallPx).toFixed(1)}H${right.toFixed(1)}V${heightPx}z`;
    })
    .join('');
}
