/** Streaming reader of delimited text: bytes in, records out. */
import type { FileLayout } from './inspection.ts';
import { isForKernel, KernelRows } from './kernelRows.ts';
import { columnsNeeded, RecordParser } from './recordParser.ts';
import type { RecordSink } from './recordSink.ts';
import { RowFeed } from './rowFeed.ts';
import { RowSplitter } from './rowSplitter.ts';
import { createSectionReader } from './sectionReader.ts';

export interface TextReader {
  /** Takes the file's next bytes; chunks may end anywhere. Nothing of the chunk is kept. */
  push(chunk: Uint8Array): void;
  /** Call once after the last chunk. */
  end(): void;
  /** Instead of `end`, where the bytes broke off: the row they end in is rejected, as nobody knows how it went on. */
  cut(): void;
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
  if (layout.sections !== undefined) return createSectionReader(layout, layout.sections, sink);
  let splitter: RowSplitter | undefined;
  const parser = new RecordParser(layout, sink, (handler) =>
    (splitter = new RowSplitter(handler, layout.delimiter.charCodeAt(0), columnsNeeded(layout), layout.encoding === 'gb18030')));
  const lines = splitter!;
  lines.line = firstLine;
  const direct = sink.direct ?? null;
  const kernel = direct !== null && isForKernel(layout, parser, columnsNeeded(layout)) ? new KernelRows(layout, parser, lines, sink, direct) : null;
  const feed = new RowFeed(layout, kernel ?? lines, firstLine === 1);
  return {
    push: (chunk) => feed.push(chunk),
    end: () => feed.end(),
    cut: () => feed.cut(),
    get rows() {
      return parser.accepted + (kernel?.accepted ?? 0);
    },
    get rejected() {
      return parser.rejected;
    },
    get skipped() {
      return parser.skipped;
    },
    get line() {
      return lines.line;
    },
    get hasLineEndInQuotes() {
      return lines.hasLineEndInQuotes;
    },
  };
}
