/**
 * Takes the text of a time apart: what is year, month, day, hour …, whatever stands between. The result is left in one object
 * for all, so that reading a million times allocates nothing.
 */
import { isNothing, trimCell, type Trimmed } from './cellBounds.ts';
import type { JoinedYear } from './joinedYear.ts';
import { findRareClock, rareClock } from './rareClock.ts';
import {
  MARK_AM, MARK_COLON, MARK_DAY, MARK_HOUR, MARK_HOURS, MARK_JANUARY, MARK_MINGUO, MARK_MINUTE, MARK_MONTH, MARK_PM, MARK_SECOND, MARK_UTC, MARK_YEAR, MARK_ZONE, markBytes, markOffsetS, readMark, readMarkWord,
} from './timeMarks.ts';

const COLON = 58;
const DOT = 46;
const COMMA = 44;
const PLUS = 43;
const MINUS = 45;
const SLASH = 47;

/** Days from 1899-12-30, where spreadsheets count from, to 1970-01-01. */
const SERIAL_OF_1970 = 25_569;
const MAX_DIGITS = 17;

const trimmed: Trimmed = { start: 0, end: 0 };

const isDigit = (byte: number | undefined) => byte !== undefined && byte >= 48 && byte <= 57;
const isLetter = (byte: number) => (byte | 32) >= 97 && (byte | 32) <= 122;

/** What was found in a time cell. -1 or 0 where nothing was. */
class TimeText {
  /** Numbers of the date in the order in which they stand, and how many digits each has. */
  readonly date = new Int32Array(3);
  readonly digits = new Int32Array(3);
  dates = 0;
  /** Month by name, 1–12. */
  month = 0;
  hour = -1;
  minute = -1;
  second = -1;
  /** 1 = a.m., 2 = p.m. */
  meridiem = 0;
  hasOffset = false;
  /** Seconds, east positive. */
  offset = 0;
  /** Unix time in seconds, or a spreadsheet's day count as local seconds. */
  unix = -1;
  serial = -1;
  isEmpty = true;
  /** True for years that are said to be Taiwan's. */
  isMinguo = false;
  /** How many numbers were read. */
  numbers = 0;
  /** True where digits alone are a time of day to the second that lost its zeros: 606 is 00:06:06. */
  isClockShort = false;
  /** How many digits the year has in dates of digits alone; set before `read`, as is the above. */
  joinedYear: JoinedYear | null = null;

  /** Part of the time that a colon leads to: 0 none yet, 1 minute, 2 second, 3 all read. */
  #part = 0;
  #isAfterColon = false;
  /** A sign is an offset's only right behind the time: in `06:01:12 01-09-2016` it belongs to the date. */
  #isAfterTime = false;
  /** A zone's name told the offset; what figures say of it goes before. */
  #isOffsetNamed = false;

  /** Month and day with a time of day, but no year: 05-01 12:20:35. */
  get isYearless(): boolean {
    return this.dates === 2 && this.month === 0 && this.minute >= 0 && this.digits[0]! <= 2 && this.digits[1]! <= 2;
  }

  /** Day, month and year are there. */
  get #isDated(): boolean {
    return this.dates === 3 || (this.dates === 2 && this.month > 0);
  }

  clear(): void {
    this.dates = this.month = this.meridiem = this.offset = this.numbers = 0;
    this.hour = this.minute = this.second = this.unix = this.serial = -1;
    this.hasOffset = this.isMinguo = this.#isOffsetNamed = false;
    this.isEmpty = true;
  }

  /**
   * Adds what `bytes[start, end)` says to what was read since `clear`.
   *
   * @param isTimeOnly true for the cell of a time column whose date stands in another
   * @returns false if it is no time
   */
  read(bytes: Uint8Array, start: number, end: number, isTimeOnly: boolean, isGb18030: boolean): boolean {
    trimCell(bytes, start, end, trimmed);
    const { start: from, end: to } = trimmed;
    if (from === to || isNothing(bytes, from, to)) return true;
    this.isEmpty = false;
    this.#part = 0;
    this.#isAfterColon = false;
    this.#isAfterTime = false;
    let at = from;
    while (at >= 0 && at < to) {
      const byte = bytes[at]!;
      if (byte >= 48 && byte <= 57) at = this.#readNumber(bytes, at, to, isTimeOnly, isGb18030);
      else if (byte === COLON) at = this.#putColon() ? at + 1 : -1;
      else if ((byte === PLUS || byte === MINUS) && this.#isAfterTime && isOffsetAt(bytes, at, to)) at = this.#readOffset(bytes, at, to);
      else if (byte >= 128) {
        const mark = readMark(bytes, at, to, isGb18030);
        at = this.#putMark(mark) ? at + markBytes : -1;
      } else if (isLetter(byte)) {
        const first = at;
        while (at < to && isLetter(bytes[at]!)) at++;
        if (!this.#putMark(readMarkWord(bytes, first, at))) return false;
      } else if (byte === 40 && (isZoneAt(bytes, at + 1, to) || (!this.hasOffset && isZoneWordAt(bytes, at + 1, to)))) {
        // `10:00:00 AM(UTC-5)`, `10:00:00 (EST)`
        at++;
      } else if (byte === 40) {
        // `GMT+0100 (British Summer Time)`
        while (at < to && bytes[at] !== 41) at++;
        at++;
      } else if (byte <= 32 || byte === COMMA || byte === MINUS || byte === SLASH || byte === DOT || byte === 92 || byte === 95 || byte === 41) at++;
      else return false;
    }
    // 08.15.22 AM is no date.
    return at >= 0 && !this.#isAfterColon && !(this.meridiem > 0 && this.hour < 0);
  }

  /** @returns where to go on, or -1 if the number fits nowhere */
  #readNumber(bytes: Uint8Array, start: number, to: number, isTimeOnly: boolean, isGb18030: boolean): number {
    let at = start;
    let value = 0;
    while (at < to) {
      const digit = bytes[at]! - 48;
      if (digit < 0 || digit > 9) break;
      value = value * 10 + digit;
      at++;
    }
    const digits = at - start;
    if (digits > MAX_DIGITS) return -1;
    this.numbers++;
    if (digits === 13 && this.numbers === 1 && at + 5 === to) {
      // 2405020846352B0800: octets in hexadecimal, of which 2B is a +, and 2D a -.
      const sign = bytes[at]! | 32;
      if (value % 10 === 2 && (sign === 98 || sign === 100)) return this.#putShort(Math.floor(value / 10), 2, false) ? this.#readOffset(bytes, at, to, sign === 100) : -1;
    }
    const next = at < to ? bytes[at]! : 0;
    const mark = next >= 128 ? readMark(bytes, at, to, isGb18030) : 0;
    if (mark >= MARK_YEAR && mark <= MARK_SECOND) {
      this.#isAfterColon = false;
      this.#isAfterTime = mark >= MARK_HOUR;
      if (mark >= MARK_HOUR) this.#part = mark - MARK_HOUR + 1;
      return this.#putMarked(mark, value, digits) ? at + markBytes : -1;
    }
    const hadHour = this.hour >= 0;
    if (this.#isAfterColon) {
      if (digits > 2 || this.#part > 2) return -1;
      if (this.#part === 1) this.minute = value;
      else this.second = value;
      this.#part++;
      this.#isAfterColon = false;
      this.#isAfterTime = true;
      return this.#part === 3 ? skipFraction(bytes, at, to) : at;
    }
    if (next === COLON || mark === MARK_COLON) {
      if (hadHour) return -1;
      if (digits > 2) {
        if (isTimeOnly) return -1;
        return digits === 4 && this.dates === 0 && this.month === 0 ? this.#putColonDate(value, bytes, at, to) : this.#putDateAndHour(value, digits, at);
      }
      this.hour = value;
      this.#part = 1;
      return at;
    }
    // 6时1分12: a last number after a marked one needs no mark.
    if (this.#part === 2 && this.minute >= 0 && this.second < 0 && digits <= 2 && bytes[start - 1]! >= 128) {
      this.second = value;
      this.#part = 3;
      this.#isAfterTime = true;
      return at;
    }
    if (digits <= 2 && !hadHour && (isTimeOnly || this.#isDated)) {
      const end = findRareClock(bytes, at, to, isTimeOnly);
      if (end > 0) {
        this.hour = value;
        this.minute = rareClock.minute;
        this.second = rareClock.second;
        this.#part = 3;
        // 01-36-50-11 has one number too many, and no offset.
        this.#isAfterTime = next !== MINUS || bytes[end] !== MINUS;
        return end;
      }
    }
    if (isTimeOnly && value === 0 && digits === 1 && !hadHour) {
      const end = this.#putDayFraction(bytes, at, to);
      if (end > 0) return end;
    }
    if (isTimeOnly) {
      if (!this.#putBareTime(value, digits, bytes, at, to)) return -1;
      this.#part = 3;
      this.#isAfterTime = true;
      return this.second >= 0 ? skipFraction(bytes, at, to) : at;
    }
    // 02-MAY-24 08.46.35.000000 AM: databases write dots for colons.
    if (digits === 2 && hadHour && this.second < 0 && this.#part === 0 && this.#isDated && bytes[start - 1] === DOT) {
      this.#isAfterTime = true;
      if (this.minute >= 0) this.second = value;
      else this.minute = value;
      return this.second >= 0 ? skipFraction(bytes, at, to) : at;
    }
    at = this.#putBare(value, digits, bytes, at, to);
    this.#isAfterTime = this.hour >= 0 && !hadHour;
    return at;
  }

  #putColon(): boolean {
    if (this.#part === 0 || this.#part > 2 || this.#isAfterColon) return false;
    this.#isAfterColon = true;
    return true;
  }

  #putMark(mark: number): boolean {
    if (mark === 0 || (mark >= MARK_YEAR && mark <= MARK_SECOND)) return false;
    if (mark === MARK_COLON) return this.#putColon();
    if (mark === MARK_AM || mark === MARK_PM) this.meridiem = mark === MARK_AM ? 1 : 2;
    else if (mark === MARK_UTC) this.hasOffset = true;
    else if (mark === MARK_ZONE) {
      // `19:17:44 +0100 CET`: the figures have said it.
      if (!this.hasOffset) this.offset = markOffsetS;
      this.#isOffsetNamed = !this.hasOffset;
      this.hasOffset = true;
    } else if (mark === MARK_HOURS) return this.minute >= 0;
    else if (mark === MARK_MINGUO) this.isMinguo = true;
    else if (mark >= MARK_JANUARY) {
      if (this.month > 0) return false;
      this.month = mark - MARK_JANUARY + 1;
    }
    return true;
  }

  /** 2026:05:11, as cameras write dates. @returns where to go on, or -1 */
  #putColonDate(year: number, bytes: Uint8Array, at: number, to: number): number {
    const end = at + 6;
    if (year < 1970 || year > 2099 || end > to || bytes[at] !== COLON || bytes[at + 3] !== COLON || !isDigit(bytes[at + 1]) || !isDigit(bytes[at + 2]) || !isDigit(bytes[at + 4]) || !isDigit(bytes[at + 5])) return -1;
    if (end < to && (isDigit(bytes[end]) || bytes[end] === COLON)) return -1;
    const twoAt = (first: number) => (bytes[first]! - 48) * 10 + bytes[first + 1]! - 48;
    return this.#putDate(year, 4) && this.#putDate(twoAt(at + 1), 2) && this.#putDate(twoAt(at + 4), 2) ? end : -1;
  }

  /** The last number of a date with the hour right behind it: 2026-05-1110:03:53, 11/05/202610:03:53. @returns where to go on, or -1 */
  #putDateAndHour(value: number, digits: number, at: number): number {
    // In 11/05/2026:10:03 the hour is still to come.
    const isJoined = this.dates === 2 && this.month === 0 && ((digits === 4 && this.digits[0] === 4) || (digits === 6 && this.digits[0]! <= 2));
    if (!isJoined) return -1;
    this.hour = value % 100;
    this.#part = 1;
    return this.#putDate(Math.floor(value / 100), digits - 2) ? at : -1;
  }

  #putDate(value: number, digits: number): boolean {
    if (this.dates === 3) return false;
    this.date[this.dates] = value;
    this.digits[this.dates] = digits;
    this.dates++;
    return true;
  }

  /** A number before 年 月 日 时 分 秒. */
  #putMarked(mark: number, value: number, digits: number): boolean {
    if (mark === MARK_YEAR) return this.dates === 0 && this.#putDate(value, digits === 2 || digits === 3 ? digits : 4);
    if (digits > 2) return false;
    if (mark === MARK_MONTH) return this.dates <= 1 && this.#putDate(value, 2);
    if (mark === MARK_DAY) return this.dates >= 1 && this.#putDate(value, 2);
    if (mark === MARK_HOUR) {
      if (this.hour >= 0) return false;
      this.hour = value;
    } else if (mark === MARK_MINUTE) {
      if (this.hour < 0 || this.minute >= 0) return false;
      this.minute = value;
    } else {
      if (this.hour < 0 || this.second >= 0) return false;
      this.second = value;
    }
    return true;
  }

  /** A number that nothing but its length explains. @returns where to go on, or -1 */
  #putBare(value: number, digits: number, bytes: Uint8Array, at: number, to: number): number {
    // 1 Sep 2016 6 PM; 20060601 0008
    if (this.#isDated) return (digits > 2 || this.hour < 0) && this.#putBareTime(value, digits, bytes, at, to) ? at : -1;
    // 113/05/01: three digits are a year of Taiwan's.
    const isMinguo = digits === 3 && this.dates === 0 && this.month === 0 && isDateSeparator(bytes[at]);
    if (digits <= 2 || digits === 4 || isMinguo) return this.#putDate(value, digits) ? at : -1;
    if (this.dates > 0 || this.month > 0) return -1;
    if (digits === 8) return this.#putJoinedDate(value) ? at : -1;
    // A number that begins with a zero is a telephone's.
    if (this.numbers > 1 || (digits >= 9 && bytes[at - digits] === 48 && digits !== 12 && digits !== 14)) return -1;
    if ((digits === 7 || digits === 13) && this.joinedYear === 'minguo') return this.#putShort(digits === 7 ? value * 1_000_000 : value, 3, digits === 7) ? at : -1;
    if (digits === 6 && this.joinedYear === 'short') return this.#putShort(value * 1_000_000, 2, true) ? at : -1;
    switch (digits) {
      case 12: return (this.joinedYear === 'short' || (isDayOfShortYear(value) && isOffsetNext(bytes, at, to)) ? this.#putShort(value, 2, false) : this.#putJoined(value * 100)) ? at : -1;
      case 14: return this.#putJoined(value) ? skipFraction(bytes, at, to) : -1;
      case 17: return this.#putJoined(Math.floor(value / 1000)) ? at : -1;
      case 5: return this.#putSerial(value, bytes, at, to);
      case 9: case 10: this.unix = value; return skipFraction(bytes, at, to);
      case 13: this.unix = Math.floor(value / 1000); return skipFraction(bytes, at, to);
      case 16: this.unix = Math.floor(value / 1_000_000); return at;
      default: return -1;
    }
  }

  /** 20160901, or 01092016; 20092016 can only be the latter, since 20 is no month. */
  #putJoinedDate(value: number): boolean {
    if (value >= 19_000_000 && value < 21_010_000 && value % 10_000 < 1900) return this.#putDate(Math.floor(value / 10_000), 4) && this.#putDate(Math.floor(value / 100) % 100, 2) && this.#putDate(value % 100, 2);
    return this.#putDate(Math.floor(value / 1_000_000), 2) && this.#putDate(Math.floor(value / 10_000) % 100, 2) && this.#putDate(value % 10_000, 4);
  }

  /** 20160901060112 */
  #putJoined(value: number): boolean {
    const date = Math.floor(value / 1_000_000);
    this.hour = Math.floor(value / 10_000) % 100;
    this.minute = Math.floor(value / 100) % 100;
    this.second = value % 100;
    return this.#putDate(Math.floor(date / 10_000), 4) && this.#putDate(Math.floor(date / 100) % 100, 2) && this.#putDate(date % 100, 2);
  }

  /** 240501102030, 1130501102030, or their dates alone; the parts of a short date stand in the order of the file. */
  #putShort(value: number, yearDigits: number, isDate: boolean): boolean {
    const date = Math.floor(value / 1_000_000);
    if (!isDate) {
      this.hour = Math.floor(value / 10_000) % 100;
      this.minute = Math.floor(value / 100) % 100;
      this.second = value % 100;
    }
    const year = Math.floor(date / 10_000);
    const isWhole = yearDigits === 2 && !isDate;
    return this.#putDate(isWhole ? yearOfTwo(year) : year, isWhole ? 4 : yearDigits) && this.#putDate(Math.floor(date / 100) % 100, 2) && this.#putDate(date % 100, 2);
  }

  /** A spreadsheet's days since 1899-12-30, with the time as their fraction. */
  #putSerial(days: number, bytes: Uint8Array, at: number, to: number): number {
    const end = skipFraction(bytes, at, to);
    let fraction = 0;
    let scale = 1;
    for (let look = at + 1; look < end; look++) {
      scale /= 10;
      fraction += (bytes[look]! - 48) * scale;
    }
    this.serial = (days - SERIAL_OF_1970) * 86_400 + Math.round(fraction * 86_400);
    return end;
  }

  /** A time without colons: 6 PM, 0601, 060112; or 06.01.12 in a time column. */
  #putBareTime(value: number, digits: number, bytes: Uint8Array, at: number, to: number): boolean {
    if (this.isClockShort && digits <= 4 && this.hour < 0 && at === to) {
      this.hour = 0;
      this.minute = Math.floor(value / 100);
      this.second = value % 100;
      return true;
    }
    if (digits <= 2) {
      if (this.hour < 0) this.hour = value;
      else if (this.minute < 0) this.minute = value;
      else if (this.second < 0) this.second = value;
      else return false;
      // A lone number is an hour only with a.m. or p.m. behind it, or as the first part of 06.01.12.
      return this.minute >= 0 || this.meridiem > 0 || isFollowed(bytes, at, to);
    }
    if (this.hour >= 0 || digits > 6) return false;
    const hasSeconds = digits >= 5;
    this.hour = Math.floor(value / (hasSeconds ? 10_000 : 100));
    this.minute = hasSeconds ? Math.floor(value / 100) % 100 : value % 100;
    if (hasSeconds) this.second = value % 100;
    return true;
  }

  /** A time of day as a spreadsheet counts it, 0.3476273148 or 0. @returns where to go on, 0 if it is none */
  #putDayFraction(bytes: Uint8Array, at: number, to: number): number {
    const end = skipFraction(bytes, at, to);
    // 0.25 may be 25 minutes past midnight.
    if (end !== to || (end > at && end - at < 4)) return 0;
    let fraction = 0;
    for (let look = end - 1; look > at; look--) fraction = (fraction + bytes[look]! - 48) / 10;
    const seconds = Math.round(fraction * 86_400);
    if (seconds === 86_400) return 0;
    this.hour = Math.floor(seconds / 3600);
    this.minute = Math.floor(seconds / 60) % 60;
    this.second = seconds % 60;
    return end;
  }

  /** ±hh, ±hhmm or ±hh:mm. @returns where to go on, or -1 */
  #readOffset(bytes: Uint8Array, at: number, to: number, isWest = bytes[at] === MINUS): number {
    let look = at + 1;
    let value = 0;
    while (look < to && isDigit(bytes[look])) value = value * 10 + bytes[look++]! - 48;
    const digits = look - at - 1;
    const hours = digits > 2 ? Math.floor(value / 100) : value;
    let minutes = digits > 2 ? value % 100 : 0;
    if (digits <= 2 && look + 2 < to && bytes[look] === COLON) {
      if (!isDigit(bytes[look + 1]) || !isDigit(bytes[look + 2])) return -1;
      minutes = (bytes[look + 1]! - 48) * 10 + bytes[look + 2]! - 48;
      look += 3;
    }
    if (minutes > 59 || (this.offset !== 0 && !this.#isOffsetNamed)) return -1;
    this.#isOffsetNamed = false;
    this.hasOffset = true;
    this.offset = (isWest ? -1 : 1) * (hours * 3600 + minutes * 60);
    this.#isAfterTime = false;
    return look;
  }
}

/** What was read last; the same object for all. */
export const timeText = new TimeText();

/** Two-digit years are of 1970 to 2069, as POSIX nearly has it. */
export function yearOfTwo(year: number): number {
  return year < 70 ? 2000 + year : 1900 + year;
}

function isDateSeparator(byte: number | undefined): boolean {
  return byte === MINUS || byte === SLASH || byte === DOT;
}

/** Whether twelve digits begin with year, month and day in two digits each, as exchanges write them (3GPP TS 32.298, TimeStamp). */
function isDayOfShortYear(value: number): boolean {
  const date = Math.floor(value / 1_000_000);
  const month = Math.floor(date / 100) % 100;
  return month >= 1 && month <= 12 && date % 100 >= 1 && date % 100 <= 31;
}

/** True if an offset follows at once: +0800 or Z. */
function isOffsetNext(bytes: Uint8Array, at: number, to: number): boolean {
  if (at >= to) return false;
  return ((bytes[at] === PLUS || bytes[at] === MINUS) && isOffsetAt(bytes, at, to)) || ((bytes[at]! | 32) === 122 && at + 1 === to);
}

/** True if something other than blanks follows. */
function isFollowed(bytes: Uint8Array, at: number, to: number): boolean {
  for (let look = at; look < to; look++) if (bytes[look]! > 32) return true;
  return false;
}

/** Where a fraction that begins at `at` ends; `at` if none does. */
function skipFraction(bytes: Uint8Array, at: number, to: number): number {
  if (at + 1 >= to || (bytes[at] !== DOT && bytes[at] !== COMMA) || !isDigit(bytes[at + 1])) return at;
  let look = at + 1;
  while (look < to && isDigit(bytes[look])) look++;
  return look;
}

/** True if `UTC` or `GMT` and a sign stand at `at`. */
function isZoneAt(bytes: Uint8Array, at: number, to: number): boolean {
  if (at + 3 >= to || (bytes[at + 3] !== PLUS && bytes[at + 3] !== MINUS)) return false;
  const word = String.fromCharCode(bytes[at]!, bytes[at + 1]!, bytes[at + 2]!).toUpperCase();
  return word === 'UTC' || word === 'GMT';
}

/** True if the name of a zone that tells its offset stands at `at`, and a bracket behind it. */
function isZoneWordAt(bytes: Uint8Array, at: number, to: number): boolean {
  let look = at;
  while (look < to && isLetter(bytes[look]!)) look++;
  return look < to && bytes[look] === 41 && readMarkWord(bytes, at, look) === MARK_ZONE;
}

/** True if the sign at `at` begins an offset and not another part of a date: digits follow it, and no second sign those. */
function isOffsetAt(bytes: Uint8Array, at: number, to: number): boolean {
  let look = at + 1;
  while (look < to && isDigit(bytes[look])) look++;
  const digits = look - at - 1;
  if (look < to && (bytes[look] === MINUS || bytes[look] === SLASH)) return false;
  return digits === 1 || digits === 2 || digits === 4;
}
