/** Reader of a file whose parts have headers of their own: a parser for each, and rows go to that of the header above them. */
import type { FileLayout, FileSection } from './inspection.ts';
import { columnsNeeded, RecordParser } from './recordParser.ts';
import type { RecordSink } from './recordSink.ts';
import { RowFeed } from './rowFeed.ts';
import { RowSplitter, type RowHandler } from './rowSplitter.ts';
import type { TextReader } from './textReader.ts';

/** @param layout of a file that is read from its first line to its last */
export function createSectionReader(layout: FileLayout, sections: readonly FileSection[], sink: RecordSink): TextReader {
  const { encoding, bomBytes, delimiter, zone, isZoneChosen, owner, writtenIn } = layout;
  const ofFile = { encoding, bomBytes, delimiter, zone, isZoneChosen, owner, ...(writtenIn === undefined ? {} : { writtenIn }) };
  const layouts = sections.map((section): FileLayout => ({ ...ofFile, ...section, mapping: section.mapping ?? {} }));
  let skipped = 0;
  let at = 0;
  /** The parser of the row at hand. */
  const parserOfRow = () => {
    while (at + 1 < sections.length && sections[at + 1]!.from <= lines.line) at++;
    return parsers[at]!;
  };
  const handler: RowHandler = {
    row(bytes, cells) {
      const parser = parserOfRow();
      const { line, starts, ends } = lines;
      if (sections[at]!.mapping !== null) parser.row(bytes, cells);
      else if (line > sections[at]!.headerLine && !isBlank(bytes, starts[0]!, ends[Math.min(cells, ends.length) - 1]!)) skipped++;
    },
    rowTooLong: () => parserOfRow().rowTooLong(),
    rowCut: () => parserOfRow().rowCut(),
  };
  const lines = new RowSplitter(handler, delimiter.charCodeAt(0), Math.max(...layouts.map(columnsNeeded)), encoding === 'gb18030');
  const parsers = layouts.map((each) => new RecordParser(each, sink, () => lines));
  const feed = new RowFeed(layout, lines, true);
  const sum = (count: (parser: RecordParser) => number) => parsers.reduce((total, parser) => total + count(parser), 0);
  return {
    push: (chunk) => feed.push(chunk),
    end: () => feed.end(),
    cut: () => feed.cut(),
    get rows() {
      return sum(({ accepted }) => accepted);
    },
    get rejected() {
      return sum(({ rejected }) => rejected);
    },
    get skipped() {
      return skipped + sum((parser) => parser.skipped);
    },
    get line() {
      return lines.line;
    },
    get hasLineEndInQuotes() {
      return lines.hasLineEndInQuotes;
    },
  };
}

function isBlank(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (bytes[at]! > 32) return false;
  return true;
}
