import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import type { DayWindow } from '../../records/days.ts';
import { parseDay } from '../../records/days.ts';
import { useFormat } from '../../words/format.ts';
import type { Format } from '../../words/format.ts';
import { defineTexts, useTexts } from '../../words/language.tsx';
import { axisMarks, binDays, silences } from './dayBins.ts';
import type { DayActivity, DayBin } from './dayBins.ts';
import classes from './DayTimeline.module.css';

const texts = defineTexts({
  name: ['Records by day', '每日话单记录'],
  out: ['out', '呼出'],
  in: ['in', '呼入'],
  bin: [(when: string, out: string, incoming: string) => `${when}: ${out} out, ${incoming} in`, (when: string, out: string, incoming: string) => `${when}：呼出 ${out}，呼入 ${incoming}`],
  silent: [(days: string) => `silent ${days} d`, (days: string) => `静默 ${days} 天`],
  longest: [(days: string, when: string) => `Longest silence ${days} d, ${when}`, (days: string, when: string) => `最长静默 ${days} 天，${when}`],
  noSilence: ['No silence of a week or more', '没有一周以上的静默'],
  perBar: [(days: string) => `One bar is ${days} days`, (days: string) => `每根柱为 ${days} 天`],
  hint: ['Click a day to filter the records; drag over several to set the window', '单击某天可筛选记录，拖选多天可设置时间窗'],
  onlyThis: ['Only this span', '仅看此时段'],
  whole: ['Whole span', '全部时段'],
  chosen: [(when: string, out: string, incoming: string) => `${when}: ${out} out, ${incoming} in`, (when: string, out: string, incoming: string) => `${when}：呼出 ${out}，呼入 ${incoming}`],
});

/** Silences of a week or more are marked; shorter ones are everyone's weekend. (Assumed.) */
const MARKED_SILENCE_DAYS = 7;
/** A silence is labelled inside the chart where it takes this share of the width. */
const LABEL_SHARE = 0.12;
const AXIS_MARKS = 6;

/**
 * What a number did day by day: outgoing above the line, incoming below, on one scale; silences as marked gaps.
 * Arrows move along the bars, Shift + arrows span several, Enter takes the bar or the span.
 *
 * @param days days with records; others count 0
 * @param from, to whole span shown, `YYYY-MM-DD`, both included
 */
export function DayTimeline({ days, from, to, selectedDay, onDay, onSpan, onWhole }: {
  days: readonly DayActivity[];
  from: string;
  to: string;
  selectedDay: string | null;
  /** A single day, or null to let it go. */
  onDay: (day: string | null) => void;
  onSpan: (span: DayWindow) => void;
  /** Back to the whole span; null when it is shown already. */
  onWhole: (() => void) | null;
}) {
  const t = useTexts(texts);
  const format = useFormat();
  const bins = binDays(days, from, to);
  const { range, isSpan, pointed, barHandlers, clear, list } = useBarRange(bins, (bin) => {
    if (bin.from === bin.to) onDay(bin.from === selectedDay ? null : bin.from);
    else onSpan({ from: bin.from, to: bin.to });
  });
  const most = { out: Math.max(1, ...bins.map((bin) => bin.out)), in: Math.max(0, ...bins.map((bin) => bin.in)) };
  const whole = most.out + most.in;
  const first = parseDay(from);
  const spanDays = parseDay(to) - first + 1;
  const found = silences(days, from, to, MARKED_SILENCE_DAYS);
  const longest = [...found].sort((a, b) => b.days - a.days)[0];
  const binDaysEach = bins.length > 2 ? parseDay(bins[2]!.from) - parseDay(bins[1]!.from) : 1;
  const chosen = range === null ? null : sumOf(bins.slice(range[0], range[1] + 1));
  const shown = isSpan ? chosen : (bins[pointed ?? -1] ?? bins.find((bin) => selectedDay !== null && bin.from <= selectedDay && selectedDay <= bin.to) ?? null);

  return (
    <div className={classes.timeline}>
      <div className={classes.plot}>
        <div className={classes.scale} aria-hidden>
          <span>{`${t.out} ${format.count(most.out)}`}</span>
          <span>{`${t.in} ${format.count(most.in)}`}</span>
        </div>
        <fieldset ref={list} aria-label={t.name} className={classes.bars}>
          {found.map((silence) => (
            <span
              key={silence.from}
              aria-hidden
              className={classes.silence}
              style={{ left: percent((parseDay(silence.from) - first) / spanDays), width: percent(silence.days / spanDays) }}
            >
              {silence.days / spanDays >= LABEL_SHARE ? t.silent(format.count(silence.days)) : ''}
            </span>
          ))}
          {bins.map((bin, i) => (
            <button
              key={bin.from}
              type="button"
              {...barHandlers(i)}
              className={classes.bar}
              style={{ flexGrow: parseDay(bin.to) - parseDay(bin.from) + 1 }}
              data-chosen={range !== null && i >= range[0] && i <= range[1] && isSpan}
              aria-pressed={selectedDay !== null && bin.from <= selectedDay && selectedDay <= bin.to}
              aria-label={t.bin(spanName(bin, format), format.count(bin.out), format.count(bin.in))}
            >
              <i className={classes.up} style={{ bottom: percent(most.in / whole), height: percent(bin.out / whole) }} />
              <i className={classes.down} style={{ top: percent(most.out / whole), height: percent(bin.in / whole) }} />
            </button>
          ))}
          <i className={classes.axis} style={{ top: percent(most.out / whole) }} />
        </fieldset>
        <div className={classes.marks} aria-hidden>
          {axisMarks(bins.length, AXIS_MARKS).map((i) => {
            const bin = bins[i];
            return bin === undefined ? null : (
              <span key={bin.from} style={{ left: percent((parseDay(bin.from) - first) / spanDays) }}>
                {spanDays > 330 ? format.dayWithYear(bin.from) : format.day(bin.from)}
              </span>
            );
          })}
        </div>
      </div>
      <div className={classes.foot}>
        <span className={classes.readout} aria-live={isSpan ? 'polite' : 'off'}>
          {shown === null ? t.hint : t.chosen(spanName(shown, format), format.count(shown.out), format.count(shown.in))}
        </span>
        <span className={classes.actions}>
          {isSpan && chosen !== null && (
            <Button
              size="compact-xs"
              onClick={() => {
                clear();
                onSpan({ from: chosen.from, to: chosen.to });
              }}
            >
              {t.onlyThis}
            </Button>
          )}
          {onWhole !== null && (
            <Button size="compact-xs" variant="default" onClick={onWhole}>
              {t.whole}
            </Button>
          )}
        </span>
      </div>
      <p className={classes.note}>
        {longest === undefined ? t.noSilence : t.longest(format.count(longest.days), format.span(longest.from, longest.to))}
        {binDaysEach > 1 ? ` · ${t.perBar(format.count(binDaysEach))}` : ''}
      </p>
    </div>
  );
}

/** Which bars are chosen, by pointer (drag) or keyboard (Shift + arrows). `take` is called for one bar clicked or entered. */
function useBarRange(bins: readonly DayBin[], take: (bin: DayBin) => void) {
  const list = useRef<HTMLFieldSetElement>(null);
  // Arrows begin where the number does, not in the silence before.
  const [current, setCurrent] = useState(() => Math.max(0, bins.findIndex((bin) => bin.out + bin.in > 0)));
  const [anchor, setAnchor] = useState<number | null>(null);
  const [pointed, setPointed] = useState<number | null>(null);
  const [isDragging, setDragging] = useState(false);
  const last = Math.max(0, bins.length - 1);
  const at = Math.min(current, last);
  const range: readonly [number, number] | null = anchor === null ? null : [Math.min(anchor, at), Math.min(last, Math.max(anchor, at))];
  const isSpan = range !== null && range[1] > range[0];
  const clear = () => setAnchor(null);

  // A drag may end anywhere on the page.
  useEffect(() => {
    if (!isDragging) return undefined;
    const end = () => setDragging(false);
    window.addEventListener('pointerup', end);
    window.addEventListener('pointercancel', end);
    return () => {
      window.removeEventListener('pointerup', end);
      window.removeEventListener('pointercancel', end);
    };
  }, [isDragging]);

  const move = (to: number, isSpanning: boolean) => {
    const next = Math.max(0, Math.min(last, to));
    setAnchor(isSpanning ? (anchor ?? at) : null);
    setCurrent(next);
    setPointed(next);
    list.current?.querySelectorAll('button')[next]?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.metaKey || event.ctrlKey || event.altKey) return;
    const to = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: last, PageUp: at - 7, PageDown: at + 7 }[event.key];
    if (event.key === 'Escape' && isSpan) {
      event.preventDefault();
      clear();
    } else if (event.key === 'Enter' && isSpan) {
      event.preventDefault();
      const chosen = sumOf(bins.slice(range[0], range[1] + 1));
      clear();
      if (chosen !== null) take(chosen);
    } else if (to !== undefined) {
      event.preventDefault();
      move(to, event.shiftKey);
    }
  };
  const barHandlers = (i: number) => ({
    tabIndex: i === at ? 0 : -1,
    onPointerDown: () => {
      setAnchor(i);
      setCurrent(i);
      setDragging(true);
    },
    onPointerEnter: () => {
      setPointed(i);
      if (isDragging) setCurrent(i);
    },
    onPointerLeave: () => setPointed(null),
    onFocus: () => setPointed(i),
    onBlur: () => setPointed(null),
    onKeyDown,
    // A click comes only when pressed and released on the same bar.
    onClick: () => {
      clear();
      setCurrent(i);
      const bin = bins[i];
      if (bin !== undefined) take(bin);
    },
  });
  return { list, range, isSpan, pointed, barHandlers, clear };
}

function sumOf(bins: readonly DayBin[]): DayBin | null {
  const first = bins[0];
  const last = bins.at(-1);
  if (first === undefined || last === undefined) return null;
  return {
    from: first.from,
    to: last.to,
    out: bins.reduce((sum, bin) => sum + bin.out, 0),
    in: bins.reduce((sum, bin) => sum + bin.in, 0),
  };
}

function spanName(bin: DayBin, format: Format): string {
  return bin.from === bin.to ? format.dayWithYear(bin.from) : format.span(bin.from, bin.to);
}

function percent(share: number): string {
  return `${(share * 100).toFixed(3)}%`;
}
