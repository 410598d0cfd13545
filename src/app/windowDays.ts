import type { DayCount } from '../analysis/answers.ts';
import type { DayWindow } from '../records/days.ts';
import type { Range } from '../ui/brushRange.ts';

/** The steps of the activity that a window covers; null where it covers all, or none of it. */
export function rangeOfWindow(activity: readonly DayCount[], window: DayWindow | null): Range | null {
  if (window === null) return null;
  const first = activity.findIndex(({ day }) => day >= window.from);
  const last = activity.findLastIndex(({ day }) => day <= window.to);
  return first < 0 || last < first || (first === 0 && last === activity.length - 1) ? null : [first, last];
}

/** The window of some steps of the activity; null for all. */
export function windowOfRange(activity: readonly DayCount[], range: Range | null): DayWindow | null {
  const from = range === null ? undefined : activity[range[0]]?.day;
  const to = range === null ? undefined : activity[range[1]]?.day;
  return from === undefined || to === undefined ? null : { from, to };
}

/** The last `days` days of the activity. */
export function lastDays(activity: readonly DayCount[], days: number): DayWindow | null {
  return activity.length <= days ? null : windowOfRange(activity, [activity.length - days, activity.length - 1]);
}
