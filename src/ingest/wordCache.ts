import { ByteInterner } from '../records/byteInterner.ts';
import { readWord, type Meaning } from './directionWords.ts';
import type { FieldText } from './fieldText.ts';

/** What a word says, as bits. */
export const SAYS_OUT = 1;
export const SAYS_IN = 2;
export const SAYS_TEXT = 4;
export const SAYS_CALL = 8;
export const SAYS_ANSWERED = 16;
export const SAYS_UNANSWERED = 32;

/** Distinct words kept; a column of words has a dozen, and one that has more is no column of words. */
const MAX_WORDS = 1024;
const MAX_WORD_BYTES = 64;

/** Reads each distinct value of a column of words once; later ones are recognised by their bytes. */
export class WordCache {
  readonly #seen = new ByteInterner();
  readonly #codes = new Uint8Array(MAX_WORDS);
  readonly #text: FieldText;
  readonly #meaningOf: (word: string) => Meaning;

  /** @param meaningOf reads a word, where there is more to know of it than words say by themselves */
  constructor(text: FieldText, meaningOf: (word: string) => Meaning = readWord) {
    this.#text = text;
    this.#meaningOf = meaningOf;
  }

  /** SAYS_ bits of a cell, 0 if it says nothing known. */
  read(bytes: Uint8Array, start: number, end: number): number {
    if (start === end || end - start > MAX_WORD_BYTES) return 0;
    const known = this.#seen.count;
    if (known === MAX_WORDS) {
      const id = this.#seen.find(bytes, start, end);
      return id < 0 ? this.#decode(bytes, start, end) : this.#codes[id]!;
    }
    const id = this.#seen.intern(bytes, start, end);
    if (id === known) this.#codes[id] = this.#decode(bytes, start, end);
    return this.#codes[id]!;
  }

  #decode(bytes: Uint8Array, start: number, end: number): number {
    return wordBits(this.#meaningOf(this.#text.decode(bytes, start, end)));
  }
}

/** SAYS_ bits of what a word means. */
export function wordBits({ direction, type, answered }: Meaning): number {
  return (direction === 'out' ? SAYS_OUT : direction === 'in' ? SAYS_IN : 0) | (type === 'text' ? SAYS_TEXT : type === 'call' ? SAYS_CALL : 0) |
    (answered === undefined ? 0 : answered ? SAYS_ANSWERED : SAYS_UNANSWERED);
}
