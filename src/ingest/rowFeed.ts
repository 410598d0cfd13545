import type { FileLayout } from './inspection.ts';
import { isRecoded } from './reencode.ts';

const encoder = new TextEncoder();

/** Takes a file's bytes, in chunks that may end anywhere. */
export interface RowTaker {
  push(chunk: Uint8Array): void;
  end(): void;
  /** Instead of `end`, where the bytes broke off. */
  cut(): void;
}

/** Brings a file's bytes to a splitter: without the byte-order mark, and UTF-16 and what Windows writes in Taiwan, Japan, Korea and Europe as UTF-8, so that there is one way to read. */
export class RowFeed {
  readonly #rows: RowTaker;
  readonly #decoder: TextDecoder | null;
  #bomLeft: number;
  #utf8 = new Uint8Array(0);

  /** @param isFromStart false for a piece from within the file */
  constructor(layout: FileLayout, rows: RowTaker, isFromStart: boolean) {
    this.#rows = rows;
    this.#decoder = isRecoded(layout.encoding) ? new TextDecoder(layout.encoding, { ignoreBOM: true }) : null;
    this.#bomLeft = isFromStart ? layout.bomBytes : 0;
  }

  push(chunk: Uint8Array): void {
    const skip = Math.min(this.#bomLeft, chunk.length);
    this.#bomLeft -= skip;
    // A plain view, whatever the platform's own kind of byte array, keeps the loops fast.
    const bytes = new Uint8Array(chunk.buffer, chunk.byteOffset + skip, chunk.byteLength - skip);
    if (bytes.length === 0) return;
    if (this.#decoder === null) this.#rows.push(bytes);
    else this.#pushText(this.#decoder.decode(bytes, { stream: true }));
  }

  end(): void {
    if (this.#decoder !== null) this.#pushText(this.#decoder.decode());
    this.#rows.end();
  }

  /** Instead of `end`, where the bytes broke off. */
  cut(): void {
    this.#rows.cut();
  }

  #pushText(text: string): void {
    if (this.#utf8.length < text.length * 3) this.#utf8 = new Uint8Array(text.length * 3);
    const { written } = encoder.encodeInto(text, this.#utf8);
    this.#rows.push(this.#utf8.subarray(0, written));
  }
}
