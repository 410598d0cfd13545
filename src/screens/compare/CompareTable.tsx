import { Button } from '@mantine/core';
import { Fragment, useState } from 'react';
import type { ComponentType, ReactNode } from 'react';
import { csvText } from '../../ui/csv.ts';
import table from '../../views/recordsTable/dataTable.module.css';
import { useTexts } from '../../words/language.tsx';
import { saveFile } from '../../ui/saveFile.ts';
import { NumberLink } from '../number/NumberLink.tsx';
import classes from './CompareScreen.module.css';
import { compareTexts } from './compareTexts.ts';

export interface CompareColumn<Row> {
  /** Column of the CSV. */
  readonly name: string;
  readonly title: string;
  readonly isFigure?: boolean;
  /** A phone number, which leads to its dossier; before `cell`. */
  readonly numberOf?: (row: Row) => string;
  readonly cell?: (row: Row) => ReactNode;
  readonly csv: (row: Row) => string | number | boolean | null;
}

/** Results with their figures; each may show more, and all can be saved. */
export function CompareTable<Row>({ label, fileName, rows, columns, keyOf, more: More, actions, onSave }: {
  label: string;
  /** Of the CSV, without ending. */
  fileName: string;
  rows: readonly Row[];
  columns: readonly CompareColumn<Row>[];
  keyOf: (row: Row) => string;
  /** What a row shows when it is opened. */
  more?: ComponentType<{ readonly row: Row }>;
  actions?: ReactNode;
  /** Saves more than the rows that are shown. */
  onSave?: () => void;
}) {
  const t = useTexts(compareTexts);
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const toggle = (key: string) => setOpen((before) => (before.has(key) ? new Set([...before].filter((each) => each !== key)) : new Set([...before, key])));
  const save = () => {
    const lines = [columns.map(({ name }) => name), ...rows.map((row) => columns.map(({ csv }) => csv(row)))];
    saveFile(`${fileName}.csv`, new Blob([csvText(lines)], { type: 'text/csv;charset=utf-8' }));
  };
  return (
    <section className={classes.result} aria-label={label}>
      <div className={classes.resultHead}>
        <h2>{label}</h2>
        {actions}
        <Button size="compact-xs" variant="default" title={t.saveCsv} onClick={onSave ?? save}>{t.csv}</Button>
      </div>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- scrolls, so it must be reachable */}
      <section className={table.frame} aria-label={`${label}: ${t.results}`} tabIndex={0}>
        <table className={table.table}>
          <thead>
            <tr>
              {columns.map(({ name, title, isFigure }) => <th key={name} scope="col" className={isFigure ? table.right : undefined}>{title}</th>)}
              {More !== undefined && <th scope="col" className={table.stays}>{t.evidence}</th>}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => {
              const key = keyOf(row);
              const isOpen = open.has(key);
              return (
                <Fragment key={key}>
                  <tr>
                    {columns.map(({ name, isFigure, numberOf, cell }) => (
                      <td key={name} className={isFigure ? table.right : undefined}>{numberOf !== undefined && <NumberLink number={numberOf(row)} />} {cell?.(row)}</td>
                    ))}
                    {More !== undefined && (
                      <td className={table.stays}>
                        <button type="button" className={`${table.press} ${table.filter}`} aria-expanded={isOpen} onClick={() => toggle(key)}>
                          {isOpen ? t.hideEvidence : t.evidence}
                        </button>
                      </td>
                    )}
                  </tr>
                  {isOpen && More !== undefined && <tr><td colSpan={columns.length + 1} className={classes.more}><More row={row} /></td></tr>}
                </Fragment>
              );
            })}
          </tbody>
        </table>
      </section>
    </section>
  );
}
