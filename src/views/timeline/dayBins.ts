/** Days of a number's life put into bars, with its silences. No drawing. */
import { dayOfWeekStart, dayText, parseDay } from '../../records/days.ts';

export interface DayActivity {
  /** `YYYY-MM-DD`, local. */
  readonly day: string;
  readonly out: number;
  readonly in: number;
}

/** Whole days from..to, both included, shown as one bar. */
export interface DayBin {
  readonly from: string;
  readonly to: string;
  readonly out: number;
  readonly in: number;
}

/** A run of days without a record. */
export interface Silence {
  readonly from: string;
  readonly to: string;
  readonly days: number;
}

/** Bars that 640 px can show at 3 px each. */
export const MAX_BINS = 200;
/** Days per bar that a person can name: a day, a week, four weeks, a quarter of 13 weeks, a year of 52. */
const BIN_DAYS = [1, 7, 28, 91, 364];

/** Days per bar for a span: the fewest that keep to MAX_BINS. */
function binDaysFor(days: number, maxBins = MAX_BINS): number {
  return BIN_DAYS.find((size) => days <= size * (maxBins - 1)) ?? Math.ceil(days / (maxBins - 1));
}

/**
 * Bars over from..to, both included; days without records count 0, days outside are left out. Bars of several days
 * begin on Mondays, so that a week is a week; the first and last are cut at the span.
 *
 * @param activity days with records, in any order; may lack days
 */
export function binDays(activity: readonly DayActivity[], from: string, to: string, maxBins = MAX_BINS): readonly DayBin[] {
  const first = parseDay(from);
  const last = parseDay(to);
  if (Number.isNaN(first) || Number.isNaN(last) || last < first) return [];
  const size = binDaysFor(last - first + 1, maxBins);
  // dayOfWeekStart(0) is a Monday; a bar's number counts from there.
  const origin = size === 1 ? 0 : dayOfWeekStart(0);
  const binOf = (day: number) => Math.floor((day - origin) / size);
  const firstBin = binOf(first);
  const counts = Array.from({ length: binOf(last) - firstBin + 1 }, () => ({ out: 0, in: 0 }));
  for (const { day, out, in: incoming } of activity) {
    const at = parseDay(day);
    const bin = at >= first && at <= last ? counts[binOf(at) - firstBin] : undefined;
    if (bin === undefined) continue;
    bin.out += out;
    bin.in += incoming;
  }
  return counts.map((count, i) => {
    const start = (firstBin + i) * size + origin;
    return { from: dayText(Math.max(first, start)), to: dayText(Math.min(last, start + size - 1)), ...count };
  });
}

/** Runs of at least `minDays` days without a record within from..to, in order. */
export function silences(activity: readonly DayActivity[], from: string, to: string, minDays: number): readonly Silence[] {
  const first = parseDay(from);
  const last = parseDay(to);
  const active = activity
    .filter((entry) => entry.out + entry.in > 0)
    .map((entry) => parseDay(entry.day))
    .filter((day) => day >= first && day <= last)
    .sort((a, b) => a - b);
  const found: Silence[] = [];
  let next = first;
  for (const day of [...active, last + 1]) {
    if (day - next >= minDays) found.push({ from: dayText(next), to: dayText(day - 1), days: day - next });
    next = day + 1;
  }
  return found;
}

/** Marks for the time axis: about `count` days spread over the bars, as indices of bars. */
export function axisMarks(bins: number, count: number): readonly number[] {
  const step = Math.max(1, Math.ceil(bins / count));
  return Array.from({ length: Math.ceil(bins / step) }, (_, i) => i * step);
}
