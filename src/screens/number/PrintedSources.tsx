import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { caseQueries, useCase } from '../../sources/useCase.tsx';
import { useWindow } from '../../state/search.ts';
import table from '../../views/recordsTable/dataTable.module.css';
import { NOTHING, useFormat } from '../../words/format.ts';
import { defineTexts, useTexts } from '../../words/language.tsx';
import classes from './PrintedSources.module.css';

const texts = defineTexts({
  title: ['Sources', '数据来源'],
  line: [(records: string, files: string, span: string) => `${records} records from ${files} files, ${span}.`, (records: string, files: string, span: string) => `${files} 个文件，共 ${records} 条话单，${span}。`],
  window: [(span: string) => `Only the records of ${span} were looked at.`, (span: string) => `仅统计 ${span} 的话单。`],
  printed: [(time: string) => `Printed ${time}.`, (time: string) => `打印时间：${time}。`],
  file: ['File', '文件'],
  records: ['Records', '记录'],
  bytes: ['Size', '大小'],
  hash: ['SHA-256', 'SHA-256'],
  pending: ['not computed yet', '尚未计算'],
});

/** Files are hashed after they were read; until then the summary is asked again so often, and no more than so many times. */
const HASHING_MS = 2000;
const MOST_ASKED = 60;

/** On paper only: which files all this was read from, with their hashes, and when it was printed. */
export function PrintedSources() {
  const t = useTexts(texts);
  const f = useFormat();
  const { window: shown } = useWindow();
  const { data: summary } = useQuery({
    ...caseQueries.summary(useCase(), shown),
    refetchInterval: ({ state: { data, dataUpdateCount } }) => (dataUpdateCount < MOST_ASKED && data?.files.some(({ sha256 }) => sha256 === null) === true ? HASHING_MS : false),
  });
  const printedAt = usePrintTime();
  if (summary === undefined) return null;
  return (
    <section className={classes.sources} aria-label={t.title}>
      <h2>{t.title}</h2>
      <p>
        {t.line(f.count(summary.records), f.count(summary.files.length), summary.first === null || summary.last === null ? NOTHING : f.span(summary.first, summary.last))}
        {shown !== null && ` ${t.window(f.span(shown.from, shown.to))}`}
        {printedAt !== null && ` ${t.printed(f.timeWithZone(printedAt))}`}
      </p>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">{t.file}</th>
            <th scope="col" className={table.right}>{t.records}</th>
            <th scope="col" className={table.right}>{t.bytes}</th>
            <th scope="col" className={table.grow}>{t.hash}</th>
          </tr>
        </thead>
        <tbody>
          {summary.files.map(({ name, rows, bytes, sha256 }, i) => (
            // Two files may have one name.
            // oxlint-disable-next-line react/no-array-index-key
            <tr key={`${name} ${i}`}>
              <th scope="row">{name}</th>
              <td className={table.right}>{f.count(rows)}</td>
              <td className={table.right}>{f.bytes(bytes)}</td>
              <td className={classes.hash}>{sha256 ?? t.pending}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Local time at which the page was last given to a printer, with its offset; null before that. */
function usePrintTime(): string | null {
  const [at, setAt] = useState<string | null>(null);
  useEffect(() => {
    const take = () => flushSync(() => setAt(localTime(new Date())));
    window.addEventListener('beforeprint', take);
    return () => window.removeEventListener('beforeprint', take);
  }, []);
  return at;
}

function localTime(date: Date): string {
  const minutes = -date.getTimezoneOffset();
  const two = (value: number) => String(value).padStart(2, '0');
  const local = new Date(date.getTime() + minutes * 60_000).toISOString().slice(0, 19);
  return `${local}${minutes < 0 ? '-' : '+'}${two(Math.floor(Math.abs(minutes) / 60))}:${two(Math.abs(minutes) % 60)}`;
}
