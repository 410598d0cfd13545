import type { ReactNode } from 'react';
import { Pager } from '../recordsTable/Pager.tsx';
import table from '../recordsTable/dataTable.module.css';
import classes from './LinkGraphTable.module.css';
import { onArrowKey, rowsPerPage, usePage } from './tablePages.ts';

/** One of the link graph's tables: its heading, a page of its rows with arrow keys along them, and the way to the other pages. */
export function GraphTableFrame<Row>({ title, pagesLabel, columns, rows, renderRow }: {
  title: string;
  pagesLabel: string;
  /** Cells of the header row. */
  columns: ReactNode;
  rows: readonly Row[];
  /** A keyed `tr`. */
  renderRow: (row: Row) => ReactNode;
}) {
  const [offset, setOffset] = usePage(rows.length);
  return (
    <>
      <h2 className={classes.heading}>{title}</h2>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex, jsx-a11y/no-noninteractive-element-interactions -- scrolls, so it must be reachable; keys pass on to the rows' buttons */}
      <section className={`${table.frame} ${classes.frame}`} aria-label={title} tabIndex={0} onKeyDown={onArrowKey}>
        <table className={table.table}>
          <thead>
            <tr>{columns}</tr>
          </thead>
          <tbody>{rows.slice(offset, offset + rowsPerPage).map(renderRow)}</tbody>
        </table>
      </section>
      <Pager label={pagesLabel} offset={offset} limit={rowsPerPage} total={rows.length} onOffset={setOffset} />
    </>
  );
}
