/** Which of a workbook's number formats are dates and times, and what such a number is as text. */
import { clockText, DAY_S, dayText } from '../../records/days.ts';

/** How a cell's number is to be read. */
export interface CellFormat {
  readonly hasDate: boolean;
  readonly hasTime: boolean;
  /** Hours, minutes or seconds that go on counting: [h]:mm. */
  readonly isElapsed: boolean;
}

/** Formats that are built in (ECMA-376-1, 18.8.30), with those of Chinese, Japanese and Korean workbooks. */
const DATES: ReadonlySet<number> = new Set([14, 15, 16, 17, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58]);
const TIMES: ReadonlySet<number> = new Set([18, 19, 20, 21, 32, 33, 34, 35, 45, 47, 55, 56]);
const BOTH = 22;
const ELAPSED = 46;

/** null for a format of numbers that are no times. @param code of a format that is not built in */
export function cellFormat(id: number, code: string | undefined): CellFormat | null {
  if (code === undefined) {
    const hasDate = id === BOTH || DATES.has(id);
    const hasTime = id === BOTH || id === ELAPSED || TIMES.has(id);
    return hasDate || hasTime ? { hasDate, hasTime, isElapsed: id === ELAPSED } : null;
  }
  const isElapsed = /\[(h+|m+|s+)\]/i.test(code);
  // Only the first section, and of it neither what is quoted nor colours and currencies.
  const plain = code.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '').split(';')[0] ?? '';
  if (/general|standard|@|#|0[^.]*e[+-]/i.test(plain)) return null;
  const hasTime = isElapsed || /[hs]/i.test(plain) || /am\/pm|上午/i.test(plain);
  const hasDate = /[yde]/i.test(plain) || (/m/i.test(plain) && !hasTime);
  return hasDate || hasTime ? { hasDate, hasTime, isElapsed } : null;
}

/** 1970-01-01 as a serial day of the two calendars of spreadsheets. */
const UNIX_DAY = 25_569;
const UNIX_DAY_1904 = 24_107;
/** The first calendar has a 29 February 1900, which never was. */
const LEAP_DAY = 60;

/**
 * A serial number (days, with the time as a fraction) as `2026-05-01`, `2026-05-01 10:00:00` or `10:00:00`; as a number where it
 * is no day of the calendar.
 */
export function serialText(serial: number, { hasDate, hasTime, isElapsed }: CellFormat, is1904: boolean): string {
  if (!Number.isFinite(serial) || serial < 0 || serial >= 2_958_466) return String(serial);
  const seconds = Math.round(serial * DAY_S);
  if (isElapsed || (!hasDate && seconds < DAY_S)) return clockText(seconds);
  // Neighbouring cells mostly share their day.
  const epoch = is1904 ? UNIX_DAY_1904 : serial < LEAP_DAY ? UNIX_DAY - 1 : UNIX_DAY;
  const day = Math.floor(seconds / DAY_S) - epoch;
  if (day !== lastDay) {
    lastDay = day;
    lastText = dayText(day);
  }
  return hasTime || seconds % DAY_S !== 0 ? `${lastText} ${clockText(seconds % DAY_S)}` : lastText;
}

let lastDay = NaN;
let lastText = '';
