import type { ByteFile } from '../ingest/formats/format.ts';
import { HEAD_BYTES } from '../ingest/headBytes.ts';
import { hold } from './hold.ts';

/** Bytes asked for at once; the next piece is asked for before this one is worked on. */
const CHUNK_BYTES = 8 << 20;
/** The first piece, for which work has to wait; each that follows is twice as large. */
const LEAST_CHUNK_BYTES = 1 << 20;

/** Of what is streamed: it stays in the cache until it has been worked on. */
const PIECE_BYTES = 512 << 10;

/** A file, wherever its bytes are. */
export interface ByteSource {
  readonly name: string;
  readonly bytes: number;
  /** Bytes [start, end); rejects when they cannot be had any more. */
  read(start: number, end: number): Promise<Uint8Array>;
  /**
   * The same bytes in order, in pieces that hold good until the next is asked for: the browser then fills the same memory again and again,
   * which takes half of the work of reading pieces of their own. Null where the platform cannot.
   */
  pieces?(start: number, end: number): AsyncGenerator<Uint8Array> | null;
}

/** The file was there and is not any more, or was changed. */
export class FileGone extends Error {
  readonly file: string;

  constructor(file: string, options?: ErrorOptions) {
    super(`${file} cannot be read any more`, options);
    this.name = 'FileGone';
    this.file = file;
  }
}

/** A file that the user chose. Its reads reject with FileGone. */
export function sourceOfFile(file: File): ByteSource {
  return {
    name: file.name,
    bytes: file.size,
    async read(start, end) {
      try {
        const bytes = new Uint8Array(await file.slice(start, end).arrayBuffer());
        if (bytes.length !== end - start) throw new FileGone(file.name);
        return bytes;
      } catch (error) {
        if (error instanceof DOMException) throw new FileGone(file.name, { cause: error });
        throw error;
      }
    },
    pieces(start, end) {
      const reader = streamReader(file.slice(start, end));
      return reader === null ? null : streamedPieces(file.name, reader, end - start);
    },
  };
}

function streamReader(bytes: Blob): ReadableStreamBYOBReader | null {
  try {
    return bytes.stream().getReader({ mode: 'byob' });
  } catch {
    return null; // the platform's streams of files are not of bytes
  }
}

async function* streamedPieces(name: string, reader: ReadableStreamBYOBReader, bytes: number): AsyncGenerator<Uint8Array> {
  const letGo = hold(reader);
  let buffer = new ArrayBuffer(Math.min(bytes, PIECE_BYTES));
  try {
    for (let left = bytes; left > 0;) {
      const wanted = Math.min(left, buffer.byteLength);
      let filled = 0;
      while (filled < wanted) {
        const { done, value } = await reader.read(new Uint8Array(buffer, filled, wanted - filled)).catch((error: unknown) => {
          // Of a file that was changed Chromium's streams say "TypeError: network error".
          if (error instanceof DOMException || error instanceof TypeError) throw new FileGone(name, { cause: error });
          throw error;
        });
        if (done) throw new FileGone(name);
        ({ buffer } = value);
        filled += value.length;
      }
      left -= filled;
      yield new Uint8Array(buffer, 0, filled);
    }
  } finally {
    reader.cancel().catch(() => undefined);
    letGo();
  }
}

/** The first piece, for whoever only looks at a file's beginning, and whether that is all of it. */
const FIRST_BYTES = HEAD_BYTES + 1;

/** A source as the formats read it. @param onRead told how many bytes were read each time */
export function fileOf(source: ByteSource, onRead: (bytes: number) => void = () => undefined): ByteFile & { readonly read: NonNullable<ByteFile['read']> } {
  // Whoever looks at what a file is asks for it several times.
  let beginning: Promise<Uint8Array> | null = null;
  return {
    name: source.name,
    bytes: source.bytes,
    async *chunks() {
      const first = await (beginning ??= source.read(0, Math.min(FIRST_BYTES, source.bytes)));
      onRead(first.length);
      yield first;
      for await (const chunk of chunksOf(source, first.length)) {
        onRead(chunk.length);
        yield chunk;
      }
    },
    async read(start, end) {
      const bytes = await source.read(start, end);
      onRead(bytes.length);
      return bytes;
    },
  };
}

/**
 * A file's bytes from `start` on in order: chunks up to `end`, then to the file's end in pieces of `tailBytes` for whoever
 * needs a little more.
 */
export async function* chunksOf(source: ByteSource, start = 0, end = source.bytes, tailBytes = CHUNK_BYTES): AsyncGenerator<Uint8Array> {
  const pieceEnd = (from: number) => Math.min(source.bytes, from < end ? Math.min(end, from + Math.min(CHUNK_BYTES, from - start + LEAST_CHUNK_BYTES)) : from + tailBytes);
  let from = start;
  let next = readPiece(source, from, pieceEnd(from));
  while (from < source.bytes) {
    const to = pieceEnd(from);
    const chunk = await next;
    // The tail is rarely wanted, so only what surely is gets asked for ahead.
    const isAhead = to < end;
    if (isAhead) next = readPiece(source, to, pieceEnd(to));
    yield chunk;
    if (!isAhead) next = readPiece(source, to, pieceEnd(to));
    from = to;
  }
}

/** The same, where each chunk holds good only until the next is asked for. */
export async function* piecesOf(source: ByteSource, start: number, end: number, tailBytes: number): AsyncGenerator<Uint8Array> {
  const streamed = start < end ? source.pieces?.(start, end) ?? null : null;
  if (streamed !== null) yield* streamed;
  yield* chunksOf(source, streamed === null ? start : end, end, tailBytes);
}

function readPiece(source: ByteSource, from: number, to: number): Promise<Uint8Array> {
  if (from >= to) return Promise.resolve(new Uint8Array(0));
  const piece = source.read(from, to);
  // A piece that is no longer wanted (cancelled) must not surface as an unhandled rejection.
  piece.catch(() => undefined);
  return piece;
}
