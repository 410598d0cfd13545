/** Text of a file whose bytes are read as UTF-8, in the file's own encoding again: rejected rows are shown as they stand in it. */
import type { Encoding } from './inspection.ts';

/** Bytes of the beginning of a line that are enough to recognise it. */
const SHOWN_BYTES = 1024;

/** True for encodings whose bytes are turned into UTF-8 before they are read. */
export function isRecoded(encoding: Encoding): boolean {
  return encoding !== 'utf-8' && encoding !== 'gb18030';
}

/** The beginning of a line that was read as UTF-8, in the file's own encoding. */
export function inEncoding(encoding: Encoding, bytes: Uint8Array, start: number, end: number): Uint8Array {
  const text = new TextDecoder().decode(bytes.subarray(start, Math.min(end, start + SHOWN_BYTES)));
  if (encoding === 'utf-16le' || encoding === 'utf-16be') return toUtf16(text, encoding === 'utf-16be');
  const codes = codesOf(encoding);
  return Uint8Array.from(Array.from(text).flatMap((character) => codes.get(character) ?? [QUESTION]));
}

const QUESTION = 63;

function toUtf16(text: string, isBigEndian: boolean): Uint8Array {
  const out = new Uint8Array(text.length * 2);
  const view = new DataView(out.buffer);
  for (let at = 0; at < text.length; at++) view.setUint16(at * 2, text.charCodeAt(at), !isBigEndian);
  return out;
}

const known = new Map<Encoding, ReadonlyMap<string, readonly number[]>>();

/** Every character of an encoding of one byte or two, by decoding all codes. */
function codesOf(encoding: Encoding): ReadonlyMap<string, readonly number[]> {
  const before = known.get(encoding);
  if (before !== undefined) return before;
  const decoder = new TextDecoder(encoding, { fatal: true });
  const codes = new Map<string, readonly number[]>();
  const add = (...code: readonly number[]) => {
    try {
      const character = decoder.decode(Uint8Array.from(code));
      if (!codes.has(character)) codes.set(character, code);
    } catch {
      // No character has this code.
    }
  };
  for (let byte = 0; byte < 256; byte++) add(byte);
  if (!encoding.startsWith('windows')) for (let lead = 0x81; lead <= 0xfe; lead++) for (let trail = 0x40; trail <= 0xfe; trail++) add(lead, trail);
  known.set(encoding, codes);
  return codes;
}
