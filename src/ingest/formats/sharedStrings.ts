import type { XmlHandler } from './xmlScanner.ts';
import { isNamed, unescapeXml, XmlScanner } from './xmlScanner.ts';

/** All strings of a workbook together; beyond it, the rest are empty. */
const MAX_BYTES = 768 << 20;
/** Of one string so much is kept as makes a row too long to be a record. */
const MAX_STRING_BYTES = (1 << 20) + 1;

/** The strings that a workbook's cells point to, as UTF-8 end to end. They are read as far as they are needed. */
export class SharedStrings implements XmlHandler {
  arena = new Uint8Array(1 << 16);
  /** String i is `arena[starts[i], starts[i + 1])`. */
  starts = new Uint32Array(1 << 12);
  count = 0;
  isFull = false;

  readonly #chunks: AsyncGenerator<Uint8Array>;
  readonly #scanner = new XmlScanner(this);
  #length = 0;
  #isInText = false;
  /** Within <rPh>: how to pronounce it, which is not part of the string. */
  #isAside = false;

  /** @param chunks xl/sharedStrings.xml */
  constructor(chunks: AsyncGenerator<Uint8Array>) {
    this.#chunks = chunks;
  }

  /** Reads on until there are more than `index` strings, or no more. Throws NotXml. */
  async load(index: number): Promise<void> {
    while (this.count <= index && !this.isFull) {
      const { done, value } = await this.#chunks.next();
      if (done) return;
      this.#scanner.push(value);
    }
  }

  open(bytes: Uint8Array, nameStart: number, nameEnd: number): void {
    if (isNamed(bytes, nameStart, nameEnd, 't')) this.#isInText = true;
    else if (isNamed(bytes, nameStart, nameEnd, 'rPh')) this.#isAside = true;
  }

  text(bytes: Uint8Array, start: number, end: number): void {
    if (!this.#isInText || this.#isAside || this.isFull) return;
    const from = this.starts[this.count]!;
    const last = Math.min(end, start + MAX_STRING_BYTES - (this.#length - from));
    if (last <= start) return;
    this.#reserve(last - start);
    if (this.isFull) return;
    this.#length = unescapeXml(bytes, start, last, this.arena, this.#length);
  }

  close(bytes: Uint8Array, nameStart: number, nameEnd: number): void {
    if (isNamed(bytes, nameStart, nameEnd, 't')) this.#isInText = false;
    else if (isNamed(bytes, nameStart, nameEnd, 'rPh')) this.#isAside = false;
    else if (isNamed(bytes, nameStart, nameEnd, 'si')) {
      this.count++;
      if (this.count + 1 > this.starts.length) {
        const starts = new Uint32Array(this.starts.length * 2);
        starts.set(this.starts);
        this.starts = starts;
      }
      this.starts[this.count] = this.#length;
    }
  }

  #reserve(bytes: number): void {
    if (this.#length + bytes <= this.arena.length) return;
    if (this.#length + bytes > MAX_BYTES) {
      this.isFull = true;
      return;
    }
    const arena = new Uint8Array(Math.min(MAX_BYTES, Math.max(this.#length + bytes, this.arena.length * 2)));
    arena.set(this.arena.subarray(0, this.#length));
    this.arena = arena;
  }
}
