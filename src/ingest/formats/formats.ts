import type { ByteFile, Format, FormatName, FormatTable } from './format.ts';
import { FormatError, headOf, ReadNotes, RECOGNISED_BYTES } from './format.ts';
import { gzip } from './gzip.ts';
import { jsonLines } from './jsonLines.ts';
import { parquet } from './parquet.ts';
import { plainText } from './plainText.ts';
import { xlsx } from './xlsx.ts';
import { zip } from './zip.ts';

/** Every format that is read, in the order in which they are tried. */
const formats: readonly Format[] = [gzip, xlsx, zip, parquet, jsonLines];

/** A file may be packed within a packed file, but not for ever. */
const MAX_DEPTH = 3;

export interface OpenedFile {
  /** Of the file itself; what is packed in it may be of another. */
  readonly format: FormatName;
  readonly tables: readonly FormatTable[];
}

/** Recognises a file by its first bytes and finds its tables. Rejects with FormatError when it cannot be read at all. */
export function openFormat(file: ByteFile): Promise<OpenedFile> {
  return openWithin(file, 0);
}

async function openWithin(file: ByteFile, depth: number): Promise<OpenedFile> {
  if (depth > MAX_DEPTH) throw new FormatError('packedTooDeep');
  const notes = new ReadNotes();
  const { bytes } = await headOf(file.chunks(notes), RECOGNISED_BYTES);
  const [notice] = notes.notices;
  if (bytes.length === 0 && notice) throw new FormatError(notice.code, notice.what);
  const format = formats.find((candidate) => candidate.recognise(bytes)) ?? plainText;
  try {
    return { format: format.name, tables: await format.open(file, async (inner) => (await openWithin(inner, depth + 1)).tables) };
  } catch (error) {
    if (error instanceof FormatError) error.format = format.name;
    throw error;
  }
}
