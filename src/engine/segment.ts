import type { Inspection } from '../ingest/inspection.ts';
import { createTextReader } from '../ingest/textReader.ts';
import type { FileLayout } from '../ingest/inspection.ts';
import type { ByteSource } from './byteSource.ts';
import { piecesOf } from './byteSource.ts';
import { LineMarks } from './lineMarks.ts';
import type { PartReader } from './partReader.ts';

const LF = 10;
/** Below this, starting more readers costs more than they save. */
const LEAST_SEGMENT_BYTES = 4 << 20;
/** A segment may have a line for each so many of its bytes; more (mostly blank lines) are read as one piece. */
const LEAST_LINE_BYTES = 4;
/** Read at a time behind a segment's end, for the line that crosses it. */
const TAIL_BYTES = 64 << 10;

/** A table that can only be read from its beginning. */
export interface WholeTable {
  /** Its name in its file. */
  readonly table: string;
  /** True when the file itself is its text. */
  readonly isPlain: boolean;
}

/** A stretch of a file: the rows whose first byte is in [start, end); or a whole table of it. */
export interface Segment {
  /** Index among the tables that are read. */
  readonly file: number;
  readonly start: number;
  /** Exclusive. */
  readonly end: number;
  /** Added to the lines of its records; see `LineSegment`. */
  readonly base: number;
  /** Most lines that it may have. */
  readonly lines: number;
  /** Null for a stretch of plain text. */
  readonly whole: WholeTable | null;
}

/** The files cannot be read in pieces: a quote holds a line end, there are more lines than bytes allow for, or ids clash. */
export class NotDivisible extends Error {}

/** Lines that all whole tables together may have, so that places are left for files that are added later. */
const MOST_LINES_OF_WHOLE = 2 ** 30;
/** What a table says of the length of its text is a guess; so many lines it may always have. */
const LEAST_LINES_OF_WHOLE = 1 << 16;

/** What of a table tells how it can be cut. */
type Cuttable = Pick<Inspection, 'file' | 'table' | 'format' | 'bytes' | 'textBytes'> & { readonly tables: readonly unknown[]; readonly layout: Pick<FileLayout, 'encoding' | 'sections' | 'hasDayRows'> };

/**
 * Deals the tables of files to some readers: plain text is cut where the shares demand it, all else is read as a whole by one of them. Each
 * reader's segments are in file order. Null when all should be read as one piece.
 * @param earlier what is taken by the first reader before its share, for as long as it takes to read so many bytes: records of a dataset that the
 * files are added to, whose lines are numbered up to `lines`
 */
export function cutFiles(
  inspections: readonly Cuttable[], readers: number, earlier: { readonly lines: number; readonly bytes: number } = { lines: 0, bytes: 0 }, leastBytes = LEAST_SEGMENT_BYTES,
): Segment[][] | null {
  const bytesTotal = inspections.reduce((sum, { textBytes }) => sum + textBytes, earlier.bytes);
  if (readers < 2 || bytesTotal < readers * leastBytes) return null;
  const loads = Array.from({ length: readers }, (_, reader) => (reader === 0 ? earlier.bytes : 0));
  const readerOf = dealWhole(inspections, loads);
  const bytesOf = (isWhole: boolean) => inspections.reduce((sum, { textBytes }, file) => sum + (readerOf.has(file) === isWhole ? textBytes : 0), 0);
  const [wholeBytes, plainBytes] = [bytesOf(true), bytesOf(false)];
  // Plain text, laid end to end, is cut so that each reader gets what it lacks of an equal share.
  const lacks = loads.map((load) => Math.max(0, bytesTotal / readers - load));
  const lacking = lacks.reduce((sum, lack) => sum + lack, 0);
  const edges = [0];
  for (let reader = 0, sum = 0; reader < readers; reader++) edges.push(Math.floor((plainBytes * (sum += lacks[reader]!)) / Math.max(1, lacking)));
  edges[readers] = plainBytes;

  const shares: Segment[][] = Array.from({ length: readers }, () => []);
  let base = earlier.lines;
  let before = 0;
  for (const [file, { bytes, textBytes, table, format }] of inspections.entries()) {
    const whole = readerOf.get(file);
    if (whole !== undefined) {
      const lines = LEAST_LINES_OF_WHOLE + Math.ceil(textBytes * Math.min(1, MOST_LINES_OF_WHOLE / wholeBytes));
      shares[whole]!.push({ file, start: 0, end: bytes, base, lines, whole: { table, isPlain: format === 'text' } });
      base += lines;
      continue;
    }
    for (const [reader, share] of shares.entries()) {
      const start = Math.max(0, edges[reader]! - before);
      const end = Math.min(bytes, edges[reader + 1]! - before);
      if (start >= end) continue;
      const lines = linesAllowed(end - start);
      share.push({ file, start, end, base, lines, whole: null });
      base += lines;
    }
    before += bytes;
  }
  return base < 2 ** 32 ? shares : null;
}

/**
 * The reader of each table that can only be read as a whole: the largest first, each to who has least. Sheets of a workbook stay together.
 * @param loads bytes that each reader has already; the tables' are added
 */
function dealWhole(inspections: readonly Cuttable[], loads: number[]): Map<number, number> {
  const together: { readonly files: number[]; bytes: number }[] = [];
  for (const [file, inspection] of inspections.entries()) {
    if (isDivisible(inspection)) continue;
    const before = inspections[file - 1];
    // A workbook is one file of strings that all its sheets share.
    if (inspection.format === 'xlsx' && before?.format === 'xlsx' && before.file === inspection.file && together.length > 0) {
      together.at(-1)!.files.push(file);
      together.at(-1)!.bytes += inspection.textBytes;
    } else {
      together.push({ files: [file], bytes: inspection.textBytes });
    }
  }
  const readerOf = new Map<number, number>();
  for (const { files, bytes } of together.toSorted((a, b) => b.bytes - a.bytes)) {
    const least = loads.indexOf(Math.min(...loads));
    loads[least]! += bytes;
    for (const file of files) readerOf.set(file, least);
  }
  return readerOf;
}

/**
 * UTF-16's line ends are two bytes; all other encodings end a line with the byte LF (or CR before it) and use it for nothing else. What a
 * row means may depend on one far above it.
 */
function isDivisible({ format, tables, layout: { encoding, sections, hasDayRows } }: Cuttable): boolean {
  return format === 'text' && tables.length === 0 && (encoding === 'utf-8' || encoding === 'gb18030') && sections === undefined && hasDayRows !== true;
}

/** The same for a file of which nothing is known but its size: right for plain text. Null when it will not be cut. */
export function guessSegments(bytes: number, readers: number): readonly Segment[] | null {
  const asText = { file: '', table: '', tables: [], format: 'text', bytes, textBytes: bytes, layout: { encoding: 'utf-8' } } as const;
  return cutFiles([asText], readers)?.flat() ?? null;
}

/** Where a plain segment is read from: the byte before it tells whether a row begins with it. */
export function readFrom({ start }: Segment): number {
  return Math.max(0, start - 1);
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
  let at = readFrom(segment);
  for await (const chunk of piecesOf(source, at, segment.end, TAIL_BYTES)) {
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
  if (reader.hasLineEndInQuotes || lines > segment.lines) throw new NotDivisible(source.name);
  part.endSegment(lines, marks?.take(reader));
}
