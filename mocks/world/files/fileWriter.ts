/** Lines of one file on their way out, as bytes. */
import { encode, type Encoding } from './encodings.ts';

const encoder = new TextEncoder();
const decoder = new TextDecoder();
/** Room for the longest line, kept free at every start of a line. */
const LONGEST_LINE = 4_096;

export class FileWriter {
  readonly name: string;
  readonly encoding: Encoding;
  readonly lineEnd: string;
  /** Line about to be written, from 1. */
  line = 1;
  #bytes: Uint8Array<ArrayBuffer>;
  #length = 0;
  #isFirst = true;

  constructor(name: string, encoding: Encoding = 'utf-8', lineEnd = '\n') {
    this.name = name;
    this.encoding = encoding;
    this.lineEnd = lineEnd;
    this.#bytes = new Uint8Array(1 << 16);
  }

  /** Bytes of UTF-8 waiting. */
  get waiting(): number {
    return this.#length;
  }

  byte(code: number): void {
    this.#bytes[this.#length++] = code;
  }

  ascii(text: string): void {
    const bytes = this.#bytes;
    const start = this.#length;
    for (let i = 0; i < text.length; i++) bytes[start + i] = text.charCodeAt(i);
    this.#length = start + text.length;
  }

  bytes(more: Uint8Array): void {
    const bytes = this.#bytes;
    const start = this.#length;
    for (let i = 0; i < more.length; i++) bytes[start + i] = more[i]!;
    this.#length = start + more.length;
  }

  /** A whole number of up to 15 digits, with zeros in front up to `digits`. */
  whole(value: number, digits = 1): void {
    let count = digits;
    for (let limit = 10 ** digits; value >= limit; limit *= 10) count++;
    let high = Math.floor(value / 1e7);
    let low = value - high * 1e7;
    const end = this.#length + count;
    const bytes = this.#bytes;
    for (let at = end - 1, i = 0; i < count; at--, i++) {
      const from: number = i < 7 ? low : high;
      const tenth = (from / 10) | 0;
      bytes[at] = 48 + (from - tenth * 10);
      if (i < 7) low = tenth;
      else high = tenth;
    }
    this.#length = end;
  }

  /** `HH:MM:SS`. */
  clock(second: number): void {
    const bytes = this.#bytes;
    let at = this.#length;
    const hours = (second / 3600) | 0;
    const minutes = ((second / 60) | 0) % 60;
    const seconds = second % 60;
    bytes[at++] = 48 + ((hours / 10) | 0);
    bytes[at++] = 48 + (hours % 10);
    bytes[at++] = 58;
    bytes[at++] = 48 + ((minutes / 10) | 0);
    bytes[at++] = 48 + (minutes % 10);
    bytes[at++] = 58;
    bytes[at++] = 48 + ((seconds / 10) | 0);
    bytes[at++] = 48 + (seconds % 10);
    this.#length = at;
  }

  text(text: string): void {
    this.#length += encoder.encodeInto(text, this.#bytes.subarray(this.#length)).written;
  }

  endLine(): void {
    this.ascii(this.lineEnd);
    this.line++;
    this.#makeRoom();
  }

  /** A line at once. */
  write(line: string): void {
    this.text(line);
    this.endLine();
  }

  /** The text written since `start`, a value of `waiting`. */
  textFrom(start: number): string {
    return decoder.decode(this.#bytes.subarray(start, this.#length));
  }

  /** What was written since the last time, in the file's encoding; null if nothing. */
  take(): Uint8Array<ArrayBuffer> | null {
    if (this.#length === 0) return null;
    const written = this.#bytes.slice(0, this.#length);
    const isFirst = this.#isFirst;
    this.#length = 0;
    this.#isFirst = false;
    return this.encoding === 'utf-8' ? written : encode(decoder.decode(written), this.encoding, isFirst);
  }

  #makeRoom(): void {
    if (this.#bytes.length - this.#length >= LONGEST_LINE) return;
    const wider = new Uint8Array(this.#bytes.length * 2);
    wider.set(this.#bytes);
    this.#bytes = wider;
  }
}
