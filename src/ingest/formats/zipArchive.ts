/** A ZIP file's directory, and its members unpacked. (APPNOTE.TXT of PKWARE, sections 4.3 and 4.4.) */
import { Crc32 } from './crc32.ts';
import type { ByteFile, ReadNotes } from './format.ts';
import { FormatError } from './format.ts';
import { inflate } from './inflate.ts';

type Read = NonNullable<ByteFile['read']>;
type RandomFile = Pick<ByteFile, 'bytes'> & { readonly read: Read };

export interface ZipMember {
  readonly name: string;
  readonly method: number;
  readonly isEncrypted: boolean;
  readonly packedBytes: number;
  /** CRC-32 of what is unpacked. */
  readonly crc: number;
  /** As the directory says; it may lie. */
  readonly bytes: number;
  /** Where its local header is. */
  readonly offset: number;
}

const END = 0x06054b50;
const END_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
/** The end record, with the longest comment. */
const END_BYTES = 22 + 0xffff;
const MAX_DIRECTORY_BYTES = 64 << 20;
const PIECE_BYTES = 1 << 20;
const STORED = 0;
const DEFLATED = 8;

/** True for the beginning of a ZIP file, be it an archive, a workbook or another document. */
export function isZip(head: Uint8Array): boolean {
  return head[0] === 0x50 && head[1] === 0x4b && head[2] === 3 && head[3] === 4;
}

/** The members of an archive. Rejects with FormatError when its directory, which is at its end, cannot be found or read. */
export async function readDirectory({ read, bytes }: RandomFile): Promise<readonly ZipMember[]> {
  const tailStart = Math.max(0, bytes - END_BYTES);
  const tail = viewOf(await read(tailStart, bytes));
  let end = tail.byteLength - 22;
  while (end >= 0 && tail.getUint32(end, true) !== END) end--;
  if (end < 0) throw new FormatError('truncated');
  let size = tail.getUint32(end + 12, true);
  let start = tail.getUint32(end + 16, true);
  if (end >= 20 && tail.getUint32(end - 20, true) === LOCATOR_64) {
    const at = number64(tail, end - 12);
    const end64 = viewOf(await read(Math.min(at, bytes), Math.min(at + 56, bytes)));
    if (end64.byteLength < 56 || end64.getUint32(0, true) !== END_64) throw new FormatError('damaged');
    size = number64(end64, 40);
    start = number64(end64, 48);
  }
  if (size > MAX_DIRECTORY_BYTES) throw new FormatError('tooLarge');
  if (start + size > bytes) throw new FormatError('damaged');
  return entriesOf(viewOf(await read(start, start + size)));
}

function entriesOf(view: DataView): ZipMember[] {
  const members: ZipMember[] = [];
  let at = 0;
  while (at + 46 <= view.byteLength && view.getUint32(at, true) === ENTRY) {
    const nameBytes = view.getUint16(at + 28, true);
    const extraBytes = view.getUint16(at + 30, true);
    const extra = at + 46 + nameBytes;
    if (extra + extraBytes > view.byteLength) break;
    const sizes = sizesOf(view, at, extra, extra + extraBytes);
    const flags = view.getUint16(at + 8, true);
    members.push({
      name: memberName(new Uint8Array(view.buffer, view.byteOffset + at + 46, nameBytes)),
      method: view.getUint16(at + 10, true),
      isEncrypted: (flags & 1) !== 0,
      crc: view.getUint32(at + 16, true),
      ...sizes,
    });
    at = extra + extraBytes + view.getUint16(at + 32, true);
  }
  return members;
}

/** Sizes and offset; those of 4 GB and more stand in an extra field, in this order, and only they. */
function sizesOf(view: DataView, at: number, extra: number, extraEnd: number): Pick<ZipMember, 'bytes' | 'packedBytes' | 'offset'> {
  let field = extra;
  while (field + 4 <= extraEnd && view.getUint16(field, true) !== 1) field += 4 + view.getUint16(field + 2, true);
  let next = field + 4;
  const size = (from: number) => {
    const value = view.getUint32(from, true);
    if (value !== 0xffffffff || next + 8 > extraEnd) return value;
    next += 8;
    return number64(view, next - 8);
  };
  const bytes = size(at + 24);
  const packedBytes = size(at + 20);
  return { bytes, packedBytes, offset: size(at + 42) };
}

/** UTF-8, whatever the flag says, or what Chinese Windows writes. */
function memberName(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

/** The unpacked bytes of a member. Throws FormatError when it cannot be unpacked at all. */
export function readMember({ read, bytes: fileBytes }: RandomFile, member: ZipMember, notes: ReadNotes): AsyncGenerator<Uint8Array> {
  if (member.isEncrypted) throw new FormatError('encrypted', member.name);
  if (member.method !== STORED && member.method !== DEFLATED) throw new FormatError('codecUnknown', `method ${member.method}`);
  const packed = () => packedBytes(read, fileBytes, member, notes);
  return checked(member.method === STORED ? packed() : inflate(packed, 'deflate-raw', notes), member, notes);
}

/** Compares all that was unpacked with its sum: what was damaged can look like text all the same. */
async function* checked(chunks: AsyncGenerator<Uint8Array>, { name, crc }: ZipMember, notes: ReadNotes): AsyncGenerator<Uint8Array> {
  const sum = new Crc32();
  for await (const chunk of chunks) {
    sum.add(chunk);
    yield chunk;
  }
  if (sum.value !== crc && !notes.isCut) notes.add('damaged', name);
}

async function* packedBytes(read: Read, fileBytes: number, { offset, packedBytes: length }: ZipMember, notes: ReadNotes): AsyncGenerator<Uint8Array> {
  const header = viewOf(await read(Math.min(offset, fileBytes), Math.min(offset + 30, fileBytes)));
  if (header.byteLength < 30 || header.getUint32(0, true) !== LOCAL) {
    notes.cut('damaged');
    return;
  }
  const start = offset + 30 + header.getUint16(26, true) + header.getUint16(28, true);
  const end = start + length;
  if (end > fileBytes) notes.cut('truncated');
  for (let at = start; at < Math.min(end, fileBytes); at += PIECE_BYTES) yield await read(at, Math.min(at + PIECE_BYTES, end, fileBytes));
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** As a float64: exact to 8 PB. */
function number64(view: DataView, at: number): number {
  return view.getUint32(at, true) + view.getUint32(at + 4, true) * 2 ** 32;
}
