import type { ByteSource } from './byteSource.ts';
import { sourceOfFile } from './byteSource.ts';

/** A stretch of a file whose first piece has been asked for. */
interface Begun {
  readonly file: File;
  readonly start: number;
  readonly end: number;
  readonly pieces: AsyncGenerator<Uint8Array>;
}

/** Asks for the beginning of a stretch that will be read most likely, while it is still being found out how: the first piece takes the longest. */
export class ReadAhead {
  #begun: Begun | null = null;

  /** Begins to read bytes [start, end) of a file, instead of what was begun before. */
  begin(file: File, start: number, end: number): void {
    this.end();
    const pieces = sourceOfFile(file).pieces?.(start, end) ?? null;
    if (pieces !== null) this.#begun = { file, start, end, pieces: begun(pieces) };
  }

  /** A file's source: what was begun of it goes on. */
  sourceOf(file: File): ByteSource {
    const source = sourceOfFile(file);
    return { ...source, pieces: (start, end) => this.#take(file, start, end) ?? source.pieces?.(start, end) ?? null };
  }

  /** Gives up what was begun and not wanted. */
  end(): void {
    // What went wrong with it nobody asked for.
    this.#begun?.pieces.return(undefined).catch(() => undefined);
    this.#begun = null;
  }

  #take(file: File, start: number, end: number): AsyncGenerator<Uint8Array> | null {
    const known = this.#begun;
    if (known === null || known.start !== start || known.end !== end || !isSame(known.file, file)) return null;
    this.#begun = null;
    return known.pieces;
  }
}

/** Pieces of which the first is asked for at once. */
function begun(pieces: AsyncGenerator<Uint8Array>): AsyncGenerator<Uint8Array> {
  const first = pieces.next();
  // Whoever goes on is told.
  first.catch(() => undefined);
  const rest = (async function* () {
    const { done, value } = await first;
    if (done !== true) {
      yield value;
      yield* pieces;
    }
  })();
  const giveUp = rest.return.bind(rest);
  rest.return = async (value) => {
    await pieces.return(undefined);
    return giveUp(value);
  };
  return rest;
}

function isSame(a: File, b: File): boolean {
  return a.name === b.name && a.size === b.size && a.lastModified === b.lastModified;
}
