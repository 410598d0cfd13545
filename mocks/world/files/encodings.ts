/** Text to the bytes that different offices save it in. */

export type Encoding = 'utf-8' | 'utf-8 with BOM' | 'gbk' | 'utf-16le';

const utf8 = new TextEncoder();

/** @param isFirst whether these are the file's first bytes, which carry the byte order mark if the encoding has one */
export function encode(text: string, encoding: Encoding, isFirst: boolean): Uint8Array<ArrayBuffer> {
  switch (encoding) {
    case 'utf-8': return utf8.encode(text);
    case 'utf-8 with BOM': return utf8.encode(isFirst ? `\ufeff${text}` : text);
    case 'utf-16le': return utf16(isFirst ? `\ufeff${text}` : text);
    case 'gbk': return gbk(text);
  }
}

function utf16(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(text.length * 2);
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    bytes[2 * i] = unit & 0xff;
    bytes[2 * i + 1] = unit >>> 8;
  }
  return bytes;
}

/** By UTF-16 unit, its two bytes in GBK (first byte high), 0 where it has none. Made on first use from the decoder that every engine has. */
let gbkOf: Uint16Array | null = null;

function gbkTable(): Uint16Array {
  const pairs: number[] = [];
  for (let first = 0x81; first <= 0xfe; first++) {
    for (let second = 0x40; second <= 0xfe; second++) if (second !== 0x7f) pairs.push(first, second);
  }
  const table = new Uint16Array(0x10000);
  const decoder = new TextDecoder('gbk');
  const pair = new Uint8Array(2);
  for (let i = 0; i < pairs.length; i += 2) {
    pair[0] = pairs[i]!;
    pair[1] = pairs[i + 1]!;
    const text = decoder.decode(pair);
    if (text.length === 1 && text !== '\ufffd' && table[text.charCodeAt(0)] === 0) table[text.charCodeAt(0)] = (pair[0] << 8) | pair[1];
  }
  return table;
}

function gbk(text: string): Uint8Array<ArrayBuffer> {
  const table = (gbkOf ??= gbkTable());
  const bytes = new Uint8Array(text.length * 2);
  let length = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x80) {
      bytes[length++] = unit;
      continue;
    }
    const two = table[unit]!;
    if (two === 0) throw new RangeError(`${text[i]!} has no place in GBK`);
    bytes[length++] = two >>> 8;
    bytes[length++] = two & 0xff;
  }
  return bytes.slice(0, length);
}
