/* oxlint-disable jsx-a11y/prefer-tag-over-role -- a table of elements cannot be virtual and keep its layout */
import { useEffect, useId, useMemo, useRef } from 'react';
import type { CSSProperties } from 'react';
import type { SuspectRow } from '../../analysis/answers.ts';
import { useShortcuts } from '../../ui/useShortcuts.ts';
import { useTexts } from '../../words/language.tsx';
import { fitColumns } from './columns.ts';
import { GridHeader } from './GridHeader.tsx';
import type { HeaderProps } from './GridHeader.tsx';
import { gridTexts } from './gridTexts.ts';
import classes from './SuspectGrid.module.css';
import { SuspectRowLine } from './SuspectRowLine.tsx';
import type { RowHandlers } from './SuspectRowLine.tsx';
import { useRowScroll } from './useRowScroll.ts';

const ROW_PX = 30;
const HEAD_PX = 28;

export interface SuspectGridProps extends RowHandlers, Omit<HeaderProps, 'columns'> {
  /** The grid's name. */
  readonly label: string;
  /** Rows in all; null until it is known. */
  readonly total: number | null;
  /** undefined while the row is not loaded. */
  readonly rowAt: (index: number) => SuspectRow | undefined;
  /** The row that keys act on. */
  readonly active: number;
  readonly onMove: (index: number) => void;
  readonly pickedNumbers: ReadonlySet<string>;
  readonly selected: string | null;
  /** Rows [first, end) are in view. */
  readonly onView: (first: number, end: number) => void;
  /** Changes when other rows are shown: the grid then starts at the top. */
  readonly resetKey: string;
}

/**
 * The ranked queue as an ARIA grid of any length. Only the rows in view exist; the grid keeps the focus and points at the
 * active row. Props in, callbacks out: it fetches nothing.
 */
export function SuspectGrid(props: SuspectGridProps) {
  const { label, total, rowAt, active, onMove, pickedNumbers, selected, onView, resetKey } = props;
  const t = useTexts(gridTexts);
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const scroll = useRowScroll({ scroller, rows: total ?? 0, rowPx: ROW_PX, aboveRowsPx: HEAD_PX });
  const { first, end, widthPx, heightPx, shiftPx, showRow, goToTop, rowsPerPage } = scroll;
  const columns = useMemo(() => fitColumns(widthPx, props.widths), [widthPx, props.widths]);

  const handlers = useSteady(props);

  useEffect(() => onView(first, end), [onView, first, end]);
  const lastKey = useRef(resetKey);
  useEffect(() => {
    if (lastKey.current !== resetKey) goToTop();
    lastKey.current = resetKey;
  }, [goToTop, resetKey]);
  // The active row comes into view when it is moved, not when one scrolls away from it.
  const canShow = heightPx > 0 && total !== null;
  useEffect(() => {
    if (canShow) showRow(active);
  }, [showRow, active, canShow]);

  const lastRow = (total ?? 0) - 1;
  const to = (index: number) => () => {
    if (lastRow < 0) return;
    // With the focus on the grid, a screen reader reads the row that becomes active.
    scroller.current?.focus({ preventScroll: true });
    onMove(Math.min(lastRow, Math.max(0, index)));
  };
  useShortcuts(t.rows, [
    { keys: 'j', label: t.next, run: to(active + 1) },
    { keys: 'k', label: t.previous, run: to(active - 1) },
    { keys: 'ArrowDown', label: t.next, run: to(active + 1) },
    { keys: 'ArrowUp', label: t.previous, run: to(active - 1) },
    { keys: 'PageDown', label: t.pageDown, run: to(active + rowsPerPage) },
    { keys: 'PageUp', label: t.pageUp, run: to(active - rowsPerPage) },
    { keys: 'Home', label: t.first, run: to(0) },
    { keys: 'End', label: t.last, run: to(lastRow) },
  ]);

  // Until the first answer, rows without a place fill the view, so that nothing jumps when it comes.
  const shown = total === null ? Array.from({ length: scroll.viewportRows }, (_, i) => i) : Array.from({ length: end - first }, (_, i) => first + i);
  const rowId = (index: number) => `${id}-${index}`;
  const isActiveShown = total !== null && active >= first && active < end;
  const style = { '--columns': columns.map((column) => `${column.widthPx}px`).join(' '), height: heightPx } as CSSProperties;

  return (
    <div
      ref={scroller}
      role="grid"
      tabIndex={0}
      className={classes.grid}
      aria-label={label}
      aria-rowcount={total ?? -1}
      aria-colcount={columns.length}
      aria-multiselectable
      aria-busy={total === null}
      {...(isActiveShown ? { 'aria-activedescendant': rowId(active) } : {})}
    >
      <div role="presentation" style={{ height: scroll.physicalPx + HEAD_PX }}>
        <div role="presentation" className={classes.stage} style={style}>
          <div role="rowgroup">
            <GridHeader {...props} columns={columns} />
          </div>
          <div role="rowgroup" className={classes.body}>
            <div role="presentation" style={{ transform: `translateY(${-shiftPx}px)` }}>
              {shown.map((index) => {
                const row = total === null ? undefined : rowAt(index);
                return (
                  <SuspectRowLine
                    key={index}
                    id={rowId(index)}
                    index={index}
                    row={row}
                    columns={columns}
                    isActive={index === active && total !== null}
                    isPicked={row !== undefined && pickedNumbers.has(row.number)}
                    isSelected={row !== undefined && row.number === selected}
                    {...handlers}
                  />
                );
              })}
            </div>
          </div>
        </div>
      </div>
    </div>
  );
}

/** The handlers of the latest render under functions that stay the same, so that scrolling does not draw every row anew. */
function useSteady(handlers: RowHandlers): RowHandlers {
  const latest = useRef(handlers);
  useEffect(() => {
    latest.current = handlers;
  });
  const { hrefOf } = handlers;
  return useMemo(
    () => ({
      onActivate: (index) => latest.current.onActivate(index),
      onPick: (index, isRange) => latest.current.onPick(index, isRange),
      onOpen: (number) => latest.current.onOpen(number),
      hrefOf,
    }),
    [hrefOf],
  );
}
