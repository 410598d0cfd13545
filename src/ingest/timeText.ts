/**
 * Takes the text of a time apart: what is year, month, day, hour …, whatever stands between. The result is left in
 * `timeText`, one for all, so that reading a million times allocates nothing.
 */

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
  /** How many numbers were read. */
  numbers = 0;

  clear(): void {
    this.dates = this.month = this.meridiem = this.offset = this.numbers = 0;
    this.hour = this.minute = this.second = this.unix = this.serial = -1;
    this.hasOffset = false;
    this.isEmpty = true;
  }
}
export const timeText = new TimeText();

/** Marks that stand behind a number and say what it is. */
const MARK_YEAR = 1;
const MARK_MONTH = 2;
const MARK_DAY = 3;
const MARK_HOUR = 4;
const MARK_MINUTE = 5;
const MARK_SECOND = 6;
const MARK_AM = 7;
const MARK_PM = 8;
const MARK_BLANK = 9;
const MARK_COLON = 10;

const COLON = 58;
const DOT = 46;
const COMMA = 44;
const PLUS = 43;
const MINUS = 45;

/** Days from 1899-12-30, where spreadsheets count from, to 1970-01-01. */
const SERIAL_OF_1970 = 25_569;

let markBytes = 0;

/**
 * Adds what `bytes[start, end)` says to `timeText`.
 *
 * @param isTimeOnly true for the cell of a time column whose date stands in another
 * @returns false if it is no time
 */
export function readTimeText(bytes: Uint8Array, start: number, end: number, isTimeOnly: boolean, isGb18030: boolean): boolean {
  const text = timeText;
  let from = start;
  let to = end;
  // Blanks, and the quote with which spreadsheets are told that a cell is text.
  while (from < to && (bytes[from]! <= 32 || bytes[from] === 39 || bytes[from] === 34 || bytes[from] === 61)) from++;
  while (to > from && (bytes[to - 1]! <= 32 || bytes[to - 1] === 39 || bytes[to - 1] === 34)) to--;
  if (from === to || isNothing(bytes, from, to)) return true;
  text.isEmpty = false;
  /** Part of the time expected after a colon: 0 none yet, 1 minute, 2 second, 3 all read. */
  let part = 0;
  let isAfterColon = false;
  /** A sign is an offset's only right behind the time: in `06:01:12 01-09-2016` it belongs to the date. */
  let isAfterTime = false;
  let at = from;
  while (at < to) {
    const byte = bytes[at]!;
    if (byte >= 48 && byte <= 57) {
      const first = at;
      let value = 0;
      while (at < to) {
        const digit = bytes[at]! - 48;
        if (digit < 0 || digit > 9) break;
        value = value * 10 + digit;
        at++;
      }
      const digits = at - first;
      if (digits > 17) return false;
      text.numbers++;
      const next = at < to ? bytes[at]! : 0;
      const mark = next >= 128 ? readMark(bytes, at, to, isGb18030) : 0;
      if (mark >= MARK_YEAR && mark <= MARK_SECOND) {
        at += markBytes;
        if (!putMarked(mark, value, digits)) return false;
        if (mark >= MARK_HOUR) part = mark - MARK_HOUR + 1;
        isAfterTime = mark >= MARK_HOUR;
        isAfterColon = false;
        continue;
      }
      if (isAfterColon) {
        if (digits > 2 || part > 2) return false;
        if (part === 1) text.minute = value;
        else text.second = value;
        part++;
        isAfterColon = false;
        isAfterTime = true;
        if (part === 3) at = skipFraction(bytes, at, to);
        continue;
      }
      if (next === COLON || mark === MARK_COLON) {
        if (digits > 2 || text.hour >= 0) return false;
        text.hour = value;
        part = 1;
        continue;
      }
      // 6时1分12: a last number after a marked one needs no mark.
      if (part === 2 && text.minute >= 0 && text.second < 0 && digits <= 2 && bytes[first - 1]! >= 128) {
        text.second = value;
        part = 3;
        isAfterTime = true;
        continue;
      }
      if (isTimeOnly) {
        if (!putBareTime(value, digits, bytes, at, to)) return false;
        if (text.second >= 0) at = skipFraction(bytes, at, to);
        part = 3;
        isAfterTime = true;
        continue;
      }
      const hadHour = text.hour >= 0;
      at = putBare(value, digits, bytes, at, to);
      if (at < 0) return false;
      isAfterTime = text.hour >= 0 && !hadHour;
      continue;
    }
    if (byte === COLON) {
      if (part === 0 || part > 2 || isAfterColon) return false;
      isAfterColon = true;
      at++;
      continue;
    }
    if ((byte === PLUS || byte === MINUS) && isAfterTime && isOffsetAt(bytes, at, to)) {
      at = readOffset(bytes, at, to);
      if (at < 0) return false;
      continue;
    }
    if (byte >= 128) {
      const mark = readMark(bytes, at, to, isGb18030);
      if (mark === MARK_AM) text.meridiem = 1;
      else if (mark === MARK_PM) text.meridiem = 2;
      else if (mark === MARK_COLON) {
        if (part === 0 || part > 2 || isAfterColon) return false;
        isAfterColon = true;
      } else if (mark !== MARK_BLANK) return false;
      at += markBytes;
      continue;
    }
    const letter = byte | 32;
    if (letter >= 97 && letter <= 122) {
      const first = at;
      while (at < to && (bytes[at]! | 32) >= 97 && (bytes[at]! | 32) <= 122) at++;
      if (!putWord(bytes, first, at)) return false;
      continue;
    }
    // `GMT+0100 (British Summer Time)`
    if (byte === 40) {
      while (at < to && bytes[at] !== 41) at++;
      at++;
      continue;
    }
    // What may stand between the parts: blank , - / . \ _
    if (byte <= 32 || byte === 44 || byte === MINUS || byte === 47 || byte === DOT || byte === 92 || byte === 95) {
      at++;
      continue;
    }
    return false;
  }
  return !isAfterColon;
}

/** True for `-`, `--`, `null` and their like: people's ways to write nothing. */
export function isNothing(bytes: Uint8Array, start: number, end: number): boolean {
  const first = bytes[start]!;
  if (first >= 48 && first <= 57) return false;
  let at = start;
  while (at < end && (bytes[at] === 45 || bytes[at] === 46 || bytes[at] === 47 || bytes[at]! <= 32)) at++;
  if (at === end) return true;
  if (at > start || end - start > 6) return false;
  let word = '';
  for (; at < end; at++) word += String.fromCharCode(bytes[at]!);
  word = word.toLowerCase();
  return word === 'null' || word === '(null)' || word === 'none' || word === 'nil' || word === 'nan' || word === 'n/a' || word === 'na' || word === '\\n' || word === '#n/a' || word === '<na>';
}

function putDate(value: number, digits: number): boolean {
  const text = timeText;
  if (text.dates === 3) return false;
  text.date[text.dates] = value;
  text.digits[text.dates] = digits;
  text.dates++;
  return true;
}

function putMarked(mark: number, value: number, digits: number): boolean {
  const text = timeText;
  if (mark === MARK_YEAR) return text.dates === 0 && putDate(value, digits === 2 ? 2 : 4);
  if (digits > 2) return false;
  if (mark === MARK_MONTH) return text.dates === 1 && putDate(value, 2);
  if (mark === MARK_DAY) return text.dates === 2 && putDate(value, 2);
  if (mark === MARK_HOUR) {
    if (text.hour >= 0) return false;
    text.hour = value;
  } else if (mark === MARK_MINUTE) {
    if (text.hour < 0 || text.minute >= 0) return false;
    text.minute = value;
  } else {
    if (text.hour < 0 || text.second >= 0) return false;
    text.second = value;
  }
  return true;
}

/** A number that nothing but its length explains. @returns where to go on, or -1 */
function putBare(value: number, digits: number, bytes: Uint8Array, at: number, to: number): number {
  const text = timeText;
  const isDated = text.dates === 3 || (text.dates === 2 && text.month > 0);
  if (isDated) {
    if (digits !== 2 && digits !== 1) return putBareTime(value, digits, bytes, at, to) ? at : -1;
    // 1 Sep 2016 6 PM
    return text.hour < 0 && putBareTime(value, digits, bytes, at, to) ? at : -1;
  }
  const isAlone = text.numbers === 1 && text.dates === 0 && text.month === 0;
  switch (digits) {
    case 1:
    case 2:
      return putDate(value, digits) ? at : -1;
    case 4:
      return putDate(value, 4) ? at : -1;
    case 8:
      if (text.dates > 0 || text.month > 0) return -1;
      if (value >= 19_000_000 && value < 21_010_000) {
        putDate(Math.floor(value / 10_000), 4);
        putDate(Math.floor(value / 100) % 100, 2);
        putDate(value % 100, 2);
      } else {
        putDate(Math.floor(value / 1_000_000), 2);
        putDate(Math.floor(value / 10_000) % 100, 2);
        putDate(value % 10_000, 4);
      }
      return at;
    case 12:
    case 14:
    case 17: {
      if (!isAlone) return -1;
      const seconds = digits === 12 ? value * 100 : digits === 17 ? Math.floor(value / 1000) : value;
      const date = Math.floor(seconds / 1_000_000);
      putDate(Math.floor(date / 10_000), 4);
      putDate(Math.floor(date / 100) % 100, 2);
      putDate(date % 100, 2);
      text.hour = Math.floor(seconds / 10_000) % 100;
      text.minute = Math.floor(seconds / 100) % 100;
      text.second = seconds % 100;
      return at < to && bytes[at] === DOT ? skipFraction(bytes, at, to) : at;
    }
    case 5:
      if (!isAlone) return -1;
      return putSerial(value, bytes, at, to);
    case 9:
    case 10:
      if (!isAlone) return -1;
      text.unix = value;
      return skipFraction(bytes, at, to);
    case 13:
      if (!isAlone) return -1;
      text.unix = Math.floor(value / 1000);
      return skipFraction(bytes, at, to);
    case 16:
      if (!isAlone) return -1;
      text.unix = Math.floor(value / 1_000_000);
      return at;
    default:
      return -1;
  }
}

/** A spreadsheet's days since 1899-12-30, with the time as their fraction. */
function putSerial(days: number, bytes: Uint8Array, at: number, to: number): number {
  let fraction = 0;
  let scale = 1;
  let look = at;
  if (look < to && bytes[look] === DOT) {
    look++;
    for (; look < to; look++) {
      const digit = bytes[look]! - 48;
      if (digit < 0 || digit > 9) break;
      scale /= 10;
      fraction += digit * scale;
    }
  }
  timeText.serial = (days - SERIAL_OF_1970) * 86_400 + Math.round(fraction * 86_400);
  return look;
}

/** A time without colons: 6 PM, 0601, 060112; or 06.01.12 in a time column. */
function putBareTime(value: number, digits: number, bytes: Uint8Array, at: number, to: number): boolean {
  const text = timeText;
  if (digits <= 2) {
    if (text.hour < 0) text.hour = value;
    else if (text.minute < 0) text.minute = value;
    else if (text.second < 0) text.second = value;
    else return false;
    // A lone number is an hour only with a.m. or p.m. behind it, or as the first part of 06.01.12.
    return text.minute >= 0 || isFollowed(bytes, at, to);
  }
  if (text.hour >= 0) return false;
  if (digits === 3 || digits === 4) {
    text.hour = Math.floor(value / 100);
    text.minute = value % 100;
    return true;
  }
  if (digits === 5 || digits === 6) {
    text.hour = Math.floor(value / 10_000);
    text.minute = Math.floor(value / 100) % 100;
    text.second = value % 100;
    return true;
  }
  return false;
}

/** True if something other than blanks follows. */
function isFollowed(bytes: Uint8Array, at: number, to: number): boolean {
  for (let look = at; look < to; look++) if (bytes[look]! > 32) return true;
  return timeText.meridiem > 0;
}

function skipFraction(bytes: Uint8Array, at: number, to: number): number {
  if (at + 1 >= to || (bytes[at] !== DOT && bytes[at] !== COMMA) || bytes[at + 1]! < 48 || bytes[at + 1]! > 57) return at;
  let look = at + 1;
  while (look < to && bytes[look]! >= 48 && bytes[look]! <= 57) look++;
  return look;
}

/** True if the sign at `at` begins an offset and not another part of a date: digits follow it, and no second sign those. */
function isOffsetAt(bytes: Uint8Array, at: number, to: number): boolean {
  let look = at + 1;
  while (look < to && bytes[look]! >= 48 && bytes[look]! <= 57) look++;
  const digits = look - at - 1;
  if (look < to && (bytes[look] === MINUS || bytes[look] === 47)) return false;
  return digits === 4 || (digits === 2 || digits === 1);
}

/** ±hh, ±hhmm or ±hh:mm. @returns where to go on, or -1 */
function readOffset(bytes: Uint8Array, at: number, to: number): number {
  const sign = bytes[at] === MINUS ? -1 : 1;
  let look = at + 1;
  let value = 0;
  while (look < to && bytes[look]! >= 48 && bytes[look]! <= 57) value = value * 10 + bytes[look++]! - 48;
  const digits = look - at - 1;
  let hours = digits > 2 ? Math.floor(value / 100) : value;
  let minutes = digits > 2 ? value % 100 : 0;
  if (digits <= 2 && look + 2 < to && bytes[look] === COLON) {
    const tens = bytes[look + 1]! - 48;
    const ones = bytes[look + 2]! - 48;
    if (tens < 0 || tens > 5 || ones < 0 || ones > 9) return -1;
    minutes = tens * 10 + ones;
    look += 3;
  }
  if (timeText.hasOffset && timeText.offset !== 0) return -1;
  if (minutes > 59) return -1;
  hours = hours * 3600 + minutes * 60;
  timeText.hasOffset = true;
  timeText.offset = sign * hours;
  return look;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const DAYS = new Set(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']);
/** Names of zones that do not tell the offset for sure (CST is China's, America's and Cuba's): read as the wall clock. */
const ZONE_WORDS = new Set([
  'cst', 'ist', 'bst', 'est', 'edt', 'cdt', 'pst', 'pdt', 'mst', 'mdt', 'cet', 'cest', 'wet', 'west', 'eet', 'eest', 'msk', 'jst', 'kst',
  'hkt', 'sgt', 'pkt', 'ict', 'myt', 'pht', 'mmt', 'npt',
]);

function putWord(bytes: Uint8Array, start: number, end: number): boolean {
  const text = timeText;
  let word = '';
  for (let at = start; at < end && word.length < 10; at++) word += String.fromCharCode(bytes[at]! | 32);
  if (word === 't') return true;
  if (word === 'z' || word === 'utc' || word === 'gmt') {
    if (word === 'z' && text.hour < 0) return false;
    text.hasOffset = true;
    return true;
  }
  if (word === 'am' || word === 'a') text.meridiem = 1;
  else if (word === 'pm' || word === 'p') text.meridiem = 2;
  else if (word === 'm' && text.meridiem > 0) return true;
  else if (word.length >= 3) {
    const three = word.slice(0, 3);
    const month = MONTHS.indexOf(three);
    if (month >= 0 && isMonthWord(word, month)) {
      if (text.month > 0) return false;
      text.month = month + 1;
    } else if (!(DAYS.has(three) && (word.length === 3 || word.endsWith('day') || word.length <= 5)) && !ZONE_WORDS.has(word)) return false;
  } else return word === 'h' || word === 'th' || word === 'st' || word === 'nd' || word === 'rd';
  return true;
}

const MONTH_WORDS = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'];

function isMonthWord(word: string, month: number): boolean {
  return word.length === 3 || MONTH_WORDS[month]!.startsWith(word);
}

/** What the character at `at` says; its length is left in `markBytes`. Chinese marks in UTF-8 and in GBK. */
function readMark(bytes: Uint8Array, at: number, to: number, isGb18030: boolean): number {
  if (isGb18030) {
    markBytes = 2;
    const pair = at + 1 < to ? (bytes[at]! << 8) | bytes[at + 1]! : 0;
    switch (pair) {
      case 0xc4ea: return MARK_YEAR;
      case 0xd4c2: return MARK_MONTH;
      case 0xc8d5: case 0xbac5: return MARK_DAY;
      case 0xcab1: case 0xb5e3: return MARK_HOUR;
      case 0xb7d6: return MARK_MINUTE;
      case 0xc3eb: return MARK_SECOND;
      case 0xc9cf: case 0xcfc2: {
        // 上午, 下午
        if (at + 3 >= to || bytes[at + 2] !== 0xce || bytes[at + 3] !== 0xe7) return 0;
        markBytes = 4;
        return pair === 0xc9cf ? MARK_AM : MARK_PM;
      }
      case 0xa1a1: return MARK_BLANK;
      case 0xa3ba: return MARK_COLON;
      default: return 0;
    }
  }
  if (bytes[at] === 0xc2) {
    markBytes = 2;
    return bytes[at + 1] === 0xa0 ? MARK_BLANK : 0;
  }
  markBytes = 3;
  const triple = at + 2 < to ? (bytes[at]! << 16) | (bytes[at + 1]! << 8) | bytes[at + 2]! : 0;
  switch (triple) {
    case 0xe5b9b4: return MARK_YEAR;
    case 0xe69c88: return MARK_MONTH;
    case 0xe697a5: case 0xe58fb7: return MARK_DAY;
    case 0xe697b6: case 0xe782b9: return MARK_HOUR;
    case 0xe58886: return MARK_MINUTE;
    case 0xe7a792: return MARK_SECOND;
    case 0xe4b88a: case 0xe4b88b: {
      if (at + 5 >= to || bytes[at + 3] !== 0xe5 || bytes[at + 4] !== 0x8d || bytes[at + 5] !== 0x88) return 0;
      markBytes = 6;
      return triple === 0xe4b88a ? MARK_AM : MARK_PM;
    }
    case 0xe38080: case 0xe280af: return MARK_BLANK;
    case 0xefbc9a: return MARK_COLON;
    default: return 0;
  }
}
