/** XML in pieces of any length → tags and text, in one pass over the bytes and without making strings. */

const LT = 60;
const GT = 62;
const SLASH = 47;
const COLON = 58;
const SPACE = 32;
const BANG = 33;
const QUESTION = 63;
const EQUALS = 61;
const DOUBLE = 34;
const SINGLE = 39;
const AMPERSAND = 38;
const SEMICOLON = 59;

/** A longer tag is no tag of a workbook. */
const MAX_TAG_BYTES = 1 << 20;
/** Text that is not at its end yet is handed on when there is so much of it. */
const TEXT_BYTES = 64 << 10;
/** The longest entity: &#x10ffff; */
const ENTITY_BYTES = 12;

/** Offsets and bytes are valid during the call only. Names come without their namespace. */
export interface XmlHandler {
  /** @param attributes the tag from behind its name up to its end, for `attribute` */
  open(bytes: Uint8Array, nameStart: number, nameEnd: number, attributesEnd: number): void;
  /** Also called for `<x/>`, after `open`. */
  close(bytes: Uint8Array, nameStart: number, nameEnd: number): void;
  /** A piece of text, its entities as they stand. */
  text(bytes: Uint8Array, start: number, end: number): void;
}

/** The bytes are no XML. */
export class NotXml extends Error {}

export class XmlScanner {
  readonly #handler: XmlHandler;
  #carry = new Uint8Array(0);

  constructor(handler: XmlHandler) {
    this.#handler = handler;
  }

  /** Takes the next bytes. Throws NotXml when a tag does not end. */
  push(chunk: Uint8Array): void {
    let bytes = chunk;
    if (this.#carry.length > 0) {
      bytes = new Uint8Array(this.#carry.length + chunk.length);
      bytes.set(this.#carry);
      bytes.set(chunk, this.#carry.length);
    }
    const used = this.#scan(bytes);
    this.#carry = bytes.slice(used);
    if (this.#carry.length > MAX_TAG_BYTES) throw new NotXml();
  }

  /** @returns bytes that need not be seen again */
  #scan(bytes: Uint8Array): number {
    const handler = this.#handler;
    const length = bytes.length;
    let at = 0;
    while (at < length) {
      const open = bytes[at] === LT ? at : bytes.indexOf(LT, at);
      if (open < 0) {
        if (length - at < TEXT_BYTES) return at;
        // An entity may go on in the next piece.
        const entity = bytes.lastIndexOf(AMPERSAND);
        const end = entity >= length - ENTITY_BYTES ? entity : length;
        handler.text(bytes, at, end);
        return end;
      }
      if (open > at) handler.text(bytes, at, open);
      if (open + 1 === length) return open;
      const next = bytes[open + 1];
      if (next === BANG || next === QUESTION) {
        const end = this.#aside(bytes, open);
        if (end < 0) return open;
        at = end;
        continue;
      }
      const end = tagEnd(bytes, open);
      if (end < 0) return open;
      if (next === SLASH) {
        const nameStart = localName(bytes, open + 2, end);
        handler.close(bytes, nameStart, nameEnd(bytes, nameStart, end));
      } else {
        const isEmpty = bytes[end - 1] === SLASH;
        const last = isEmpty ? end - 1 : end;
        const start = localName(bytes, open + 1, last);
        const stop = nameEnd(bytes, start, last);
        handler.open(bytes, start, stop, last);
        if (isEmpty) handler.close(bytes, start, stop);
      }
      at = end + 1;
    }
    return at;
  }

  /** Comments, instructions and declarations are passed by; what a CDATA section holds is text. @returns -1 if more is needed */
  #aside(bytes: Uint8Array, open: number): number {
    if (open + 9 > bytes.length && bytes[open + 1] === BANG) return -1;
    const isComment = bytes[open + 2] === 45 && bytes[open + 3] === 45;
    const isCdata = bytes[open + 2] === 91;
    const mark = isComment ? 45 : isCdata ? 93 : -1;
    for (let end = bytes.indexOf(GT, open + 2); end >= 0; end = bytes.indexOf(GT, end + 1)) {
      if (mark >= 0 && !(bytes[end - 1] === mark && bytes[end - 2] === mark && end >= open + (isComment ? 6 : 11))) continue;
      if (isCdata) this.#handler.text(bytes, open + 9, end - 2);
      return end + 1;
    }
    return -1;
  }
}

/** Where the tag that begins at `open` has its >, which may also stand within an attribute's quotes; -1 if more is needed. */
function tagEnd(bytes: Uint8Array, open: number): number {
  let quote = 0;
  for (let at = open + 1; at < bytes.length; at++) {
    const byte = bytes[at]!;
    if (quote !== 0) {
      if (byte === quote) quote = 0;
    } else if (byte === GT) return at;
    else if (byte === DOUBLE || byte === SINGLE) quote = byte;
  }
  return -1;
}

function localName(bytes: Uint8Array, start: number, end: number): number {
  for (let at = start; at < end; at++) {
    const byte = bytes[at]!;
    if (byte === COLON) return at + 1;
    if (byte <= SPACE || byte === EQUALS) break;
  }
  return start;
}

function nameEnd(bytes: Uint8Array, start: number, end: number): number {
  let at = start;
  while (at < end && bytes[at]! > SPACE && bytes[at] !== SLASH) at++;
  return at;
}

/** True if the name is this one, which must be ASCII. */
export function isNamed(bytes: Uint8Array, start: number, end: number, name: string): boolean {
  if (end - start !== name.length) return false;
  for (let i = 0; i < name.length; i++) if (bytes[start + i] !== name.charCodeAt(i)) return false;
  return true;
}

/** Bounds of an attribute's value in a tag, as [start, end); null when the tag has none of that name (without its namespace). */
export function attribute(bytes: Uint8Array, from: number, to: number, name: string): readonly [number, number] | null {
  let at = from;
  while (at < to) {
    while (at < to && bytes[at]! <= SPACE) at++;
    const start = localName(bytes, at, to);
    let end = start;
    while (end < to && bytes[end] !== EQUALS && bytes[end]! > SPACE) end++;
    let value = end;
    while (value < to && bytes[value] !== DOUBLE && bytes[value] !== SINGLE) value++;
    if (value >= to) return null;
    const close = bytes.indexOf(bytes[value]!, value + 1);
    if (close < 0 || close > to) return null;
    if (isNamed(bytes, start, end, name)) return [value + 1, close];
    at = close + 1;
  }
  return null;
}

const decoder = new TextDecoder();

/** An attribute's value as text, '' when there is none. */
export function attributeText(bytes: Uint8Array, from: number, to: number, name: string): string {
  const found = attribute(bytes, from, to, name);
  if (found === null) return '';
  const text = new Uint8Array(found[1] - found[0]);
  return decoder.decode(text.subarray(0, unescapeXml(bytes, found[0], found[1], text, 0)));
}

const named: Readonly<Record<string, number>> = { amp: 38, lt: 60, gt: 62, quot: 34, apos: 39 };

/** Copies text with its entities resolved. `to` must have room for as many bytes. @returns where in `to` it ends */
export function unescapeXml(bytes: Uint8Array, start: number, end: number, to: Uint8Array, at: number): number {
  let out = at;
  for (let from = start; from < end; from++) {
    const byte = bytes[from]!;
    if (byte !== AMPERSAND) {
      to[out++] = byte;
      continue;
    }
    const stop = bytes.indexOf(SEMICOLON, from + 1);
    const code = stop < 0 || stop >= end || stop - from > ENTITY_BYTES ? null : entityCode(bytes, from + 1, stop);
    if (code === null) to[out++] = byte;
    else {
      out = putUtf8(code, to, out);
      from = stop;
    }
  }
  return out;
}

function entityCode(bytes: Uint8Array, start: number, end: number): number | null {
  let name = '';
  for (let at = start; at < end; at++) name += String.fromCharCode(bytes[at]!);
  const code = name.startsWith('#x') || name.startsWith('#X') ? parseInt(name.slice(2), 16) : name.startsWith('#') ? parseInt(name.slice(1), 10) : named[name];
  return code === undefined || Number.isNaN(code) || code > 0x10ffff ? null : code;
}

function putUtf8(code: number, to: Uint8Array, at: number): number {
  let out = at;
  if (code < 0x80) to[out++] = code;
  else if (code < 0x800) {
    to[out++] = 0xc0 | (code >> 6);
    to[out++] = 0x80 | (code & 0x3f);
  } else if (code < 0x10000) {
    to[out++] = 0xe0 | (code >> 12);
    to[out++] = 0x80 | ((code >> 6) & 0x3f);
    to[out++] = 0x80 | (code & 0x3f);
  } else {
    to[out++] = 0xf0 | (code >> 18);
    to[out++] = 0x80 | ((code >> 12) & 0x3f);
    to[out++] = 0x80 | ((code >> 6) & 0x3f);
    to[out++] = 0x80 | (code & 0x3f);
  }
  return out;
}
