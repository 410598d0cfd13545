/** Times of day behind whose hour stands no colon: 01h36m50s, as French and Portuguese files have them, and 09-22-03. */

const MINUS = 45;
const DOT = 46;
const LETTER_H = 104;
const MINUTE_WORDS: ReadonlySet<string> = new Set(['m', 'mn', 'min', 'mins']);
const SECOND_WORDS: ReadonlySet<string> = new Set(['s', 'sec', 'secs', 'seg']);
const LONGEST_WORD = 4;

/** What `findRareClock` has found; -1 for seconds that are not there. One object for all, as `timeText` is. */
export const rareClock = { minute: 0, second: -1 };

const isDigit = (bytes: Uint8Array, at: number, to: number) => at < to && bytes[at]! >= 48 && bytes[at]! <= 57;
const isLetter = (bytes: Uint8Array, at: number, to: number) => at < to && (bytes[at]! | 32) >= 97 && (bytes[at]! | 32) <= 122;

/**
 * Reads minutes and seconds behind the hour that ends at `at`.
 *
 * @param isTimeOnly true for the cell of a time column; only there 09-22 is no hour with an offset
 * @returns where they end, 0 if they are none of these
 */
export function findRareClock(bytes: Uint8Array, at: number, to: number, isTimeOnly: boolean): number {
  if (at >= to) return 0;
  if (bytes[at] === MINUS) return findDashed(bytes, at, to, isTimeOnly);
  const from = skipBlanks(bytes, at, to);
  return from < to && (bytes[from]! | 32) === LETTER_H && !isLetter(bytes, from + 1, to) ? findLettered(bytes, from + 1, to) : 0;
}

/** -22-03, or -22 to the end of a time column's cell. */
function findDashed(bytes: Uint8Array, at: number, to: number, isTimeOnly: boolean): number {
  const minuteEnd = at + 3;
  if (!isTwo(bytes, at + 1, to)) return 0;
  rareClock.minute = twoAt(bytes, at + 1);
  rareClock.second = -1;
  if (minuteEnd === to) return isTimeOnly ? to : 0;
  if (bytes[minuteEnd] !== MINUS || !isTwo(bytes, minuteEnd + 1, to)) return 0;
  rareClock.second = twoAt(bytes, minuteEnd + 1);
  return fractionEnd(bytes, minuteEnd + 3, to);
}

/** 36, 36m, 36m50, 36m50s behind an h, and the same with blanks between. */
function findLettered(bytes: Uint8Array, at: number, to: number): number {
  const minute = skipBlanks(bytes, at, to);
  const minuteEnd = digitsEnd(bytes, minute, to);
  if (minuteEnd === 0) return 0;
  rareClock.minute = valueOf(bytes, minute, minuteEnd);
  rareClock.second = -1;
  const unitEnd = skipUnit(bytes, minuteEnd, to, MINUTE_WORDS);
  if (unitEnd === minuteEnd) return minuteEnd;
  const second = skipBlanks(bytes, unitEnd, to);
  const secondEnd = digitsEnd(bytes, second, to);
  if (secondEnd === 0) return unitEnd;
  const end = skipUnit(bytes, fractionEnd(bytes, secondEnd, to), to, SECOND_WORDS);
  // What is neither the last nor has an s behind it may begin a date.
  if (end < to && !isLetter(bytes, end - 1, to)) return unitEnd;
  rareClock.second = valueOf(bytes, second, secondEnd);
  return end;
}

function skipBlanks(bytes: Uint8Array, from: number, to: number): number {
  let at = from;
  while (at < to && bytes[at] === 32) at++;
  return at;
}

/** Behind the word at `from`, or behind blanks, if it is one of `words`; else `from`. `10h30 mai` has a month there. */
function skipUnit(bytes: Uint8Array, from: number, to: number, words: ReadonlySet<string>): number {
  let at = skipBlanks(bytes, from, to);
  let word = '';
  while (isLetter(bytes, at, to) && word.length <= LONGEST_WORD) word += String.fromCharCode(bytes[at++]! | 32);
  return words.has(word) ? at : from;
}

/** Where one or two digits end; 0 for none and for more. */
function digitsEnd(bytes: Uint8Array, from: number, to: number): number {
  let at = from;
  while (isDigit(bytes, at, to)) at++;
  return at > from && at - from <= 2 ? at : 0;
}

function fractionEnd(bytes: Uint8Array, from: number, to: number): number {
  if (bytes[from] !== DOT || !isDigit(bytes, from + 1, to)) return from;
  let at = from + 1;
  while (isDigit(bytes, at, to)) at++;
  return at;
}

const isTwo = (bytes: Uint8Array, at: number, to: number) => isDigit(bytes, at, to) && isDigit(bytes, at + 1, to) && !isDigit(bytes, at + 2, to);

const twoAt = (bytes: Uint8Array, at: number) => (bytes[at]! - 48) * 10 + bytes[at + 1]! - 48;

function valueOf(bytes: Uint8Array, from: number, to: number): number {
  let value = 0;
  for (let at = from; at < to; at++) value = value * 10 + bytes[at]! - 48;
  return value;
}
