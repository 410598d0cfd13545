/**
 * A scored dataset as bytes, for the browser's storage and for the demo build.
 *
 * `CALLCHN2`, the header's length as u32 and 4 bytes of padding, the header as JSON, then the sections, each at a multiple
 * of 8 bytes from the start. Sections are the raw little-endian bytes of typed arrays; the records come last, so that all
 * the rest can be read without them.
 */
import { withLists } from '../analysis/numberMarks.ts';
import type { ScoredDataset } from '../analysis/scoredDataset.ts';
import type { FeatureName } from '../features/featureNames.ts';
import { featureNames } from '../features/featureNames.ts';
import type { Presence } from '../features/featurePart.ts';
import { ByteInterner } from '../records/byteInterner.ts';
import type { LineSegment, RejectedRow, SourceFile } from '../records/communication.ts';
import { hasNoTables, noTables } from '../records/recordTables.ts';
import { OddNumbers } from '../records/oddNumbers.ts';
import { NumberIndex } from '../records/numberIndex.ts';
import type { RecordStore } from '../records/recordStore.ts';
import { scoreNumbers } from '../scoring/score.ts';
import type { TablesHeader } from './tableSections.ts';
import { readTableSections, tableSections, tablesHeader } from './tableSections.ts';
import type { MemoryRecords } from './memoryRecords.ts';

const MAGIC = 'CALLCHN2';
const PREFIX_BYTES = 16;

/** Reads bytes of a stored dataset. The result starts at a multiple of 8 in its buffer, so that typed arrays can view it. */
export interface DatasetReader {
  read(offset: number, bytes: number): Uint8Array<ArrayBuffer>;
}

interface Section {
  readonly name: string;
  readonly offset: number;
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
  readonly sections: readonly Section[];
}

const presenceColumns = ['first', 'last', 'contacts'] as const satisfies readonly (keyof Presence)[];

/** The file in pieces, in order; each is valid until the next. Only for datasets whose records are in memory: those just read. */
export function* encodeDataset(dataset: ScoredDataset, records: MemoryRecords): Generator<Uint8Array> {
  const odd = dataset.oddNumbers.export();
  const cells = dataset.cells.export();
  const { numbers, columns } = dataset.features;
  const parts: { name: string; pieces: ArrayBufferView[] }[] = [
    { name: 'numbers', pieces: [numbers] },
    ...featureNames.map((name) => ({ name: `feature.${name}`, pieces: [columns[name]] })),
    ...presenceColumns.map((name) => ({ name: `presence.${name}`, pieces: [dataset.presence[name]] })),
    { name: 'recordsByDay', pieces: [dataset.recordsByDay] },
    { name: 'oddNumbers.arena', pieces: [odd.arena] },
    { name: 'oddNumbers.starts', pieces: [odd.starts] },
    { name: 'cells.arena', pieces: [cells.arena] },
    { name: 'cells.starts', pieces: [cells.starts] },
    ...(hasNoTables(dataset.tables) ? [] : tableSections(dataset.tables)),
    { name: 'recordStarts', pieces: [records.starts()] },
  ];
  // The header holds offsets that depend on its own length: lay out behind a reserved length that surely suffices.
  const layOut = (at: number) => {
    let offset = at;
    const sections = parts.map(({ name, pieces }) => {
      const bytes = pieces.reduce((sum, piece) => sum + piece.byteLength, 0);
      const section = { name, offset, bytes };
      offset = aligned(offset + bytes);
      return section;
    });
    return [...sections, { name: 'records', offset, bytes: records.bytes }];
  };
  const header = (sections: readonly Section[]): Uint8Array => {
    const content: Header = {
      name: dataset.name, files: dataset.files, lineSegments: dataset.lineSegments, rejected: dataset.rejected, rejectedCount: dataset.rejectedCount,
      recordCount: dataset.recordCount, duplicateCount: dataset.duplicateCount, linkCount: dataset.linkCount, offsetsS: dataset.context.offsetsS,
      zone: dataset.context.zone, firstDay: dataset.firstDay, lastDay: dataset.lastDay, firstAt: dataset.firstAt,
      lastAt: dataset.lastAt, baseRate: dataset.baseRate, scoredInMs: dataset.scoredInMs, recordWords: records.recordWords,
      ...(hasNoTables(dataset.tables) ? {} : { tables: tablesHeader(dataset.tables) }),
      sections,
    };
    return new TextEncoder().encode(JSON.stringify(content));
  };
  const reserved = aligned(header(layOut(Number.MAX_SAFE_INTEGER / 2)).length + PREFIX_BYTES);
  const sections = layOut(reserved);
  const json = header(sections);
  const head = new Uint8Array(reserved).fill(32);
  head.set(new TextEncoder().encode(MAGIC));
  new DataView(head.buffer).setUint32(8, json.length, true);
  head.set(json, PREFIX_BYTES);
  yield head;
  for (const { pieces } of parts) {
    let bytes = 0;
    for (const piece of pieces) {
      if (piece.byteLength > 0) yield new Uint8Array(piece.buffer, piece.byteOffset, piece.byteLength);
      bytes += piece.byteLength;
    }
    const padding = aligned(bytes) - bytes;
    if (padding > 0) yield new Uint8Array(padding);
  }
  yield* records.pieces();
}

/** Opens stored bytes. Records are read when they are asked for. Throws when the bytes are not a whole dataset. */
export function openDataset(reader: DatasetReader): ScoredDataset {
  const prefix = reader.read(0, PREFIX_BYTES);
  if (new TextDecoder().decode(prefix.subarray(0, 8)) !== MAGIC) throw new Error('not a stored dataset of this version');
  const headerBytes = new DataView(prefix.buffer, prefix.byteOffset).getUint32(8, true);
  const header = JSON.parse(new TextDecoder().decode(reader.read(PREFIX_BYTES, headerBytes))) as Header;
  const section = (name: string): Uint8Array<ArrayBuffer> => {
    const found = header.sections.find((candidate) => candidate.name === name);
    if (!found) throw new Error(`stored dataset lacks ${name}`);
    return reader.read(found.offset, found.bytes);
  };
  const f64 = (name: string) => {
    const bytes = section(name);
    return new Float64Array(bytes.buffer, bytes.byteOffset, bytes.length / 8);
  };
  const u32 = (name: string) => {
    const bytes = section(name);
    return new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4);
  };
  const numbers = f64('numbers');
  // A feature that came with a newer version has no evidence in older datasets.
  const isStored = (name: string) => header.sections.some((candidate) => candidate.name === name);
  const columns = Object.fromEntries(featureNames.map((name) => [
    name, isStored(`feature.${name}`) ? f64(`feature.${name}`) : new Float64Array(numbers.length).fill(NaN),
  ])) as Record<FeatureName, Float64Array>;
  const features = { numbers, columns };
  const records = header.sections.find(({ name }) => name === 'records');
  if (!records) throw new Error('stored dataset lacks records');
  const index = new NumberIndex(numbers);
  return withLists({
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
    features,
    presence: { first: u32('presence.first'), last: u32('presence.last'), contacts: u32('presence.contacts') },
    // Scores are made anew: they are cheap, and a newer scorecard applies to datasets opened before it.
    scores: scoreNumbers(features, header.baseRate),
    baseRate: header.baseRate,
    records: new StoredRecords(reader, header.recordWords, u32('recordStarts'), records.offset),
    rowOf: (key) => index.rowOf(key),
    scoredInMs: header.scoredInMs,
    tables: header.tables === undefined ? noTables : readTableSections(header.tables, section),
  });
}

function oddNumbersOf(arena: Uint8Array, starts: Uint32Array): OddNumbers {
  const oddNumbers = new OddNumbers();
  oddNumbers.add(arena, starts);
  return oddNumbers;
}

/** A dataset file that is in memory as a whole. */
export function memoryReader(bytes: Uint8Array<ArrayBuffer>): DatasetReader {
  if (bytes.byteOffset % 8 !== 0) throw new RangeError('a dataset file in memory must start at a multiple of 8 bytes');
  return {
    read(offset, length) {
      if (offset + length > bytes.length) throw new Error(`stored dataset ends at byte ${bytes.length}, ${offset + length} wanted`);
      return bytes.subarray(offset, offset + length);
    },
  };
}

/** Bytes read ahead when rows are asked for one after the other, as a window's features do. */
const READ_AHEAD_BYTES = 4 << 20;

/** Records read from a stored file when asked for. */
class StoredRecords implements RecordStore {
  readonly recordWords: number;
  readonly #reader: DatasetReader;
  readonly #starts: Uint32Array;
  readonly #offset: number;
  /** Records [#from, #to) are in #f64 and #u32. */
  #from = 0;
  #to = 0;
  #f64 = new Float64Array(0);
  #u32 = new Uint32Array(0);
  #lastRow = -2;

  constructor(reader: DatasetReader, recordWords: number, starts: Uint32Array, offset: number) {
    this.#reader = reader;
    this.recordWords = recordWords;
    this.#starts = starts;
    this.#offset = offset;
  }

  recordsOf(row: number) {
    const from = this.#starts[row]!;
    const to = this.#starts[row + 1]!;
    if (from < this.#from || to > this.#to) {
      const ahead = row === this.#lastRow + 1 ? Math.floor(READ_AHEAD_BYTES / (this.recordWords * 8)) : 0;
      this.#load(from, Math.min(Math.max(to, from + ahead), this.#starts.at(-1)!));
    }
    this.#lastRow = row;
    return { f64: this.#f64, u32: this.#u32, from: from - this.#from, to: to - this.#from };
  }

  #load(from: number, to: number): void {
    const recordBytes = this.recordWords * 8;
    const bytes = this.#reader.read(this.#offset + from * recordBytes, (to - from) * recordBytes);
    this.#f64 = new Float64Array(bytes.buffer, bytes.byteOffset, bytes.length / 8);
    this.#u32 = new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4);
    this.#from = from;
    this.#to = to;
  }
}

function aligned(bytes: number): number {
  return Math.ceil(bytes / 8) * 8;
}
