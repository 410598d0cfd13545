import { findNumberKey, foldNumberText, NO_NUMBER, numberText, ODD_BASE } from '../records/numberKey.ts';
import { OddNumbers } from '../records/oddNumbers.ts';
import { oncePerDataset, recentPerDataset } from './datasetCache.ts';
import type { ScoredDataset } from './scoredDataset.ts';

const NEWLINE = 10;
const ZERO = 48;
const POW10 = Float64Array.from({ length: 16 }, (_, i) => 10 ** i);
const encoder = new TextEncoder();
/** One character per byte (windows-1252 maps all 256), so that a place in the text is a place in the bytes. */
const bytewise = new TextDecoder('windows-1252');

interface NumberTexts {
  /** All numbers' texts, each followed by a newline, byte for byte. */
  readonly text: string;
  /** Where each row's text starts; one more entry than rows. */
  readonly starts: Uint32Array;
}

/**
 * The numbers of a dataset as one long text, made at the first search: the browser's own `indexOf` then finds a part of a
 * number among a million in milliseconds.
 */
const numberTexts = oncePerDataset((dataset): NumberTexts => {
  const { numbers } = dataset.features;
  const starts = new Uint32Array(numbers.length + 1);
  let bytes = new Uint8Array(numbers.length * 14 + 64);
  let at = 0;
  for (let row = 0; row < numbers.length; row++) {
    starts[row] = at;
    const key = numbers[row]!;
    if (key < 2 * POW10[15]!) {
      if (at + 20 > bytes.length) bytes = doubled(bytes);
      at = writeDigits(bytes, at, key);
    } else {
      const odd = encoder.encode(folded(numberText(key, dataset.oddNumbers)));
      while (at + odd.length + 1 > bytes.length) bytes = doubled(bytes);
      bytes.set(odd, at);
      at += odd.length;
    }
    bytes[at++] = NEWLINE;
  }
  starts[numbers.length] = at;
  return { text: bytewise.decode(bytes.subarray(0, at)), starts };
});

/** Writes a digit key `1ddd…` without its leading 1; makes no string of it. */
function writeDigits(bytes: Uint8Array, at: number, key: number): number {
  let count = 15;
  while (POW10[count]! > key) count--;
  let rest = key - POW10[count]!;
  // Below 2^31 integer division is several times faster.
  let i = at + count - 1;
  while (rest >= 0x7fff_ffff) {
    const next = Math.floor(rest / 10);
    bytes[i--] = ZERO + (rest - next * 10);
    rest = next;
  }
  let small = rest | 0;
  for (; i >= at; i--) {
    const next = (small / 10) | 0;
    bytes[i] = ZERO + (small - next * 10);
    small = next;
  }
  return at + count;
}

function doubled(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(bytes.length * 2);
  larger.set(bytes);
  return larger;
}

/** Spelling that does not matter when one searches: case, and a newline, which separates numbers here. */
function folded(text: string): string {
  return text.toLowerCase().replaceAll('\n', ' ');
}

/** What may be typed for a number: as it is; grouped digits without the decoration; in its national form. */
function spellings(text: string): string[] {
  const plain = folded(foldNumberText(text.trim()));
  const spelled = new Set([plain]);
  if (/^[+\d\s().'"-]*\d[+\d\s().'"-]*$/.test(plain)) {
    const digits = plain.replaceAll(/[^+\d]/g, '');
    spelled.delete(plain);
    spelled.add(digits);
    const key = findNumberKey(digits, new OddNumbers());
    if (key !== NO_NUMBER && key < ODD_BASE) spelled.add(numberText(key, new OddNumbers()));
  }
  return [...spelled];
}

/**
 * Which rows' numbers contain `text`: one byte per row, 1 where it does. Digits may be grouped or carry a country prefix
 * as people write them. null when the text is empty, which restricts nothing.
 */
export function rowsContaining(dataset: ScoredDataset, text: string): Uint8Array | null {
  return text.trim() === '' ? null : recentMatches(dataset, text.trim());
}

const recentMatches = recentPerDataset(4, (text: string) => text, (dataset, text) => {
  const { text: all, starts } = numberTexts(dataset);
  const matches = new Uint8Array(starts.length - 1);
  for (const spelling of spellings(text)) {
    const part = bytewise.decode(encoder.encode(spelling));
    let row = 0;
    for (let at = all.indexOf(part); at >= 0; at = all.indexOf(part, starts[row])) {
      row = rowAt(starts, at, row);
      matches[row] = 1;
      row++;
    }
  }
  return matches;
});

/** The row whose text holds place `at`; at or after row `from`. Hits are often close together, so it gallops. */
function rowAt(starts: Uint32Array, at: number, from: number): number {
  let step = 1;
  let low = from;
  while (low + step < starts.length - 1 && starts[low + step]! <= at) {
    low += step;
    step *= 2;
  }
  let high = Math.min(low + step, starts.length - 1);
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if (starts[middle]! <= at) low = middle;
    else high = middle;
  }
  return low;
}
