/** Which encoding a file's bytes are in, and whether they are text at all. */
import type { Encoding } from './inspection.ts';

export interface DetectedEncoding {
  readonly encoding: Encoding;
  readonly bomBytes: number;
  /** False when the bytes fit no encoding well; digits and delimiters can be read all the same. */
  readonly isSure: boolean;
}

/** Files that are no delimited text, by their first bytes. */
const formats: readonly (readonly [string, readonly number[]])[] = [
  ['pdf', [0x25, 0x50, 0x44, 0x46]],
  ['xls', [0xd0, 0xcf, 0x11, 0xe0]], ['png', [0x89, 0x50, 0x4e, 0x47]], ['jpeg', [0xff, 0xd8, 0xff]], ['sqlite', [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20]],
  ['rar', [0x52, 0x61, 0x72, 0x21]], ['7z', [0x37, 0x7a, 0xbc, 0xaf]], ['bzip2', [0x42, 0x5a, 0x68]], ['zstd', [0x28, 0xb5, 0x2f, 0xfd]],
];

/** Name of the known format that is no delimited text, or null. */
export function findOtherFormat(head: Uint8Array): string | null {
  for (const [name, magic] of formats) if (magic.every((byte, at) => head[at] === byte)) return name;
  // What many web systems call an Excel file.
  const start = new TextDecoder('latin1').decode(head.subarray(0, 2048)).replace(/^[^<]{0,4}/, '').trimStart();
  if (/^(<!--.*?-->\s*)?<(!doctype\s+html|html|head|meta|table|style)\b/is.test(start)) return 'html';
  return start.startsWith('<?xml') ? 'xml' : null;
}

/** Share of control characters above which bytes are no text. Text has none; some exports are padded with a few NULs. */
const MAX_CONTROL_SHARE = 0.05;

/** True if the bytes are no text in any of the encodings. */
export function isBinary(head: Uint8Array, { encoding, bomBytes }: DetectedEncoding): boolean {
  const isWide = encoding === 'utf-16le' || encoding === 'utf-16be';
  const text = isWide ? new TextDecoder(encoding).decode(head.subarray(bomBytes)) : null;
  let length = text === null ? head.length : text.length;
  // What a recorder had reserved and not written when it stopped is all zeros, behind good records.
  while (length > 0 && (text === null ? head[length - 1] : text.charCodeAt(length - 1)) === 0) length--;
  if (length === 0) return true;
  let controls = 0;
  let zeros = 0;
  for (let at = 0; at < length; at++) {
    const code = text === null ? head[at]! : text.charCodeAt(at);
    if (code >= 32 && code !== 0x7f && code !== 0xfffd) continue;
    // Or between them, where it went on: a gap, however long, is one mark.
    if (code === 0 && at > 0 && (text === null ? head[at - 1] : text.charCodeAt(at - 1)) === 0) zeros++;
    else if (code !== 9 && code !== 10 && code !== 13 && code !== 26) controls++;
  }
  return controls > (length - zeros) * MAX_CONTROL_SHARE;
}

/** Detects the encoding from the first bytes of a file, which may end within a character. */
export function detectEncoding(head: Uint8Array): DetectedEncoding {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return { encoding: 'utf-8', bomBytes: 3, isSure: true };
  if (head[0] === 0xff && head[1] === 0xfe) return { encoding: 'utf-16le', bomBytes: 2, isSure: true };
  if (head[0] === 0xfe && head[1] === 0xff) return { encoding: 'utf-16be', bomBytes: 2, isSure: true };
  if (head[0] === 0x84 && head[1] === 0x31 && head[2] === 0x95 && head[3] === 0x33) return { encoding: 'gb18030', bomBytes: 4, isSure: true };
  const wide = head.includes(0) ? detectWide(head) : null;
  if (wide !== null) return { encoding: wide, bomBytes: 0, isSure: true };
  if (isUtf8(head)) return { encoding: 'utf-8', bomBytes: 0, isSure: true };
  const utf8 = judgeUtf8(head);
  if (utf8.faults === 0) return { encoding: 'utf-8', bomBytes: 0, isSure: true };
  const spoken = SPOKEN.find(([encoding, words]) => saysWithoutFault(head, encoding, words));
  if (spoken !== undefined) return { encoding: spoken[0], bomBytes: 0, isSure: true };
  const runs = judgeRuns(head);
  // Letters beside ASCII letters are no characters of two bytes.
  if (runs.cyrillic * 5 >= runs.bytes * 3 && runs.bytes >= runs.runs * 3 && runs.odd > 0) return { encoding: 'windows-1251', bomBytes: 0, isSure: true };
  const gb = judgeChinese(head, GB18030);
  const big5 = judgeChinese(head, BIG5);
  if (big5.faults === 0 && big5.common >= (big5.common + big5.rare) * 0.9 && big5.common > gb.common) return { encoding: 'big5', bomBytes: 0, isSure: true };
  // Chinese text is nearly all GB 2312; Latin-1 that happens to be valid GBK is not. Where each letter of it might be half a character, it
  // stands within a word, as no single character does: Ligação, but `VoLTE主`.
  const isLatin = runs.latin * 2 > runs.runs;
  if (gb.faults * 50 <= gb.common && gb.common >= gb.rare && (!isLatin || (runs.odd === 0 && runs.within * 2 <= runs.runs))) return { encoding: 'gb18030', bomBytes: 0, isSure: gb.faults === 0 && !isLatin };
  if (utf8.chars === 0 && (runs.latin + runs.lone) * 5 >= runs.runs * 3) return { encoding: 'windows-1252', bomBytes: 0, isSure: true };
  return { encoding: 'utf-8', bomBytes: 0, isSure: utf8.faults * 50 <= utf8.chars };
}

/** UTF-16 without a mark: the digits, delimiters and line ends of any table have a zero for their high byte. */
function detectWide(head: Uint8Array): Encoding | null {
  const zeros = [0, 0];
  const ends = [0, 0];
  const length = head.length - (head.length % 2);
  if (length < 4) return null;
  for (let at = 0; at < length; at++) {
    if (head[at] === 0) zeros[at % 2]!++;
    else if (head[at] === 10 || head[at] === 13 || head[at] === 44 || head[at] === 9) if (head[at ^ 1] === 0) ends[at % 2]!++;
  }
  const pairs = length / 2;
  if (zeros[1]! > pairs * 0.3 && zeros[0]! < pairs * 0.05 && ends[0]! > 0) return 'utf-16le';
  if (zeros[0]! > pairs * 0.3 && zeros[1]! < pairs * 0.05 && ends[1]! > 0) return 'utf-16be';
  return null;
}

/** Encodings whose bytes are characters in those of Chinese, too, and words of calls that no Chinese text spells by chance. */
const SPOKEN = [['shift_jis', /発信|着信|通話|番号/], ['euc-kr', /발신|수신|착신|통화|번호/]] as const;

/** True for text that has no fault in an encoding, and one of the words. */
function saysWithoutFault(head: Uint8Array, encoding: Encoding, words: RegExp): boolean {
  try {
    return words.test(new TextDecoder(encoding, { fatal: true }).decode(head, { stream: true }));
  } catch {
    return false;
  }
}

/** True for UTF-8 without a fault, as the platform sees it, which sees it sooner than any loop. */
function isUtf8(head: Uint8Array): boolean {
  try {
    // More may follow: the last character may be cut.
    new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/** Characters of more than one byte, and bytes that fit none. */
function judgeUtf8(head: Uint8Array): { chars: number; faults: number } {
  let chars = 0;
  let faults = 0;
  let at = 0;
  while (at < head.length) {
    const byte = head[at]!;
    if (byte < 0x80) {
      at++;
      continue;
    }
    const size = byte >= 0xc2 && byte <= 0xdf ? 2 : byte >= 0xe0 && byte <= 0xef ? 3 : byte >= 0xf0 && byte <= 0xf4 ? 4 : 0;
    let ok = size > 0;
    for (let next = 1; ok && next < size && at + next < head.length; next++) ok = (head[at + next]! & 0xc0) === 0x80;
    if (ok && size === 3 && at + 1 < head.length) ok = !(byte === 0xe0 && head[at + 1]! < 0xa0) && !(byte === 0xed && head[at + 1]! > 0x9f);
    if (ok) chars++;
    else faults++;
    at += ok ? size : 1;
  }
  return { chars, faults };
}

/** How an encoding of Chinese writes what is not ASCII. */
interface ChineseCode {
  /** Bytes of the character at `at`, of which two are there; 0 if they fit none. */
  readonly sizeAt: (head: Uint8Array, at: number) => number;
  /** Whether a character that begins so is of the rows that nearly all text is of. */
  readonly isCommon: (lead: number, trail: number) => boolean;
}

const isFigure = (byte: number) => byte >= 0x30 && byte <= 0x39;

const GB18030: ChineseCode = {
  sizeAt(head, at) {
    const lead = head[at]!;
    const trail = head[at + 1]!;
    if (lead === 0x80 || lead === 0xff) return 0;
    if (trail >= 0x40) return trail === 0x7f || trail === 0xff ? 0 : 2;
    const third = head[at + 2] ?? 0x81;
    return isFigure(trail) && third >= 0x81 && third <= 0xfe && isFigure(head[at + 3] ?? 0x30) ? 4 : 0;
  },
  // GB 2312's.
  isCommon: (lead, trail) => trail >= 0xa1 && ((lead >= 0xb0 && lead <= 0xf7) || (lead >= 0xa1 && lead <= 0xa3)),
};

const BIG5: ChineseCode = {
  sizeAt(head, at) {
    const lead = head[at]!;
    const trail = head[at + 1]!;
    return lead > 0x80 && lead < 0xff && ((trail >= 0x40 && trail <= 0x7e) || (trail >= 0xa1 && trail <= 0xfe)) ? 2 : 0;
  },
  isCommon: (lead) => lead >= 0xa1 && lead <= 0xc6,
};

/** Characters of an encoding's common rows, all its others, and bytes that fit none. */
function judgeChinese(head: Uint8Array, { sizeAt, isCommon }: ChineseCode): { common: number; rare: number; faults: number } {
  let common = 0;
  let rare = 0;
  let faults = 0;
  let at = 0;
  while (at < head.length) {
    if (head[at]! < 0x80) {
      at++;
      continue;
    }
    if (at + 1 === head.length) break;
    const size = sizeAt(head, at);
    if (size === 0) faults++;
    else if (isCommon(head[at]!, head[at + 1]!)) common++;
    else rare++;
    at += Math.max(size, 1);
  }
  return { common, rare, faults };
}

/** Runs of bytes above ASCII: how many there are, and bytes in them; those of letters of Windows-1252, one or two beside ASCII letters, of these the ones between two, and such letters alone; those of an odd length; and small Cyrillic letters. */
function judgeRuns(head: Uint8Array): { runs: number; bytes: number; latin: number; within: number; lone: number; odd: number; cyrillic: number } {
  const isLetter = (byte: number | undefined) => byte !== undefined && (byte | 32) >= 97 && (byte | 32) <= 122;
  let runs = 0;
  let bytes = 0;
  let latin = 0;
  let within = 0;
  let lone = 0;
  let odd = 0;
  let cyrillic = 0;
  let at = 0;
  while (at < head.length) {
    if (head[at]! < 0x80) {
      at++;
      continue;
    }
    const start = at;
    while (at < head.length && head[at]! >= 0x80) {
      if (head[at]! >= 0xe0) cyrillic++;
      at++;
    }
    const length = at - start;
    // ç, ã, ü, º, °, ’ and their like.
    const isLatin = head.subarray(start, at).every((byte) => byte >= 0xc0 || (byte >= 0x91 && byte <= 0x97) || byte === 0xaa || byte === 0xb0 || byte === 0xba || byte === 0xa0 || byte === 0x80);
    runs++;
    bytes += length;
    if (length % 2 === 1) odd++;
    if (isLatin && length <= 2 && (isLetter(head[start - 1]) || isLetter(head[at]))) {
      latin++;
      if (isLetter(head[start - 1]) && isLetter(head[at])) within++;
    } else if (isLatin && length === 1) lone++;
  }
  return { runs, bytes, latin, within, lone, odd, cyrillic };
}
