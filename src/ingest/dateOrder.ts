import type { DateOrder } from './inspection.ts';

export interface FoundDateOrder {
  readonly order: DateOrder;
  /** A date that could be read both ways, when none tells; null otherwise. */
  readonly unclear: string | null;
}

/**
 * How day and month stand, by the values above 12. Where all are below, day first, as most of the world's operators write.
 *
 * @param values date or time texts of one column
 */
export function findDateOrder(values: readonly string[]): FoundDateOrder {
  let dayFirst = 0;
  let monthFirst = 0;
  let unclear: string | null = null;
  for (const value of values) {
    const parts = /^\D*(\d{1,4})[-/.\s\\](\d{1,2})[-/.\s\\](\d{1,4})/.exec(value);
    // Eight digits with the year behind: 01092016.
    const joined = parts ? null : /^\D*(\d{2})(\d{2})(\d{4})(?!\d)/.exec(value);
    const found = parts ?? (joined && !/^(19|20)\d\d[01]\d[0-3]\d/.test(joined[0].replace(/\D/g, '')) ? joined : null);
    if (!found) continue;
    const [, a = '', b = ''] = found;
    if (a.length > 2 || Number(a) > 31) return { order: 'ymd', unclear: null };
    if (Number(a) > 12) dayFirst++;
    else if (Number(b) > 12) monthFirst++;
    else if (a !== b) unclear ??= value;
  }
  if (dayFirst > 0 || monthFirst > 0) return { order: monthFirst > dayFirst ? 'mdy' : 'dmy', unclear: dayFirst > 0 && monthFirst > 0 ? unclear : null };
  return { order: unclear === null ? 'ymd' : 'dmy', unclear };
}
