/* oxlint-disable jsx-a11y/prefer-tag-over-role -- see SuspectGrid.tsx */
import { memo } from 'react';
import type { MouseEvent, ReactNode } from 'react';
import type { SuspectRow } from '../../analysis/answers.ts';
import { Bar } from '../../ui/Bar.tsx';
import { Sparkline } from '../../ui/Sparkline.tsx';
import type { Format } from '../../words/format.ts';
import { NOTHING, useFormat } from '../../words/format.ts';
import { glossary } from '../../words/glossary.ts';
import { listRoleWords } from '../../words/kinds.ts';
import { useLanguage, useTexts } from '../../words/language.tsx';
import { reasonsInQueue } from '../../words/reasons.ts';
import type { ColumnId, FittedColumn } from './columns.ts';
import { gridTexts } from './gridTexts.ts';
import classes from './SuspectGrid.module.css';

/** Coverage below this is said in the row (assumed: half of the evidence is missing). */
const LOW_COVERAGE = 0.5;
const weekSlots = 12;

export interface RowHandlers {
  /** A click on the row itself. */
  readonly onActivate: (index: number) => void;
  readonly onPick: (index: number, isRange: boolean) => void;
  readonly onOpen: (number: string) => void;
  readonly hrefOf: (number: string) => string;
}

interface Props extends RowHandlers {
  readonly id: string;
  readonly index: number;
  /** undefined while it is loading. */
  readonly row: SuspectRow | undefined;
  readonly columns: readonly FittedColumn[];
  readonly isActive: boolean;
  readonly isPicked: boolean;
  /** Shown in the inspector. */
  readonly isSelected: boolean;
}

/** One row of the queue; a row that is not there yet keeps its place and tells its index. */
export const SuspectRowLine = memo(function SuspectRowLine(props: Props) {
  const { id, index, row, columns, isActive, isPicked, isSelected, onActivate, onPick, onOpen, hrefOf } = props;
  const cells = useCells();
  const open = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || row === undefined) return;
    event.preventDefault();
    onOpen(row.number);
  };
  const content = (column: ColumnId): ReactNode => {
    if (row === undefined) return cells.placeholder(column, index);
    // The browser's own: rows come and go with every turn of the wheel.
    if (column === 'pick') return <input type="checkbox" className={classes.check} tabIndex={-1} checked={isPicked} aria-label={cells.pickLabel(row)} onChange={() => undefined} />;
    if (column === 'number') return <a href={hrefOf(row.number)} tabIndex={-1} className={classes.number} onClick={open}>{cells.number(row)}</a>;
    return cells[column](row);
  };
  return (
    // Keys reach the row through the grid, which keeps the focus (aria-activedescendant).
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
    <div
      role="row"
      id={id}
      className={classes.row}
      aria-rowindex={index + 1}
      aria-selected={isPicked}
      aria-busy={row === undefined || undefined}
      data-active={isActive || undefined}
      data-selected={isSelected || undefined}
      onClick={(event) => {
        const isPick = event.target instanceof Element && event.target.closest('[data-column=pick]') !== null;
        if (isPick || event.shiftKey || event.metaKey || event.ctrlKey) onPick(index, event.shiftKey);
        else onActivate(index);
      }}
      onDoubleClick={() => row && onOpen(row.number)}
    >
      {columns.map(({ id: column }, i) => (
        <div key={column} role="gridcell" aria-colindex={i + 1} data-column={column} className={classes.cell}>
          {content(column)}
        </div>
      ))}
    </div>
  );
});

const figure = (value: number | null, show: (value: number) => string) => (value === null ? NOTHING : show(value));

/** What stands in each cell. */
function useCells() {
  const t = useTexts(gridTexts);
  const words = useTexts(glossary);
  const roles = useTexts(listRoleWords);
  const language = useLanguage();
  const f = useFormat();
  return {
    pickLabel: (row: SuspectRow) => t.pick(f.phone(row.number)),
    score: (row: SuspectRow) => (
      <>
        <Bar share={row.score / 100} tone="score" widthPx={56} />
        <span className={classes.score}>{f.score(row.score)}</span>
      </>
    ),
    number: (row: SuspectRow) => f.phone(row.number),
    why: (row: SuspectRow) => {
      // A hit on a list of seized numbers says so itself.
      const lists = row.lists.filter((role) => role !== 'seized' || row.reasons.every(({ feature }) => feature !== 'seizedListHit'));
      const why = [...lists.map((role) => roles[role]), ...reasonsInQueue(row.reasons, language, lists.some((role) => role === 'seized' || role === 'watched'))].join(' · ');
      return (
        <>
          <span className={classes.why} title={why}>{why === '' ? NOTHING : why}</span>
          {row.coverage < LOW_COVERAGE && <span className={classes.coverage} title={t.coverageHelp(f.share(row.coverage))}>{t.coverage(f.shareInColumn(row.coverage))}</span>}
        </>
      );
    },
    weeks: (row: SuspectRow) => <Sparkline values={row.weeks} slots={weekSlots} widthPx={60} label={t.weeks(row.weeks.map(f.count).join(' '))} />,
    callsPerContact: (row: SuspectRow) => figure(row.callsPerContact, f.ratioInColumn),
    outgoing: (row: SuspectRow) => figure(row.outgoingShare, f.shareInColumn),
    imeis: (row: SuspectRow) => figure(row.imeis, f.count),
    lastSeen: (row: SuspectRow) => (row.lastSeen === null ? NOTHING : <time dateTime={row.lastSeen} title={f.timeWithZone(row.lastSeen)}>{f.time(row.lastSeen)}</time>),
    status: (row: SuspectRow) => <span className={classes.status} data-status={row.status}>{words[row.status]}</span>,
    placeholder: (column: ColumnId, index: number) => placeholder(column, index, f, t.loading),
  };
}

function placeholder(column: ColumnId, index: number, f: Format, loading: string): ReactNode {
  if (column === 'number') return <span className={classes.pending}>#{f.count(index + 1)}</span>;
  return column === 'why' ? <span className={classes.pending}>{loading}</span> : null;
}
