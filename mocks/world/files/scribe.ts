/** Who writes the files: one scribe per kind of record, all at the same time, and the bytes leave as they grow. */
import type { Day } from '../day.ts';
import type { Encoding } from './encodings.ts';
import { FileWriter } from './fileWriter.ts';

/** Writes one kind of record. What is written leaves at each `yield`, which comes at least every few thousand lines. */
export interface Scribe {
  /** Before the first day: what does not depend on what happens. */
  before?(): Generator<void, void>;
  /** After each day. */
  day?(day: Day): Generator<void, void>;
  /** After the last day. */
  after?(): Generator<void, void>;
}

/** Whole lines of a file, in order. */
export interface WorldChunk {
  readonly file: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** UTF-8 bytes of a file that wait until they leave. */
const CHUNK_BYTES = 1 << 20;
/** Lines between chances to leave. */
export const LINES_PER_YIELD = 4_000;

/** The files being written. */
export class Desk {
  readonly #writers: FileWriter[] = [];

  open(name: string, encoding?: Encoding, lineEnd?: string): FileWriter {
    const writer = new FileWriter(name, encoding, lineEnd);
    this.#writers.push(writer);
    return writer;
  }

  /** Whatever has grown large enough. */
  *leaving(atLeast = CHUNK_BYTES): Generator<WorldChunk, void> {
    for (const writer of this.#writers) {
      if (writer.waiting < atLeast) continue;
      const bytes = writer.take();
      if (bytes !== null) yield { file: writer.name, bytes };
    }
  }
}
