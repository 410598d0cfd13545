/** The first rows of a file, as text, for finding out what they are. */
import { RowSplitter } from './rowSplitter.ts';

export interface HeadRow {
  /** From 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** Columns looked at; call records have at most a few dozen. */
const MAX_CELLS = 256;

/** Rows of a text, at most `limit`; blank lines are left out, cells are trimmed. */
export function splitHead(utf8: Uint8Array, delimiter: string, limit: number): HeadRow[] {
  const rows: HeadRow[] = [];
  const decoder = new TextDecoder();
  const splitter: RowSplitter = new RowSplitter({
    row(bytes, cells) {
      if (rows.length >= limit) return;
      const texts: string[] = [];
      for (let cell = 0; cell < Math.min(cells, MAX_CELLS); cell++) {
        texts.push(cleanCell(decoder.decode(bytes.subarray(splitter.starts[cell], splitter.ends[cell]))));
      }
      if (texts.length > 1 || texts[0] !== '') rows.push({ line: splitter.line, cells: texts });
    },
    rowTooLong() {},
  }, delimiter.charCodeAt(0), MAX_CELLS, false);
  splitter.push(utf8);
  splitter.end();
  return rows;
}

/** A cell without blanks around it and without a spreadsheet's `'…'` or `="…"`. */
function cleanCell(text: string): string {
  const trimmed = text.replaceAll('\0', ' ').trim();
  const formula = /^="(.*)"$/s.exec(trimmed);
  if (formula) return formula[1]!.trim();
  const quoted = /^'(.*?)'?$/s.exec(trimmed);
  return quoted ? quoted[1]!.trim() : trimmed;
}
