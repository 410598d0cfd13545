/** Bytes put aside: in memory, in the browser's private file system, or in a file of Node. What reads them does not know. */

/** A file with synchronous access, as workers have it in OPFS; `cli/tempFile.ts` has it on Node. */
export interface SyncFile {
  read(buffer: Uint8Array, options: { at: number }): number;
  write(buffer: Uint8Array, options: { at: number }): number;
  truncate(bytes: number): void;
  flush(): void;
  close(): void;
}

/** Bytes that do not change any more. */
export interface Bytes {
  readonly length: number;
  /** Bytes [at, at + length). They start at a multiple of 8 in their buffer if `at` is one, so that typed arrays can view them. */
  read(at: number, length: number): Uint8Array<ArrayBuffer>;
}

export class MemoryBytes implements Bytes {
  #first: Uint8Array<ArrayBuffer>;
  #rest = new Uint8Array(0);
  #saved: Bytes | null = null;

  constructor(bytes: Uint8Array<ArrayBuffer>) {
    if (bytes.byteOffset % 8 !== 0) throw new RangeError('bytes in memory must start at a multiple of 8');
    this.#first = bytes;
  }

  get length(): number {
    return this.#saved?.length ?? this.#first.length + this.#rest.length;
  }

  read(at: number, length: number): Uint8Array<ArrayBuffer> {
    if (this.#saved !== null) return this.#saved.read(at, length);
    if (at + length > this.length) throw new Error(`stored bytes end early: at ${this.length}, ${at + length} wanted`);
    const border = this.#first.length;
    if (at + length <= border) return this.#first.subarray(at, at + length);
    if (at >= border) return this.#rest.subarray(at - border, at - border + length);
    const bytes = new Uint8Array(length);
    bytes.set(this.#first.subarray(at));
    bytes.set(this.#rest.subarray(0, at + length - border), border - at);
    return bytes;
  }

  /** Takes what follows; once. @param rest in memory as the bytes before it: these must be a multiple of 8 */
  append(rest: Uint8Array<ArrayBuffer>): void {
    if (this.#first.length % 8 !== 0 || rest.byteOffset % 8 !== 0) throw new RangeError('bytes in memory must start at a multiple of 8');
    this.#rest = rest;
  }

  /** From now on they are read from where they were saved, and no longer take memory. */
  moveTo(saved: Bytes): void {
    this.#saved = saved;
    this.#first = this.#rest = new Uint8Array(0);
  }
}

/** A stretch of a file. */
export class FileBytes implements Bytes {
  readonly #file: SyncFile;
  readonly start: number;
  readonly length: number;

  constructor(file: SyncFile, start: number, length: number) {
    this.#file = file;
    this.start = start;
    this.length = length;
  }

  read(at: number, length: number): Uint8Array<ArrayBuffer> {
    const bytes = new Uint8Array(length);
    const read = at + length > this.length ? 0 : this.#file.read(bytes, { at: this.start + at });
    if (read !== length) throw new Error(`stored bytes end early: ${read} of ${length} at ${this.start + at}`);
    return bytes;
  }
}

/** Some of other bytes. */
export function part(of: Bytes, start: number, length: number): Bytes {
  return { length, read: (at, count) => of.read(start + at, count) };
}

/** How much may be held in memory by several who put bytes aside. */
export interface MemoryLimit {
  readonly bytes: number;
  used: number;
}

/** Written at once; longer writes keep the worker from its messages. */
const PIECE_BYTES = 8 << 20;

/** Puts bytes aside: in memory up to a limit that may be shared, beyond it at the end of a file, if there is one. */
export class Overflow {
  readonly #memory: MemoryLimit;
  readonly #most: number;
  #file: SyncFile | null = null;
  #end = 0;

  /** @param share of the memory beyond which this one uses its file, 0–1 */
  constructor(memory: MemoryLimit, share = 1) {
    this.#memory = memory;
    this.#most = memory.bytes * share;
  }

  /** @param file empty; whoever opened it closes it */
  useFile(file: SyncFile): void {
    this.#file = file;
  }

  /** The bytes, which must not be changed any more. */
  keep(bytes: Uint8Array<ArrayBuffer>): Bytes {
    if (this.#file !== null && this.#memory.used + bytes.length > this.#most) {
      const written = this.#write(this.#file, bytes);
      if (written !== null) return written;
    }
    this.#memory.used += bytes.length;
    return new MemoryBytes(bytes);
  }

  /** Counts bytes in memory as given back. */
  release(bytes: Bytes): void {
    if (bytes instanceof MemoryBytes) this.#memory.used -= bytes.length;
  }

  #write(file: SyncFile, bytes: Uint8Array): FileBytes | null {
    try {
      writeAll(file, bytes, this.#end);
    } catch (error) {
      if (!(error instanceof DOMException) && !isSystemError(error)) throw error;
      // No room, or the file is gone: from now on all stays in memory, which may still do.
      this.#file = null;
      return null;
    }
    const kept = new FileBytes(file, this.#end, bytes.length);
    // The next begins at a multiple of 8, too.
    this.#end += Math.ceil(bytes.length / 8) * 8;
    return kept;
  }
}

/** Of Node's file system: `ENOSPC` and the like. */
function isSystemError(error: unknown): boolean {
  return error instanceof Error && 'code' in error;
}

/** Throws a QuotaExceededError when the file takes less than all. */
export function writeAll(file: SyncFile, bytes: Uint8Array, at: number): void {
  for (let from = 0; from < bytes.length; from += PIECE_BYTES) {
    const piece = bytes.subarray(from, from + PIECE_BYTES);
    if (file.write(piece, { at: at + from }) !== piece.length) throw new DOMException('the storage is full', 'QuotaExceededError');
  }
}
