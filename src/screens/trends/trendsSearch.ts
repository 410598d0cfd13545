/** What the trends keep in the URL. */
import { trendMeasures } from '../../analysis/answers.ts';
import type { DayWindow, TrendMeasure } from '../../analysis/answers.ts';
import { parseDay } from '../../records/days.ts';
import type { RawSearch } from '../../state/search.ts';
import { parseOneOf } from '../../state/search.ts';

export interface TrendsSearch {
  readonly measure?: TrendMeasure;
  /** Absent shows the table. */
  readonly table?: 'off';
}

export function parseTrendsSearch(raw: RawSearch): TrendsSearch {
  const parts = { measure: parseOneOf(raw['measure'], trendMeasures), table: parseOneOf(raw['table'], ['off'] as const) };
  return Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined));
}

/** Shorter than this there is no course of weeks to see. Assumed. */
const trendDaysMin = 28;

/**
 * The window that the series are asked for. A window of a few weeks or more filters them like every screen; a shorter one
 * (a week chosen here, say) would leave a point or two, so it is marked in the whole span instead.
 */
export function trendWindow(window: DayWindow | null): { readonly asked: DayWindow | null; readonly marked: DayWindow | null } {
  if (window === null) return { asked: null, marked: null };
  const days = parseDay(window.to) - parseDay(window.from) + 1;
  return days >= trendDaysMin ? { asked: window, marked: null } : { asked: null, marked: window };
}

/** First and last of the given Mondays whose weeks a window touches, or null. */
export function weeksIn(weeks: readonly string[], window: DayWindow | null): { readonly from: string; readonly to: string } | null {
  if (window === null) return null;
  const touched = weeks.filter((week) => week <= window.to && parseDay(week) + 6 >= parseDay(window.from));
  const [from] = touched;
  const to = touched.at(-1);
  return from === undefined || to === undefined ? null : { from, to };
}
