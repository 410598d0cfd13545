/** Reader of a file whose parts have headers of their own: a parser for each, and rows go to that of the header above them. */
import { FieldText } from './fieldText.ts';
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
  const text = new FieldText(encoding === 'gb18030');
  let skipped = 0;
  /** The part of the row at hand, and the next that begins in a known line. */
  let at = 0;
  let next = 1;
  let hasRecurred = false;
  const parserOfRow = () => {
    for (; next < sections.length && sections[next]!.from <= lines.line; next++) at = next;
    return (hasRecurred ? recurring : parsers)[at]!;
  };
  const isHeaderOf = ({ header }: FileSection, bytes: Uint8Array, cells: number) =>
    cells >= header.length && header.slice(0, lines.starts.length).every((name, column) => text.decode(bytes, lines.starts[column]!, lines.ends[column]!) === name);
  const handler: RowHandler = {
    row(bytes, cells) {
      parserOfRow();
      // Only the beginning of the file was looked at: further down the headers may recur.
      if (next === sections.length && lines.line > sections.at(-1)!.headerLine) {
        const found = sections.findIndex((section) => isHeaderOf(section, bytes, cells));
        hasRecurred ||= found >= 0;
        if (found >= 0) at = found;
      }
      const { line, starts, ends } = lines;
      if (sections[at]!.mapping !== null) parserOfRow().row(bytes, cells);
      else if (line > sections[at]!.headerLine && !isBlank(bytes, starts[0]!, ends[Math.min(cells, ends.length) - 1]!)) skipped++;
    },
    rowTooLong: () => parserOfRow().rowTooLong(),
    rowCut: () => parserOfRow().rowCut(),
  };
  const lines = new RowSplitter(handler, delimiter.charCodeAt(0), Math.max(...layouts.map(columnsNeeded)), encoding === 'gb18030');
  const parsers = layouts.map((each) => new RecordParser(each, sink, () => lines));
  // In a file of several subscribers nobody knows whose a header is that recurs.
  const recurring = sections.every((section) => section.owner === undefined) ? parsers : layouts.map((each) => new RecordParser({ ...each, owner: null }, sink, () => lines));
  const feed = new RowFeed(layout, lines, true);
  const sum = (count: (parser: RecordParser) => number) => [...new Set([...parsers, ...recurring])].reduce((total, parser) => total + count(parser), 0);
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
