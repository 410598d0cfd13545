import { useElementSize } from '@mantine/hooks';
import { useCallback, useEffect, useId, useMemo, useRef } from 'react';
import type { KeyboardEvent, Ref } from 'react';
import type { DotItemDotProps } from 'recharts';
import {
  CartesianGrid, Line, LineChart, Tooltip, useActiveTooltipLabel, useIsTooltipActive, usePlotArea, useXAxisScale, useYAxisScale, XAxis, YAxis,
} from 'recharts';
import { useFormat } from '../../words/format.ts';
import { defineTexts, useTexts } from '../../words/language.tsx';
import { countTicks } from './countTicks.ts';
import { shapePath } from './seriesLooks.ts';
import type { SeriesLook, Shape } from './seriesLooks.ts';
import { spreadLabels } from './spreadLabels.ts';
import classes from './TrendChart.module.css';
import { weekEnd } from './weekEnd.ts';
import { partialKey, trendRows } from './trendRows.ts';
import type { TrendRow } from './trendRows.ts';

const texts = defineTexts({
  week: [(span: string) => `Week ${span}`, (span: string) => `${span} 当周`],
  partly: ['only part of the week is covered', '仅覆盖部分日期'],
  how: ['Arrow keys go from week to week, Enter makes the week the window.', '用方向键逐周移动，按 Enter 将该周设为时间窗。'],
});

export interface TrendSeries extends SeriesLook {
  readonly key: string;
  /** As it stands at the line's end. */
  readonly name: string;
  /** One per week. */
  readonly values: readonly number[];
}

export interface TrendChartProps {
  /** What the chart says, as a sentence. */
  readonly title: string;
  /** What is counted, at the upper end of the axis. */
  readonly unit: string;
  /** Mondays, oldest first. */
  readonly weeks: readonly string[];
  readonly isPartial: readonly boolean[];
  readonly series: readonly TrendSeries[];
  readonly heightPx: number;
  /** Counts have whole steps, shares have not. */
  readonly isCount: boolean;
  readonly formatValue: (value: number) => string;
  /** Weeks that the window covers; null when it covers all or none. */
  readonly marked: { readonly from: string; readonly to: string } | null;
  readonly onWeek: (week: string) => void;
  /** The element that holds the drawn SVG. */
  readonly frame?: Ref<HTMLDivElement>;
}

const labelGapPx = 16;
const labelsWidthPx = 144;
const axisWidthPx = 56;
/** Radius of a point. */
const pointPx = 3;

/**
 * Weekly lines from zero, each named at its end. Partial weeks are joined by a broken line and have a hollow point. A
 * click, or Enter on the week that the arrow keys are on, chooses a week.
 */
export function TrendChart({ title, unit, weeks, isPartial, series, heightPx, isCount, formatValue, marked, onWeek, frame }: TrendChartProps) {
  const t = useTexts(texts);
  const format = useFormat();
  const id = useId();
  const { ref, width } = useElementSize();
  const rows = useMemo(() => trendRows(weeks, isPartial, series), [weeks, isPartial, series]);
  const ticks = countTicks(Math.max(0, ...series.flatMap(({ values }) => values)), heightPx < 200 ? 2 : 4, isCount);
  // Only Enter asks for it, so a new week under the pointer draws nothing anew.
  const active = useRef<string | null>(null);
  const setActive = useCallback((week: string | null) => {
    active.current = week;
  }, []);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || active.current === null) return;
    event.preventDefault();
    onWeek(active.current);
  };
  return (
    <figure className={classes.figure} aria-labelledby={id}>
      <h2 className={classes.title} id={id}>{title}</h2>
      <p className={classes.unit}>{unit}</p>
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- Enter belongs to the chart inside, which has the focus and the arrow keys */}
      <div ref={frame} className={classes.chart} style={{ height: heightPx }} onKeyDown={onKeyDown}>
        <div ref={ref}>
          {width > 0 && (
            <LineChart
              width={width}
              height={heightPx}
              data={[...rows]}
              margin={{ top: 8, right: labelsWidthPx, bottom: 4, left: 0 }}
              title={title}
              desc={t.how}
              onClick={({ activeLabel }) => typeof activeLabel === 'string' && onWeek(activeLabel)}
            >
              <CartesianGrid vertical={false} stroke="var(--line)" />
              {marked !== null && <MarkedWeeks weeks={weeks} marked={marked} />}
              <XAxis dataKey="week" tickFormatter={format.day} tickLine={false} axisLine={{ stroke: 'var(--line-strong)' }} height={24} minTickGap={16} padding={{ left: 16, right: 8 }} />
              <YAxis width={axisWidthPx} ticks={[...ticks]} domain={[0, ticks.at(-1)!]} tickFormatter={formatValue} tickLine={false} axisLine={false} interval={0} />
              <Tooltip
                isAnimationActive={false}
                cursor={{ stroke: 'var(--line-strong)' }}
                content={<Tip weeks={weeks} isPartial={isPartial} series={series} formatValue={formatValue} />}
              />
              {series.map(({ key, name, colour, shape }) => (
                <Line key={key} dataKey={key} name={name} stroke={colour} strokeWidth={2} dot={fullPoint(shape)} activeDot={{ r: 5, fill: colour }} isAnimationActive={false} />
              ))}
              {series.map(({ key, name, colour, shape }) => (
                <Line key={partialKey(key)} dataKey={partialKey(key)} name={name} stroke={colour} strokeOpacity={0.7} strokeWidth={1.5} strokeDasharray="3 3" dot={hollowPoint(shape)} activeDot={false} isAnimationActive={false} />
              ))}
              <EndLabels series={series} />
              <ActiveWeek onActive={setActive} />
            </LineChart>
          )}
        </div>
      </div>
    </figure>
  );
}

const fullPoint = (shape: Shape) => ({ key, cx, cy, stroke }: DotItemDotProps) =>
  isNumber(cx) && isNumber(cy) ? <path key={key} d={shapePath(shape, cx, cy, pointPx)} fill={stroke} /> : <g key={key} />;

/** Only partial weeks: their full neighbours have a point of their own. */
const hollowPoint = (shape: Shape) => ({ key, cx, cy, stroke, payload }: DotItemDotProps) =>
  (payload as TrendRow).isPartial && isNumber(cx) && isNumber(cy) ? <path key={key} d={shapePath(shape, cx, cy, pointPx)} fill="var(--surface)" stroke={stroke} /> : <g key={key} />;

/** recharts has null where a line is broken. */
const isNumber = (value: unknown): value is number => typeof value === 'number';

/** What a week's lines are at. recharts gives `active` and `label`. */
function Tip({ active, label, weeks, isPartial, series, formatValue }: Pick<TrendChartProps, 'weeks' | 'isPartial' | 'series' | 'formatValue'> & {
  active?: boolean;
  label?: unknown;
}) {
  const t = useTexts(texts);
  const format = useFormat();
  const index = weeks.indexOf(String(label));
  const week = weeks[index];
  if (active !== true || week === undefined) return null;
  return (
    <div className={classes.tip}>
      <p>{t.week(format.span(week, weekEnd(week)))}</p>
      {isPartial[index] === true && <span>{t.partly}</span>}
      <dl>
        {series.map(({ key, values, ...look }) => (
          <Pair key={key} {...look} value={formatValue(values[index] ?? 0)} />
        ))}
      </dl>
    </div>
  );
}

function Pair({ name, colour, shape, value }: Omit<TrendSeries, 'key' | 'values'> & { value: string }) {
  return (
    <>
      <dt>
        <svg className={classes.swatch} viewBox="-6 -6 12 12" aria-hidden>
          <path d={shapePath(shape, 0, 0, 4)} fill={colour} />
        </svg>
        {name}
      </dt>
      <dd>{value}</dd>
    </>
  );
}

/** A band behind the weeks that the window covers, from half a week before the first to half a week after the last. */
function MarkedWeeks({ weeks, marked }: { weeks: readonly string[]; marked: { readonly from: string; readonly to: string } }) {
  const plot = usePlotArea();
  const scale = useXAxisScale();
  const from = scale?.(marked.from);
  const to = scale?.(marked.to);
  if (plot === undefined || from === undefined || to === undefined) return null;
  const half = weeks.length < 2 ? 16 : (scale!(weeks[1]!)! - scale!(weeks[0]!)!) / 2;
  const left = Math.max(plot.x, from - half);
  const right = Math.min(plot.x + plot.width, to + half);
  return <rect x={left} y={plot.y} width={right - left} height={plot.height} fill="var(--selected)" />;
}

/** Each line's name at its end, moved apart where lines end together. */
function EndLabels({ series }: { series: readonly TrendSeries[] }) {
  const plot = usePlotArea();
  const scale = useYAxisScale();
  if (plot === undefined || scale === undefined) return null;
  const ends = series.map(({ values }) => scale(values.at(-1) ?? 0) ?? 0);
  const places = spreadLabels(ends, labelGapPx, plot.y + 6, plot.y + plot.height);
  const x = plot.x + plot.width;
  return (
    <g>
      {series.map(({ key, name, colour, shape }, i) => (
        <g key={key}>
          <path d={`M${x - 4} ${ends[i]}L${x + 8} ${places[i]}H${x + 12}`} fill="none" stroke={colour} strokeOpacity={0.6} />
          <path d={shapePath(shape, x + 16, places[i]!, 4)} fill={colour} />
          <text x={x + 24} y={places[i]} dy="0.35em" className={classes.label}>
            {name}
          </text>
        </g>
      ))}
    </g>
  );
}

/** Tells which week the pointer or the arrow keys are on. */
function ActiveWeek({ onActive }: { onActive: (week: string | null) => void }) {
  const label = useActiveTooltipLabel();
  const isActive = useIsTooltipActive();
  const week = isActive && typeof label === 'string' ? label : null;
  useEffect(() => {
    onActive(week);
  }, [onActive, week]);
  return null;
}
