import type { Trends } from '../../analysis/answers.ts';
import { useFormat } from '../../words/format.ts';
import { defineTexts, useTexts } from '../../words/language.tsx';
import table from '../recordsTable/dataTable.module.css';
import { shareInTable, shareOf } from './shareOf.ts';
import { weekEnd } from './weekEnd.ts';

const texts = defineTexts({
  week: ['Week', '周'],
  setWindow: [(span: string) => `Make the week ${span} the window`, (span: string) => `将 ${span} 当周设为时间窗`],
  covered: ['Covered', '覆盖'],
  whole: ['whole', '整周'],
  partly: ['partly', '部分'],
  all: ['All', '全部'],
  share: ['Suspect share', '可疑占比'],
});

/** The chart as a table: the same weeks, series and choice of a week, newest first. */
export function TrendTable({ label, trends, nameOf, onWeek, window }: {
  label: string;
  trends: Trends;
  nameOf: (key: Trends['series'][number]['key']) => string;
  onWeek: (week: string) => void;
  /** Weeks that begin in it are marked. */
  window: { readonly from: string; readonly to: string } | null;
}) {
  const t = useTexts(texts);
  const format = useFormat();
  const suspects = trends.series.find(({ key }) => key === 'suspects');
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- scrolls, so it must be reachable
    <section className={table.frame} style={{ flex: 'none' }} aria-label={label} tabIndex={0}>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col" className={table.stays}>{t.week}</th>
            <th scope="col">{t.covered}</th>
            {trends.series.map(({ key }) => <th key={key} scope="col" className={`${table.right} ${table.line}`}>{nameOf(key)}</th>)}
            <th scope="col" className={table.right}>{t.all}</th>
            <th scope="col" className={`${table.right} ${table.line}`}>{t.share}</th>
          </tr>
        </thead>
        <tbody>
          {trends.weeks.map((week, i) => (
            <tr key={week} aria-current={(window !== null && week >= window.from && week <= window.to) || undefined}>
              <th scope="row" className={table.stays}>
                <button type="button" className={`${table.press} ${table.filter}`} title={t.setWindow(format.span(week, weekEnd(week)))} onClick={() => onWeek(week)}>
                  {format.span(week, weekEnd(week))}
                </button>
              </th>
              <td className={table.dim}>{trends.isPartial[i] ? t.partly : t.whole}</td>
              {trends.series.map(({ key, values }) => <td key={key} className={table.right}>{format.count(values[i] ?? 0)}</td>)}
              <td className={table.right}>{format.count(trends.all[i] ?? 0)}</td>
              <td className={table.right}>{shareInTable(format, shareOf(suspects?.values[i] ?? 0, trends.all[i] ?? 0))}</td>
            </tr>
          )).toReversed()}
        </tbody>
      </table>
    </section>
  );
}
