/** Dates and times in digits alone whose length does not tell how they are read: the values of a column do. */
import { midnightOf } from './timeParser.ts';

/** Two digits of the year (240501, 240501102030), or three of Taiwan's (1130501, 1130501102030). */
export type JoinedYear = 'short' | 'minguo';

/** Share of a column's digits that must be dates of a kind. */
const CLEAR = 0.9;

/**
 * How the digits of a column of times are read; undefined where they have the year in four digits, are Unix times, or are no dates.
 *
 * Twelve digits may be 2020-05-12 08:30:15 as well as 2005-12-08 30:15: what is no time in four digits of the year tells. Thirteen may be
 * milliseconds, of which one in three hundred looks like a date.
 */
export function findJoinedYear(values: readonly string[]): JoinedYear | undefined {
  const filled = values.map((value) => value.trim()).filter((value) => value !== '');
  const found: string[] = [];
  for (const [i, value] of filled.entries()) {
    const digits = /^'?(\d+)(?=$|\s*'?$|[ T]\d{1,2}:)/.exec(value)?.[1];
    if (digits !== undefined) found.push(digits);
    // What is missed by now is missed in the end.
    else if (filled.length - (i + 1 - found.length) < filled.length * CLEAR) return undefined;
  }
  if (found.length === 0) return undefined;
  const isMostly = (test: (digits: string) => boolean) => found.filter(test).length >= found.length * CLEAR;
  if (isMostly((digits) => digits.length === 7 && isMinguo(digits)) || found.every((digits) => digits.length === 13 && isMinguo(digits))) return 'minguo';
  if (isMostly((digits) => digits.length === 6 && isShortDate(digits))) return 'short';
  return isMostly((digits) => digits.length === 12 && isTime(2000 + Number(digits.slice(0, 2)), digits.slice(2))) && found.some((digits) => !isTime(Number(digits.slice(0, 4)), digits.slice(4))) ? 'short' : undefined;
}

/** True for times of day in digits alone, to the second, some of which have lost their zeros: 82035 beside 102035. */
export function hasLostZeros(values: readonly string[]): boolean {
  const filled = values.filter((value) => value.trim() !== '');
  return filled.length > 0 && filled.every((value) => /^\d{1,6}$/.test(value.trim())) && filled.some((value) => value.trim().length === 5);
}

/** 1130501, 1130501102030, of the years 2011 to 2099. */
function isMinguo(digits: string): boolean {
  const year = Number(digits.slice(0, 3));
  return year >= 100 && year <= 188 && isTime(1911 + year, digits.slice(3));
}

/** 240501, 010524 or 050124. */
function isShortDate(digits: string): boolean {
  const [a = 0, b = 0, c = 0] = [0, 2, 4].map((at) => Number(digits.slice(at, at + 2)));
  return isDay(2000 + a, b, c) || isDay(2000 + c, b, a) || isDay(2000 + c, a, b);
}

function isDay(year: number, month: number, day: number): boolean {
  return !Number.isNaN(midnightOf(year, month, day));
}

/** @param rest month, day, hour, minute and second in two digits each, as far as they are there */
function isTime(year: number, rest: string): boolean {
  const [month = 0, day = 0, hour = 0, minute = 0, second = 0] = (rest.match(/../g) ?? []).map(Number);
  return year >= 1990 && year < 2100 && isDay(year, month, day) && hour < 24 && minute < 60 && second < 60;
}
