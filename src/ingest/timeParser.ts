/**
 * Bytes of a time cell → local seconds and, if the text or the zone tells, the UTC offset. Nothing is allocated per call.
 *
 * One general reader takes the text apart into numbers, words and signs; the forms that fill large files have shortcuts.
 */
import type { LocalSeconds } from '../records/communication.ts';
import type { Zone } from '../records/zone.ts';
import type { DateOrder } from './inspection.ts';
import type { JoinedYear } from './joinedYear.ts';
import { timeText, yearOfTwo } from './timeText.ts';

/** What `read` and `readPair` return instead of a time. All are below every time that is accepted. */
export const TIME_MISSING = -1;
export const TIME_UNREADABLE = -2;
export const TIME_BEFORE_1990 = -3;

/** 1990-01-01T00:00:00. Earlier times come from clocks that were never set. */
const FIRST_S = 631_152_000;
/** 1990 of the Buddhist calendar. */
const FIRST_BUDDHIST = 2533;
/** 2100-01-01T00:00:00; later ones are no times of calls, and local seconds must fit 32 bits. */
const END_S = 4_102_444_800;

export interface TimeFrame {
  readonly zone: Zone;
  /** True: times with an offset are turned into the zone's wall clock. */
  readonly isZoneChosen: boolean;
  readonly dateOrder: DateOrder;
  readonly isGb18030: boolean;
  /** `YYYY-MM` of the first time, for dates without a year. */
  readonly firstMonth?: string | undefined;
  /** In which times without an offset are written, where it is not `zone`. */
  readonly writtenIn?: Zone | undefined;
  /** How dates in digits alone are read, where their length does not tell. */
  readonly joinedYear?: JoinedYear | undefined;
  /** True where times of day in digits alone have lost their zeros: 606 is 00:06:06. */
  readonly isClockShort?: boolean | undefined;
  /** Unix time from which bare seconds count; 0 unless said. */
  readonly epochS?: number | undefined;
}

export class TimeParser {
  /** UTC offset in seconds, east positive, of the time read last. */
  offsetS = 0;
  readonly #zone: Zone;
  readonly #isZoneChosen: boolean;
  readonly #dateOrder: DateOrder;
  readonly #isGb18030: boolean;
  /** Year and month, NaN if dates must have a year. */
  readonly #firstYear: number;
  readonly #firstMonth: number;
  readonly #epochS: number;
  readonly #joinedYear: JoinedYear | null;
  readonly #isClockShort: boolean;
  readonly #writtenIn: Zone | null;
  /** The date read last, as its eight digits, and its midnight; neighbouring rows mostly share it. */
  #dateDigits = 0;
  #midnight = 0;

  constructor(frame: TimeFrame) {
    this.#zone = frame.zone;
    this.#isZoneChosen = frame.isZoneChosen;
    this.#dateOrder = frame.dateOrder;
    this.#isGb18030 = frame.isGb18030;
    this.#epochS = frame.epochS ?? 0;
    this.#joinedYear = frame.joinedYear ?? null;
    this.#isClockShort = frame.isClockShort ?? false;
    this.#writtenIn = frame.writtenIn ?? null;
    this.#firstYear = Number(frame.firstMonth?.slice(0, 4) ?? NaN);
    this.#firstMonth = Number(frame.firstMonth?.slice(5) ?? NaN);
  }

  /** Time of one cell, `bytes[start, end)`, or one of the TIME_ codes. */
  read(bytes: Uint8Array, start: number, end: number): LocalSeconds {
    if (end - start === 19 || (end - start > 19 && bytes[start + 19] === 46)) {
      const at = this.#readFixed(bytes, start, end);
      if (at !== TIME_UNREADABLE) return this.#onWall(at);
    }
    timeText.clear();
    timeText.joinedYear = this.#joinedYear;
    if (!timeText.read(bytes, start, end, false, this.#isGb18030)) return TIME_UNREADABLE;
    return this.#assemble();
  }

  /** Time of a date cell and a time cell, or one of the TIME_ codes. A time cell that is empty is missing. */
  readPair(bytes: Uint8Array, dateStart: number, dateEnd: number, timeStart: number, timeEnd: number): LocalSeconds {
    timeText.clear();
    timeText.joinedYear = this.#joinedYear;
    if (!timeText.read(bytes, dateStart, dateEnd, false, this.#isGb18030)) return TIME_UNREADABLE;
    if (timeText.isEmpty) return TIME_MISSING;
    // Spreadsheets write a date column with a midnight behind each date.
    if (timeText.hour === 0 && timeText.minute <= 0 && timeText.second <= 0) timeText.hour = timeText.minute = timeText.second = -1;
    if (timeText.hour < 0) {
      const had = timeText.numbers;
      timeText.isClockShort = this.#isClockShort;
      const isTime = timeText.read(bytes, timeStart, timeEnd, true, this.#isGb18030);
      timeText.isClockShort = false;
      if (!isTime) return TIME_UNREADABLE;
      if (timeText.hour < 0 && timeText.numbers === had) return TIME_MISSING;
    }
    return this.#assemble();
  }

  /** `2016-09-01 06:01:12`, with any one byte between the parts, a fraction of a second behind it or none. */
  #readFixed(bytes: Uint8Array, start: number, end: number): number {
    const y0 = bytes[start]! ^ 48, y1 = bytes[start + 1]! ^ 48, y2 = bytes[start + 2]! ^ 48, y3 = bytes[start + 3]! ^ 48;
    const m0 = bytes[start + 5]! ^ 48, m1 = bytes[start + 6]! ^ 48, d0 = bytes[start + 8]! ^ 48, d1 = bytes[start + 9]! ^ 48;
    const h0 = bytes[start + 11]! ^ 48, h1 = bytes[start + 12]! ^ 48, n0 = bytes[start + 14]! ^ 48, n1 = bytes[start + 15]! ^ 48;
    const s0 = bytes[start + 17]! ^ 48, s1 = bytes[start + 18]! ^ 48;
    // Adding 6 carries out of the low four bits for everything but a digit.
    const isOther = ((y0 + 6) | (y1 + 6) | (y2 + 6) | (y3 + 6) | (m0 + 6) | (m1 + 6) | (d0 + 6) | (d1 + 6) |
      (h0 + 6) | (h1 + 6) | (n0 + 6) | (n1 + 6) | (s0 + 6) | (s1 + 6)) & ~15;
    const dash = bytes[start + 4]!;
    const blank = bytes[start + 10]!;
    if (isOther !== 0 || y0 > 2 || (y0 === 2 && y1 > 1) || (dash !== 45 && dash !== 47) || bytes[start + 7] !== dash || (blank !== 32 && blank !== 84) ||
      bytes[start + 13] !== 58 || bytes[start + 16] !== 58) return TIME_UNREADABLE;
    for (let at = start + 20; at < end; at++) if ((bytes[at]! ^ 48) > 9) return TIME_UNREADABLE;
    const hour = h0 * 10 + h1;
    const minute = n0 * 10 + n1;
    const second = s0 * 10 + s1;
    if (hour > 23 || minute > 59 || second > 59) return TIME_UNREADABLE;
    const digits = (y0 * 1000 + y1 * 100 + y2 * 10 + y3) * 10_000 + (m0 * 10 + m1) * 100 + d0 * 10 + d1;
    if (digits !== this.#dateDigits) {
      const midnight = midnightOf(Math.floor(digits / 10_000), m0 * 10 + m1, d0 * 10 + d1);
      if (Number.isNaN(midnight)) return TIME_UNREADABLE;
      this.#dateDigits = digits;
      this.#midnight = midnight;
    }
    return this.#midnight + hour * 3600 + minute * 60 + second;
  }

  /** Months before the file's first are of the year after. */
  #midnightWithoutYear(): number {
    const month = timeText.date[0]!;
    return midnightOf(month < this.#firstMonth ? this.#firstYear + 1 : this.#firstYear, month, timeText.date[1]!);
  }

  #onWall(at: number): number {
    if (this.#writtenIn !== null) return this.#onZone(at - this.#writtenIn.offsetAtLocal(at));
    if (at < FIRST_S) return TIME_BEFORE_1990;
    if (at >= END_S) return TIME_UNREADABLE;
    this.offsetS = this.#zone.offsetAtLocal(at);
    return at;
  }

  /** A UTC time, shown on the zone's wall clock. */
  #onZone(utc: number): number {
    if (utc < FIRST_S) return TIME_BEFORE_1990;
    if (utc >= END_S - 86_400) return TIME_UNREADABLE;
    this.offsetS = this.#zone.offsetAtUtc(utc);
    return utc + this.offsetS;
  }

  /** Makes a time of what `timeText` holds. */
  #assemble(): number {
    const text = timeText;
    if (text.isEmpty) return TIME_MISSING;
    if (text.unix >= 0) return text.hour >= 0 || text.dates > 0 ? TIME_UNREADABLE : this.#onZone(text.unix + this.#epochS);
    if (text.serial >= 0) {
      if (text.dates > 0) return TIME_UNREADABLE;
      const part = text.hour < 0 ? 0 : secondsOfDay();
      return part < 0 ? TIME_UNREADABLE : this.#onWall(text.serial + part);
    }
    const midnight = text.isYearless ? this.#midnightWithoutYear() : midnightOfText(this.#dateOrder);
    const part = text.hour < 0 ? 0 : secondsOfDay();
    if (Number.isNaN(midnight) || part < 0) return TIME_UNREADABLE;
    const at = midnight + part;
    if (!text.hasOffset) return this.#onWall(at);
    if (Math.abs(text.offset) > 16 * 3600) return TIME_UNREADABLE;
    if (this.#isZoneChosen) return this.#onZone(at - text.offset);
    if (at < FIRST_S) return TIME_BEFORE_1990;
    if (at >= END_S) return TIME_UNREADABLE;
    this.offsetS = text.offset;
    return at;
  }
}

/** Midnight of a date in local seconds, NaN if there is no such date. (Days from civil, H. Hinnant.) */
export function midnightOf(year: number, month: number, day: number): number {
  if (month < 1 || month > 12 || day < 1 || day > daysOfMonth(year, month)) return NaN;
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return (era * 146_097 + dayOfEra - 719_468) * 86_400;
}

function daysOfMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Seconds since midnight, or -1. 24:00:00 ends a day; a 60th second is a leap second. */
function secondsOfDay(): number {
  const { meridiem } = timeText;
  let { hour } = timeText;
  const minute = Math.max(0, timeText.minute);
  const second = Math.max(0, timeText.second);
  if (meridiem !== 0) {
    if (hour > 12 && !(meridiem === 2 && hour < 24)) return -1;
    if (meridiem === 2 && hour < 12) hour += 12;
    else if (meridiem === 1 && hour === 12) hour = 0;
  }
  if (hour > 24 || minute > 59 || second > 60 || (hour === 24 && minute + second > 0)) return -1;
  return hour * 3600 + minute * 60 + second;
}

/** Midnight of the date numbers in the order in which they stand, NaN if they make no date. */
function midnightOfText(order: DateOrder): number {
  const text = timeText;
  const { date } = text;
  if (text.month > 0) {
    // A month by name: of the two numbers the long or else the later one is the year.
    if (text.dates !== 2) return NaN;
    const isYearFirst = text.digits[0]! > 2;
    return midnightOf(fullYear(isYearFirst ? 0 : 1), text.month, date[isYearFirst ? 1 : 0]!);
  }
  if (text.dates !== 3) return NaN;
  if (text.digits[0]! > 2 || date[0]! > 31 || text.isMinguo || (order === 'ymd' && text.digits[2]! <= 2)) return midnightOf(fullYear(0), date[1]!, date[2]!);
  return order === 'mdy' ? midnightOf(fullYear(2), date[0]!, date[1]!) : midnightOf(fullYear(2), date[1]!, date[0]!);
}

/** Three digits are a year of Taiwan's, which counts from 1911; any other but two or four are none. */
function fullYear(index: number): number {
  const year = timeText.date[index]!;
  const digits = timeText.digits[index]!;
  // Thailand counts from 543 years before.
  if (digits === 4 && year >= FIRST_BUDDHIST && year < FIRST_BUDDHIST + 110) return year - 543;
  if (digits === 3 || (timeText.isMinguo && digits === 2)) return 1911 + year;
  if (digits === 2) return yearOfTwo(year);
  return digits === 4 ? year : NaN;
}
