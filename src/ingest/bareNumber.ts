/** The number in a cell that holds more than it: `tel:+861380…`, `sip:1001@host`, `"Bob" <1001>`, `1001 <1001>`, `Bob (1001)`, `1380…@s.whatsapp.net`, `From: +1312… Bob`, `张三(1380…)`, `Ext. 101 (101)`, a name and a number on a line each. */

const isLetter = (byte: number) => (byte | 32) >= 97 && (byte | 32) <= 122;

/** True for ASCII text in which a number may stand beside other words, or beside itself: letters, and something that parts them from it, or a <. */
export function mayHoldMore(bytes: Uint8Array, start: number, end: number): boolean {
  let hasLetter = false;
  let isParted = false;
  for (let at = start; at < end; at++) {
    const byte = bytes[at]!;
    if (isLetter(byte)) hasLetter = true;
    else if (byte === 60) return true;
    else if (byte === 32 || byte === 58 || byte === 40 || byte === 64 || byte === 10) isParted = true;
  }
  return hasLetter && isParted;
}

const OWNER = /[(（](owner|机主|所有者|本机)[)）]/i;
/** A name with its number: `Bob (1001)`, `Ext. 101 (101)`. */
const NAMED = /^([^()]+)\((\+?\d[\d\s.-]*\d)\)$/;
/** A line that is nothing but a number. */
const NUMBER_LINE = /^\+?[\d().\s-]+$/;
/** What stands behind a name as well: an age, a year of birth. */
const OF_PERSON = /^(\d\d|19\d\d|20[0-2]\d)$/;
/** An account of a messenger, which is called by its number. */
const ACCOUNT = /^(\+?\d{7,15})(?:[:.]\d+)?@[a-z][\w.-]*$/i;

/** Fewest digits of a number that is taken from among words; shorter ones may be a room or an age. */
const AMONG_WORDS = /(?<![\w*#+])\+?\d(?:[ \t().-]{0,2}\d){6,14}(?![\w*#])/g;

/**
 * What of a cell is the number: of an address of telephony (RFC 3966, RFC 3261) its user, and among words the only run of seven to
 * fifteen digits. The text as it is where neither is there.
 */
export function bareNumber(text: string): string {
  // A report's parties, a line each, of which one is said to be the phone's own.
  if (OWNER.test(text) && text.includes('\n')) {
    const others = text.split(/\r?\n/).filter((line) => line.trim() !== '' && !OWNER.test(line));
    if (others.length === 1) return bareNumber(others[0]!.trim());
  }
  if (text.includes('\n')) {
    const number = numberOfLines(text);
    if (number !== null) return number;
  }
  const address = /^[^<>]*<([^<>]+)>[^<>]*$/.exec(text)?.[1]?.trim() ?? text;
  const user = /^(?:tel|sips?)\s*:\s*([^@;?>]+)/i.exec(address)?.[1]?.trim();
  if (user !== undefined) return user;
  if (address !== text && /^\+?[\d().\s-]+$/.test(address)) return address;
  const account = ACCOUNT.exec(text)?.[1];
  if (account !== undefined) return account;
  const [, name, number] = NAMED.exec(text) ?? [];
  if (name !== undefined && /\p{L}/u.test(name)) return isNumberOf(name, number!) ? number! : text;
  if (!/\p{L}/u.test(text) || text.startsWith('#')) return text;
  const found = text.match(AMONG_WORDS) ?? [];
  const [only] = found;
  return found.length === 1 && only !== undefined && !isDate(only) && !/\d/.test(text.replace(only, '')) ? only : text;
}

/** The only line that is a number, where the others are words: a phone's contact, then its number. Null if there is none. */
function numberOfLines(text: string): string | null {
  const lines = text.split(/[\r\n]+/).map((line) => line.trim()).filter((line) => line !== '');
  const isNumber = (line: string) => NUMBER_LINE.test(line) && digitsOf(line).length >= 3 && !OF_PERSON.test(line) && !isDate(line);
  const numbers = lines.filter(isNumber);
  return numbers.length === 1 && lines.every((line) => isNumber(line) || /\p{L}/u.test(line)) ? numbers[0]! : null;
}

/** True if what is in brackets behind a name is its number. Behind `Line 3` it may be a room, unless it is long or stands in the name already. */
function isNumberOf(name: string, number: string): boolean {
  if (isDate(number)) return false;
  const inName = name.match(/\d+/g);
  if (inName === null) return !OF_PERSON.test(number);
  const digits = digitsOf(number);
  return digits.length >= 7 || inName.includes(digits);
}

const digitsOf = (text: string) => text.replace(/\D/g, '');

/** 2026-05-01, 20260501, 01.05.2026 */
function isDate(text: string): boolean {
  return /^(19|20)\d\d[\s.-]?(0[1-9]|1[0-2])[\s.-]?(0[1-9]|[12]\d|3[01])$|^\d{1,2}[.-]\d{1,2}[.-]\d{4}$/.test(text);
}
