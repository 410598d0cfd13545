import type { DateOrder } from './inspection.ts';

export interface FoundDateOrder {
  readonly order: DateOrder;
  /** A date that could be read both ways, when none tells; null otherwise. */
  readonly unclear: string | null;
}

/** Dates, and different days among them, from which one part that never changes is taken for the month. (Assumed.) */
const MANY_DATES = 20;
const MANY_DAYS = 4;

/** The order that the name of a column tells: `Start (MM/DD/YYYY HH:MM)`, `Fecha (DD/MM/AAAA)`, `Datum (TT.MM.JJJJ)`, `日期(日/月/年)`. */
const ORDER_IN_NAME = /(?<!\p{L})(?:(mm?[-/. ](?:dd?|jj?|tt?)|月[-/. ]日)|(?:dd?|jj?|tt?)[-/. ]mm?|日[-/. ]月)[-/. ](?:(?:yy|aa|jj){1,2}(?!\p{L})|年)/iu;

/**
 * How day and month stand, by the values above 12; where all are below, by the column's name, or by which of the two stays the same through many dates, since
 * calls are made daily and not on the same day of each month. Where nothing tells, day first, as most of the world's operators write.
 *
 * @param values date or time texts of one column
 * @param isShort true for six digits, of which two are the year: 240501
 * @param name of the column
 */
export function findDateOrder(values: readonly string[], isShort = false, name = ''): FoundDateOrder {
  let dayFirst = 0;
  let monthFirst = 0;
  let unclear: string | null = null;
  let dates = 0;
  const firsts = new Set<number>();
  const seconds = new Set<number>();
  const shortThirds = new Set<number>();
  for (const value of values) {
    const parts = /^\D*(\d{1,4})[-/.\s\\](\d{1,2})[-/.\s\\](\d{1,4})/.exec(value);
    // Eight digits with the year behind: 01092016.
    const joined = parts ? null : (isShort ? /^\D*(\d{2})(\d{2})(\d{2})(?!\d)/ : /^\D*(\d{2})(\d{2})(\d{4})(?!\d)/).exec(value);
    const found = parts ?? (joined && !/^(19|20)\d\d[01]\d[0-3]\d/.test(joined[0].replace(/\D/g, '')) ? joined : null);
    if (!found) continue;
    const [, a = '', b = '', c = ''] = found;
    if (a.length > 2 || Number(a) > 31) return { order: 'ymd', unclear: null };
    dates++;
    firsts.add(Number(a));
    seconds.add(Number(b));
    if (c.length <= 2) shortThirds.add(Number(c));
    if (Number(a) > 12) dayFirst++;
    else if (Number(b) > 12) monthFirst++;
    else if (a !== b) unclear ??= value;
  }
  const said = ORDER_IN_NAME.exec(name.normalize('NFKC'));
  const isMonthSaidFirst = said?.[1] !== undefined;
  if (said && dates > 0 && (isMonthSaidFirst ? dayFirst : monthFirst) === 0) return { order: isMonthSaidFirst ? 'mdy' : 'dmy', unclear: null };
  // 16-09-01, 16-09-02: what changes is the day.
  if (shortThirds.size > 1 && firsts.size === 1) return { order: 'ymd', unclear: null };
  if (dayFirst > 0 || monthFirst > 0) return { order: monthFirst > dayFirst ? 'mdy' : 'dmy', unclear: dayFirst > 0 && monthFirst > 0 ? unclear : null };
  if (unclear === null) return { order: 'ymd', unclear };
  if (dates >= MANY_DATES && firsts.size >= MANY_DAYS && seconds.size === 1) return { order: 'dmy', unclear: null };
  if (dates >= MANY_DATES && seconds.size >= MANY_DAYS && firsts.size === 1) return { order: 'mdy', unclear: null };
  return { order: 'dmy', unclear };
}
