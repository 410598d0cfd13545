/**
 * Number keys, as `src/records/numberKey.ts` has them: digits in any spelling are read here, all else by the host. A key is held
 * as u64; 0 stands for "the parser must see this row".
 */
import { trimCell, trimmedEnd, trimmedStart } from './bounds';
import { digitsOf, isDigit, NO_DIGITS, powerOf10 } from './digits';
import { CELL_IMEI, CELL_IMSI, CELL_NUMBER } from './layout';
import { valueOf } from './memo';

const MAX_DIGITS: i32 = 15;
const MOST_SPELLED: i32 = 17;
/** Digits of the shortest number with a prefix before it. */
const LEAST_PREFIXED: i32 = 15;
const IMEI_DIGITS: usize = 14;
const IMSI_DIGITS: usize = 15;
const LEAST_IMSI_DIGITS: usize = 6;

/** The digits of the number at hand, a byte each. */
const digits = memory.data(32, 16);

/** Returned where the parser must see the row; no key. */
export const NO_DEVICE: u64 = 0xffff_ffff_ffff_ffff;

export function numberKey(start: usize, end: usize): u64 {
  const length = end - start;
  if (length - 1 < 12) {
    const value = digitsOf(start, end);
    if (value != NO_DIGITS && (length <= 8 || load<u16>(start) != 0x3030)) return powerOf10(length) + value;
  }
  return spelledKey(start, end);
}

/** True for the bytes that people put into numbers to make them readable. */
function isDecoration(byte: u32): bool {
  return byte == 32 || byte == 39 || byte == 34 || byte == 40 || byte == 41 || byte == 45 || byte == 46 || byte == 9;
}

function spelledKey(start: usize, end: usize): u64 {
  trimCell(start, end);
  let from = trimmedStart;
  let to = trimmedEnd;
  while (from < to && isDecoration(load<u8>(from))) from++;
  while (to > from && isDecoration(load<u8>(to - 1))) to--;
  if (to - from > 2 && load<u8>(to - 1) == 48) {
    if (load<u8>(to - 2) == 46 && isDigit(load<u8>(to - 3))) to -= 2;
    else if (hasDecimals(from, to)) return oddKey(start, end);
  }
  let count = 0;
  let plus = false;
  for (let at = from; at < to; at++) {
    const byte = <u32>load<u8>(at);
    if (isDigit(byte)) {
      if (count == MOST_SPELLED) return oddKey(start, end);
      store<u8>(digits + count++, byte - 48);
    } else if (byte == 43 && count == 0 && !plus) plus = true;
    else if (!isDecoration(byte)) return oddKey(start, end);
  }
  // A prefix of cheap calls may stand before it.
  if (count >= LEAST_PREFIXED && !plus && digit(0) == 1) return oddKey(start, end);
  const key = count == 0 ? 0 : foldedKey(count, plus);
  return key != 0 ? key : oddKey(start, end);
}

/** True where only zeros are behind a dot. */
function hasDecimals(from: usize, to: usize): bool {
  let at = to - 1;
  while (at > from && load<u8>(at) == 48) at--;
  return load<u8>(at) == 46;
}

function oddKey(start: usize, end: usize): u64 {
  const key = valueOf(CELL_NUMBER, start, end);
  return key <= 0 ? 0 : <u64>key;
}

/** Key of the first `count` digits, 0 when they are too many for one of their own. */
function foldedKey(count: i32, plus: bool): u64 {
  let from = 0;
  let international = plus;
  if (!plus && count > 8 && digit(0) == 0 && digit(1) == 0) {
    international = true;
    from = 2;
  }
  if (digit(from) == 8 && digit(from + 1) == 6 && count - from >= 5 && (international || isMobile(from + 2, count))) {
    const rest = from + 2;
    const restCount = count - rest;
    if (isMobile(rest, count) || isService(rest, restCount) || digit(rest) == 0) return national(rest, count);
    return restCount + 1 > MAX_DIGITS ? 0 : powerOf10(restCount + 1) + valueOfDigits(rest, count);
  }
  const length = count - from;
  if (!international) return national(from, count);
  if (length == 0 || length > MAX_DIGITS) return 0;
  // Numbers with + have a range above all without, and each length its own in it: 10 + 100 + … before it.
  return 2 * powerOf10(MAX_DIGITS) + (powerOf10(length) - 10) / 9 + valueOfDigits(from, count);
}

function national(from: i32, to: i32): u64 {
  const count = to - from;
  return count == 0 || count > MAX_DIGITS ? 0 : powerOf10(count) + valueOfDigits(from, to);
}

function digit(at: i32): u32 {
  return load<u8>(digits + at);
}

function isMobile(from: i32, to: i32): bool {
  return to - from == 11 && digit(from) == 1 && digit(from + 1) >= 3;
}

function isService(from: i32, count: i32): bool {
  const first = digit(from);
  if (count <= 6) return true;
  if (count == 10 && (first == 4 || first == 8) && digit(from + 1) == 0 && digit(from + 2) == 0) return true;
  return first == 9 && (digit(from + 1) == 5 || digit(from + 1) == 6) && count <= 8;
}

function valueOfDigits(from: i32, to: i32): u64 {
  let sum: u64 = 0;
  for (let at = from; at < to; at++) sum = sum * 10 + digit(at);
  return sum;
}

/** Key of an IMEI's first 14 digits, 0 for none, NO_DEVICE where the parser must see the row. */
export function imeiKey(start: usize, end: usize): u64 {
  const length = end - start;
  if (length == 0) return 0;
  if (length >= IMEI_DIGITS && length <= 16) {
    const value = digitsOf(start, end);
    if (value != NO_DIGITS) {
      const kept = value / powerOf10(length - IMEI_DIGITS);
      return kept == 0 ? 0 : powerOf10(IMEI_DIGITS) + kept;
    }
  }
  return device(CELL_IMEI, start, end);
}

/** Key of an IMSI, 0 for none, NO_DEVICE where the parser must see the row. */
export function imsiKey(start: usize, end: usize): u64 {
  const length = end - start;
  if (length == 0) return 0;
  if (length >= LEAST_IMSI_DIGITS && length <= IMSI_DIGITS) {
    const value = digitsOf(start, end);
    if (value != NO_DIGITS) return value == 0 ? 0 : powerOf10(length) + value;
  }
  return device(CELL_IMSI, start, end);
}

function device(kind: i32, start: usize, end: usize): u64 {
  const key = valueOf(kind, start, end);
  return key < 0 ? NO_DEVICE : <u64>key;
}
