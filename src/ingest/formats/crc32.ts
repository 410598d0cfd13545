/** Tables for four bytes at a time: the i-th is of bytes that i more follow. */
const tables = [0, 1, 2, 3].map(() => new Uint32Array(256));
const [first, second, third, fourth] = tables as [Uint32Array, Uint32Array, Uint32Array, Uint32Array];
for (let byte = 0; byte < 256; byte++) {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = (value & 1) === 0 ? value >>> 1 : (value >>> 1) ^ 0xedb88320;
  first[byte] = value;
}
for (let byte = 0; byte < 256; byte++) {
  for (let i = 1; i < 4; i++) tables[i]![byte] = (tables[i - 1]![byte]! >>> 8) ^ first[tables[i - 1]![byte]! & 0xff]!;
}

/** The checksum of gzip and ZIP (RFC 1952, section 8), of bytes that come in pieces. */
export class Crc32 {
  #state = -1;

  add(bytes: Uint8Array): void {
    let state = this.#state;
    let at = 0;
    for (const last = bytes.length - 3; at < last; at += 4) {
      state ^= bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24);
      state = fourth[state & 0xff]! ^ third[(state >>> 8) & 0xff]! ^ second[(state >>> 16) & 0xff]! ^ first[state >>> 24]!;
    }
    for (; at < bytes.length; at++) state = first[(state ^ bytes[at]!) & 0xff]! ^ (state >>> 8);
    this.#state = state;
  }

  /** Of all bytes so far. */
  get value(): number {
    return ~this.#state >>> 0;
  }
}
