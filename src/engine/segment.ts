import type { Inspection } from '../ingest/inspection.ts';
import { createTextReader } from '../ingest/textReader.ts';
import type { FileLayout } from '../ingest/inspection.ts';
import type { ByteSource } from './byteSource.ts';
import { chunksOf } from './byteSource.ts';
import { LineMarks } from './lineMarks.ts';
import type { PartReader } from './partReader.ts';

const LF = 10;
/** Below this, starting more readers costs more than they save. */
const LEAST_SEGMENT_BYTES = 4 << 20;
/** A segment may have a line for each so many of its bytes; more (mostly blank lines) are read as one piece. */
const LEAST_LINE_BYTES = 4;
/** Read at a time behind a segment's end, for the line that crosses it. */
const TAIL_BYTES = 64 << 10;

/** A stretch of a file: the rows whose first byte is in [start, end). */
export interface Segment {
  readonly file: number;
  readonly start: number;
  /** Exclusive. */
  readonly end: number;
  /** Added to the lines of its records; see `LineSegment`. */
  readonly base: number;
}

/** The files cannot be read in pieces: a quote holds a line end, there are more lines than bytes allow for, or ids clash. */
export class NotDivisible extends Error {}

/**
 * Cuts files into segments for some readers, each reader's in file order; null when they should be read as one piece.
 */
export function cutFiles(inspections: readonly Inspection[], readers: number): Segment[][] | null {
  const bytesTotal = inspections.reduce((sum, { bytes }) => sum + bytes, 0);
  if (readers < 2 || bytesTotal < readers * LEAST_SEGMENT_BYTES) return null;
  if (!inspections.every(isDivisible)) return null;
  const shares: Segment[][] = Array.from({ length: readers }, () => []);
  let base = 0;
  let before = 0;
  for (const [file, { bytes }] of inspections.entries()) {
    // Reader i takes the bytes [i, i + 1) ÷ readers of all files laid end to end.
    for (const [reader, share] of shares.entries()) {
      const start = Math.max(0, Math.floor((bytesTotal * reader) / readers) - before);
      const end = Math.min(bytes, Math.floor((bytesTotal * (reader + 1)) / readers) - before);
      if (start >= end) continue;
      share.push({ file, start, end, base });
      base += linesAllowed(end - start);
    }
    before += bytes;
  }
  return base < 2 ** 32 ? shares : null;
}

/** What is packed can only be read from its beginning. UTF-16's line ends are two bytes; all other encodings end a line with the byte LF (or CR before it) and use it for nothing else. */
function isDivisible({ format, tables, layout: { encoding } }: Inspection): boolean {
  return format === 'text' && tables.length === 0 && (encoding === 'utf-8' || encoding === 'gb18030');
}

function linesAllowed(bytes: number): number {
  return Math.ceil(bytes / LEAST_LINE_BYTES) + 2;
}

/**
 * Reads one segment into `part`. Throws NotDivisible when that cannot be done right.
 * @param onRead told the bytes of each chunk after it was read
 */
export async function readSegment(
  source: ByteSource, layout: FileLayout, segment: Segment, part: PartReader, onRead: (bytes: number) => Promise<void>,
): Promise<void> {
  const isFirst = segment.start === 0;
  // From within the file the header lies behind; the first line only has to be beyond it.
  const firstLine = isFirst ? 1 : Math.max(2, layout.headerLine + 1);
  part.beginSegment(segment.file, source.name, layout.encoding, segment.base, firstLine);
  const reader = createTextReader(layout, part, firstLine);
  let isInRow = isFirst;
  let marks = isFirst ? new LineMarks(firstLine, 0) : null;
  let at = isFirst ? 0 : segment.start - 1;
  for await (const chunk of chunksOf(source, at, segment.end, TAIL_BYTES)) {
    let from = 0;
    if (!isInRow) {
      const lineEnd = chunk.indexOf(LF);
      if (lineEnd >= 0) {
        isInRow = true;
        from = lineEnd + 1;
        marks = new LineMarks(firstLine, at + from);
      }
      // The line that began before this segment goes on to its end: no row begins here.
      if (at + (lineEnd < 0 ? chunk.length : from) >= segment.end) break;
      if (lineEnd < 0) {
        at += chunk.length;
        continue;
      }
    }
    const isLast = at + chunk.length >= segment.end;
    const lineEnd = isLast ? chunk.indexOf(LF, Math.max(from, segment.end - 1 - at)) : -1;
    reader.push(chunk.subarray(from, lineEnd < 0 ? chunk.length : lineEnd + 1));
    at += chunk.length;
    if (lineEnd < 0) marks?.note(reader, chunk, at);
    await onRead(chunk.length);
    if (lineEnd >= 0) break;
  }
  reader.end();
  const lines = reader.line - firstLine;
  if (reader.hasLineEndInQuotes || lines > linesAllowed(segment.end - segment.start)) throw new NotDivisible(source.name);
  part.endSegment(lines, marks?.take(reader));
}
