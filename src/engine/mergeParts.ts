import { ByteInterner } from '../records/byteInterner.ts';
import type { LineSegment, RejectedRow, SourceFile } from '../records/communication.ts';
import { OddNumbers } from '../records/oddNumbers.ts';
import type { IdMap } from '../records/recordGrouper.ts';
import type { PartSummary } from './partReader.ts';
import { MAX_REJECTED_KEPT } from './partReader.ts';
import { NotDivisible } from './segment.ts';

/** What the parts read, as one: everything of a dataset but its numbers. */
export interface MergedParts {
  readonly files: readonly SourceFile[];
  readonly lineSegments: readonly LineSegment[];
  readonly rejected: readonly RejectedRow[];
  readonly rejectedCount: number;
  readonly recordCount: number;
  readonly offsetsS: readonly number[];
  readonly oddNumbers: OddNumbers;
  readonly cells: ByteInterner;
  /** Local days since 1970; firstDay > lastDay when there are no records. */
  readonly firstDay: number;
  readonly lastDay: number;
  readonly firstAt: PartSummary['firstAt'];
  readonly lastAt: PartSummary['lastAt'];
  readonly recordsByDay: Uint32Array;
  /** Each part's ids → the dataset's; null where they are the same. */
  readonly idMaps: readonly (IdMap | null)[];
}

/** @param files name and size of each file, by index */
export function mergeParts(parts: readonly PartSummary[], files: readonly { readonly name: string; readonly bytes: number }[]): MergedParts {
  const segments = parts.flatMap((part, index) => part.segments.map((segment, i) => ({ ...segment, part: index, i }))).toSorted((a, b) => a.base - b.base);
  const linesBefore = new Map<object, number>();
  const linesOfFile = files.map(() => 0);
  const lineSegments = segments.map((segment): LineSegment => {
    // Whatever line the reader began to count at, the segment begins behind the file's earlier ones.
    const before = linesOfFile[segment.file]! - (segment.firstLine - 1);
    linesOfFile[segment.file]! += segment.lines;
    linesBefore.set(parts[segment.part]!.segments[segment.i]!, before);
    const { base, file, encoding, marks, firstLine, lines } = segment;
    return { base, file, linesBefore: before, encoding, end: base + firstLine + lines, ...(marks && { marks }) };
  });
  const rejected = parts
    .flatMap((part) => part.rejected.map(({ segment, ...row }) => ({ row, of: part.segments[segment]! })))
    .toSorted((a, b) => a.of.base + a.row.line - (b.of.base + b.row.line))
    .slice(0, MAX_REJECTED_KEPT)
    .map(({ row, of }) => ({ ...row, line: linesBefore.get(of)! + row.line }));
  const ofFile = (file: number, count: 'rows' | 'rejected') =>
    segments.reduce((sum, segment) => sum + (segment.file === file ? segment[count] : 0), 0);
  const noticesOf = (file: number) => segments.flatMap((segment) => (segment.file === file ? (segment.notices ?? []) : []));
  const days = mergeDays(parts);
  const ids = mergeIds(parts);
  const moment = (which: 'firstAt' | 'lastAt') =>
    parts
      .flatMap((part, i) => (part[which] === null ? [] : [{ at: part[which].at, offset: ids.idMaps[i]?.offsets[part[which].offset] ?? part[which].offset }]))
      .reduce<PartSummary['firstAt']>((best, next) => (best === null || (which === 'firstAt' ? next.at < best.at : next.at > best.at) ? next : best), null);
  return {
    files: files.map(({ name, bytes }, file) => {
      const problems = noticesOf(file);
      return { name, bytes, sha256: null, rows: ofFile(file, 'rows'), rejected: ofFile(file, 'rejected'), ...(problems.length > 0 && { problems }) };
    }),
    lineSegments,
    rejected,
    rejectedCount: segments.reduce((sum, segment) => sum + segment.rejected, 0),
    recordCount: segments.reduce((sum, segment) => sum + segment.rows, 0),
    firstAt: moment('firstAt'),
    lastAt: moment('lastAt'),
    ...days,
    ...ids,
  };
}

function mergeDays(parts: readonly PartSummary[]): Pick<MergedParts, 'firstDay' | 'lastDay' | 'recordsByDay'> {
  const filled = parts.filter((part) => part.recordsByDay.length > 0);
  if (filled.length === 0) return { firstDay: 0, lastDay: -1, recordsByDay: new Uint32Array(0) };
  const firstDay = Math.min(...filled.map((part) => part.firstDay));
  const lastDay = Math.max(...filled.map((part) => part.firstDay + part.recordsByDay.length - 1));
  const recordsByDay = new Uint32Array(lastDay - firstDay + 1);
  for (const part of filled) {
    part.recordsByDay.forEach((count, day) => (recordsByDay[part.firstDay - firstDay + day]! += count));
  }
  return { firstDay, lastDay, recordsByDay };
}

function mergeIds(parts: readonly PartSummary[]): Pick<MergedParts, 'offsetsS' | 'oddNumbers' | 'cells' | 'idMaps'> {
  const offsetsS: number[] = [];
  const oddNumbers = new OddNumbers();
  const cells = new ByteInterner();
  const idMaps = parts.map((part): IdMap | null => {
    oddNumbers.add(part.oddNumbers.arena, part.oddNumbers.starts);
    if (oddNumbers.hasCollision && parts.length > 1) throw new NotDivisible('two odd numbers share an id');
    const { arena, starts } = part.cells;
    const cellIds = Uint32Array.from({ length: starts.length - 1 }, (_, id) => cells.intern(arena, starts[id]!, starts[id + 1]!));
    const offsetIds = Uint8Array.from(part.offsetsS, (offsetS) => {
      const known = offsetsS.indexOf(offsetS);
      // Beyond 32 offsets times are shown with another's, their hours as written all the same.
      return known >= 0 ? known : offsetsS.length < 32 ? offsetsS.push(offsetS) - 1 : 31;
    });
    const isSame = cellIds.every((to, from) => to === from) && offsetIds.every((to, from) => to === from);
    return isSame ? null : { cells: cellIds, offsets: offsetIds };
  });
  return { offsetsS, oddNumbers, cells, idMaps };
}
