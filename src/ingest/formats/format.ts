/**
 * What a format is. Each turns the tables of a file into delimited text, which one reader reads: so mapping, dates, owner and
 * rejected rows work alike for all of them.
 */
import type { FileNotice } from '../../records/communication.ts';
import type { FileProblem } from '../inspection.ts';

export const formatNames = ['text', 'gzip', 'zip', 'xlsx', 'parquet', 'jsonl'] as const;
export type FormatName = (typeof formatNames)[number];

/** Bytes of a file, wherever they are: on disk, or unpacked from another file. */
export interface ByteFile {
  readonly name: string;
  /** Its size; of what is unpacked, a guess. */
  readonly bytes: number;
  /** From the first byte on, in order. What goes wrong with the bytes is noted; what goes wrong with the disk is thrown. */
  chunks(notes: ReadNotes): AsyncGenerator<Uint8Array>;
  /** Bytes [start, end); null where they can only be had in order. */
  readonly read: ((start: number, end: number) => Promise<Uint8Array>) | null;
}

/** What went wrong while bytes were read, although some could be. */
export class ReadNotes {
  readonly notices: FileNotice[] = [];
  /** True once the bytes ended before their time: the row they end in is no whole row. */
  isCut = false;

  /** A problem that does not keep the rest from being read. */
  add(code: FileNotice['code'], what = ''): void {
    if (!this.notices.some((known) => known.code === code && known.what === what)) this.notices.push({ code, what });
  }

  /** A problem that ends the reading here. */
  cut(code: FileNotice['code'], what = ''): void {
    this.add(code, what);
    this.isCut = true;
  }
}

/** A table of a file: a sheet of a workbook, a member of an archive, or the only thing that the file is. */
export interface FormatTable {
  /** Of the table itself, whatever it is packed in. */
  readonly format: FormatName;
  /** '' for the only one. */
  readonly name: string;
  /** The file within the file that it stands in (a member of an archive); tables of one workbook share it. */
  readonly member: string;
  /** Names of the columns, where the format has them apart from the rows; null where they are a row among others. */
  readonly header: readonly string[] | null;
  /** True when `text` gives UTF-8 with tabs between cells and a line for each row; false for text as somebody wrote it. */
  readonly isCells: boolean;
  /** About how many bytes its text has. */
  readonly textBytes: number;
  /**
   * @param wanted columns of interest, null for all; others may be left empty
   * @param limit about how many bytes are wanted at most
   */
  text(notes: ReadNotes, wanted: ReadonlySet<number> | null, limit: number): AsyncGenerator<Uint8Array>;
}

/** A format: how it is recognised, and the tables that a file of it holds. */
export interface Format {
  readonly name: FormatName;
  /** @param head the file's first bytes, up to RECOGNISED_BYTES */
  recognise(head: Uint8Array): boolean;
  /**
   * Rejects with FormatError when nothing of the file can be read.
   * @param openInner opens a file that stands within this one
   */
  open(file: ByteFile, openInner: (file: ByteFile) => Promise<readonly FormatTable[]>): Promise<readonly FormatTable[]>;
}

/** A file of a known format of which nothing can be read, and why. */
export class FormatError extends Error {
  readonly problem: FileProblem;
  /** Of the file, once it was recognised. */
  format: FormatName | null = null;

  constructor(code: FileProblem['code'], what = '', options?: ErrorOptions) {
    super(`${code} ${what}`, options);
    this.name = 'FormatError';
    this.problem = { code, line: 0, what, isFatal: true };
  }
}

/** The first bytes that tell a format. */
export const RECOGNISED_BYTES = 4096;

/** The first bytes of a stream: `limit` of them, or all there are. */
export async function headOf(chunks: AsyncGenerator<Uint8Array>, limit: number): Promise<{ readonly bytes: Uint8Array; readonly isWhole: boolean }> {
  // A byte more tells whether that is all. A copy: a chunk may be used again for the next.
  const bytes = new Uint8Array(limit + 1);
  let length = 0;
  for await (const chunk of chunks) {
    const piece = chunk.subarray(0, bytes.length - length);
    bytes.set(piece, length);
    length += piece.length;
    if (length > limit) return { bytes: bytes.subarray(0, limit), isWhole: false };
  }
  return { bytes: bytes.subarray(0, length), isWhole: true };
}

/** Most bytes of a packed file that are unpacked into memory, for formats that must be read from their end. */
const MAX_IN_MEMORY = 512 << 20;

/** The file with all its bytes at hand in any order. Rejects with FormatError when they are too many to be held. */
export async function withRandomAccess(file: ByteFile): Promise<ByteFile & { readonly read: NonNullable<ByteFile['read']> }> {
  const { read } = file;
  if (read !== null) return { ...file, chunks: file.chunks.bind(file), read };
  const notes = new ReadNotes();
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of file.chunks(notes)) {
    pieces.push(chunk.slice());
    bytes += chunk.length;
    if (bytes > MAX_IN_MEMORY) throw new FormatError('tooLarge', file.name);
  }
  const [notice] = notes.notices;
  if (notes.isCut && notice) throw new FormatError(notice.code, notice.what);
  return memoryFile(file.name, concat(pieces, bytes));
}

/** Bytes in memory as a file. */
export function memoryFile(name: string, bytes: Uint8Array): ByteFile & { readonly read: NonNullable<ByteFile['read']> } {
  return {
    name,
    bytes: bytes.length,
    async *chunks() {
      yield await Promise.resolve(bytes);
    },
    read: (start, end) => Promise.resolve(bytes.slice(start, end)),
  };
}

function concat(pieces: readonly Uint8Array[], length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}

/** Output beyond this, at more than MAX_EXPANSION times its input, is no list of records but an attempt to fill the disk. */
const EXPANSION_FROM = 256 << 20;
/** Call records pack 5- to 30-fold; deflate ends at 1,032. */
const MAX_EXPANSION = 400;

/** Passes chunks on until they are out of all proportion to what they were unpacked from. @param taken bytes of input so far */
export async function* withinReason(chunks: AsyncGenerator<Uint8Array>, taken: () => number, notes: ReadNotes): AsyncGenerator<Uint8Array> {
  let given = 0;
  for await (const chunk of chunks) {
    given += chunk.length;
    if (given > EXPANSION_FROM && given > taken() * MAX_EXPANSION) {
      notes.cut('expandsTooMuch', String(MAX_EXPANSION));
      return;
    }
    yield chunk;
  }
}
