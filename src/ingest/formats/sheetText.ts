/** The XML of a worksheet → a line of text for each row, at the row's own number. (ECMA-376-1, 18.3.1.) */
import type { CellFormat } from './cellFormats.ts';
import { serialText } from './cellFormats.ts';
import { CellWriter } from './cellWriter.ts';
import type { SharedStrings } from './sharedStrings.ts';
import type { XmlHandler } from './xmlScanner.ts';
import { attribute, isNamed, unescapeXml, XmlScanner } from './xmlScanner.ts';

/** A sheet ends here (18.3.1.73). */
const MAX_ROWS = 1_048_576;
const MAX_COLUMNS = 16_384;
/** Of one cell so much is kept as makes a row too long to be a record. */
const MAX_CELL_BYTES = (1 << 20) + 1;

/** What a cell's text is (18.18.11). */
const NUMBER = 0;
const SHARED = 1;
const TEXT = 2;
const BOOLEAN = 3;

export class SheetText implements XmlHandler {
  readonly writer = new CellWriter();
  /** Greatest index of a shared string that was not there. */
  missingString = -1;
  isOver = false;

  readonly #scanner = new XmlScanner(this);
  readonly #strings: SharedStrings | null;
  readonly #formats: readonly (CellFormat | null)[];
  readonly #is1904: boolean;
  /** Rows written, and the number of the row that is being read. */
  #rows = 0;
  #row = 0;
  /** Cells of the row written, and the column of the cell that is being read. */
  #cells = 0;
  #column = 0;
  #type = NUMBER;
  #format: CellFormat | null = null;
  #isInValue = false;
  #isInInline = false;
  #isAside = false;
  #value = new Uint8Array(256);
  #length = 0;

  constructor(strings: SharedStrings | null, formats: readonly (CellFormat | null)[], is1904: boolean) {
    this.#strings = strings;
    this.#formats = formats;
    this.#is1904 = is1904;
  }

  /** Throws NotXml. */
  push(chunk: Uint8Array): void {
    this.#scanner.push(chunk);
  }

  open(bytes: Uint8Array, start: number, end: number, attributesEnd: number): void {
    if (end - start === 1) {
      const name = bytes[start];
      if (name === 99) this.#openCell(bytes, end, attributesEnd);
      else if (name === 118) this.#isInValue = true;
      else if (name === 116 && this.#isInInline) this.#isInValue = !this.#isAside;
    } else if (isNamed(bytes, start, end, 'row')) this.#openRow(bytes, end, attributesEnd);
    else if (isNamed(bytes, start, end, 'is')) this.#isInInline = true;
    else if (isNamed(bytes, start, end, 'rPh')) this.#isAside = true;
  }

  text(bytes: Uint8Array, start: number, end: number): void {
    if (!this.#isInValue) return;
    const last = Math.min(end, start + MAX_CELL_BYTES - this.#length);
    if (last <= start) return;
    if (this.#length + last - start > this.#value.length) {
      const value = new Uint8Array((this.#length + last - start) * 2);
      value.set(this.#value.subarray(0, this.#length));
      this.#value = value;
    }
    this.#length = unescapeXml(bytes, start, last, this.#value, this.#length);
  }

  close(bytes: Uint8Array, start: number, end: number): void {
    if (end - start === 1) {
      const name = bytes[start];
      if (name === 118 || name === 116) this.#isInValue = false;
      else if (name === 99) this.#closeCell();
    } else if (isNamed(bytes, start, end, 'row')) this.#closeRow();
    else if (isNamed(bytes, start, end, 'is')) this.#isInInline = false;
    else if (isNamed(bytes, start, end, 'rPh')) this.#isAside = false;
    else if (isNamed(bytes, start, end, 'sheetData')) this.isOver = true;
  }

  #openRow(bytes: Uint8Array, from: number, to: number): void {
    const found = attribute(bytes, from, to, 'r');
    const row = found === null ? 0 : integer(bytes, found[0], found[1]);
    // Without a number it is the next, also behind a row that was empty.
    this.#row = row > this.#row && row <= MAX_ROWS ? row : this.#row + 1;
    this.#cells = 0;
    this.#column = -1;
  }

  #closeRow(): void {
    if (this.#cells === 0) return;
    // Rows of a sheet that are not in its XML are empty; a line stands for each.
    this.#rows = this.#row;
    this.writer.endRow();
  }

  #openCell(bytes: Uint8Array, from: number, to: number): void {
    this.#column++;
    this.#type = NUMBER;
    this.#format = null;
    this.#length = 0;
    this.#isInValue = this.#isInInline = this.#isAside = false;
    // One pass over r, s and t; a cell has little else.
    for (let at = from; at < to; at++) {
      const name = bytes[at]!;
      if (name <= 32 || bytes[at + 1] !== 61) continue;
      const quote = bytes[at + 2]!;
      const start = at + 3;
      let end = start;
      while (end < to && bytes[end] !== quote) end++;
      if (name === 114) {
        const column = columnOf(bytes, start, end);
        if (column >= this.#cells && column < MAX_COLUMNS) this.#column = column;
      } else if (name === 115) this.#format = this.#formats[integer(bytes, start, end)] ?? null;
      else if (name === 116) this.#type = typeOf(bytes, start, end);
      at = end;
    }
  }

  #closeCell(): void {
    if (this.#length === 0 || this.#column < this.#cells || this.#column >= MAX_COLUMNS) return;
    const { writer } = this;
    if (this.#cells === 0) for (let row = this.#rows + 1; row < this.#row; row++) writer.endRow();
    while (this.#cells < this.#column) {
      writer.skip();
      this.#cells++;
    }
    this.#cells++;
    if (this.#type === NUMBER) this.#writeNumber();
    else if (this.#type === SHARED) this.#writeShared(integer(this.#value, 0, this.#length));
    else if (this.#type === BOOLEAN) writer.string(this.#value[0] === 49 ? 'TRUE' : 'FALSE');
    else writer.bytes(this.#value, 0, this.#length);
  }

  #writeShared(index: number): void {
    const strings = this.#strings;
    if (strings === null || index >= strings.count) {
      this.missingString = Math.max(this.missingString, index);
      this.writer.skip();
    } else this.writer.bytes(strings.arena, strings.starts[index]!, strings.starts[index + 1]!);
  }

  #writeNumber(): void {
    const value = this.#value;
    const length = this.#length;
    if (this.#format === null) {
      let at = 0;
      while (at < length && value[at]! >= 48 && value[at]! <= 57) at++;
      if (at === length) {
        this.writer.bytes(value, 0, length);
        return;
      }
    }
    let text = '';
    for (let at = 0; at < Math.min(length, 64); at++) text += String.fromCharCode(value[at]!);
    const number = text.trim() === '' ? NaN : Number(text);
    if (Number.isNaN(number)) this.writer.bytes(value, 0, length);
    else if (this.#format !== null) this.writer.string(serialText(number, this.#format, this.#is1904));
    // The file holds the whole number, whatever the sheet shows: 1.3812345678E10.
    else if (Number.isInteger(number)) this.writer.number(number);
    else this.writer.string(text);
  }
}

/** Digits as a number; what is more than a sheet can number becomes Infinity or something large. */
function integer(bytes: Uint8Array, start: number, end: number): number {
  let value = 0;
  for (let at = start; at < end; at++) {
    const digit = bytes[at]! - 48;
    if (digit >= 0 && digit <= 9) value = value * 10 + digit;
  }
  return value;
}

/** Column of a reference such as BC12, from 0; -1 when there is none. */
function columnOf(bytes: Uint8Array, start: number, end: number): number {
  let column = 0;
  for (let at = start; at < end; at++) {
    const letter = bytes[at]! & ~32;
    if (letter < 65 || letter > 90) break;
    column = column * 26 + letter - 64;
  }
  return column - 1;
}

function typeOf(bytes: Uint8Array, start: number, end: number): number {
  if (end - start === 1) {
    const type = bytes[start];
    return type === 115 ? SHARED : type === 98 ? BOOLEAN : type === 110 ? NUMBER : TEXT;
  }
  return TEXT;
}
