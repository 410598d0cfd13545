/**
 * A scored dataset as bytes, for the browser's storage and for the demo build.
 *
 * `CALLCHN3`, the header's length as u32 and 4 bytes of padding, the header as JSON, then the sections, each at a multiple
 * of 8 bytes from the start. Sections are the raw little-endian bytes of typed arrays. The chunks, which hold all there is of
 * each number (`chunk.ts`), follow in the same file or lie in others.
 */
import { withLists } from '../analysis/numberMarks.ts';
import type { ScoredDataset } from '../analysis/scoredDataset.ts';
import type { FeatureName } from '../features/featureNames.ts';
import { CloserColumns } from '../features/closer/closerColumns.ts';
import { closerFeatureNames, recordFeatureNames } from '../features/featureNames.ts';
import { RECENT_WEEKS } from '../kernel/groupKernel.ts';
import { ByteInterner } from '../records/byteInterner.ts';
import type { LineSegment, RejectedRow, SourceFile } from '../records/communication.ts';
import { hasNoTables, noTables } from '../records/recordTables.ts';
import { OddNumbers } from '../records/oddNumbers.ts';
import type { Bytes } from './bytes.ts';
import { MemoryBytes, part } from './bytes.ts';
import type { Chunk } from './chunk.ts';
import type { LateColumns } from './chunkedTables.ts';
import { ChunkedRecords, ChunkedTables } from './chunkedTables.ts';
import { scoredTables } from './scoredTables.ts';
import { lookedAtOnce } from './takeCloserLook.ts';
import type { TablesHeader } from './tableSections.ts';
import { readTableSections, tableSections, tablesHeader } from './tableSections.ts';

const MAGIC = 'CALLCHN3';
const PREFIX_BYTES = 16;
/** Another number when a closer look finds otherwise than before; older datasets are then looked at anew. */
const CLOSER_VERSION = 2;
/** Columns that only all numbers together tell. */
const lateColumns = ['numbers_per_imei'] as const satisfies readonly FeatureName[];
/** The section of the counts that stand for the records of all numbers, where these come later. */
const WEEKS = 'weeks';

interface Section {
  readonly name: string;
  readonly offset: number;
  readonly bytes: number;
}

/** Where a chunk lies. */
export interface ChunkPlace {
  readonly rows: number;
  /** Index of the file; its bytes begin at `at`. */
  readonly file: number;
  readonly at: number;
  readonly bytes: number;
}

interface Header {
  readonly name: string;
  readonly files: readonly SourceFile[];
  readonly lineSegments: readonly LineSegment[];
  readonly rejected: readonly RejectedRow[];
  readonly rejectedCount: number;
  readonly recordCount: number;
  readonly duplicateCount?: number;
  readonly linkCount: number;
  readonly offsetsS: readonly number[];
  readonly zone: string;
  readonly firstDay: number;
  readonly lastDay: number;
  readonly firstAt: ScoredDataset['firstAt'];
  readonly lastAt: ScoredDataset['lastAt'];
  readonly baseRate: number;
  readonly scoredInMs: number | null;
  readonly recordWords: number;
  /** Absent where there are none. */
  readonly tables?: TablesHeader;
  /** How the closer features that are stored came about; absent before the closer look. */
  readonly closer?: { readonly version: number; readonly names: readonly string[] };
  /** Features of the chunks, in order. */
  readonly features: readonly string[];
  readonly chunks: readonly ChunkPlace[];
  readonly sections: readonly Section[];
}

/**
 * The head of a dataset, for chunks that follow it or are in files of their own.
 * @param weeks where the chunks are without their records: those of all of them (`Chunk.weeks`)
 */
export function encodeHead(dataset: ScoredDataset, chunks: readonly ChunkPlace[], weeks: Uint32Array | null = null): Uint8Array<ArrayBuffer> {
  const odd = dataset.oddNumbers.export();
  const cells = dataset.cells.export();
  const closer = dataset.lookCloser === null ? CloserColumns.of(dataset.features.columns, dataset.features.numbers.length).export() : null;
  const parts: readonly { readonly name: string; readonly pieces: readonly ArrayBufferView[] }[] = [
    ...lateColumns.map((name) => ({ name, pieces: [dataset.features.columns[name]] })),
    ...(closer === null ? [] : [{ name: 'closer.rows', pieces: [closer.rows] }, { name: 'closer.values', pieces: [closer.values] }]),
    ...(weeks === null ? [] : [{ name: WEEKS, pieces: [weeks] }]),
    { name: 'recordsByDay', pieces: [dataset.recordsByDay] },
    { name: 'oddNumbers.arena', pieces: [odd.arena] },
    { name: 'oddNumbers.starts', pieces: [odd.starts] },
    { name: 'cells.arena', pieces: [cells.arena] },
    { name: 'cells.starts', pieces: [cells.starts] },
    ...(hasNoTables(dataset.tables) ? [] : tableSections(dataset.tables)),
  ];
  // The header holds offsets that depend on its own length: lay out behind a reserved length that surely suffices.
  const layOut = (at: number): Section[] => {
    let offset = at;
    return parts.map(({ name, pieces }) => {
      const bytes = pieces.reduce((sum, piece) => sum + piece.byteLength, 0);
      const section = { name, offset, bytes };
      offset = aligned(offset + bytes);
      return section;
    });
  };
  const header = (sections: readonly Section[]): Uint8Array => {
    const { firstDay, lastDay, firstAt, lastAt, baseRate, scoredInMs } = dataset;
    const content: Header = {
      name: dataset.name, files: dataset.files, lineSegments: dataset.lineSegments, rejected: dataset.rejected, rejectedCount: dataset.rejectedCount,
      recordCount: dataset.recordCount, duplicateCount: dataset.duplicateCount, linkCount: dataset.linkCount, offsetsS: dataset.context.offsetsS,
      zone: dataset.context.zone, firstDay, lastDay, firstAt, lastAt, baseRate, scoredInMs, recordWords: dataset.records.recordWords,
      ...(hasNoTables(dataset.tables) ? {} : { tables: tablesHeader(dataset.tables) }),
      ...(closer === null ? {} : { closer: closerDescription() }),
      features: recordFeatureNames, chunks, sections,
    };
    return new TextEncoder().encode(JSON.stringify(content));
  };
  const reserved = aligned(header(layOut(Number.MAX_SAFE_INTEGER / 2)).length + PREFIX_BYTES);
  const sections = layOut(reserved);
  const json = header(sections);
  const last = sections.at(-1)!;
  const bytes = new Uint8Array(aligned(last.offset + last.bytes));
  bytes.fill(32, 0, reserved);
  bytes.set(new TextEncoder().encode(MAGIC));
  new DataView(bytes.buffer).setUint32(8, json.length, true);
  bytes.set(json, PREFIX_BYTES);
  for (const [i, { pieces }] of parts.entries()) {
    let at = sections[i]!.offset;
    for (const piece of pieces) {
      bytes.set(new Uint8Array(piece.buffer, piece.byteOffset, piece.byteLength), at);
      at += piece.byteLength;
    }
  }
  return bytes;
}

/**
 * What a closer look found, as a file of its own beside a head that was written before: the length of its description as u32, of its rows as
 * u32, the description as JSON, then from a multiple of 8 bytes on the values and the rows.
 */
export function encodeCloser({ features }: ScoredDataset): Uint8Array<ArrayBuffer> {
  const { rows, values } = CloserColumns.of(features.columns, features.numbers.length).export();
  const json = new TextEncoder().encode(JSON.stringify(closerDescription()));
  const at = aligned(8 + json.length);
  const bytes = new Uint8Array(at + values.byteLength + rows.byteLength);
  new Uint32Array(bytes.buffer, 0, 2).set([json.length, rows.length]);
  bytes.set(json, 8);
  bytes.set(new Uint8Array(values.buffer, values.byteOffset, values.byteLength), at);
  bytes.set(new Uint8Array(rows.buffer, rows.byteOffset, rows.byteLength), at + values.byteLength);
  return bytes;
}

/** null when the bytes are not whole, or another version's: then the dataset is looked at anew. */
function decodeCloser(bytes: Uint8Array<ArrayBuffer>, rowCount: number): CloserColumns | null {
  if (bytes.length < 8) return null;
  const [jsonBytes, rows] = new Uint32Array(bytes.buffer, 0, 2) as unknown as readonly [number, number];
  const at = aligned(8 + jsonBytes);
  const values = rows * closerFeatureNames.length;
  if (bytes.length !== at + values * 8 + rows * 4) return null;
  if (new TextDecoder().decode(bytes.subarray(8, 8 + jsonBytes)) !== JSON.stringify(closerDescription())) return null;
  return CloserColumns.from(rowCount, new Uint32Array(bytes.buffer, at + values * 8, rows), new Float64Array(bytes.buffer, at, values));
}

function closerDescription(): NonNullable<Header['closer']> {
  return { version: CLOSER_VERSION, names: closerFeatureNames };
}

/** Where all there is of a dataset's numbers lies. Throws for a window's dataset, which has no chunks of its own. */
export function chunksOf({ records }: ScoredDataset): readonly Chunk[] {
  if (!(records instanceof ChunkedRecords)) throw new Error('a dataset seen through a window cannot be stored');
  return records.chunks;
}

/** What there is of a dataset besides its head. */
export interface BesidesHead {
  /** The files of the chunks. Without them the chunks follow the head. */
  readonly files?: readonly Bytes[];
  /** What `encodeCloser` made after the head was written. */
  readonly laterCloser?: Uint8Array<ArrayBuffer> | null;
  /** Completes the chunks, where these are without their records. */
  readonly complete?: () => Promise<void>;
}

/** Opens stored bytes. Chunks are read when they are asked for. Throws when the bytes are not a whole dataset. */
export function openDataset(head: Bytes, { files, laterCloser = null, complete }: BesidesHead = {}): ScoredDataset {
  const prefix = head.read(0, PREFIX_BYTES);
  if (new TextDecoder().decode(prefix.subarray(0, 8)) !== MAGIC) throw new Error('not a stored dataset of this version');
  const headerBytes = new DataView(prefix.buffer, prefix.byteOffset).getUint32(8, true);
  const header = JSON.parse(new TextDecoder().decode(head.read(PREFIX_BYTES, headerBytes))) as Header;
  const section = (name: string): Uint8Array<ArrayBuffer> => {
    const found = header.sections.find((candidate) => candidate.name === name);
    if (!found) throw new Error(`stored dataset lacks ${name}`);
    return head.read(found.offset, found.bytes);
  };
  const u32 = (name: string) => {
    const bytes = section(name);
    return new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4);
  };
  const late: LateColumns = Object.fromEntries(lateColumns.map((name) => {
    const bytes = section(name);
    return [name, new Float64Array(bytes.buffer, bytes.byteOffset, bytes.length / 8)];
  }));
  const last = header.sections.at(-1)!;
  const chunkFiles = files ?? [part(head, aligned(last.offset + last.bytes), head.length - aligned(last.offset + last.bytes))];
  const weeks = header.sections.some(({ name }) => name === WEEKS) ? u32(WEEKS) : null;
  let firstRow = 0;
  const chunks = header.chunks.map(({ rows, file, at, bytes }): Chunk => {
    const holder = chunkFiles[file];
    if (holder === undefined || at + bytes > holder.length) throw new Error(`stored dataset ends early: chunk of ${bytes} bytes at ${at} of file ${file}`);
    if (weeks === null) return { rows, bytes: part(holder, at, bytes) };
    const ofChunk = weeks.subarray(firstRow * RECENT_WEEKS, (firstRow += rows) * RECENT_WEEKS);
    return { rows, bytes: new MemoryBytes(holder.read(at, bytes)), weeks: ofChunk };
  });
  const tables = new ChunkedTables(chunks, header.features, header.recordWords, late, complete);
  const storedCloser = (): CloserColumns | null => {
    if (JSON.stringify(header.closer) !== JSON.stringify(closerDescription())) return laterCloser && decodeCloser(laterCloser, tables.numbers.length);
    const values = section('closer.values');
    return CloserColumns.from(tables.numbers.length, u32('closer.rows'), new Float64Array(values.buffer, values.byteOffset, values.length / 8));
  };
  const closer = storedCloser();
  if (closer !== null) tables.takeCloser(closer);
  const dataset = withLists({
    name: header.name,
    files: header.files,
    lineSegments: header.lineSegments,
    rejected: header.rejected,
    rejectedCount: header.rejectedCount,
    recordCount: header.recordCount,
    duplicateCount: header.duplicateCount ?? 0,
    linkCount: header.linkCount,
    context: { offsetsS: header.offsetsS, zone: header.zone },
    oddNumbers: oddNumbersOf(section('oddNumbers.arena'), u32('oddNumbers.starts')),
    cells: ByteInterner.from(section('cells.arena'), u32('cells.starts')),
    window: null,
    firstDay: header.firstDay,
    lastDay: header.lastDay,
    firstAt: header.firstAt,
    lastAt: header.lastAt,
    recordsByDay: u32('recordsByDay'),
    // Scores are made anew: they are cheap, and a newer scorecard applies to datasets opened before it.
    ...scoredTables(tables, header.baseRate, header.linkCount),
    ...(closer === null ? {} : { lookCloser: null }),
    baseRate: header.baseRate,
    scoredInMs: header.scoredInMs,
    tables: header.tables === undefined ? noTables : readTableSections(header.tables, section),
  });
  return lookedAtOnce(dataset);
}

function oddNumbersOf(arena: Uint8Array, starts: Uint32Array): OddNumbers {
  const oddNumbers = new OddNumbers();
  oddNumbers.add(arena, starts);
  return oddNumbers;
}

function aligned(bytes: number): number {
  return Math.ceil(bytes / 8) * 8;
}
