import { Button, Group } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { RejectedRow } from '../../analysis/answers.ts';
import type { DatasetInfo } from '../../engine/protocol.ts';
import { useEngine } from '../../sources/useEngine.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { rejectionWhy } from '../../words/errors.ts';
import { useFormat } from '../../words/format.ts';
import { useTexts } from '../../words/language.tsx';
import { rejectedTexts } from './datasetsTexts.ts';
import classes from './RejectedOfDataset.module.css';

const pageRows = 100;

/** The rejected rows of any dataset in the list, whichever source the other screens look at. */
export function RejectedOfDataset({ dataset, onClose }: { dataset: DatasetInfo; onClose: () => void }) {
  const t = useTexts(rejectedTexts);
  const f = useFormat();
  const why = useTexts(rejectionWhy);
  const engine = useEngine();
  const [offset, setOffset] = useState(0);
  const { data, error, refetch } = useQuery({
    queryKey: [`local:${dataset.id}`, 'rejected', { offset, limit: pageRows }],
    queryFn: ({ signal }) =>
      engine.ask<{ readonly total: number; readonly rows: readonly RejectedRow[] }>(dataset.id, { ask: 'rejected', page: { offset, limit: pageRows } }, null, signal),
    placeholderData: keepPreviousData,
  });
  const title = t.title(dataset.name);
  return (
    <Dialog isOpen onClose={onClose} title={title} place="lower">
      {error !== null && <ErrorState error={error} where={title} onRetry={() => void refetch()} />}
      {data !== undefined && (
        <>
          <Group gap={8} className={classes.bar}>
            <span>{t.shown(f.count(offset + 1), f.count(Math.min(offset + pageRows, data.total)), f.count(data.total))}</span>
            <Button variant="default" disabled={offset === 0} onClick={() => setOffset(Math.max(0, offset - pageRows))}>{t.previous}</Button>
            <Button variant="default" disabled={offset + pageRows >= data.total || data.rows.length < pageRows} onClick={() => setOffset(offset + pageRows)}>{t.next}</Button>
          </Group>
          {/* Scrolls by itself, so the keyboard must reach it. */}
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
          <section className={classes.scroll} tabIndex={0} aria-label={title}>
            <table className={classes.table}>
              <thead>
                <tr>
                  <th scope="col">{t.file}</th>
                  <th scope="col" className={classes.figure}>{t.line}</th>
                  <th scope="col">{t.reason}</th>
                  <th scope="col">{t.text}</th>
                </tr>
              </thead>
              <tbody>
                {data.rows.map((row) => (
                  <tr key={`${row.file}:${row.line}`}>
                    <td>{row.file}</td>
                    <td className={classes.figure}>{f.count(row.line)}</td>
                    <td>{why[row.reason]}</td>
                    <td className={classes.text}>{row.text}</td>
                  </tr>
                ))}
              </tbody>
            </table>
            {data.rows.length < pageRows && offset + data.rows.length < data.total && <EmptyState text={t.beyond} />}
          </section>
        </>
      )}
    </Dialog>
  );
}
