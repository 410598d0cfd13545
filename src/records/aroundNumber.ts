/** What stands around the number that was called and is no part of it: decimals of a spreadsheet, codes that hide the caller, prefixes of cheap long-distance calls, filler of switches. */

const ZERO = 48;
const NINE = 57;
const DOT = 46;
const PLUS = 43;
const FILLER = 70;
const FEWEST_BEHIND_CODE = 5;

/** True for a byte that people put into numbers to make them readable: tab space " ' ( ) - . */
export function isDecoration(byte: number): boolean {
  return byte === 32 || byte === 39 || byte === 34 || byte === 40 || byte === 41 || byte === 45 || byte === DOT || byte === 9;
}

/**
 * Where the number in `bytes[from, to)` ends without the decimals of a spreadsheet that took it for a measure: `13812345678.0`,
 * `10086.00`, `13812345678.000000`. A French `06.12.34.56.00` has other dots and keeps its zeros, as does a short `555.0000`.
 */
export function endBeforeDecimals(bytes: Uint8Array, from: number, to: number): number {
  let dot = to - 1;
  while (dot > from && bytes[dot] === ZERO) dot--;
  const zeros = to - 1 - dot;
  if (zeros === 0 || dot <= from || bytes[dot] !== DOT || !isDigit(bytes[dot - 1]!)) return to;
  if (zeros === 1) return dot;
  const digits = digitsAlone(bytes, from, dot, false);
  return digits >= 5 || (digits >= 3 && zeros === 2) ? dot : to;
}

/** Dialled before a number to show one's own or not: `*31#`, `#31#` (GSM), `*67`, `*82` (North America). */
const CALLER_CODES = ['*31#', '#31#', '*67', '*82'].map((code) => new TextEncoder().encode(code));

/** Where the number behind a code for showing the caller begins; `from` where there is none, or no number behind it. */
export function startBehindCallerCode(bytes: Uint8Array, from: number, to: number): number {
  for (const code of CALLER_CODES) {
    const start = from + code.length;
    if (code.every((byte, at) => bytes[from + at] === byte) && digitsAlone(bytes, start, to, true) >= FEWEST_BEHIND_CODE) return start;
  }
  return from;
}

/** How many digits stand in [from, to), 0 if there is more than a number's signs, or a dot where none may be. */
function digitsAlone(bytes: Uint8Array, from: number, to: number, hasDots: boolean): number {
  let digits = 0;
  for (let at = from; at < to; at++) {
    const byte = bytes[at]!;
    if (isDigit(byte)) digits++;
    else if (byte === PLUS ? digits > 0 : !isDecoration(byte) || (byte === DOT && !hasDots)) return 0;
  }
  return digits;
}

/**
 * True if [at, to), behind `digits` digits, is what a switch fills up bytes with, two digits each: `15811103288F`. Seven digits and
 * an F are rather a hash of eight.
 */
export function isFiller(bytes: Uint8Array, at: number, to: number, digits: number): boolean {
  if (bytes[at] !== FILLER || digits < 5 || digits > 15 || digits === 7 || (digits + to - at) % 2 !== 0) return false;
  for (let next = at + 1; next < to; next++) if (bytes[next] !== FILLER) return false;
  return true;
}

/** Dialled in China before a number for a cheaper call (IP telephony and its kin). */
const CHEAP_CALLS: ReadonlySet<number> = new Set([17951, 17911, 17909, 17908, 17910, 17931, 17969, 12593, 12520, 11808, 10193, 10131]);
const PREFIX_DIGITS = 5;

/** How many of the first `count` of `digits` are a prefix of cheap calls: 5 where a mobile (1[3-9]…) or a landline with its area code (0…) is behind one, else 0. */
export function cheapCallDigits(digits: Uint8Array, count: number): number {
  if (digits[0] !== 1 || count < PREFIX_DIGITS + 10 || count > PREFIX_DIGITS + 12) return 0;
  const first = digits[PREFIX_DIGITS]!;
  const second = digits[PREFIX_DIGITS + 1]!;
  const isMobile = count === PREFIX_DIGITS + 11 && first === 1 && second >= 3;
  if (!isMobile && (first !== 0 || second === 0)) return 0;
  let prefix = 0;
  for (let at = 0; at < PREFIX_DIGITS; at++) prefix = prefix * 10 + digits[at]!;
  return CHEAP_CALLS.has(prefix) ? PREFIX_DIGITS : 0;
}

function isDigit(byte: number): boolean {
  return byte >= ZERO && byte <= NINE;
}
