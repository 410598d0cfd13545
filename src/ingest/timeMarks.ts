/** The words and characters inside a time that are no digits: months, a.m. and p.m., zones, 年 月 日 时 分 秒. */

export const MARK_YEAR = 1;
export const MARK_MONTH = 2;
export const MARK_DAY = 3;
export const MARK_HOUR = 4;
export const MARK_MINUTE = 5;
export const MARK_SECOND = 6;
export const MARK_AM = 7;
export const MARK_PM = 8;
export const MARK_BLANK = 9;
export const MARK_COLON = 10;
/** Z, UTC, GMT: an offset of 0, unless a sign follows. */
export const MARK_UTC = 11;
/** Nothing to be read: a weekday, T, a zone whose name does not tell the offset. */
export const MARK_IGNORED = 12;
/** 民国: years are counted from 1911. */
export const MARK_MINGUO = 13;
/** hrs, behind a time of day: 0041 hrs. */
export const MARK_HOURS = 14;
/** A zone whose name tells the offset, which is left in `markOffsetS`. */
export const MARK_ZONE = 15;
/** 101–112: a month by name. */
export const MARK_JANUARY = 101;

/** Length of the mark that `readMark` has read. */
export let markBytes = 0;
/** Seconds, east positive, of the zone that `readMarkWord` has read. */
export let markOffsetS = 0;

/** What the non-ASCII character at `at` says, in UTF-8 or GBK; 0 if nothing known. Its length is left in `markBytes`. */
export function readMark(bytes: Uint8Array, at: number, to: number, isGb18030: boolean): number {
  if (isGb18030) return readGbMark(bytes, at, to);
  // à, between a date and a time.
  if (bytes[at] === 0xc3 && bytes[at + 1] === 0xa0) {
    markBytes = 2;
    return MARK_BLANK;
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
    // 日, 号, 號
    case 0xe697a5: case 0xe58fb7: case 0xe8999f: return MARK_DAY;
    // 时, 点; 時, 點
    case 0xe697b6: case 0xe782b9: case 0xe69982: case 0xe9bb9e: return MARK_HOUR;
    case 0xe58886: return MARK_MINUTE;
    case 0xe7a792: return MARK_SECOND;
    // 上午, 下午
    case 0xe4b88a: case 0xe4b88b:
      if (at + 5 >= to || bytes[at + 3] !== 0xe5 || bytes[at + 4] !== 0x8d || bytes[at + 5] !== 0x88) return 0;
      markBytes = 6;
      return triple === 0xe4b88a ? MARK_AM : MARK_PM;
    // 凌晨, 清晨, 早上; 中午, 晚上, 傍晚
    case 0xe5878c: case 0xe6b885: return readPair(bytes, at, to, 0xe699a8, MARK_AM);
    case 0xe697a9: return readPair(bytes, at, to, 0xe4b88a, MARK_AM);
    case 0xe4b8ad: return readPair(bytes, at, to, 0xe58d88, MARK_PM);
    case 0xe6999a: return readPair(bytes, at, to, 0xe4b88a, MARK_PM);
    case 0xe5828d: return readPair(bytes, at, to, 0xe6999a, MARK_PM);
    // 民国, 民國
    case 0xe6b091:
      if (at + 5 >= to || bytes[at + 3] !== 0xe5 || !((bytes[at + 4] === 0x9b && bytes[at + 5] === 0xbd) || (bytes[at + 4] === 0x9c && bytes[at + 5] === 0x8b))) return 0;
      markBytes = 6;
      return MARK_MINGUO;
    // Ideographic and narrow blanks, full-width colon.
    case 0xe38080: case 0xe280af: return MARK_BLANK;
    case 0xefbc9a: return MARK_COLON;
    default: return 0;
  }
}

/** `mark` if the character behind the one at `at`, of the same length, is `second`. */
function readPair(bytes: Uint8Array, at: number, to: number, second: number, mark: number): number {
  const size = markBytes;
  if (at + size * 2 > to) return 0;
  let code = 0;
  for (let look = at + size; look < at + size * 2; look++) code = code * 256 + bytes[look]!;
  if (code !== second) return 0;
  markBytes = size * 2;
  return mark;
}

function readGbMark(bytes: Uint8Array, at: number, to: number): number {
  markBytes = 2;
  const pair = at + 1 < to ? (bytes[at]! << 8) | bytes[at + 1]! : 0;
  switch (pair) {
    case 0xc4ea: return MARK_YEAR;
    case 0xd4c2: return MARK_MONTH;
    case 0xc8d5: case 0xbac5: case 0xcc96: return MARK_DAY;
    case 0xcab1: case 0xb5e3: case 0x9572: case 0xfc63: return MARK_HOUR;
    case 0xb7d6: return MARK_MINUTE;
    case 0xc3eb: return MARK_SECOND;
    case 0xc9cf: case 0xcfc2:
      if (at + 3 >= to || bytes[at + 2] !== 0xce || bytes[at + 3] !== 0xe7) return 0;
      markBytes = 4;
      return pair === 0xc9cf ? MARK_AM : MARK_PM;
    case 0xc1e8: case 0xc7e5: return readPair(bytes, at, to, 0xb3bf, MARK_AM);
    case 0xd4e7: return readPair(bytes, at, to, 0xc9cf, MARK_AM);
    case 0xd6d0: return readPair(bytes, at, to, 0xcee7, MARK_PM);
    case 0xcded: return readPair(bytes, at, to, 0xc9cf, MARK_PM);
    case 0xb0f8: return readPair(bytes, at, to, 0xcded, MARK_PM);
    case 0xc3f1:
      if (at + 3 >= to || !((bytes[at + 2] === 0xb9 && bytes[at + 3] === 0xfa) || (bytes[at + 2] === 0x87 && bytes[at + 3] === 0xf8))) return 0;
      markBytes = 4;
      return MARK_MINGUO;
    case 0xa1a1: return MARK_BLANK;
    case 0xa3ba: return MARK_COLON;
    default: return 0;
  }
}

const MONTHS = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'];
const words = new Map<string, number>();
for (const [month, name] of MONTHS.entries()) for (let length = 3; length <= name.length; length++) words.set(name.slice(0, length), MARK_JANUARY + month);
for (const day of ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']) {
  for (const length of [3, 4, 5, day.length]) words.set(day.slice(0, length), MARK_IGNORED);
}
// French, Spanish, German, Italian and Portuguese, where they are written otherwise.
const foreignMonths = ['janv janvier ene enero gen gennaio janeiro januar', 'fevr fevrier fev fevereiro febrero febbraio februar', 'mars mrz marzo maerz', 'avr avril abr abril aprile', 'mai mayo maio mag maggio', 'juin junio junho giu giugno juni', 'juil juillet julio julho lug luglio juli',
  'aout ago agosto', 'septembre septiembre set setembro settembre', 'octobre okt oktober octubre out outubro ott ottobre', 'novembre noviembre', 'decembre dic dez dezember diciembre dezembro dicembre'];
for (const [month, names] of foreignMonths.entries()) for (const name of names.split(' ')) words.set(name, MARK_JANUARY + month);
for (const word of ['am', 'a']) words.set(word, MARK_AM);
for (const word of ['pm', 'p']) words.set(word, MARK_PM);
for (const word of ['z', 'utc', 'gmt']) words.set(word, MARK_UTC);
// `m` ends a.m., `h` is 06h01, the others are 1st, 2nd, 3rd, 4th.
for (const word of ['t', 'm', 'h', 'st', 'nd', 'rd', 'th', 'de', 'um', 'uhr']) words.set(word, MARK_IGNORED);
for (const word of ['hr', 'hrs', 'hours']) words.set(word, MARK_HOURS);
// These tell no offset for sure (CST is China's, America's and Cuba's): the time is read as the wall clock's.
for (const zone of ['cst', 'ist', 'bst', 'wet', 'pkt', 'ict', 'myt', 'mmt', 'npt']) words.set(zone, MARK_IGNORED);

/** Hours, east positive, of the zones whose name tells them. */
export const zoneHours: ReadonlyMap<string, number> = new Map([
  ['est', -5], ['edt', -4], ['cdt', -5], ['mst', -7], ['mdt', -6], ['pst', -8], ['pdt', -7], ['akst', -9], ['akdt', -8], ['hst', -10],
  ['cet', 1], ['cest', 2], ['eet', 2], ['eest', 3], ['west', 1], ['msk', 3],
  ['jst', 9], ['kst', 9], ['hkt', 8], ['sgt', 8], ['pht', 8], ['aest', 10], ['aedt', 11], ['acst', 9.5], ['awst', 8], ['nzst', 12], ['nzdt', 13],
]);
for (const zone of zoneHours.keys()) words.set(zone, MARK_ZONE);
const LONGEST_WORD = 10;

/** What the ASCII letters `bytes[start, end)` say, 0 if nothing known. */
export function readMarkWord(bytes: Uint8Array, start: number, end: number): number {
  if (end - start > LONGEST_WORD) return 0;
  let word = '';
  for (let at = start; at < end; at++) word += String.fromCharCode(bytes[at]! | 32);
  const mark = words.get(word) ?? 0;
  if (mark === MARK_ZONE) markOffsetS = zoneHours.get(word)! * 3600;
  return mark;
}
