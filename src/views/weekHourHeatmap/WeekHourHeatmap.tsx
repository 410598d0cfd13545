import { VisuallyHidden } from '@mantine/core';
import { useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { useFormat } from '../../words/format.ts';
import { defineTexts, useLanguage, useTexts } from '../../words/language.tsx';
import { counted } from '../../words/plural.ts';
import { heatScale, heatShade, HEAT_STEPS } from './heatScale.ts';
import { nextCell, weekdayNames, weekHourName } from './weekHours.ts';
import classes from './WeekHourHeatmap.module.css';

const texts = defineTexts({
  name: ['Records by weekday and hour, local time', '按星期和小时统计的话单记录（当地时间）'],
  records: [(count: string) => counted(count, 'record', 'records'), (count: string) => `${count} 条记录`],
  busiest: [(when: string, count: string) => `Busiest: ${when}, ${counted(count, 'record', 'records')}`, (when: string, count: string) => `最忙：${when}，${count} 条记录`],
  none: ['No records.', '没有记录。'],
  unit: ['records in that hour of the week', '该时段的记录数'],
  hour: ['Hour', '小时'],
});

const hours = Array.from({ length: 24 }, (_, hour) => hour);
const days = Array.from({ length: 7 }, (_, day) => day);
/** Hours named above the small picture; each name has the room of those up to the next. */
const namedHours = hours.filter((hour) => hour % 6 === 0);

/**
 * Records by weekday (Monday first) and hour of local time. One cell has the focus; arrows move it, Enter or a click
 * selects it, and again lets it go.
 *
 * @param counts 168 counts, weekday × 24 + hour
 */
export function WeekHourHeatmap({ counts, selected, onSelect }: { counts: readonly number[]; selected: number | null; onSelect: (cell: number | null) => void }) {
  const t = useTexts(texts);
  const language = useLanguage();
  const format = useFormat();
  const grid = useRef<HTMLTableElement>(null);
  const most = Math.max(0, ...counts);
  const busiest = counts.indexOf(most);
  const [current, setCurrent] = useState(selected ?? (most > 0 ? busiest : 0));
  const [pointed, setPointed] = useState<number | null>(null);
  const scale = heatScale(most);
  const shortDays = weekdayNames(language, 'short');
  const longDays = weekdayNames(language, 'long');
  const countOf = (cell: number) => counts[cell] ?? 0;
  const toggle = (cell: number) => onSelect(cell === selected ? null : cell);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.metaKey || event.ctrlKey || event.altKey) return;
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      toggle(current);
      return;
    }
    const next = nextCell(current, event.key);
    if (next === null) return;
    event.preventDefault();
    setCurrent(next);
    setPointed(next);
    grid.current?.querySelector<HTMLElement>(`[data-cell="${next}"]`)?.focus();
  };

  const shown = pointed ?? selected;
  return (
    <div className={classes.heatmap}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role -- a table one moves through is a grid (APG) */}
      <table ref={grid} role="grid" aria-label={t.name} className={classes.grid}>
        <thead>
          <tr>
            <th scope="col" className={classes.corner}>
              <VisuallyHidden>{t.hour}</VisuallyHidden>
            </th>
            {hours.map((hour) => (
              <th key={hour} scope="col" className={classes.hour}>
                {hour % 3 === 0 ? hour : <VisuallyHidden>{hour}</VisuallyHidden>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {days.map((day) => (
            <tr key={day}>
              <th scope="row" className={classes.day} aria-label={longDays[day]}>
                {shortDays[day]}
              </th>
              {hours.map((hour) => {
                const cell = day * 24 + hour;
                return (
                  <td
                    key={hour}
                    data-cell={cell}
                    data-shade={heatShade(scale, countOf(cell))}
                    className={classes.cell}
                    tabIndex={cell === current ? 0 : -1}
                    aria-selected={cell === selected}
                    aria-label={`${weekHourName(cell, language)}: ${t.records(format.count(countOf(cell)))}`}
                    onClick={() => {
                      setCurrent(cell);
                      toggle(cell);
                    }}
                    onKeyDown={onKeyDown}
                    onMouseEnter={() => setPointed(cell)}
                    onMouseLeave={() => setPointed(null)}
                    onFocus={() => setPointed(cell)}
                    onBlur={() => setPointed(null)}
                  />
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      <div className={classes.foot}>
        <span aria-hidden>
          {shown !== null
            ? `${weekHourName(shown, language)}: ${t.records(format.count(countOf(shown)))}`
            : most > 0 ? t.busiest(weekHourName(busiest, language), format.count(most)) : t.none}
        </span>
        <HeatLegend counts={counts} unit={t.unit} />
      </div>
    </div>
  );
}

/** What each shade stands for, in records. */
function HeatLegend({ counts, unit }: { counts: readonly number[]; unit: string }) {
  const format = useFormat();
  const scale = heatScale(Math.max(0, ...counts));
  const steps = [{ from: 0, to: 0 }, ...scale];
  return (
    <span className={classes.legend}>
      {steps.map(({ from, to }, i) => (
        <span key={from} className={classes.legendStep}>
          <i className={classes.swatch} data-shade={i === 0 ? 0 : HEAT_STEPS - scale.length + i} />
          {from === to ? format.count(from) : `${format.count(from)}–${format.count(to)}`}
        </span>
      ))}
      <span>{unit}</span>
    </span>
  );
}

/** The same heatmap as a small picture with a sentence: for the inspector. */
export function WeekHourThumbnail({ counts }: { counts: readonly number[] }) {
  const t = useTexts(texts);
  const language = useLanguage();
  const format = useFormat();
  const most = Math.max(0, ...counts);
  const scale = heatScale(most);
  const shortDays = weekdayNames(language, 'short');
  const sentence = most > 0 ? t.busiest(weekHourName(counts.indexOf(most), language), format.count(most)) : t.none;
  return (
    <div className={classes.thumbnail}>
      <div className={classes.thumbnailFrame} aria-hidden>
        <div className={classes.thumbnailHours}>{namedHours.map((hour) => <span key={hour}>{hour}</span>)}</div>
        <div className={classes.thumbnailDays}><span>{shortDays[0]}</span><span>{shortDays[6]}</span></div>
        <div className={classes.thumbnailGrid}>
          {counts.map((count, cell) => (
            // oxlint-disable-next-line react/no-array-index-key -- the index is the hour of the week
            <i key={cell} className={classes.thumbnailCell} data-shade={heatShade(scale, count)} />
          ))}
        </div>
      </div>
      <p className={classes.thumbnailText}>{sentence}</p>
    </div>
  );
}
