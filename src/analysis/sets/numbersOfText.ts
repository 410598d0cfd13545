import { findNumberKey, NO_NUMBER, numberKey, numberText, ODD_BASE, plainNumberKey } from '../../records/numberKey.ts';
import type { NumberSet } from '../../records/numberSet.ts';
import { NumberSetBuilder } from '../../records/numberSet.ts';
import { OddNumbers } from '../../records/oddNumbers.ts';

/** Numbers that are not plain digits, of the dataset and of the lists beside it. */
export class NumberNames {
  readonly #dataset: OddNumbers;
  readonly #beside = new Map<number, string>();

  constructor(dataset: OddNumbers) {
    this.#dataset = dataset;
  }

  /** Key of a number in any spelling, known to the dataset or not; NO_NUMBER for what has no digit and is nobody's name here. */
  keyOf(text: string): number {
    const known = findNumberKey(text, this.#dataset);
    if (known !== NO_NUMBER || !/\d/.test(text)) return known;
    const scratch = new OddNumbers();
    const bytes = encoder.encode(text);
    const key = numberKey(bytes, 0, bytes.length, scratch);
    if (key >= ODD_BASE) this.#beside.set(key, scratch.text(key - ODD_BASE));
    return key;
  }

  textOf(key: number): string {
    return this.#beside.get(key) ?? numberText(key, this.#dataset);
  }
}

export interface NumbersOfText {
  readonly numbers: NumberSet;
  /** Entries that are no numbers. */
  readonly unread: number;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** Line breaks, tabs, commas and semicolons part entries. Blanks do not: 138 1234 5678 is one number. */
const separators = bytesOf('\n\r\t,;');
const marks = bytesOf(' "\'');

function bytesOf(signs: string): Uint8Array {
  const table = new Uint8Array(256);
  for (const sign of signs) table[sign.charCodeAt(0)] = 1;
  return table;
}

/** The numbers of a text of any length, in one pass over its bytes. */
export function numbersOfText(text: string, names: NumberNames): NumbersOfText {
  const bytes = encoder.encode(/[，；、]/.test(text) ? text.replaceAll(/[，；、]/g, ',') : text);
  const set = new NumberSetBuilder();
  let unread = 0;
  let start = 0;
  for (let at = 0; at <= bytes.length; at++) {
    if (at < bytes.length && separators[bytes[at]!] === 0) continue;
    let from = start;
    let to = at;
    start = at + 1;
    while (from < to && marks[bytes[from]!] === 1) from++;
    while (to > from && marks[bytes[to - 1]!] === 1) to--;
    if (from === to) continue;
    const key = plainNumberKey(bytes, from, to) || names.keyOf(decoder.decode(bytes.subarray(from, to)));
    if (key === NO_NUMBER) unread++;
    else set.add(key);
  }
  return { numbers: set.finish(), unread };
}
