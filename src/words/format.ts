/** Figures as a person reads them. Never a raw float on the screen. */
import { useLanguage } from './language.tsx';
import type { Language } from './language.tsx';

const locales: Record<Language, string> = { en: 'en-GB', zh: 'zh-CN' };
const DASH = '–';

/** What stands for "no evidence". */
export const NOTHING = '—';

function number(language: Language, options: Intl.NumberFormatOptions): (value: number) => string {
  const format = new Intl.NumberFormat(locales[language], options);
  return (value) => format.format(value);
}

/** Local times are shown as written: the wall clock is read as UTC so that no browser zone shifts it. */
function wall(iso: string): Date {
  return new Date(`${iso.slice(0, 10)}T${iso.slice(11, 19) || '00:00:00'}Z`);
}

function makeFormat(language: Language) {
  const isZh = language === 'zh';
  const count = number(language, { maximumFractionDigits: 0 });
  const compact = new Intl.NumberFormat(isZh ? 'zh-CN' : 'en-US', { notation: 'compact', maximumSignificantDigits: 3 });
  const three = number(language, { maximumSignificantDigits: 3 });
  const fixed = number(language, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const hundredth = number(language, { maximumFractionDigits: 2 });
  const percent = number(language, { style: 'percent', maximumFractionDigits: 0 });
  const percent1 = number(language, { style: 'percent', maximumFractionDigits: 1 });
  const signed = number(language, { signDisplay: 'exceptZero', minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const signed2 = number(language, { signDisplay: 'exceptZero', minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const dayFormat = new Intl.DateTimeFormat(locales[language], { day: 'numeric', month: 'short', timeZone: 'UTC' });
  const dayYearFormat = new Intl.DateTimeFormat(locales[language], { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });

  return {
    count,
    /** 6.4 M, 499 k: where the exact figure would not be read. */
    short: (value: number) => compact.format(value).replace(/K$/, ' k').replace(/(?<=\d)([MBT])$/, ' $1'),
    /** Three significant digits. */
    ratio: three,
    /** For a column, where the figures are compared: two places in every row, so that they stand below each other. */
    ratioInColumn: fixed,
    share: (value: number) => (value > 0 && value < 0.1 ? percent1(value) : percent(value)),
    /** For a column: whole percent in every row. Something is never shown as nothing. */
    shareInColumn: (value: number) => (value > 0 && value < 0.005 ? `< ${percent(0.01)}` : percent(value)),
    /** For a column: percent with one place in every row. */
    tenthsInColumn: number(language, { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 }),
    /** A measure between 0 and 1, three places in every row: .954 and .950 differ. */
    thirds: number(language, { minimumFractionDigits: 3, maximumFractionDigits: 3 }),
    /** Log-odds with their sign; small ones with one place more, so that +0.02 is not nothing. */
    signed: (value: number) => (Math.abs(value) < 0.05 ? signed2(value) : signed(value)).replace('-', '−'),
    score: (value: number) => String(Math.round(value)),
    /** 7 Jun */
    day: (iso: string) => dayFormat.format(wall(iso)),
    /** 7 Jun 2016 */
    dayWithYear: (iso: string) => dayYearFormat.format(wall(iso)),
    /** 7 Jun 22:10 */
    time: (iso: string) => `${dayFormat.format(wall(iso))} ${iso.slice(11, 16)}`,
    /** 7 Jun 2016 22:10:05 +08:00 */
    timeWithZone: (iso: string) => `${dayYearFormat.format(wall(iso))} ${iso.slice(11, 19)} ${iso.slice(19)}`.trim(),
    /** 12 May – 8 Jun 2016, 2016年5月12日 – 6月8日; both years where they differ, one day where it is one. */
    span: (from: string, to: string) => {
      if (from.slice(0, 10) === to.slice(0, 10)) return dayYearFormat.format(wall(from));
      const isOneYear = from.slice(0, 4) === to.slice(0, 4);
      const first = isOneYear && !isZh ? dayFormat : dayYearFormat;
      const last = isOneYear && isZh ? dayFormat : dayYearFormat;
      return `${first.format(wall(from))} ${DASH} ${last.format(wall(to))}`;
    },
    /** 5 min 32 s / 5分32秒; days and hours when it is long. */
    duration: (seconds: number) => durationText(seconds, isZh, three, hundredth),
    /** Money, two places, without a currency: the records do not say which. */
    money: fixed,
    bytes: (bytes: number) => bytesText(bytes, three),
    /** Grouped as people read numbers aloud: 138 1234 5678. */
    phone: phoneText,
  };
}

function durationText(seconds: number, isZh: boolean, three: (value: number) => string, hundredth: (value: number) => string): string {
  const units = isZh ? ['天', '小时', '分', '秒'] : [' d', ' h', ' min', ' s'];
  const gap = isZh ? '' : ' ';
  // Below a second no one reads more than hundredths.
  if (seconds < 10) return (seconds < 1 ? hundredth(seconds) : three(seconds)) + units[3];
  const whole = Math.round(seconds);
  const parts = [Math.floor(whole / 86_400), Math.floor(whole / 3600) % 24, Math.floor(whole / 60) % 60, whole % 60];
  const first = parts.findIndex((part) => part > 0);
  return parts
    .map((part, i) => (part > 0 && i <= first + 1 ? `${part}${units[i]}` : ''))
    .filter(Boolean)
    .join(gap);
}

function bytesText(bytes: number, three: (value: number) => string): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB'];
  const power = bytes < 1000 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3));
  return `${three(bytes / 1000 ** power)} ${units[power]}`;
}

/** Mainland mobiles as 3-4-4; longer digit strings in fours from the right; short codes and names as they are. */
export function phoneText(number: string): string {
  if (/^1[3-9]\d{9}$/.test(number)) return `${number.slice(0, 3)} ${number.slice(3, 7)} ${number.slice(7)}`;
  const match = /^(\+?)(\d{9,15})$/.exec(number);
  if (!match) return number;
  const digits = match[2] ?? '';
  const head = digits.length % 4 || 4;
  return (match[1] ?? '') + [digits.slice(0, head), ...(digits.slice(head).match(/\d{4}/g) ?? [])].join(' ');
}

export type Format = ReturnType<typeof makeFormat>;
const formats: Partial<Record<Language, Format>> = {};

export function formatIn(language: Language): Format {
  return (formats[language] ??= makeFormat(language));
}

export function useFormat(): Format {
  return formatIn(useLanguage());
}
