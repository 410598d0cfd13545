/** The first rows of a file, as text, for finding out what they are. */
import { RowSplitter } from './rowSplitter.ts';

export interface HeadRow {
  /** From 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** Columns looked at; call records have at most a few dozen. */
const MAX_CELLS = 256;

/** Of a longer cell, which is no name, number or time, only the beginning is looked at. */
const LONGEST_CELL = 1000;

/** Looked at before it is asked whether there are rows enough; each piece that follows is twice as large. */
const PIECE_BYTES = 16 << 10;

/** A byte-order mark stays, until the blanks around its cell are taken off. */
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** The first rows of a text by what may part their cells; what was split once is not split again. */
export class HeadText {
  readonly #utf8: Uint8Array;
  readonly #known = new Map<string, { readonly rows: readonly HeadRow[]; readonly limit: number }>();

  constructor(utf8: Uint8Array) {
    this.#utf8 = utf8;
  }

  rows(delimiter: string, limit: number): readonly HeadRow[] {
    let known = this.#known.get(delimiter);
    if (known === undefined || known.limit < limit) this.#known.set(delimiter, (known = { rows: splitHead(this.#utf8, delimiter, limit), limit }));
    return known.limit === limit ? known.rows : known.rows.slice(0, limit);
  }
}

/** Rows of a text in valid UTF-8, at most `limit`; blank lines are left out, cells are trimmed. */
export function splitHead(utf8: Uint8Array, delimiter: string, limit: number): HeadRow[] {
  const rows: HeadRow[] = [];
  let piece = new Piece(utf8.subarray(0, 0));
  const splitter: RowSplitter = new RowSplitter({
    row(bytes, cells) {
      if (rows.length >= limit) return;
      const { starts, ends } = splitter;
      const texts: string[] = [];
      for (let cell = 0; cell < Math.min(cells, MAX_CELLS); cell++) {
        const start = starts[cell]!;
        const end = ends[cell]!;
        texts.push(cleanCell((bytes === piece.bytes ? piece.text(start, end) : decoder.decode(bytes.subarray(start, end))).slice(0, LONGEST_CELL)));
      }
      if (texts.length > 1 || texts[0] !== '') rows.push({ line: splitter.line, cells: texts });
    },
    rowTooLong() {},
  }, delimiter.charCodeAt(0), MAX_CELLS, false);
  for (let at = 0; at < utf8.length && rows.length < limit; at += piece.bytes.length) {
    let end = at + Math.max(PIECE_BYTES, at);
    while (isWithinCharacter(utf8[end])) end++;
    piece = new Piece(utf8.subarray(at, end));
    splitter.push(piece.bytes);
  }
  splitter.end();
  return rows;
}

/** UTF-8 that is decoded once, of which texts are asked for in order. */
class Piece {
  readonly bytes: Uint8Array;
  readonly #text: string;
  /** A byte, and the place in the text of what it begins. */
  #byte = 0;
  #place = 0;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
    this.#text = decoder.decode(bytes);
  }

  /** Text of `bytes[start, end)`, which stands behind all that were asked for before. */
  text(start: number, end: number): string {
    return this.#text.slice(this.#placeOf(start), this.#placeOf(end));
  }

  #placeOf(byte: number): number {
    // In ASCII a character is a byte.
    if (this.#text.length === this.bytes.length) return byte;
    for (; this.#byte < byte; this.#byte++) {
      const lead = this.bytes[this.#byte]!;
      // What takes four bytes takes two places.
      if (!isWithinCharacter(lead)) this.#place += lead >= 0xf0 ? 2 : 1;
    }
    return this.#place;
  }
}

/** True for a byte behind the first of a character. */
function isWithinCharacter(byte: number | undefined): boolean {
  return byte !== undefined && (byte & 0xc0) === 0x80;
}

/** A cell without blanks around it and without a spreadsheet's `'…'` or `="…"`. */
function cleanCell(text: string): string {
  if (isClean(text)) return text;
  const trimmed = text.replaceAll('\0', ' ').trim();
  if (!/^['=]/.test(trimmed)) return trimmed;
  const formula = /^="(.*)"$/s.exec(trimmed);
  if (formula) return formula[1]!.trim();
  const quoted = /^'(.*?)'?$/s.exec(trimmed);
  return quoted ? quoted[1]!.trim() : trimmed;
}

/** True for a text, as most are, that begins and ends with a plain letter, figure or sign: nothing is to be taken off. */
function isClean(text: string): boolean {
  const first = text.charCodeAt(0);
  const last = text.charCodeAt(text.length - 1);
  return first > 39 && first < 127 && first !== 61 && last > 32 && last < 127 && !text.includes('\0');
}
