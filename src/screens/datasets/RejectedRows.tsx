import { Button, Group } from '@mantine/core';
import type { QueryKey } from '@tanstack/react-query';
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Page, RejectedRow } from '../../analysis/answers.ts';
import { csvText } from '../../ui/csv.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { saveFile } from '../../ui/saveFile.ts';
import { showToast } from '../../ui/toasts.ts';
import { describeError } from '../../words/describeError.ts';
import { rejectionWhy } from '../../words/fileErrors.ts';
import { useFormat } from '../../words/format.ts';
import { defineTexts, useLanguage, useTexts } from '../../words/language.tsx';
import classes from './RejectedRows.module.css';

const texts = defineTexts({
  file: ['File', '文件'],
  line: ['Line', '行号'],
  reason: ['Reason', '原因'],
  code: ['Code', '代码'],
  text: ['Beginning of the line', '行首内容'],
  none: ['Every row was read.', '所有行均已读取。'],
  shown: [(from: string, to: string, of: string) => `${from}–${to} of ${of}`, (from: string, to: string, of: string) => `第 ${from}–${to} 行，共 ${of} 行`],
  previous: ['Previous', '上一页'],
  next: ['Next', '下一页'],
  export: ['Export CSV', '导出 CSV'],
  exported: [(n: string) => `Exported ${n} rows.`, (n: string) => `已导出 ${n} 行。`],
  beyond: ['The dataset keeps no more of its rejected rows than those before.', '数据集未保留更多被拒绝的行。'],
});

const pageRows = 100;
/** As many as one answer may hold. */
const exportRows = 500;

interface RejectedPage {
  readonly total: number;
  readonly rows: readonly RejectedRow[];
}
type AskRejected = (page: Page, signal?: AbortSignal) => Promise<RejectedPage>;

/**
 * Rows that could not be taken: where, why, and what stands there; by pages, and as a file.
 *
 * @param queryKey names whose rows they are
 */
export function RejectedRows({ title, queryKey, ask }: { title: string; queryKey: QueryKey; ask: AskRejected }) {
  const t = useTexts(texts);
  const format = useFormat();
  const why = useTexts(rejectionWhy);
  const [offset, setOffset] = useState(0);
  const page: Page = { offset, limit: pageRows };
  const { data, error, refetch } = useQuery({ queryKey: [...queryKey, page], queryFn: ({ signal }) => ask(page, signal), placeholderData: keepPreviousData });
  const exporting = useExport(ask);
  if (error !== null) return <ErrorState error={error} where={title} onRetry={() => void refetch()} />;
  if (data === undefined) return null;
  if (data.total === 0) return <EmptyState text={t.none} />;
  return (
    <>
      <Group gap={8} className={classes.bar}>
        <span className={classes.count}>{t.shown(format.count(offset + 1), format.count(Math.min(offset + pageRows, data.total)), format.count(data.total))}</span>
        <Button variant="default" disabled={offset === 0} onClick={() => setOffset(Math.max(0, offset - pageRows))}>
          {t.previous}
        </Button>
        <Button variant="default" disabled={offset + pageRows >= data.total || data.rows.length < pageRows} onClick={() => setOffset(offset + pageRows)}>
          {t.next}
        </Button>
        <Button variant="default" loading={exporting.isPending} onClick={() => exporting.mutate()}>
          {t.export}
        </Button>
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
                <td className={classes.figure}>{format.count(row.line)}</td>
                <td>{why[row.reason]}</td>
                <td className={classes.text}>{row.text}</td>
              </tr>
            ))}
          </tbody>
        </table>
        {data.rows.length < pageRows && offset + data.rows.length < data.total && <EmptyState text={t.beyond} />}
      </section>
    </>
  );
}

/** Fetches all kept rows and hands them over as a file, the reason in words and as its code. */
function useExport(ask: AskRejected) {
  const t = useTexts(texts);
  const format = useFormat();
  const language = useLanguage();
  const why = useTexts(rejectionWhy);
  return useMutation({
    mutationFn: async () => {
      const rows: RejectedRow[] = [];
      for (;;) {
        const page = await ask({ offset: rows.length, limit: exportRows });
        rows.push(...page.rows);
        if (page.rows.length === 0 || rows.length >= page.total) break;
      }
      const csv = csvText([[t.file, t.line, t.reason, t.code, t.text], ...rows.map((row) => [row.file, row.line, why[row.reason], row.reason, row.text])]);
      // The byte-order mark lets spreadsheets read the Chinese words as UTF-8.
      saveFile('rejected-rows.csv', new Blob(['\ufeff', csv], { type: 'text/csv;charset=utf-8' }));
      return rows.length;
    },
    onSuccess: (rows) => showToast({ text: t.exported(format.count(rows)) }),
    onError: (error) => showToast({ kind: 'error', text: describeError(error, language).what }),
  });
}
