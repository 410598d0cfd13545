/** Cells → lines of UTF-8 with tabs between them. */

const TAB = 9;
const LF = 10;
const CR = 13;
const SPACE = 32;
const QUOTE = 34;
const ZERO = 48;
const MINUS = 45;

/** A full piece of text is handed on at this size. */
const PIECE_BYTES = 256 << 10;
/** Of a row that is longer than any reader takes, no more is written. */
const MAX_ROW_BYTES = (1 << 20) + 1024;

const encoder = new TextEncoder();

/** Writes rows, cell by cell. Tabs and line ends within a cell become blanks, so that a row stays a line. */
export class CellWriter {
  #bytes = new Uint8Array(PIECE_BYTES * 2);
  #length = 0;
  #rowStart = 0;
  /** Cells of the row begun so far, and tabs that stand before the next one that is not empty. */
  #cells = 0;
  #tabsDue = 0;
  #pieces: Uint8Array[] = [];

  /** Ends a cell without a value. Empty cells at a row's end are not written. */
  skip(): void {
    if (this.#cells > 0) this.#tabsDue++;
    this.#cells++;
  }

  /** A cell's text in UTF-8. */
  bytes(from: Uint8Array, start: number, end: number): void {
    if (start >= end) {
      this.skip();
      return;
    }
    this.#begin(end - start);
    const to = this.#bytes;
    let length = this.#length;
    let first = start;
    while (first < end && from[first] === SPACE) first++;
    const isQuoted = from[first] === QUOTE;
    if (isQuoted) to[length++] = QUOTE;
    // So much of a cell as makes the row too long for the reader, and no more.
    const last = Math.min(end, start + MAX_ROW_BYTES);
    for (let at = start; at < last; at++) {
      const byte = from[at]!;
      to[length++] = byte === TAB || byte === LF || byte === CR ? SPACE : byte;
      if (isQuoted && byte === QUOTE) to[length++] = QUOTE;
    }
    if (isQuoted) to[length++] = QUOTE;
    this.#length = length;
  }

  string(text: string): void {
    const length = text.length;
    if (length === 0) {
      this.skip();
      return;
    }
    let isPlain = length < 4096 && text.charCodeAt(0) > QUOTE;
    for (let at = 0; isPlain && at < length; at++) {
      const code = text.charCodeAt(at);
      isPlain = code >= SPACE && code < 128;
    }
    if (!isPlain) {
      const bytes = encoder.encode(length > MAX_ROW_BYTES ? text.slice(0, MAX_ROW_BYTES) : text);
      this.bytes(bytes, 0, bytes.length);
      return;
    }
    this.#begin(length);
    const to = this.#bytes;
    const start = this.#length;
    for (let at = 0; at < length; at++) to[start + at] = text.charCodeAt(at);
    this.#length = start + length;
  }

  /** A number: whole ones with all their digits, never in scientific notation; NaN is an empty cell. */
  number(value: number): void {
    if (!Number.isSafeInteger(value)) {
      if (Number.isFinite(value)) this.string(Number.isInteger(value) ? BigInt(value).toString() : String(value));
      else this.skip();
      return;
    }
    this.#begin(20);
    const to = this.#bytes;
    let rest = Math.abs(value);
    let at = this.#length;
    if (value < 0) to[at++] = MINUS;
    let digits = 1;
    for (let bound = 10; rest >= bound && digits < 16; bound *= 10) digits++;
    for (let place = at + digits - 1; place >= at; place--) {
      const next = Math.floor(rest / 10);
      to[place] = ZERO + (rest - next * 10);
      rest = next;
    }
    this.#length = at + digits;
  }

  endRow(): void {
    this.#reserve(1);
    this.#bytes[this.#length++] = LF;
    this.#cells = 0;
    this.#tabsDue = 0;
    if (this.#length >= PIECE_BYTES) this.#cut();
    this.#rowStart = this.#length;
  }

  /** The text written since the last time. Whoever takes it may keep it. */
  take(): readonly Uint8Array[] {
    const pieces = this.#pieces;
    this.#pieces = [];
    return pieces;
  }

  /** The rest of the text, at the end. */
  finish(): readonly Uint8Array[] {
    if (this.#cells > 0) this.endRow();
    if (this.#length > 0) this.#cut();
    return this.take();
  }

  /** Writes the tabs that are due; after it there is room for `size` bytes, quotes and doublings included. */
  #begin(size: number): void {
    if (this.#cells > 0) this.#tabsDue++;
    this.#cells++;
    const isFull = this.#length - this.#rowStart > MAX_ROW_BYTES;
    if (isFull) {
      // The row is too long already: its rest is written over and over in the same place.
      this.#length = this.#rowStart + MAX_ROW_BYTES;
      this.#tabsDue = 0;
    }
    this.#reserve(Math.min(this.#tabsDue, MAX_ROW_BYTES) + Math.min(size, MAX_ROW_BYTES) * 2 + 3);
    for (let due = Math.min(this.#tabsDue, MAX_ROW_BYTES); due > 0; due--) this.#bytes[this.#length++] = TAB;
    this.#tabsDue = 0;
  }

  #reserve(size: number): void {
    if (this.#length + size <= this.#bytes.length) return;
    const bytes = new Uint8Array(Math.max(this.#length + size, this.#bytes.length * 2));
    bytes.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = bytes;
  }

  #cut(): void {
    this.#pieces.push(this.#bytes.slice(0, this.#length));
    this.#length = 0;
    this.#rowStart = 0;
  }
}
