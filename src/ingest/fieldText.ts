/** The text inside cells: numbers, names and devices, and how the rare cell that is more than ASCII is read. */
import { foldNumberText, numberKey, NO_NUMBER, plainNumberKey } from '../records/numberKey.ts';
import { ByteInterner } from '../records/byteInterner.ts';
import type { OddNumbers } from '../records/oddNumbers.ts';
import { bareNumber, mayHoldMore } from './bareNumber.ts';
import { isAscii, isNothing, trimCell, type Trimmed } from './cellBounds.ts';
import { LONGEST_NOBODY, namesNobody } from './saysNothing.ts';

const encoder = new TextEncoder();
const trimmed: Trimmed = { start: 0, end: 0 };
const NINE = 57;
/** Exact in a float64. */
const POW10 = Float64Array.from({ length: 18 }, (_, power) => 10 ** power);

/** Reads cells as text, one value after the other, in the encoding of a file. */
export class FieldText {
  readonly #decoder: TextDecoder;
  readonly #isGb18030: boolean;
  /** Distinct non-ASCII cells of a GBK file → their ids in UTF-8. */
  readonly #foreign = new ByteInterner();
  readonly #foreignIds: number[] = [];
  #joined = new Uint8Array(128);

  constructor(isGb18030: boolean) {
    this.#isGb18030 = isGb18030;
    this.#decoder = new TextDecoder(isGb18030 ? 'gb18030' : 'utf-8');
  }

  /** The text of a cell, trimmed. */
  decode(bytes: Uint8Array, start: number, end: number): string {
    trimCell(bytes, start, end, trimmed);
    return this.#decoder.decode(bytes.subarray(trimmed.start, trimmed.end));
  }

  /** Number key of a cell, or NO_NUMBER: also for a caller who withheld his. */
  number(bytes: Uint8Array, start: number, end: number, odd: OddNumbers): number {
    return plainNumberKey(bytes, start, end) || this.#spelledNumber(bytes, start, end, odd);
  }

  #spelledNumber(bytes: Uint8Array, start: number, end: number, odd: OddNumbers): number {
    trimCell(bytes, start, end, trimmed);
    const { start: from, end: to } = trimmed;
    if (from === to || isNothing(bytes, from, to)) return NO_NUMBER;
    if (isAscii(bytes, from, to) && !mayHoldMore(bytes, from, to)) {
      const isNobody = bytes[from]! > NINE && to - from <= LONGEST_NOBODY && namesNobody(String.fromCharCode(...bytes.subarray(from, to)));
      return isNobody ? NO_NUMBER : numberKey(bytes, from, to, odd);
    }
    const text = bareNumber(foldNumberText(this.#decoder.decode(bytes.subarray(from, to))));
    if (namesNobody(text)) return NO_NUMBER;
    const folded = encoder.encode(text);
    return numberKey(folded, 0, folded.length, odd);
  }

  /** Id + 1 of a cell or place in `names` (in UTF-8), or 0 if it is empty. */
  name(bytes: Uint8Array, start: number, end: number, names: ByteInterner): number {
    trimCell(bytes, start, end, trimmed);
    const { start: from, end: to } = trimmed;
    if (from === to || isNothing(bytes, from, to)) return 0;
    if (!this.#isGb18030 || isAscii(bytes, from, to)) return names.intern(bytes, from, to) + 1;
    const id = this.#foreign.intern(bytes, from, to);
    const known = this.#foreignIds[id];
    if (known !== undefined) return known;
    const text = encoder.encode(this.#decoder.decode(bytes.subarray(from, to)));
    return (this.#foreignIds[id] = names.intern(text, 0, text.length) + 1);
  }

  /** Id + 1 of `LAC-CI`, or of the cell alone where the area is empty, or 0 where the cell is. */
  areaCell(bytes: Uint8Array, lacStart: number, lacEnd: number, start: number, end: number, names: ByteInterner): number {
    trimCell(bytes, lacStart, lacEnd, trimmed);
    const { start: lacFrom, end: lacTo } = trimmed;
    if (lacFrom === lacTo || isNothing(bytes, lacFrom, lacTo)) return this.name(bytes, start, end, names);
    trimCell(bytes, start, end, trimmed);
    const { start: from, end: to } = trimmed;
    if (from === to || isNothing(bytes, from, to)) return 0;
    const length = lacTo - lacFrom + 1 + to - from;
    if (length > this.#joined.length) this.#joined = new Uint8Array(length * 2);
    const joined = this.#joined;
    let at = 0;
    for (let i = lacFrom; i < lacTo; i++) joined[at++] = bytes[i]!;
    joined[at++] = 45;
    for (let i = from; i < to; i++) joined[at++] = bytes[i]!;
    return this.name(joined, 0, at, names);
  }

  /**
   * Key of an IMEI or IMSI, or 0 if there is none: the decimal integer `1ddd…` of its first `most` digits, as for numbers.
   * Zeros alone, and what a spreadsheet has rounded to `3.5E+14`, are none; what is no digits (a pseudonym) is read as a number.
   *
   * @param least as few digits as the identifier can have; shorter ones are read as a number
   */
  device(bytes: Uint8Array, start: number, end: number, least: number, most: number, odd: OddNumbers): number {
    let value = 0;
    let count = 0;
    let at = start;
    for (; at < end; at++) {
      const digit = bytes[at]! - 48;
      if (digit < 0 || digit > 9) break;
      if (count < most) value = value * 10 + digit;
      count++;
    }
    if (at === end) {
      if (value === 0) return 0;
      if (count >= least && count <= 17) return (count < most ? POW10[count]! : POW10[most]!) + value;
      return this.number(bytes, start, end, odd);
    }
    trimCell(bytes, start, end, trimmed);
    const { start: from, end: to } = trimmed;
    if (from === to || isNothing(bytes, from, to)) return 0;
    if (from > start || to < end) return this.device(bytes, from, to, least, most, odd);
    // 35066697-949031-0
    let plain = 0;
    for (let i = from; i < to; i++) {
      const byte = bytes[i]!;
      if (byte === 69 || byte === 101) {
        if (bytes[i + 1] === 43 && i + 1 < to) return 0;
      }
      if (byte >= 48 && byte <= 57) {
        if (plain === this.#joined.length) break;
        this.#joined[plain++] = byte;
      } else if (byte !== 45 && byte !== 32 && byte !== 47 && byte !== 46) return this.#spelledNumber(bytes, from, to, odd);
    }
    return plain === 0 ? 0 : this.device(this.#joined, 0, plain, least, most, odd);
  }
}
