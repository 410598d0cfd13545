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
    /** Words or numbers of a list: a, b / a、b. */
    list: (items: readonly string[]) => items.join(isZh ? '、' : ', '),
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

/**
 * What stands apart at the beginning of a number: a country's code (ITU-T E.164: one digit, two where listed, else three), or
 * an area code that has the seven or eight digits of a Chinese landline behind it.
 */
const prefix = /^(?:\+(?:[17]|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|\d{3})|0(?:10|2\d)(?=\d{8}$)|0[3-9]\d\d(?=\d{7,8}$))/;

/**
 * A number as people read it aloud; keys have it without China's +86 (`records/numberKey.ts`).
 *
 * - Senders of messages (106…) in fours from the front: the first four digits tell who let the sender in (1065 an operator,
 *   1069 the ministry), and a service adds digits at the end, so 1065 4624 and 1065 4624 1 are seen to belong together.
 * - From nine digits on, and behind a country's or an area code, groups of four, the first ones of three where four do not go
 *   up. So a mainland mobile is 3-4-4 as everyone there writes it, a landline 0755 8312 3456, and 400 123 4567 and
 *   +1 202 555 0123 are 3-3-4. How other countries group theirs is not known here.
 * - Up to eight digits (10086, 95588, a landline without its area code) are taken in at a glance and stand whole; so do names,
 *   hashes, and more than 15 digits, which are no telephone number.
 */
export function phoneText(number: string): string {
  if (/^106\d{5,17}$/.test(number)) return number.replaceAll(/\d{4}(?=\d)/g, '$& ');
  if (!/^(?:\+\d{8,15}|\d{9,15})$/.test(number)) return number;
  const before = prefix.exec(number)?.[0] ?? '';
  const digits = number.slice(before.length);
  const inThrees = 3 * ((4 - (digits.length % 4)) % 4);
  return `${before} ${digits.slice(0, inThrees).replaceAll(/\d{3}/g, '$& ')}${digits.slice(inThrees).replaceAll(/\d{4}(?=\d)/g, '$& ')}`.trim();
}

export type Format = ReturnType<typeof makeFormat>;
const formats: Partial<Record<Language, Format>> = {};

export function formatIn(language: Language): Format {
  return (formats[language] ??= makeFormat(language));
}

export function useFormat(): Format {
  return formatIn(useLanguage());
}
