/** Where parallel bars stand on one time axis. No drawing. */
import { DAY_S, parseDay } from '../../records/days.ts';

/** A span as shares of the axis, 0–1. */
export interface AxisSpan {
  readonly start: number;
  readonly length: number;
}

/** Least width of a bar as a share, so that a device used once can still be seen and pressed. */
export const LEAST_LENGTH = 0.004;

/**
 * Place of first..last on the axis of whole local days from..to (both included). Spans beyond the axis are cut to it.
 *
 * @param first, last local times, ISO 8601; the wall clock counts, as everywhere
 */
export function placeSpan(first: string, last: string, from: string, to: string): AxisSpan {
  const begin = parseDay(from);
  const days = parseDay(to) + 1 - begin;
  const share = (at: string) => Math.min(1, Math.max(0, (localDays(at) - begin) / days));
  const start = Math.min(share(first), 1 - LEAST_LENGTH);
  return { start, length: Math.max(LEAST_LENGTH, share(last) - start) };
}

/** Place of whole days, both included, on the same axis. */
export function placeDays(first: string, last: string, from: string, to: string): AxisSpan {
  return placeSpan(`${first}T00:00:00`, `${last}T23:59:59`, from, to);
}

/** Days since 1970 of a local time, with its fraction. */
function localDays(at: string): number {
  const [hours = 0, minutes = 0, seconds = 0] = at.slice(11, 19).split(':').map(Number);
  return parseDay(at.slice(0, 10)) + (hours * 3600 + minutes * 60 + seconds) / DAY_S;
}
