/** Streaming reader of delimited text: bytes in, records out. */
import type { FileLayout } from './inspection.ts';
import { columnsNeeded, RecordParser } from './recordParser.ts';
import type { RecordSink } from './recordSink.ts';
import { RowSplitter } from './rowSplitter.ts';

export interface TextReader {
  /** Takes the file's next bytes; chunks may end anywhere. Nothing of the chunk is kept. */
  push(chunk: Uint8Array): void;
  /** Call once after the last chunk. */
  end(): void;
  /** Records accepted. */
  readonly rows: number;
  readonly rejected: number;
  /** Rows that are no records: totals, notes at the end, repeated headers. Blank lines are counted nowhere. */
  readonly skipped: number;
  /** Line, from 1, that the reader has come to; after `end`, one more than the file has lines. */
  readonly line: number;
  /** True once a quote held a line end, or opened and never closed: then the file must not be read in pieces side by side. */
  readonly hasLineEndInQuotes: boolean;
}

/**
 * Reads a file of this layout into `sink`, in file order.
 *
 * @param firstLine number of the first line that will be pushed; above `layout.headerLine` for a piece from within the file,
 * which must begin with a whole line
 * @throws RangeError if the platform does not know `layout.zone`
 */
export function createTextReader(layout: FileLayout, sink: RecordSink, firstLine = 1): TextReader {
  let splitter: RowSplitter | undefined;
  const parser = new RecordParser(layout, sink, (handler) =>
    (splitter = new RowSplitter(handler, layout.delimiter.charCodeAt(0), columnsNeeded(layout), layout.encoding === 'gb18030')));
  const rows = splitter!;
  rows.line = firstLine;
  const isUtf16 = layout.encoding === 'utf-16le' || layout.encoding === 'utf-16be';
  const decoder = isUtf16 ? new TextDecoder(layout.encoding, { ignoreBOM: true }) : null;
  let bomLeft = firstLine === 1 ? layout.bomBytes : 0;
  let utf8 = new Uint8Array(0);

  /** UTF-16 is read as UTF-8, so that there is one way to read. */
  const pushText = (text: string): void => {
    if (utf8.length < text.length * 3) utf8 = new Uint8Array(text.length * 3);
    const { written } = encoder.encodeInto(text, utf8);
    rows.push(utf8.subarray(0, written));
  };
  return {
    push(chunk) {
      const skip = Math.min(bomLeft, chunk.length);
      bomLeft -= skip;
      // A plain view, whatever the platform's own kind of byte array, keeps the loops fast.
      const bytes = new Uint8Array(chunk.buffer, chunk.byteOffset + skip, chunk.byteLength - skip);
      if (bytes.length === 0) return;
      if (decoder === null) rows.push(bytes);
      else pushText(decoder.decode(bytes, { stream: true }));
    },
    end() {
      if (decoder !== null) pushText(decoder.decode());
      rows.end();
    },
    get rows() {
      return parser.accepted;
    },
    get rejected() {
      return parser.rejected;
    },
    get skipped() {
      return parser.skipped;
    },
    get line() {
      return rows.line;
    },
    get hasLineEndInQuotes() {
      return rows.hasLineEndInQuotes;
    },
  };
}

const encoder = new TextEncoder();
