/**
 * A phone number, or whatever stands for one, as a 53-bit integer in a float64.
 *
 * Numbers are compared and hashed millions of times a second, so each is turned into a key once:
 * - up to 15 digits: the decimal integer `1ddd…`; the leading 1 keeps leading zeros and the length
 *   (`044`, `44` and `0044` stay three numbers);
 * - `+` and up to 15 digits (E.164's limit): `2ddd…`;
 * - anything else (hashes, `*100#`, names): ODD_BASE + its id in the dataset's `OddNumbers`.
 *
 * All keys are below 2^53, so they are exact. 0 is never a key and marks "no number".
 */
import { cheapCallDigits, endBeforeDecimals, isDecoration, isFiller, startBehindCallerCode } from './aroundNumber.ts';
import { OddNumbers } from './oddNumbers.ts';

export const NO_NUMBER = 0;
/** First key of the interned rest; above every digit key (2·10^15 + 10^15 < 2^52). */
export const ODD_BASE = 2 ** 52;
const MAX_DIGITS = 15;

/** Powers of ten up to 10^15, exact in float64. */
const POW10 = Float64Array.from({ length: MAX_DIGITS + 1 }, (_, i) => 10 ** i);

const ZERO = 48;
const NINE = 57;
const PLUS = 43;
const STAR = 42;
const HASH = 35;
const OPENING = 40;
const CLOSING = 41;

const digits = new Uint8Array(64);
const spelled = new Uint8Array(65);
const encoder = new TextEncoder();

/**
 * Key of the number written in `bytes[start, end)`.
 *
 * Spelling is folded so that one number has one key: quotes, spaces, brackets and hyphens go; `0086…`, `+86…` and
 * `86` before a mobile number become the national form (mobiles as 11 digits, landlines with their 0, service
 * numbers bare); other `00…` becomes `+…`; what only stands around a number (`aroundNumber.ts`) goes.
 *
 * @returns NO_NUMBER for an empty or undecorated-empty field.
 */
export function numberKey(bytes: Uint8Array, start: number, end: number, odd: OddNumbers): number {
  return plainNumberKey(bytes, start, end) || spelledNumberKey(bytes, start, end, odd);
}

/** Key of the common case, up to 12 plain digits with nothing to fold; 0 for all else, which `numberKey` then reads. */
export function plainNumberKey(bytes: Uint8Array, start: number, end: number): number {
  const length = end - start;
  if (length <= 0 || length > 12) return 0;
  let value = 0;
  for (let at = start; at < end; at++) {
    const digit = bytes[at]! - ZERO;
    if (digit < 0 || digit > 9) return 0;
    value = value * 10 + digit;
  }
  return bytes[start] === ZERO && bytes[start + 1] === ZERO && length > 8 ? 0 : POW10[length]! + value;
}

function spelledNumberKey(bytes: Uint8Array, start: number, end: number, odd: OddNumbers): number {
  let from = start;
  let to = end;
  while (from < to && isDecoration(bytes[from]!)) from++;
  while (to > from && isDecoration(bytes[to - 1]!)) to--;
  if (bytes[to - 1] === ZERO) to = endBeforeDecimals(bytes, from, to);
  if (bytes[from] === STAR || bytes[from] === HASH) from = startBehindCallerCode(bytes, from, to);
  if (from >= to) return NO_NUMBER;
  let count = 0;
  let plus = false;
  for (let at = from; at < to; at++) {
    const byte = bytes[at]!;
    if (byte >= ZERO && byte <= NINE) {
      if (count === digits.length) return ODD_BASE + odd.intern(bytes, from, to);
      digits[count++] = byte - ZERO;
    } else if (byte === PLUS && count === 0 && !plus) plus = true;
    else if (!isDecoration(byte)) {
      if (isFiller(bytes, at, to, count)) break;
      const power = (byte | 32) === 101 && bytes[at + 1] === PLUS ? powerKey(String.fromCharCode(...bytes.subarray(from, to))) : null;
      return power ?? ODD_BASE + odd.intern(bytes, from, to < end && bytes[to] === CLOSING ? endWithBracket(bytes, from, to) : to);
    }
  }
  if (count === 0) return ODD_BASE + odd.intern(bytes, from, to);
  return digitsKey(count, plus) || ODD_BASE + internDigits(count, plus, odd);
}

/** Behind the bracket at `to` if it closes one of the name in [from, to): `Line 3 (101)`; else `to`. */
function endWithBracket(bytes: Uint8Array, from: number, to: number): number {
  let open = 0;
  for (let at = from; at < to; at++) open += bytes[at] === OPENING ? 1 : bytes[at] === CLOSING ? -1 : 0;
  return open > 0 ? to + 1 : to;
}

/** A number as a spreadsheet shows a long one: its first digit, the digits behind the point, the power of ten. */
const POWER = /^[\s'"]*\+?(\d)(?:\.(\d+))?E\+(\d{1,2})[\s'"]*$/i;

/**
 * Key of what a spreadsheet made of a long number: `1.3812345678E+10` still holds all digits; `1.38E+10` stands for a great many
 * numbers, which must not become one, and is NO_NUMBER. Null for what is written otherwise.
 */
function powerKey(text: string): number | null {
  const [, first, rest = '', power] = POWER.exec(text) ?? [];
  if (first === undefined) return null;
  if (rest.length < Number(power)) return NO_NUMBER;
  const whole = encoder.encode(first + rest.slice(0, Number(power)));
  return plainNumberKey(whole, 0, whole.length);
}

/** True for `1.38E+10`: a number that a spreadsheet has rounded. */
export function isRoundedNumber(text: string): boolean {
  return powerKey(text) === NO_NUMBER;
}

/** Too long for a key of its own: interned without its marks, so that it is one number in any spelling. */
function internDigits(count: number, plus: boolean, odd: OddNumbers): number {
  let length = 0;
  if (plus) spelled[length++] = PLUS;
  for (let at = 0; at < count; at++) spelled[length++] = digits[at]! + ZERO;
  return odd.intern(spelled, 0, length);
}

/** Key of the first `count` entries of `digits`, or 0 when they are too many for one. */
function digitsKey(count: number, plus: boolean): number {
  let from = 0;
  let international = plus;
  const prefix = plus ? 0 : cheapCallDigits(digits, count);
  if (prefix > 0) return joined(1, prefix, count);
  if (!plus && count > 8 && digits[0] === 0 && digits[1] === 0) {
    international = true;
    from = 2;
  }
  // Fewer than three digits behind the country's code are nobody's number there.
  const isChina = digits[from] === 8 && digits[from + 1] === 6 && count - from >= 5;
  if (isChina && (international || isMobile(from + 2, count))) {
    const rest = from + 2;
    const restCount = count - rest;
    if (isMobile(rest, count) || isService(rest, restCount) || digits[rest] === 0) return joined(1, rest, count);
    // A landline: nationally it is dialled with the trunk prefix 0.
    return restCount + 1 > MAX_DIGITS ? 0 : POW10[restCount + 1]! + value(rest, count);
  }
  return joined(international ? 2 : 1, from, count);
}

/** 1[3-9] and nine more digits (MIIT numbering plan): a mainland mobile. */
function isMobile(from: number, to: number): boolean {
  return to - from === 11 && digits[from] === 1 && digits[from + 1]! >= 3;
}

/** 400/800 service numbers, 95…/96… hotlines and short codes carry no area code. */
function isService(from: number, count: number): boolean {
  const first = digits[from]!;
  if (count <= 6) return true;
  if (count === 10 && (first === 4 || first === 8) && digits[from + 1] === 0 && digits[from + 2] === 0) return true;
  return first === 9 && (digits[from + 1] === 5 || digits[from + 1] === 6) && count <= 8;
}

function value(from: number, to: number): number {
  let sum = 0;
  for (let at = from; at < to; at++) sum = sum * 10 + digits[at]!;
  return sum;
}

function joined(lead: 1 | 2, from: number, to: number): number {
  const count = to - from;
  if (count === 0 || count > MAX_DIGITS) return 0;
  // '+1' and '11' must differ: the leading 2 has its own range because lengths are part of the key.
  return lead === 1 ? POW10[count]! + value(from, to) : 2 * POW10[MAX_DIGITS]! + plusOffset(count) + value(from, to);
}

/** `+` numbers of each length have a range of their own above 2·10^15: 10 + 100 + … before `count`. */
function plusOffset(count: number): number {
  return (POW10[count]! - 10) / 9;
}

/** Full-width digits as plain ones, and without the invisible marks of direction that phones put around numbers. */
export function foldNumberText(text: string): string {
  return text.normalize('NFKC').replace(/[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '').trim();
}

/** Key of a number given as text (a search, a URL), or NO_NUMBER if it is empty or an odd one that `odd` has never seen. */
export function findNumberKey(text: string, odd: OddNumbers): number {
  const bytes = encoder.encode(foldNumberText(text));
  const plain = plainNumberKey(bytes, 0, bytes.length);
  if (plain !== 0) return plain;
  const scratch = new OddNumbers();
  const key = numberKey(bytes, 0, bytes.length, scratch);
  if (key < ODD_BASE) return key;
  const folded = encoder.encode(scratch.text(key - ODD_BASE));
  const id = odd.find(folded, 0, folded.length);
  return id < 0 ? NO_NUMBER : ODD_BASE + id;
}

/** The number as written in its folded form; the inverse of `numberKey`. */
export function numberText(key: number, odd: OddNumbers): string {
  if (key >= ODD_BASE) return odd.text(key - ODD_BASE);
  if (key >= 2 * POW10[MAX_DIGITS]!) {
    const rest = key - 2 * POW10[MAX_DIGITS]!;
    let count = 1;
    while (count < MAX_DIGITS && rest >= plusOffset(count + 1)) count++;
    return '+' + String(rest - plusOffset(count)).padStart(count, '0');
  }
  return String(key).slice(1);
}

/**
 * True for numbers that services send from: short codes of up to 8 digits and 106… (MIIT's SMS service access numbers).
 */
export function isServiceKey(key: number): boolean {
  if (key < 2 * POW10[8]!) return true;
  // Behind the leading 1, keys that begin with 106 lie between 1106 and 1107 times a power of ten.
  for (let power = 6; power <= MAX_DIGITS - 3; power++) if (key < 1107 * POW10[power]!) return key >= 1106 * POW10[power]!;
  return false;
}

/** 32 well-mixed bits of a key: partitions take the top, tables the bottom. (Finaliser of MurmurHash3.) */
export function hashKey(key: number): number {
  let h = Math.imul((key / 4294967296) | 0, 0x9e3779b1) ^ (key >>> 0);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
