import type { TextReader } from '../ingest/textReader.ts';
import type { LineMark } from '../records/communication.ts';

const CR = 13;

/** Notes now and then which line a reader has come to, so that a line can be found later without reading the file from its start. */
export class LineMarks {
  readonly #marks: LineMark[];
  #isOver = false;

  /** @param line,at the first line that the reader counts begins at byte `at` of the file */
  constructor(line: number, at: number) {
    this.#marks = [{ line, at }];
  }

  /** After a chunk was pushed. @param end byte of the file behind it */
  note(reader: Pick<TextReader, 'line' | 'hasLineEndInQuotes'>, chunk: Uint8Array, end: number): void {
    if (this.#isDone(reader)) return;
    // After a CR (of one or two bytes) it is not known yet whether the line has ended. One mark is enough within a row, which may hold line ends.
    if (chunk.at(-1) !== CR && chunk.at(-2) !== CR && reader.line > this.#marks.at(-1)!.line) this.#marks.push({ line: reader.line, at: end });
  }

  /** All marks, after the reader has come to its end. */
  take(reader: Pick<TextReader, 'hasLineEndInQuotes'>): readonly LineMark[] {
    this.#isDone(reader);
    return this.#marks;
  }

  /** Within a row that holds line ends the reader does not tell the line, so there are no marks from the first such row on. */
  #isDone(reader: Pick<TextReader, 'hasLineEndInQuotes'>): boolean {
    if (!this.#isOver && reader.hasLineEndInQuotes) {
      this.#isOver = true;
      // The last one may stand in that row.
      if (this.#marks.length > 1) this.#marks.pop();
    }
    return this.#isOver;
  }
}
