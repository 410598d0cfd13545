/**
 * Bytes → rows of cells, for CSV and its kin, in one pass and without making strings.
 *
 * Chunks may end anywhere. A row is handed on when its end has been seen; what is left of a chunk is carried to the next.
 * LF, CRLF and CR end a line. Quotes follow RFC 4180, with three leniencies: blanks around the quotes, a stray quote inside
 * a quoted cell, and an opening quote that never closes, which is then an ordinary character.
 */

const LF = 10;
const CR = 13;
const SPACE = 32;
const QUOTE = 34;

/**
 * Longest row, in bytes. Longer ones are reported and skipped up to the next line end, and a quote must close within it:
 * one stray quote must not swallow the file, and one endless line must not fill the memory.
 */
export const MAX_ROW_BYTES = 1 << 20;

/** Bytes added at a time to an unfinished row. */
const STEP_BYTES = 4096;

const NOT_QUOTED = -1;
const INCOMPLETE = -2;

/** Takes the rows. Blank lines never come; `bytes` and the offsets are only valid during the call. */
export interface RowHandler {
  /** Cell i is `bytes[splitter.starts[i], splitter.ends[i])`, for i below `cells` and below the splitter's `maxCells`. */
  row(bytes: Uint8Array, cells: number): void;
  /** A row longer than MAX_ROW_BYTES, of which `splitter.raw` holds the beginning. */
  rowTooLong(): void;
  /** The bytes broke off within a row, of which `splitter.raw` holds what there is. */
  rowCut?(): void;
}

export class RowSplitter {
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** Line, from 1, on which the current row begins; between rows, the line the next one will begin on. */
  line = 1;
  /** True once a quote held a line end, or opened and never closed: then a piece cut out of the file could begin inside one. */
  hasLineEndInQuotes = false;
  /** The current row as it stands in the file is `raw[rawStart, rawEnd)`, without its line end. */
  raw: Uint8Array = new Uint8Array(0);
  rawStart = 0;
  rawEnd = 0;

  readonly #handler: RowHandler;
  readonly #maxCells: number;
  readonly #delimiter: number;
  readonly #maxRowBytes: number;
  /** In GBK the second byte of a character may be a |, so there each | is looked at twice. */
  readonly #isGbPipe: boolean;
  /** An unfinished row; one byte is always free behind it, for a line end as a sentinel. */
  #carry = new Uint8Array(STEP_BYTES * 4);
  #carryLength = 0;
  /** Within a row that was too long. */
  #isSkipping = false;
  /** The last byte seen was a CR, so an LF that follows belongs to it. */
  #isAfterCr = false;

  #cellStart = 0;
  #cellEnd = 0;
  #isCellEscaped = false;
  #quotedLines = 0;
  readonly #isEscaped: Uint8Array;
  #unescaped = new Uint8Array(256);

  /**
   * @param delimiter one ASCII byte
   * @param maxCells how many cells of each row are wanted; those behind are only counted
   */
  constructor(handler: RowHandler, delimiter: number, maxCells: number, isGb18030: boolean, maxRowBytes: number = MAX_ROW_BYTES) {
    this.#handler = handler;
    this.#maxRowBytes = maxRowBytes;
    this.#delimiter = delimiter;
    this.#maxCells = maxCells;
    this.#isGbPipe = isGb18030 && delimiter === 124;
    this.starts = new Int32Array(maxCells);
    this.ends = new Int32Array(maxCells);
    this.#isEscaped = new Uint8Array(maxCells);
  }

  /** True when all that was pushed has been handed on: the next byte begins a row. */
  get isBetweenRows(): boolean {
    return this.#carryLength === 0 && !this.#isSkipping && !this.#isAfterCr;
  }

  push(chunk: Uint8Array): void {
    let from = 0;
    if (this.#isSkipping || this.#isAfterCr) {
      from = this.#resume(chunk);
      if (from === chunk.length) return;
    }
    if (this.#carryLength > 0) {
      from = this.#finishCarried(chunk, from);
      if (from < 0) return;
    }
    // Up to the last line end every row is whole, so the loops over its bytes need no bounds.
    let to = chunk.length;
    while (to > from && chunk[to - 1] !== LF && chunk[to - 1] !== CR) to--;
    const used = to > from ? this.#split(chunk, from, to, false) : from;
    if (to < chunk.length) this.#isAfterCr = false;
    this.#append(chunk, used, chunk.length);
  }

  /** The last row may lack its line end. */
  end(): void {
    if (this.#carryLength > 0) {
      this.#carry[this.#carryLength] = LF;
      this.#split(this.#carry, 0, this.#carryLength, true);
    }
    this.#carryLength = 0;
  }

  /** Instead of `end`, where the bytes broke off: a row without its line end is no whole row. */
  cut(): void {
    if (this.#carryLength > 0) {
      // Rows that an open quote held back may be whole without it.
      this.#carry[this.#carryLength] = LF;
      const used = this.#split(this.#carry, 0, this.#carryLength, false);
      if (used < this.#carryLength) {
        this.raw = this.#carry;
        this.rawStart = used;
        this.rawEnd = this.#carryLength;
        this.#handler.rowCut?.();
        this.line++;
      }
    }
    this.#carryLength = 0;
  }

  /** Gets past the LF of a CRLF cut in two, and past the rest of a row that was too long. */
  #resume(chunk: Uint8Array): number {
    let at = 0;
    if (this.#isSkipping) {
      while (at < chunk.length && chunk[at] !== LF && chunk[at] !== CR) at++;
      if (at === chunk.length) return at;
      this.#isSkipping = false;
      this.#isAfterCr = chunk[at] === CR;
      this.line++;
      at++;
    }
    if (this.#isAfterCr && at < chunk.length) {
      if (chunk[at] === LF) at++;
      this.#isAfterCr = false;
    }
    return at;
  }

  /** Ends the carried row with the chunk's first bytes. @returns where in the chunk to go on, or -1 if it was used up */
  #finishCarried(chunk: Uint8Array, from: number): number {
    let taken = from;
    while (taken < chunk.length) {
      const carried = this.#carryLength;
      const step = Math.min(chunk.length - taken, Math.max(STEP_BYTES, carried));
      this.#append(chunk, taken, taken + step);
      taken += step;
      this.#carry[this.#carryLength] = LF;
      const used = this.#split(this.#carry, 0, this.#carryLength, false);
      if (this.#isSkipping) {
        this.#carryLength = 0;
        const rest = chunk.subarray(taken);
        const resumed = this.#resume(rest);
        if (resumed === rest.length) return -1;
        return taken + resumed;
      }
      if (used >= carried) {
        const at = taken - (this.#carryLength - used);
        this.#carryLength = 0;
        if (at < chunk.length) {
          // A CR was the last byte looked at, but the LF behind it is already here.
          if (this.#isAfterCr) return at + this.#resume(chunk.subarray(at, at + 1));
          return at;
        }
        return -1;
      }
      this.#carry.copyWithin(0, used, this.#carryLength);
      this.#carryLength -= used;
    }
    return -1;
  }

  #append(chunk: Uint8Array, from: number, to: number): void {
    const length = this.#carryLength + to - from;
    if (length + 1 > this.#carry.length) {
      const carry = new Uint8Array(Math.max(length + 1, this.#carry.length * 2));
      carry.set(this.#carry.subarray(0, this.#carryLength));
      this.#carry = carry;
    }
    this.#carry.set(chunk.subarray(from, to), this.#carryLength);
    this.#carryLength = length;
  }

  /**
   * Splits the rows of `bytes[from, limit)`. Either `bytes[limit - 1]` or, as a sentinel, `bytes[limit]` must be a line end.
   * @returns where the first unfinished row begins
   */
  #split(bytes: Uint8Array, from: number, limit: number, isEnd: boolean): number {
    const { starts, ends } = this;
    const handler = this.#handler;
    const delimiter = this.#delimiter;
    const maxCells = this.#maxCells;
    const isGbPipe = this.#isGbPipe;
    const maxRowBytes = this.#maxRowBytes;
    // Bytes above this are nothing special; with a comma or a tab, that is most of them.
    const plain = delimiter > CR ? delimiter : CR;
    this.raw = bytes;
    let at = from;
    while (at < limit) {
      const rowStart = at;
      let cells = 0;
      let lines = 1;
      let isLiteral = false;
      let hasEscapes = false;
      let byte = bytes[at]!;
      for (;;) {
        let cellStart = at;
        let cellEnd = -1;
        if ((byte === QUOTE || byte === SPACE) && !isLiteral) {
          const after = this.#readQuoted(bytes, at, rowStart, limit, isEnd);
          if (after === INCOMPLETE) return rowStart;
          if (after === NOT_QUOTED) {
            if (this.#isCellEscaped) {
              isLiteral = true;
              this.hasLineEndInQuotes = true;
            }
          } else {
            cellStart = this.#cellStart;
            cellEnd = this.#cellEnd;
            lines += this.#quotedLines;
            if (this.#quotedLines > 0) this.hasLineEndInQuotes = true;
            if (this.#isCellEscaped && cells < maxCells) {
              this.#isEscaped[cells] = 1;
              hasEscapes = true;
            }
            at = after;
            byte = bytes[at]!;
          }
        }
        while (byte > plain || (byte !== delimiter && byte !== LF && byte !== CR)) byte = bytes[++at]!;
        if (isGbPipe) {
          while (byte === delimiter && isTrailByte(bytes, cellStart, at)) {
            do byte = bytes[++at]!;
            while (byte !== delimiter && byte !== LF && byte !== CR);
          }
        }
        if (cells < maxCells) {
          starts[cells] = cellStart;
          ends[cells] = cellEnd < 0 ? at : cellEnd;
        }
        cells++;
        if (byte !== delimiter) break;
        byte = bytes[++at]!;
      }
      this.rawStart = rowStart;
      this.rawEnd = at;
      if (at - rowStart > maxRowBytes) {
        if (hasEscapes) this.#isEscaped.fill(0);
        this.rawEnd = rowStart + maxRowBytes;
        handler.rowTooLong();
        if (at === limit) {
          this.line += lines - 1;
          this.#isSkipping = true;
          return limit;
        }
      } else if (at === limit && !isEnd) {
        if (hasEscapes) this.#isEscaped.fill(0);
        return rowStart;
      } else if (hasEscapes) this.#handUnescaped(bytes, cells);
      else if (cells > 1 || at > rowStart) handler.row(bytes, cells);
      this.line += lines;
      if (byte === CR) {
        if (at + 1 >= limit) this.#isAfterCr = true;
        else if (bytes[at + 1] === LF) at++;
      }
      at++;
    }
    return at;
  }

  /**
   * Reads the cell at `at` if it is quoted; its bounds are left in the `#cell…` fields.
   * @returns where its delimiter or line end is; NOT_QUOTED (with `#isCellEscaped` set if a quote did begin, but in vain); or
   * INCOMPLETE if more bytes are needed to tell
   */
  #readQuoted(bytes: Uint8Array, at: number, rowStart: number, limit: number, isEnd: boolean): number {
    this.#isCellEscaped = false;
    this.#quotedLines = 0;
    let quote = at;
    while (quote < limit && bytes[quote] === SPACE) quote++;
    if (quote >= limit || bytes[quote] !== QUOTE) return NOT_QUOTED;
    const bound = Math.min(limit, rowStart + this.#maxRowBytes);
    const isBound = isEnd || limit - rowStart > this.#maxRowBytes;
    let isEscaped = false;
    for (let look = quote + 1; look < bound; look++) {
      const byte = bytes[look];
      if (byte === LF) {
        if (bytes[look - 1] !== CR) this.#quotedLines++;
      } else if (byte === CR) this.#quotedLines++;
      if (byte !== QUOTE) continue;
      if (look + 1 < limit && bytes[look + 1] === QUOTE) {
        isEscaped = true;
        look++;
        continue;
      }
      let after = look + 1;
      while (after < bound && bytes[after] === SPACE) after++;
      const next = bytes[after];
      if (after >= limit ? isEnd : next === this.#delimiter || next === LF || next === CR) {
        this.#cellStart = quote + 1;
        this.#cellEnd = look;
        this.#isCellEscaped = isEscaped;
        return after;
      }
      // As many bytes as a row may have, and still blanks behind the quote: that would depend on where the bytes are cut.
      if (after >= limit || (after === bound && next === SPACE)) break;
      // Something stands behind the closing quote: a stray quote in the text, unless lines lie between the two.
      if (this.#quotedLines > 0) {
        this.#isCellEscaped = true;
        return NOT_QUOTED;
      }
    }
    if (!isBound) return INCOMPLETE;
    this.#isCellEscaped = true;
    return NOT_QUOTED;
  }

  /** Hands on a row in which doubled quotes stand for quotes: from a copy, with each escaped cell mended. */
  #handUnescaped(bytes: Uint8Array, cells: number): void {
    const stored = Math.min(cells, this.#maxCells);
    let size = 0;
    for (let cell = 0; cell < stored; cell++) size += this.ends[cell]! - this.starts[cell]!;
    if (size > this.#unescaped.length) this.#unescaped = new Uint8Array(size * 2);
    const to = this.#unescaped;
    let length = 0;
    for (let cell = 0; cell < stored; cell++) {
      const isEscaped = this.#isEscaped[cell] === 1;
      const end = this.ends[cell]!;
      const start = length;
      for (let at = this.starts[cell]!; at < end; at++) {
        to[length++] = bytes[at]!;
        if (isEscaped && bytes[at] === QUOTE && bytes[at + 1] === QUOTE) at++;
      }
      this.starts[cell] = start;
      this.ends[cell] = length;
    }
    this.#isEscaped.fill(0);
    this.#handler.row(to, cells);
  }
}

/** True if the byte at `at` is the second byte of a GBK character: then an odd number of lead bytes stands before it. */
function isTrailByte(bytes: Uint8Array, start: number, at: number): boolean {
  let lead = at;
  while (lead > start && bytes[lead - 1]! >= 0x81) lead--;
  return (at - lead) % 2 === 1;
}
