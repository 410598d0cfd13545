/** Parquet: columns of row groups, read one group at a time and only those columns that are wanted. */
import type { ColumnData, Compressors, DecodedArray, FileMetaData, ParquetParsers, SchemaElement } from 'hyparquet';
import { CellWriter } from './cellWriter.ts';
import type { ByteFile, Format, FormatTable, ReadNotes } from './format.ts';
import { FormatError, withRandomAccess } from './format.ts';
import type { CellKind } from './parquetValue.ts';
import { kindOf, writeValue } from './parquetValue.ts';

type RandomFile = ByteFile & { readonly read: NonNullable<ByteFile['read']> };

/** Rows of a group that is read at once; larger groups are refused, as all their values would be in memory. */
const MAX_GROUP_ROWS = 20_000_000;
const MAX_PAGE_BYTES = 512 << 20;
/** Lost rows that are listed one by one; beyond it they are only told. */
const MAX_LOST_LINES = 1 << 20;
const TEXT_PER_CELL = 12;

interface Column {
  readonly name: string;
  readonly kind: CellKind;
}

export const parquet: Format = {
  name: 'parquet',
  recognise: (head) => head[0] === 0x50 && head[1] === 0x41 && head[2] === 0x52 && head[3] === 0x31,
  open: async (file) => [await openParquet(await withRandomAccess(file))],
};

async function openParquet(file: RandomFile): Promise<FormatTable> {
  const { parquetMetadataAsync } = await import('hyparquet');
  const disk = new Disk(file);
  let metadata: FileMetaData;
  let columns: readonly Column[];
  let codecs: readonly (string | undefined)[];
  try {
    metadata = await parquetMetadataAsync(disk, { parsers, geoparquet: false });
    columns = columnsOf(metadata);
    codecs = metadata.row_groups.flatMap((group) => group.columns).map((column) => column.meta_data?.codec);
  } catch (error) {
    disk.rethrow();
    throw new FormatError('truncated', '', { cause: error });
  }
  if (columns.length === 0) throw new FormatError('damaged');
  const { compressors } = await import('hyparquet-compressors');
  const known = new Set(['UNCOMPRESSED', ...Object.keys(compressors)]);
  const codec = codecs.find((used) => used !== undefined && !known.has(used));
  if (codec !== undefined) throw new FormatError('codecUnknown', codec);
  return {
    format: 'parquet',
    name: '',
    member: '',
    header: columns.map(({ name }) => name),
    isCells: true,
    textBytes: Math.max(0, Number(metadata.num_rows)) * columns.length * TEXT_PER_CELL,
    text: (notes, wanted, limit) => write(disk, metadata, columns, bounded(compressors), wanted, limit, notes),
  };
}

async function* write(
  disk: Disk, metadata: FileMetaData, columns: readonly Column[], compressors: Compressors, wanted: ReadonlySet<number> | null, limit: number, notes: ReadNotes,
): AsyncGenerator<Uint8Array> {
  const { parquetRead } = await import('hyparquet');
  const writer = new CellWriter();
  const isWanted = columns.map((_, column) => wanted === null || wanted.has(column));
  const names = columns.filter((_, column) => isWanted[column]).map(({ name }) => name);
  let written = 0;
  let groupStart = 0;
  for (const [i, group] of metadata.row_groups.entries()) {
    const rows = Number(group.num_rows);
    if (!(rows > 0 && rows < Number.MAX_SAFE_INTEGER)) continue;
    const pieces = new Map<string, Values>(names.map((name) => [name, new Values()]));
    // For the beginning of a file the beginning of its first group is enough.
    const end = limit === Infinity ? rows : Math.min(rows, Math.ceil(limit / 16));
    try {
      if (end > MAX_GROUP_ROWS) throw new FormatError('tooLarge');
      await parquetRead({
        file: disk, metadata, columns: names, compressors, parsers, rowStart: groupStart, rowEnd: groupStart + end,
        onChunk: ({ columnName, columnData, rowStart }: ColumnData) => pieces.get(columnName)?.add(columnData, rowStart - groupStart),
      });
      if ([...pieces.values()].some((values) => values.end < end)) throw new FormatError('damaged');
    } catch (error) {
      disk.rethrow();
      notes.add('rowsLost', `row group ${i + 1}, ${rows} rows`);
      // Each is a row that the file holds and that is rejected.
      for (let row = 0; row < Math.min(end, MAX_LOST_LINES); row++) {
        writer.string(`row group ${i + 1}: ${error instanceof Error ? error.message : String(error)}`);
        writer.endRow();
      }
      pieces.clear();
    }
    if (pieces.size > 0) {
      const readers = columns.map(({ name, kind }) => ({ values: pieces.get(name) ?? null, kind }));
      for (let row = 0; row < end; row++) {
        for (const { values, kind } of readers) {
          if (values === null) writer.skip();
          else writeValue(writer, values.at(row), kind);
        }
        writer.endRow();
        if ((row & 0xfff) === 0) {
          for (const piece of writer.take()) {
            written += piece.length;
            yield piece;
          }
        }
      }
    }
    for (const piece of writer.take()) {
      written += piece.length;
      yield piece;
    }
    if (written > limit || end < rows) break;
    groupStart += rows;
  }
  yield* writer.finish();
}

/** Columns that hold one value for each row; lists and maps have no place in a record. */
function columnsOf({ schema }: FileMetaData): Column[] {
  const columns: Column[] = [];
  for (let at = 1; at < schema.length && columns.length < 4096; at = behind(schema, at)) {
    const element = schema[at]!;
    // A damaged file may lack a name, whatever the type says.
    const name = (element.name as string | undefined) ?? '';
    if ((element.num_children ?? 0) === 0 && element.repetition_type !== 'REPEATED') columns.push({ name, kind: kindOf(element) });
  }
  return columns;
}

/** The next element that is not within this one. */
function behind(schema: readonly SchemaElement[], at: number): number {
  let open = 1;
  let next = at;
  while (open > 0 && next < schema.length) open += (schema[next++]!.num_children ?? 0) - 1;
  return next;
}

/** A column's values of one row group, in the pieces that they were read in. */
class Values {
  readonly #pieces: { readonly start: number; readonly end: number; readonly data: DecodedArray }[] = [];
  #at = 0;

  add(data: DecodedArray, start: number): void {
    this.#pieces.push({ start, end: start + data.length, data });
  }

  get end(): number {
    return this.#pieces.at(-1)?.end ?? 0;
  }

  /** The value of a row; rows are asked for in order. */
  at(row: number): unknown {
    let piece = this.#pieces[this.#at];
    while (piece !== undefined && row >= piece.end) piece = this.#pieces[++this.#at];
    return piece?.data[row - piece.start];
  }
}

/** Values stay as near to their bytes as they can: strings are not decoded, times are seconds. */
const parsers: ParquetParsers = {
  timestampFromMilliseconds: (millis: bigint) => Number(millis) / 1000,
  timestampFromMicroseconds: (micros: bigint) => Number(micros) / 1e6,
  timestampFromNanoseconds: (nanos: bigint) => Number(nanos) / 1e9,
  dateFromDays: (days: number) => days * 86_400,
  stringFromBytes: (bytes: Uint8Array) => bytes,
  jsonFromBytes: (bytes: Uint8Array) => bytes,
  geometryFromBytes: () => null,
  geographyFromBytes: () => null,
  uuidFromBytes: uuidText,
};

function uuidText(bytes: Uint8Array): string {
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** Pages say how large they will be; one that says too much is not unpacked. */
function bounded(compressors: Compressors): Compressors {
  return Object.fromEntries(Object.entries(compressors).map(([codec, unpack]) => [codec, (packed: Uint8Array, length: number) => {
    if (length > MAX_PAGE_BYTES) throw new FormatError('tooLarge');
    return unpack(packed, length);
  }]));
}

/** The file as hyparquet reads it. Remembers what went wrong with the disk, which is no fault of the format. */
class Disk {
  readonly byteLength: number;
  readonly #file: RandomFile;
  #lost: { readonly error: unknown } | null = null;

  constructor(file: RandomFile) {
    this.#file = file;
    this.byteLength = file.bytes;
  }

  slice(start: number, end = this.byteLength): Promise<ArrayBuffer> {
    const bytes = this.#slice(start, end);
    // Columns are asked for side by side; when one fails, nobody waits for the others any more.
    bytes.catch(() => undefined);
    return bytes;
  }

  async #slice(start: number, end: number): Promise<ArrayBuffer> {
    if (!(start >= 0 && start <= end && end <= this.byteLength)) throw new RangeError(`bytes ${start} to ${end} are not in the file`);
    try {
      const bytes = await this.#file.read(start, end);
      return (bytes.byteOffset === 0 && bytes.byteLength === bytes.buffer.byteLength ? bytes.buffer : bytes.slice().buffer) as ArrayBuffer;
    } catch (error) {
      this.#lost = { error };
      throw error;
    }
  }

  /** Throws what the disk threw. */
  rethrow(): void {
    if (this.#lost !== null) throw this.#lost.error;
  }
}
