/** Bytes of a duration cell → whole seconds: `332`, `332.5`, `332s`, `00:05:32`, `05:32` (minutes and seconds, or hours and minutes), `5分32秒`, `1小时2分3秒`, `1天2小时`, `5 min 32 s`, `5′32″`, `1,5`, `1,234`. */
import { isNothing, trimCell, type Trimmed } from './cellBounds.ts';

/** What `readDuration` returns instead of seconds. */
export const DURATION_MISSING = -1;
export const DURATION_UNREADABLE = -2;
export const DURATION_NEGATIVE = -3;

const SECOND = 1;
const MINUTE = 60;
const HOUR = 3600;
const DAY = 86_400;

const trimmed: Trimmed = { start: 0, end: 0 };

/**
 * Seconds of `bytes[start, end)`, rounded, or one of the DURATION_ codes.
 *
 * @param unitS seconds in one unit of a bare number, for columns of minutes or milliseconds
 * @param isHoursMinutes true where 0:05 is five minutes
 */
export function readDuration(bytes: Uint8Array, start: number, end: number, unitS: number, isGb18030: boolean, isHoursMinutes = false): number {
  let value = 0;
  let at = start;
  for (; at < end; at++) {
    const digit = bytes[at]! - 48;
    if (digit < 0 || digit > 9) break;
    value = value * 10 + digit;
  }
  if (at === end && at > start) return unitS === 1 ? value : Math.round(value * unitS);
  return readSpelled(bytes, start, end, unitS, isGb18030, isHoursMinutes);
}

function readSpelled(bytes: Uint8Array, start: number, end: number, unitS: number, isGb18030: boolean, isHoursMinutes: boolean): number {
  trimCell(bytes, start, end, trimmed);
  let from = trimmed.start;
  const to = trimmed.end;
  if (from >= to || isNothing(bytes, from, to)) return DURATION_MISSING;
  const isNegative = bytes[from] === 45;
  if (isNegative) from++;
  /** Numbers between colons, for hh:mm:ss. */
  let colons = 0;
  let total = 0;
  /** The last unit read; each must be smaller than the one before. */
  let unit = Infinity;
  let at = from;
  let hasNumber = false;
  while (at < to) {
    const byte = bytes[at]!;
    if (byte <= 32) {
      at++;
      continue;
    }
    // 145s (2m 25s): the same once more.
    if (byte === 40 && hasNumber && colons === 0) break;
    if (byte < 48 || byte > 57) {
      // ISO 8601's PT5M32S
      if (!hasNumber && (byte === 80 || byte === 84)) {
        at++;
        continue;
      }
      return DURATION_UNREADABLE;
    }
    hasNumber = true;
    let value = 0;
    while (at < to && bytes[at]! >= 48 && bytes[at]! <= 57) value = value * 10 + bytes[at++]! - 48;
    // Three digits behind a comma are thousands (spreadsheets write 1,234), any other count a fraction (Europe writes 1,5).
    while (isThousands(bytes, at, to)) {
      value = value * 1000 + (bytes[at + 1]! - 48) * 100 + (bytes[at + 2]! - 48) * 10 + bytes[at + 3]! - 48;
      at += 4;
    }
    if (at + 1 < to && (bytes[at] === 46 || bytes[at] === 44) && bytes[at + 1]! >= 48 && bytes[at + 1]! <= 57) {
      let scale = 1;
      at++;
      while (at < to && bytes[at]! >= 48 && bytes[at]! <= 57) {
        scale /= 10;
        value += (bytes[at++]! - 48) * scale;
      }
    } else if (at + 1 === to && bytes[at] === 46) at++;
    // A spreadsheet's small fractions: 1.157E-05.
    if (at + 2 < to && (bytes[at]! | 32) === 101 && bytes[at + 1] === 45) {
      let exponent = 0;
      for (at += 2; at < to && bytes[at]! >= 48 && bytes[at]! <= 57; at++) exponent = exponent * 10 + bytes[at]! - 48;
      value /= 10 ** exponent;
    }
    while (at < to && bytes[at]! <= 32) at++;
    if (at < to && bytes[at] === 58) {
      colons++;
      if (colons > 2 || unit !== Infinity) return DURATION_UNREADABLE;
      total = (total + value) * 60;
      at++;
      hasNumber = false;
      continue;
    }
    if (colons > 0) {
      if (at < to || value >= 60) return DURATION_UNREADABLE;
      total += value;
      continue;
    }
    if (at === to) {
      // A bare number; behind minutes it is seconds (5分32), behind hours minutes.
      total += value * (unit === Infinity ? unitS : unit / 60);
      unit = 0;
      continue;
    }
    const next = readUnit(bytes, at, to, isGb18030);
    if (next === 0 || next >= unit) return DURATION_UNREADABLE;
    unit = next;
    total += value * next;
    at += unitBytes;
  }
  if (!hasNumber) return DURATION_UNREADABLE;
  if (colons === 1 && isHoursMinutes) total *= 60;
  const seconds = Math.round(total);
  return isNegative && seconds > 0 ? DURATION_NEGATIVE : seconds;
}

/** True if a comma and exactly three digits stand at `at`. */
function isThousands(bytes: Uint8Array, at: number, to: number): boolean {
  if (bytes[at] !== 44 || at + 4 > to) return false;
  const isDigit = (offset: number) => at + offset < to && bytes[at + offset]! >= 48 && bytes[at + offset]! <= 57;
  return isDigit(1) && isDigit(2) && isDigit(3) && !isDigit(4);
}

let unitBytes = 0;

/** Seconds of the unit written at `at`, 0 if it is none; its length is left in `unitBytes`. */
function readUnit(bytes: Uint8Array, at: number, to: number, isGb18030: boolean): number {
  const byte = bytes[at]!;
  if (byte >= 128) return readChineseUnit(bytes, at, to, isGb18030);
  if (byte === 39 || byte === 34) {
    unitBytes = byte === 39 && bytes[at + 1] === 39 && at + 1 < to ? 2 : 1;
    return byte === 34 || unitBytes === 2 ? SECOND : MINUTE;
  }
  let end = at;
  let word = '';
  while (end < to && (bytes[end]! | 32) >= 97 && (bytes[end]! | 32) <= 122 && word.length < 9) word += String.fromCharCode(bytes[end++]! | 32);
  if (end < to && bytes[end] === 46) end++;
  unitBytes = end - at;
  switch (word) {
    case 's': case 'sec': case 'secs': case 'second': case 'seconds': case 'sek': case 'sekunden': case 'seg': case 'segs': case 'segundos': case 'secondi': case 'secondes': case 'detik': return SECOND;
    case 'm': case 'min': case 'mins': case 'minute': case 'minutes': case 'minuten': case 'minutos': case 'minuti': case 'menit': return MINUTE;
    case 'h': case 'hr': case 'hrs': case 'hour': case 'hours': case 'std': case 'stunden': case 'hora': case 'horas': case 'heure': case 'heures': case 'ore': return HOUR;
    case 'd': case 'day': case 'days': case 'tage': case 'dias': return DAY;
    default: return 0;
  }
}

/** 天 秒 秒钟 ″ 分 分钟 ′ 时 小时, and 秒鐘 分鐘 時 小時 */
function readChineseUnit(bytes: Uint8Array, at: number, to: number, isGb18030: boolean): number {
  const size = isGb18030 ? 2 : 3;
  const first = charAt(bytes, at, to, size);
  const second = charAt(bytes, at + size, to, size);
  const isBell = isGb18030 ? second === 0xd6d3 || second === 0xe78a : second === 0xe9929f || second === 0xe99098;
  unitBytes = isBell ? size * 2 : size;
  switch (first) {
    case 0xc3eb: case 0xe7a792: case 0xa1e5: case 0xe280b3: return SECOND;
    case 0xb7d6: case 0xe58886: case 0xa1e4: case 0xe280b2: return MINUTE;
    case 0xccec: case 0xe5a4a9: return DAY;
    case 0xcab1: case 0xe697b6: case 0x9572: case 0xe69982: return HOUR;
    case 0xd0a1: case 0xe5b08f:
      if (second !== 0xcab1 && second !== 0xe697b6 && second !== 0x9572 && second !== 0xe69982) return 0;
      unitBytes = size * 2;
      return HOUR;
    default: return 0;
  }
}

function charAt(bytes: Uint8Array, at: number, to: number, size: number): number {
  if (at + size > to) return 0;
  return size === 2 ? (bytes[at]! << 8) | bytes[at + 1]! : (bytes[at]! << 16) | (bytes[at + 1]! << 8) | bytes[at + 2]!;
}
