import { Button, SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense, useMemo, useState } from 'react';
import { trendMeasures } from '../../analysis/answers.ts';
import type { TrendMeasure, Trends } from '../../analysis/answers.ts';
import { dayText, parseDay } from '../../records/days.ts';
import { caseQueries, useCase } from '../../sources/useCase.tsx';
import { useReady } from '../../state/ready.ts';
import { useSearchState, useWindow } from '../../state/search.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { saveFile } from '../../ui/saveFile.ts';
import { ScreenHeader } from '../../ui/ScreenHeader.tsx';
import { showToast } from '../../ui/toasts.ts';
import { Toolbar } from '../../ui/Toolbar.tsx';
import { useShortcuts } from '../../ui/useShortcuts.ts';
import { useFormat } from '../../words/format.ts';
import { glossary } from '../../words/glossary.ts';
import { useLanguage, useTexts } from '../../words/language.tsx';
import { chartPng } from '../../views/trendChart/chartPng.ts';
import { findHeadline } from '../../views/trendChart/headline.ts';
import type { SeriesKey } from '../../views/trendChart/seriesLooks.ts';
import { seriesLook } from '../../views/trendChart/seriesLooks.ts';
import { trendCsv } from '../../views/trendChart/trendCsv.ts';
import { shareOf, shareText } from '../../views/trendChart/shareOf.ts';
import { TrendTable } from '../../views/trendChart/TrendTable.tsx';
import { weekEnd } from '../../views/trendChart/weekEnd.ts';
import { headlineSentence, shareSentence } from './headlineSentence.ts';
import classes from './TrendsScreen.module.css';
import { parseTrendsSearch, trendWindow, weeksIn } from './trendsSearch.ts';
import { trendsTexts } from './trendsTexts.ts';

const TrendChart = lazy(async () => ({ default: (await import('../../views/trendChart/TrendChart.tsx')).TrendChart }));

const chartPx = 304;
const sharePx = 120;
/** Title and unit above a chart, px. */
const headPx = 36;
/** Weeks at the beginning of a dataset in which nearly every number is new. Assumed. */
const settlingDays = 14;

/** How do the findings come and go from week to week? */
export function TrendsScreen() {
  const t = useTexts(trendsTexts);
  const g = useTexts(glossary);
  const format = useFormat();
  const source = useCase();
  const { window, setWindow } = useWindow();
  const [{ measure = 'numbers', table }, patch] = useSearchState(parseTrendsSearch);
  const { asked, marked } = useMemo(() => trendWindow(window), [window]);
  const query = useQuery(caseQueries.trends(source, { window: asked, by: 'detector', measure }));
  const trends = query.data;
  useReady(trends !== undefined || query.isError);

  const isTableShown = table !== 'off';
  const toggleTable = () => patch({ table: isTableShown ? 'off' : undefined }, { replace: true });
  useShortcuts(g.trends, [{ keys: 't', label: t.toggleTable, run: toggleTable }]);

  const setWeek = (week: string) => {
    const before = window;
    setWindow({ from: week, to: weekEnd(week) });
    showToast({ text: t.windowSet(format.span(week, weekEnd(week))), undo: () => setWindow(before) });
  };
  const span = trends?.weeks.length ? format.span(trends.weeks[0]!, weekEnd(trends.weeks.at(-1)!)) : '';
  return (
    <>
      <ScreenHeader title={g.trends} shown={trends === undefined ? (query.isPending ? t.loading : '') : t.shown(format.count(trends.weeks.length), span)} />
      <Toolbar
        label={t.tools}
        end={
          <Button size="compact-sm" variant={isTableShown ? 'light' : 'subtle'} color="gray" aria-pressed={isTableShown} onClick={toggleTable}>
            {t.table}
          </Button>
        }
      >
        <SegmentedControl
          size="xs"
          aria-label={t.measure}
          value={measure}
          data={trendMeasures.map((value) => ({ value, label: t[value] }))}
          onChange={(value) => patch({ measure: value }, { replace: true })}
        />
      </Toolbar>
      {query.isError && trends === undefined && <ErrorState error={query.error} where={g.trends} onRetry={() => void query.refetch()} />}
      {trends?.weeks.length === 0 && (
        <EmptyState text={t.empty} action={<Button size="compact-sm" renderRoot={(props) => <Link to="/datasets" {...props} />}>{t.openFiles}</Button>} />
      )}
      {(query.isPending || (trends !== undefined && trends.weeks.length > 0)) && (
        <div className={`${classes.body} ${query.isPlaceholderData ? classes.stale : ''}`} aria-busy={query.isFetching}>
          {trends === undefined ? <div style={{ height: chartPx + sharePx + 2 * headPx + 16 }} /> : (
            <TrendsOf
              trends={trends}
              measure={measure}
              marked={weeksIn(trends.weeks, marked)}
              markedSpan={marked === null ? null : format.span(marked.from, marked.to)}
              isTableShown={isTableShown}
              onWeek={setWeek}
              onWholeSpan={() => setWindow(null)}
            />
          )}
        </div>
      )}
    </>
  );
}

function TrendsOf({ trends, measure, marked, markedSpan, isTableShown, onWeek, onWholeSpan }: {
  trends: Trends;
  measure: TrendMeasure;
  marked: { readonly from: string; readonly to: string } | null;
  markedSpan: string | null;
  isTableShown: boolean;
  onWeek: (week: string) => void;
  onWholeSpan: () => void;
}) {
  const t = useTexts(trendsTexts);
  const g = useTexts(glossary);
  const format = useFormat();
  const language = useLanguage();
  const source = useCase();
  const { data: summary } = useQuery(caseQueries.summary(source, null));
  // The chart is loaded after its figures; until then there is nothing to make a picture of.
  const [chart, setChart] = useState<HTMLDivElement | null>(null);

  const nameOf = (key: SeriesKey) => (key === 'suspects' ? t.suspects : g[key]);
  const series = trends.series.map(({ key, values }) => ({ key, name: nameOf(key), ...seriesLook(key), values }));
  const suspects = trends.series.find(({ key }) => key === 'suspects')?.values ?? [];
  const shares = [{ key: 'share', name: t.share, ...seriesLook('share'), values: trends.all.map((all, i) => shareOf(suspects[i] ?? 0, all)) }];
  const firstFair = measure === 'newNumbers' && summary?.first ? dayText(parseDay(summary.first.slice(0, 10)) + settlingDays) : null;
  const title = headlineSentence(findHeadline(trends, firstFair), measure, language);
  const unit = { numbers: t.unitNumbers, records: t.unitRecords, newNumbers: t.unitNewNumbers }[measure];

  const shareUnit = { numbers: t.shareOfNumbers, records: t.shareOfRecords, newNumbers: t.shareOfNewNumbers }[measure];

  const fileName = `callchain-trends-${measure}-${trends.weeks[0]}-${trends.weeks.at(-1)}`;
  const saveCsv = () => saveFile(`${fileName}.csv`, new Blob([trendCsv(trends)], { type: 'text/csv;charset=utf-8' }));
  const savePng = async (frame: HTMLDivElement) => {
    try {
      saveFile(`${fileName}.png`, await chartPng(frame, title, getComputedStyle(document.body).backgroundColor));
    } catch {
      showToast({ text: t.pngFailed, kind: 'error' });
    }
  };
  return (
    <>
      {markedSpan !== null && (
        <div className={classes.notes}>
          <p>
            {t.markedNote(markedSpan)}{' '}
            <Button size="compact-xs" variant="default" onClick={onWholeSpan}>
              {t.wholeSpan}
            </Button>
          </p>
        </div>
      )}
      <div className={classes.place} style={{ minHeight: chartPx + headPx }}>
        <Suspense fallback={null}>
          <TrendChart
            frame={setChart} title={title} unit={unit} weeks={trends.weeks} isPartial={trends.isPartial} series={series} heightPx={chartPx}
            isCount formatValue={format.count} marked={marked} onWeek={onWeek}
          />
        </Suspense>
      </div>
      <div className={classes.place} style={{ minHeight: sharePx + headPx }}>
        <Suspense fallback={null}>
          <TrendChart
            title={shareSentence(trends, language)} unit={shareUnit} weeks={trends.weeks} isPartial={trends.isPartial} series={shares} heightPx={sharePx}
            isCount={false} formatValue={(share) => shareText(format, share)} marked={marked} onWeek={onWeek}
          />
        </Suspense>
      </div>
      <div className={classes.notes}>
        <p>
          {t.partial} {measure === 'newNumbers' && firstFair !== null && trends.weeks[0]! < firstFair ? t.newNote : ''} {t.method}
        </p>
        <p>
          <Button size="compact-sm" variant="default" title={t.saveCsv} onClick={saveCsv}>{t.csv}</Button>{' '}
          <Button size="compact-sm" variant="default" title={t.savePng} disabled={chart === null} onClick={() => chart !== null && void savePng(chart)}>{t.png}</Button>
        </p>
      </div>
      {isTableShown && <TrendTable label={t.tableName} trends={trends} nameOf={nameOf} onWeek={onWeek} window={marked} />}
    </>
  );
}
