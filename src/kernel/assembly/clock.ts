/**
 * Times, in the forms that call records have them in: a date in any order with -, /, . or 年月日, joined, with a month by name or
 * without a year; a time of day with colons, joined or with 时分秒, with a.m. or p.m.; an offset; Unix seconds and milliseconds.
 * What these rules do not read for certain is left to the parser (`src/ingest/timeText.ts`, `timeParser.ts`), with which they agree.
 */
import { trimCell, trimmedEnd, trimmedStart } from './bounds';
import { digitsOf, isDigit, NO_DIGITS } from './digits';
import { offsetId, offsetOfDay, offsetOfUtcDay } from './host';
import { DAY_S, END_S, FIRST_S } from './layout';

/** Returned for what is left to the parser. */
export const NO_TIME: i64 = -1;

/** How day and month stand where neither tells: 0 ymd, 1 dmy, 2 mdy. */
export let dateOrder: i32 = 0;
export let isZoneChosen: bool = false;
export let isGb18030: bool = false;
/** First month of the file, for dates without a year; 0 when dates must have one. */
export let firstYear: i32 = 0;
export let firstMonth: i32 = 0;

/** Offset id of the time read last. */
export let offset: i32 = 0;

/** Offset ids of local days and of UTC days: 0 not asked yet, 1 the clocks change on it, else id + 2. */
const DAYS: i32 = 47_482;
const localDays = memory.data(47_483, 16);
const utcDays = memory.data(47_483, 16);

/** 1990 of the Buddhist calendar. */
const FIRST_BUDDHIST: i32 = 2533;

/** What the date at hand was read as. */
let year: i32 = 0;
let month: i32 = 0;
let day: i32 = 0;
/** Seconds since midnight, -1 where no time of day was given. */
let daySeconds: i32 = -1;
let hasOffset: bool = false;
let offsetS: i32 = 0;

/** The date read last, as its eight digits, and its midnight; neighbouring rows mostly share it. */
let lastDate: i32 = 0;
let lastMidnight: i64 = 0;

/** Forgets the zone's offsets. */
export function forgetZone(): void {
  memory.fill(localDays, 0, DAYS + 1);
  memory.fill(utcDays, 0, DAYS + 1);
}

/** Local seconds of a time cell, its offset's id in `offset`; or NO_TIME. */
export function timeOf(start: usize, end: usize): i64 {
  const length = end - start;
  if (length == 19 || (length > 19 && load<u8>(start + 19) == 46)) {
    const at = fixedTime(start, end);
    if (at != NO_TIME) return onWall(at);
  }
  trimCell(start, end);
  const from = trimmedStart;
  const to = trimmedEnd;
  if (from == to) return NO_TIME;
  const unix = unixTime(from, to);
  if (unix != NO_TIME) return onZone(unix);
  daySeconds = -1;
  hasOffset = false;
  offsetS = 0;
  let at = dateAt(from, to);
  if (at == 0) return NO_TIME;
  if (at < to) {
    at = clockAt(at, to);
    if (at != to) return NO_TIME;
  }
  return assemble();
}

/** The same for a date cell and the cell of its time of day. */
export function timeOfPair(dateStart: usize, dateEnd: usize, start: usize, end: usize): i64 {
  trimCell(dateStart, dateEnd);
  let to = trimmedEnd;
  if (trimmedStart == to) return NO_TIME;
  daySeconds = -1;
  hasOffset = false;
  offsetS = 0;
  const at = dateAt(trimmedStart, to);
  if (at == 0) return NO_TIME;
  // Spreadsheets write a midnight behind each date.
  if ((at < to && clockAt(at, to) != to) || daySeconds > 0 || hasOffset) return NO_TIME;
  trimCell(start, end);
  to = trimmedEnd;
  if (trimmedStart == to || clockAt(trimmedStart, to) != to) return NO_TIME;
  return assemble();
}

/** `2016-09-01 06:01:12`, with / for - and T for the blank, and a fraction or none. */
function fixedTime(start: usize, end: usize): i64 {
  const separator = <u32>load<u8>(start, 4);
  const blank = <u32>load<u8>(start, 10);
  if ((separator != 45 && separator != 47) || load<u8>(start, 7) != separator || (blank != 32 && blank != 84) ||
    load<u8>(start, 13) != 58 || load<u8>(start, 16) != 58) return NO_TIME;
  // The fourteen digits without what stands between them, as two numbers of eight.
  const date = digitsOf8((<u64>load<u32>(start)) | (<u64>load<u16>(start, 5) << 32) | (<u64>load<u16>(start, 8) << 48));
  const clock = digitsOf8(0x3030 | (<u64>load<u16>(start, 11) << 16) | (<u64>load<u16>(start, 14) << 32) | (<u64>load<u16>(start, 17) << 48));
  if (date == NO_DIGITS || clock == NO_DIGITS) return NO_TIME;
  for (let at = start + 20; at < end; at++) if (!isDigit(load<u8>(at))) return NO_TIME;
  const seconds = <u32>clock;
  const hour = seconds / 10_000;
  const minute = (seconds / 100) % 100;
  const second = seconds % 100;
  if (hour > 23 || minute > 59 || second > 59) return NO_TIME;
  const digits = <i32>date;
  if (digits != lastDate) {
    const at = midnight(digits / 10_000, (digits / 100) % 100, digits % 100);
    if (at == NO_TIME) return NO_TIME;
    lastDate = digits;
    lastMidnight = at;
  }
  return lastMidnight + <i64>(hour * 3600 + minute * 60 + second);
}

function digitsOf8(text: u64): u64 {
  const scratch = digitScratch;
  store<u64>(scratch, text);
  return digitsOf(scratch, scratch + 8);
}
const digitScratch = memory.data(16, 16);

/** Seconds of 9 or 10 digits, with a fraction or none; of 13 digits that are milliseconds; else NO_TIME. */
function unixTime(from: usize, to: usize): i64 {
  let at = from;
  while (at < to && isDigit(load<u8>(at))) at++;
  const length = at - from;
  // A number that begins with a zero is a telephone's.
  if ((length != 9 && length != 10 && length != 13) || load<u8>(from) == 48) return NO_TIME;
  if (fractionEnd(at, to) != to) return NO_TIME;
  const value = digitsOf(from, at);
  return <i64>(length == 13 ? value / 1000 : value);
}

/** Where a fraction that begins at `at` ends; `at` if none does. */
function fractionEnd(at: usize, to: usize): usize {
  if (at + 1 >= to || (load<u8>(at) != 46 && load<u8>(at) != 44) || !isDigit(load<u8>(at, 1))) return at;
  let look = at + 1;
  while (look < to && isDigit(load<u8>(look))) look++;
  return look;
}

/** Up to nine digits at `at`; how many there are is left in `runLength`. */
function runAt(at: usize, to: usize): i32 {
  let value: i32 = 0;
  let look = at;
  while (look < to && look - at < 9 && isDigit(load<u8>(look))) value = value * 10 + load<u8>(look++) - 48;
  runLength = <i32>(look - at);
  return value;
}
let runLength: i32 = 0;

function isDateSeparator(byte: u32): bool {
  return byte == 45 || byte == 47 || byte == 46;
}

/**
 * Reads the date at `at` into `year`, `month` and `day`, and what joined forms say of the time into `daySeconds`.
 * @returns where its time of day begins, `to` if there is none, 0 if it is left to the parser
 */
function dateAt(from: usize, to: usize): usize {
  const first = runAt(from, to);
  const firstLength = runLength;
  let at = from + firstLength;
  if (firstLength == 8) return putJoined(first) ? afterDate(at, to) : 0;
  if (firstLength == 9) return joinedTime(from, to);
  if (firstLength == 0 || firstLength > 4 || at >= to) return 0;
  const mark = markAt(at, to);
  if (mark == 1) return firstLength != 1 ? markedDate(first, firstLength, at + markLength, to) : 0;
  if (!isDateSeparator(load<u8>(at))) return 0;
  at++;
  if (at < to && (load<u8>(at) | 32) >= 97) return namedMonth(first, firstLength, at, to);
  const second = runAt(at, to);
  const secondLength = runLength;
  if (secondLength == 0 || secondLength > 2) return 0;
  at += secondLength;
  if (at < to && load<u8>(at) == 32) return firstLength <= 2 ? withoutYear(first, second, at, to) : 0;
  if (at + 1 >= to || !isDateSeparator(load<u8>(at))) return 0;
  at++;
  const third = runAt(at, to);
  const thirdLength = runLength;
  if (thirdLength == 0 || thirdLength == 3 || thirdLength > 4) return 0;
  at += thirdLength;
  if (firstLength > 2 || first > 31 || (dateOrder == 0 && thirdLength <= 2)) {
    if (firstLength == 1 || thirdLength > 2) return 0;
    year = fullYear(first, firstLength);
    month = second;
    day = third;
    return afterDate(at, to);
  }
  if (thirdLength == 1) return 0;
  year = fullYear(third, thirdLength);
  month = dateOrder == 2 ? first : second;
  day = dateOrder == 2 ? second : first;
  return afterDate(at, to);
}

/** Two-digit years are of 1970 to 2069; three digits are a year of Taiwan's, which count from 1911. */
function fullYear(value: i32, length: i32): i32 {
  return length == 3 ? 1911 + value : length == 4 ? value : value < 70 ? 2000 + value : 1900 + value;
}

/** 20160901, or 01092016 */
function putJoined(value: i32): bool {
  const isYearFirst = value >= 19_000_000 && value < 21_010_000;
  if (!isYearFirst) {
    // The parser takes the first two digits for a year where they make no day or month.
    if (dateOrder == 0 || value / 1_000_000 > 31) return false;
    year = value % 10_000;
    const first = value / 1_000_000;
    const second = (value / 10_000) % 100;
    month = dateOrder == 2 ? first : second;
    day = dateOrder == 2 ? second : first;
    return true;
  }
  year = value / 10_000;
  month = (value / 100) % 100;
  day = value % 100;
  return true;
}

/** 201609010601 or 20160901060112, with a fraction behind the latter; 160901060112+0800, as exchanges write it. */
function joinedTime(from: usize, to: usize): usize {
  let at = from;
  while (at < to && isDigit(load<u8>(at))) at++;
  const length = at - from;
  if (length != 12 && length != 14) return 0;
  if (length == 14) at = fractionEnd(at, to);
  const isBare = at == to;
  if (!isBare && !zoneEnds(at, to)) return 0;
  const digits = digitsOf(from, from + length);
  const value = length == 12 && isBare ? digits * 100 : digits;
  const date = <i32>(value / 1_000_000);
  const clock = <i32>(value % 1_000_000);
  year = date / 10_000;
  month = (date / 100) % 100;
  day = date % 100;
  if (length == 12 && !isBare) {
    // 201609010601+0800 has no month 16: the parser knows it for what it is.
    if (month == 0 || month > 12 || day == 0 || day > 31) return 0;
    year = fullYear(year, 2);
  }
  return putClock(clock / 10_000, (clock / 100) % 100, clock % 100) ? to : 0;
}

/** 2016年9月1日 */
function markedDate(first: i32, firstLength: i32, from: usize, to: usize): usize {
  const second = runAt(from, to);
  let at = from + runLength;
  if (runLength == 0 || runLength > 2 || markAt(at, to) != 2) return 0;
  at += markLength;
  const third = runAt(at, to);
  at += runLength;
  if (runLength == 0 || runLength > 2 || markAt(at, to) != 3) return 0;
  at += markLength;
  // A year of two digits is the first number only where the order or its size says so.
  if (firstLength == 2 && dateOrder != 0 && first <= 31) return 0;
  year = fullYear(first, firstLength);
  month = second;
  day = third;
  return skipBlanks(at, to);
}

/** 01-Sep-2016 */
function namedMonth(first: i32, firstLength: i32, from: usize, to: usize): usize {
  if (from + 5 > to || firstLength > 2) return 0;
  month = monthOf((<u32>load<u8>(from) | 32) << 16 | (<u32>load<u8>(from, 1) | 32) << 8 | (<u32>load<u8>(from, 2) | 32));
  if (month == 0 || !isDateSeparator(load<u8>(from, 3))) return 0;
  const third = runAt(from + 4, to);
  const thirdLength = runLength;
  if (thirdLength != 2 && thirdLength != 4) return 0;
  year = fullYear(third, thirdLength);
  day = first;
  return afterDate(from + 4 + thirdLength, to);
}

function monthOf(letters: u32): i32 {
  switch (letters) {
    case 0x6a_61_6e: return 1;
    case 0x66_65_62: return 2;
    case 0x6d_61_72: return 3;
    case 0x61_70_72: return 4;
    case 0x6d_61_79: return 5;
    case 0x6a_75_6e: return 6;
    case 0x6a_75_6c: return 7;
    case 0x61_75_67: return 8;
    case 0x73_65_70: return 9;
    case 0x6f_63_74: return 10;
    case 0x6e_6f_76: return 11;
    case 0x64_65_63: return 12;
    default: return 0;
  }
}

/** 05-01 12:20:35: months before the file's first are of the year after. The time of day must follow. */
function withoutYear(first: i32, second: i32, at: usize, to: usize): usize {
  if (firstYear == 0) return 0;
  const from = skipBlanks(at, to);
  if (from + 1 >= to || (load<u8>(from, 1) != 58 && (from + 2 >= to || load<u8>(from, 2) != 58))) return 0;
  year = first < firstMonth ? firstYear + 1 : firstYear;
  month = first;
  day = second;
  return from;
}

function skipBlanks(from: usize, to: usize): usize {
  let at = from;
  while (at < to && load<u8>(at) == 32) at++;
  return at;
}

/** Behind a date comes nothing, a blank or a T. */
function afterDate(at: usize, to: usize): usize {
  if (at == to) return to;
  const byte = <u32>load<u8>(at);
  if (byte == 32) return skipBlanks(at, to);
  return (byte | 32) == 116 && at + 1 < to && isDigit(load<u8>(at, 1)) ? at + 1 : 0;
}

/**
 * Reads the time of day at `from` into `daySeconds`, and the offset behind it.
 * @returns where it ends, 0 if it is left to the parser
 */
function clockAt(from: usize, to: usize): usize {
  let hour = runAt(from, to);
  const hourLength = runLength;
  let at = from + hourLength;
  let minute = 0;
  let second = 0;
  if (hourLength == 4 || hourLength == 6) {
    if (at != to) return 0;
    const clock = hourLength == 6 ? hour : hour * 100;
    return putClock(clock / 10_000, (clock / 100) % 100, clock % 100) ? to : 0;
  }
  if (hourLength == 0 || hourLength > 2 || at >= to) return 0;
  if (load<u8>(at) != 58) return markedClock(hour, at, to);
  at++;
  minute = runAt(at, to);
  if (runLength == 0 || runLength > 2) return 0;
  at += runLength;
  if (at < to && load<u8>(at) == 58) {
    at++;
    second = runAt(at, to);
    if (runLength == 0 || runLength > 2) return 0;
    at = fractionEnd(at + runLength, to);
  }
  at = skipBlanks(at, to);
  if (at < to) {
    const byte = <u32>load<u8>(at);
    if (byte == 43 || byte == 45 || (byte | 32) == 122) {
      if (!zoneEnds(at, to)) return 0;
    } else {
      if (at + 2 != to || (load<u8>(at, 1) | 32) != 109) return 0;
      hour = hourOfHalf(hour, byte | 32);
      if (hour < 0) return 0;
    }
    at = to;
  }
  return putClock(hour, minute, second) ? at : 0;
}

/** The hour of an hour before a (97) or p (112) and an m; -1 where the two do not fit. */
function hourOfHalf(hour: i32, letter: u32): i32 {
  if (letter == 112) return hour > 23 ? -1 : hour < 12 ? hour + 12 : hour;
  return letter != 97 || hour > 12 ? -1 : hour == 12 ? 0 : hour;
}

/** 6时1分12秒, 6时1分 */
function markedClock(hour: i32, from: usize, to: usize): usize {
  if (markAt(from, to) != 4) return 0;
  let at = from + markLength;
  const minute = runAt(at, to);
  at += runLength;
  if (runLength == 0 || runLength > 2 || markAt(at, to) != 5) return 0;
  at += markLength;
  let second = 0;
  if (at < to) {
    second = runAt(at, to);
    at += runLength;
    if (runLength == 0 || runLength > 2 || markAt(at, to) != 6) return 0;
    at += markLength;
  }
  return at == to && putClock(hour, minute, second) ? to : 0;
}

function putClock(hour: i32, minute: i32, second: i32): bool {
  daySeconds = hour * 3600 + minute * 60 + second;
  return hour < 24 && minute < 60 && second < 60;
}

/** ±hh, ±hhmm or ±hh:mm, to the end. */
function offsetAt(at: usize, to: usize): usize {
  const value = runAt(at + 1, to);
  const length = runLength;
  let look = at + 1 + length;
  if (length != 2 && length != 4) return 0;
  let hours = length == 4 ? value / 100 : value;
  let minutes = length == 4 ? value % 100 : 0;
  if (length == 2 && look < to) {
    if (load<u8>(look) != 58 || look + 3 != to) return 0;
    minutes = runAt(look + 1, to);
    if (runLength != 2) return 0;
    look = to;
  }
  if (minutes > 59 || hours > 15) return 0;
  hasOffset = true;
  offsetS = (load<u8>(at) == 45 ? -1 : 1) * (hours * 3600 + minutes * 60);
  return look;
}

/** True where an offset or a Z ends the cell; it is left in `offsetS`. */
function zoneEnds(at: usize, to: usize): bool {
  const byte = <u32>load<u8>(at);
  if (byte == 43 || byte == 45) return offsetAt(at, to) == to;
  if ((byte | 32) != 122 || at + 1 != to) return false;
  hasOffset = true;
  return true;
}

/** 1 年, 2 月, 3 日 号, 4 时 点, 5 分, 6 秒, in UTF-8 or GBK; 0 for all else. The length is left in `markLength`. */
function markAt(at: usize, to: usize): i32 {
  if (isGb18030) {
    markLength = 2;
    if (at + 2 > to) return 0;
    switch (<u32>load<u8>(at) << 8 | <u32>load<u8>(at, 1)) {
      case 0xc4ea: return 1;
      case 0xd4c2: return 2;
      case 0xc8d5: case 0xbac5: case 0xcc96: return 3;
      case 0xcab1: case 0xb5e3: case 0x9572: case 0xfc63: return 4;
      case 0xb7d6: return 5;
      case 0xc3eb: return 6;
      default: return 0;
    }
  }
  markLength = 3;
  if (at + 3 > to) return 0;
  switch (<u32>load<u8>(at) << 16 | <u32>load<u8>(at, 1) << 8 | <u32>load<u8>(at, 2)) {
    case 0xe5b9b4: return 1;
    case 0xe69c88: return 2;
    case 0xe697a5: case 0xe58fb7: case 0xe8999f: return 3;
    case 0xe697b6: case 0xe782b9: case 0xe69982: case 0xe9bb9e: return 4;
    case 0xe58886: return 5;
    case 0xe7a792: return 6;
    default: return 0;
  }
}
let markLength: usize = 0;

function assemble(): i64 {
  const date = midnight(year, month, day);
  if (date == NO_TIME) return NO_TIME;
  const at = date + <i64>max(0, daySeconds);
  if (!hasOffset) return onWall(at);
  if (isZoneChosen) return onZone(at - <i64>offsetS);
  if (at < FIRST_S || at >= END_S) return NO_TIME;
  offset = offsetId(offsetS);
  return offset < 0 ? NO_TIME : at;
}

function onWall(at: i64): i64 {
  if (at < FIRST_S || at >= END_S) return NO_TIME;
  const day = <i32>(at / DAY_S);
  let known = <i32>load<u8>(localDays + day);
  if (known == 0) {
    const id = offsetOfDay(day);
    known = id < 0 ? 1 : id + 2;
    store<u8>(localDays + day, <u8>known);
  }
  offset = known - 2;
  return known == 1 ? NO_TIME : at;
}

/** A UTC time on the zone's wall clock. */
function onZone(utc: i64): i64 {
  if (utc < FIRST_S || utc >= END_S - DAY_S) return NO_TIME;
  const day = <i32>(utc / DAY_S);
  let known = <i32>load<u8>(utcDays + day);
  if (known == 0) {
    const id = offsetOfUtcDay(day);
    known = id < 0 ? 1 : id + 2;
    store<u8>(utcDays + day, <u8>known);
  }
  offset = known - 2;
  return known == 1 ? NO_TIME : utc + <i64>load<i32>(offsetsS + (<usize>offset << 2));
}

/** Seconds of each offset id, set by the host. */
export const offsetsS = memory.data(128, 16);

/** Seconds of the offset of the time read last. */
export function offsetSeconds(): i32 {
  return load<i32>(offsetsS + (<usize>offset << 2));
}

/** Midnight of a date in local seconds, NO_TIME if there is no such date. (Days from civil, H. Hinnant.) */
function midnight(year: i32, month: i32, day: i32): i64 {
  // Thailand counts from 543 years before.
  if (year >= FIRST_BUDDHIST && year < FIRST_BUDDHIST + 110) year -= 543;
  if (year < 1970 || month < 1 || month > 12 || day < 1 || day > daysOf(year, month)) return NO_TIME;
  const y = month <= 2 ? year - 1 : year;
  const era = y / 400;
  const yearOfEra = y - era * 400;
  const dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
  const dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
  return <i64>(era * 146_097 + dayOfEra - 719_468) * DAY_S;
}

function daysOf(year: i32, month: i32): i32 {
  if (month == 2) return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
  return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}
