/** Ranges of numbers as contracts write them. */

/** Digits of the first and the last number; both have as many. */
export interface NumberRange {
  readonly first: string;
  readonly last: string;
}

/** Digits of a mainland mobile (MIIT numbering plan), to which a prefix such as 1700123 is completed. */
const MOBILE_DIGITS = 11;

/**
 * Reads `17001230000-17001239999`, `17001230000~9999`, `1700123` (all mobiles that begin so), `1700123****`, and several of these with commas,
 * semicolons, 、 or line ends between them.
 * @returns null when a part is no range, or runs backwards
 */
export function readRanges(text: string): NumberRange[] | null {
  const parts = text.normalize('NFKC').split(/[,;、，；\n|]+/).map((part) => part.trim()).filter((part) => part !== '');
  if (parts.length === 0) return null;
  const ranges: NumberRange[] = [];
  for (const part of parts) {
    const range = readRange(part);
    if (range === null) return null;
    ranges.push(range);
  }
  return ranges;
}

function readRange(text: string): NumberRange | null {
  const sides = /^(.*?\d)\s*(?:-{1,2}|~|—|–|～|至|到|\.{2,3}|\bto\b)\s*(\+?\d[\d\s]*)$/i.exec(text);
  const dashes = text.match(/[-–]/g)?.length ?? 0;
  // 170-0123-0000 is one number written with dashes.
  if (sides !== null && (dashes !== 2 || /[~至到]|\.\./.test(text) || sides[2]!.length > 4)) {
    const first = digitsOf(sides[1]!);
    const last = digitsOf(sides[2]!);
    if (first !== null && last !== null && (last.length === first.length || last.length < first.length)) {
      const whole = last.length < first.length ? first.slice(0, first.length - last.length) + last : last;
      return ordered(complete(first, '0'), complete(whole, '9'));
    }
    return null;
  }
  const open = /^(\+?[\d\s-]*\d)\s*[*xX]+$/.exec(text);
  const digits = digitsOf(open === null ? text : open[1]!);
  if (digits === null) return null;
  if (open !== null) {
    const stars = text.length - text.search(/[*xX]/);
    const length = stars > 1 ? digits.length + stars : MOBILE_DIGITS;
    return length > 15 || length < digits.length ? null : { first: digits.padEnd(length, '0'), last: digits.padEnd(length, '9') };
  }
  return { first: complete(digits, '0'), last: complete(digits, '9') };
}

/** A prefix of mobiles, completed; any other number as it is. */
function complete(digits: string, digit: string): string {
  return /^1[3-9]/.test(digits) && digits.length < MOBILE_DIGITS ? digits.padEnd(MOBILE_DIGITS, digit) : digits;
}

/** Digits without the country's prefix and what makes them readable; null when there is anything else. */
function digitsOf(text: string): string | null {
  if (/^\s*-|-\s*$/.test(text)) return null;
  const plain = text.replace(/[\s()-]/g, '').replace(/^(\+|00)86(?=1)/, '').replace(/^86(?=1[3-9]\d{9}$)/, '');
  return /^\d{3,15}$/.test(plain) ? plain : null;
}

function ordered(first: string, last: string): NumberRange | null {
  return first.length === last.length && first <= last ? { first, last } : null;
}
