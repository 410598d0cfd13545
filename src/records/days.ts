/** Days and weeks of local time, as integers and as text. */
import type { LocalSeconds } from './communication.ts';

export const DAY_S = 86_400;
export const WEEK_S = 7 * DAY_S;

/** A span of whole local days, both included, as `YYYY-MM-DD`. */
export interface DayWindow {
  readonly from: string;
  readonly to: string;
}

/** Days since 1970-01-01 of a local time. */
export function dayOf(at: LocalSeconds): number {
  return Math.floor(at / DAY_S);
}

/** Weeks since the week of Monday 1969-12-29; ISO weeks begin on Monday. */
export function weekOf(at: LocalSeconds): number {
  return Math.floor((dayOf(at) + 3) / 7);
}

/** First day of a week. */
export function dayOfWeekStart(week: number): number {
  return week * 7 - 3;
}

export function dayText(day: number): string {
  return new Date(day * DAY_S * 1000).toISOString().slice(0, 10);
}

/** Days since 1970 of `YYYY-MM-DD`, or NaN if it is no such date. */
export function parseDay(text: string): number {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return NaN;
  const ms = Date.parse(`${text}T00:00:00Z`);
  return Number.isNaN(ms) || new Date(ms).toISOString().slice(0, 10) !== text ? NaN : ms / 1000 / DAY_S;
}

const two = (n: number) => String(n).padStart(2, '0');

/** Seconds as HH:MM:SS; there may be more than 24 hours. */
export function clockText(seconds: number): string {
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}

/** Local time with its offset, ISO 8601: `2016-09-01T06:01:12+08:00`. */
export function localTimeText(at: LocalSeconds, offsetS: number): string {
  const sign = offsetS < 0 ? '-' : '+';
  const minutes = Math.round(Math.abs(offsetS) / 60);
  return `${new Date(at * 1000).toISOString().slice(0, 19)}${sign}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** Local seconds of `YYYY-MM-DDTHH:MM` or `YYYY-MM-DD`; NaN when it is neither. */
export function parseLocalTime(text: string): number {
  const parts = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2}))?)?$/.exec(text.trim());
  if (parts === null) return NaN;
  const [hour, minute, second] = [Number(parts[2] ?? 0), Number(parts[3] ?? 0), Number(parts[4] ?? 0)];
  return hour > 24 || minute > 59 || second > 59 ? NaN : parseDay(parts[1]!) * DAY_S + hour * 3600 + minute * 60 + second;
}
