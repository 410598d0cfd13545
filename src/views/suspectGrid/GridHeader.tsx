/* oxlint-disable jsx-a11y/prefer-tag-over-role -- see SuspectGrid.tsx */
import { useRef } from 'react';
import type { KeyboardEvent, PointerEvent } from 'react';
import type { SuspectSort } from '../../analysis/answers.ts';
import { useTexts } from '../../words/language.tsx';
import { allowedWidthPx, columns as allColumns, isResizable } from './columns.ts';
import type { ColumnId, ColumnWidths, FittedColumn } from './columns.ts';
import { columnHeads, columnHelp, gridTexts } from './gridTexts.ts';
import classes from './SuspectGrid.module.css';

const stepPx = 8;

export interface HeaderProps {
  readonly columns: readonly FittedColumn[];
  readonly sort: SuspectSort;
  readonly descending: boolean;
  readonly onSort: (sort: SuspectSort) => void;
  readonly widths: ColumnWidths;
  readonly onWidths: (widths: ColumnWidths) => void;
  readonly picked: 'none' | 'some' | 'all';
  readonly onPickAll: () => void;
}

/**
 * The header row: one stop for Tab, ← and → go between columns, Enter sorts, Shift with ← or → changes the width.
 */
export function GridHeader({ columns, sort, descending, onSort, widths, onWidths, picked, onPickAll }: HeaderProps) {
  const t = useTexts(gridTexts);
  const heads = useTexts(columnHeads);
  const help = useTexts(columnHelp);
  const resize = (id: ColumnId, widthPx: number) => onWidths({ ...widths, [id]: allowedWidthPx(id, widthPx) });

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
    const stops = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-stop]')];
    const at = stops.indexOf(event.target as HTMLElement);
    const id = columns.find((column) => column.id === (event.target as HTMLElement).dataset['stop']);
    const step = event.key === 'ArrowRight' ? 1 : -1;
    event.preventDefault();
    if (!event.shiftKey) stops[at + step]?.focus();
    else if (id && isResizable(id.id)) resize(id.id, id.widthPx + step * stepPx);
  };
  const firstStop = columns.find(({ id }) => allColumns[id].sort === sort)?.id ?? columns[0]?.id;

  return (
    // oxlint-disable-next-line jsx-a11y/interactive-supports-focus -- its cells take the focus
    <div role="row" className={classes.head} onKeyDown={onKeyDown}>
      {columns.map(({ id, widthPx }, i) => {
        const by = allColumns[id].sort;
        const isSorted = by !== null && by === sort;
        const stop = { 'data-stop': id, tabIndex: id === firstStop ? 0 : -1 };
        return (
          <div
            key={id}
            role="columnheader"
            aria-colindex={i + 1}
            data-column={id}
            className={classes.headCell}
            title={isResizable(id) ? `${help[id]}. ${t.resize}` : help[id]}
            {...(by === null ? {} : { 'aria-sort': isSorted ? (descending ? 'descending' : 'ascending') : 'none' })}
          >
            {id === 'pick' && (
              <input
                type="checkbox"
                {...stop}
                className={classes.check}
                aria-label={t.pickAll}
                checked={picked === 'all'}
                ref={(input) => {
                  if (input !== null) input.indeterminate = picked === 'some';
                }}
                onChange={onPickAll}
              />
            )}
            {id !== 'pick' && by === null && <span {...stop} className={classes.headText}>{heads[id]}</span>}
            {by !== null && (
              <button type="button" {...stop} className={classes.headButton} aria-label={heads[id] === help[id] ? undefined : `${heads[id]}: ${help[id]}`} onClick={() => onSort(by)}>
                {heads[id]}
                <span aria-hidden className={classes.arrow}>{isSorted ? (descending ? '▾' : '▴') : ''}</span>
              </button>
            )}
            {isResizable(id) && <Grip widthPx={widthPx} onWidth={(px) => resize(id, px)} />}
          </div>
        );
      })}
    </div>
  );
}

/** The edge one drags; the keyboard has Shift with the arrows on the header instead. */
function Grip({ widthPx, onWidth }: { widthPx: number; onWidth: (px: number) => void }) {
  const drag = useRef<{ x: number; widthPx: number } | null>(null);
  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    drag.current = { x: event.clientX, widthPx };
  };
  const onPointerMove = (event: PointerEvent) => {
    if (drag.current !== null) onWidth(drag.current.widthPx + event.clientX - drag.current.x);
  };
  return <span aria-hidden className={classes.grip} onPointerDown={onPointerDown} onPointerMove={onPointerMove} onPointerUp={() => (drag.current = null)} />;
}
