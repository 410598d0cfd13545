/** The first rows of a file, as text, for finding out what they are. */
import { RowSplitter } from './rowSplitter.ts';

export interface HeadRow {
  /** From 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** Columns looked at; call records have at most a few dozen. */
const MAX_CELLS = 256;

/** Looked at before it is asked again whether there are rows enough. */
const PIECE_BYTES = 16 << 10;

/** Rows of a text, at most `limit`; blank lines are left out, cells are trimmed. */
export function splitHead(utf8: Uint8Array, delimiter: string, limit: number): HeadRow[] {
  const rows: HeadRow[] = [];
  const decoder = new TextDecoder();
  const splitter: RowSplitter = new RowSplitter({
    row(bytes, cells) {
      if (rows.length >= limit) return;
      const { starts, ends } = splitter;
      const count = Math.min(cells, MAX_CELLS);
      const from = starts[0]!;
      const whole = decoder.decode(bytes.subarray(from, ends[count - 1]));
      // In ASCII a character is a byte, so that the row needs decoding but once.
      const isAscii = whole.length === ends[count - 1]! - from;
      const texts: string[] = [];
      for (let cell = 0; cell < count; cell++) {
        texts.push(cleanCell(isAscii ? whole.slice(starts[cell]! - from, ends[cell]! - from) : decoder.decode(bytes.subarray(starts[cell], ends[cell]))));
      }
      if (texts.length > 1 || texts[0] !== '') rows.push({ line: splitter.line, cells: texts });
    },
    rowTooLong() {},
  }, delimiter.charCodeAt(0), MAX_CELLS, false);
  for (let at = 0; at < utf8.length && rows.length < limit; at += PIECE_BYTES) splitter.push(utf8.subarray(at, at + PIECE_BYTES));
  splitter.end();
  return rows;
}

/** A cell without blanks around it and without a spreadsheet's `'…'` or `="…"`. */
function cleanCell(text: string): string {
  if (isClean(text)) return text;
  const trimmed = text.replaceAll('\0', ' ').trim();
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
