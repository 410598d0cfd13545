/**
 * A set of numbers, compressed: up to 80 million of them (a list of seized numbers) in 160 MB and less.
 *
 * Keys are cut into chunks of 2^16 neighbours, as in roaring bitmaps (Lemire et al. 2016): a chunk of up to 4096 numbers is
 * their sorted low 16 bits, a fuller one a bitmap. All chunks lie end to end in flat arrays, so that a set is saved and sent as
 * it is.
 */

export interface NumberSet {
  /** How many numbers. */
  readonly size: number;
  /** Chunk ids (⌊key ÷ 2^16⌋), ascending. */
  readonly chunks: Float64Array;
  /** Numbers in each chunk; above ARRAY_MAX it is a bitmap. */
  readonly counts: Uint32Array;
  /** Where each chunk begins in `low`; one more entry than chunks. */
  readonly starts: Uint32Array;
  /** Sorted low halves, or BITMAP_WORDS words of a bitmap, chunk after chunk. */
  readonly low: Uint16Array;
}

const CHUNK = 65_536;
/** Above this a bitmap (8 KB) is smaller than two bytes for each number. */
const ARRAY_MAX = 4096;
const BITMAP_WORDS = 4096;

export const emptySet: NumberSet = { size: 0, chunks: new Float64Array(0), counts: new Uint32Array(0), starts: new Uint32Array(1), low: new Uint16Array(0) };

/** True if the set holds the key. */
export function hasNumber({ chunks, counts, starts, low }: NumberSet, key: number): boolean {
  const chunk = Math.floor(key / CHUNK);
  let from = 0;
  let to = chunks.length;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (chunks[middle]! < chunk) from = middle + 1;
    else to = middle;
  }
  if (from === chunks.length || chunks[from] !== chunk) return false;
  const value = key - chunk * CHUNK;
  const start = starts[from]!;
  if (counts[from]! > ARRAY_MAX) return ((low[start + (value >>> 4)]! >>> (value & 15)) & 1) === 1;
  let left = start;
  let right = starts[from + 1]!;
  while (left < right) {
    const middle = (left + right) >>> 1;
    if (low[middle]! < value) left = middle + 1;
    else right = middle;
  }
  return left < starts[from + 1]! && low[left] === value;
}

/** All keys, ascending. */
export function* keysOf({ chunks, counts, starts, low }: NumberSet): Generator<number> {
  for (let i = 0; i < chunks.length; i++) {
    const base = chunks[i]! * CHUNK;
    const start = starts[i]!;
    const end = starts[i + 1]!;
    if (counts[i]! <= ARRAY_MAX) for (let at = start; at < end; at++) yield base + low[at]!;
    else {
      for (let at = start; at < end; at++) {
        for (let word = low[at]!; word !== 0; word &= word - 1) yield base + (at - start) * 16 + lowestBit(word);
      }
    }
  }
}

function lowestBit(word: number): number {
  return 31 - Math.clz32(word & -word);
}

/** Which numbers an operation keeps: those only in the first set, in both, only in the second. */
interface Keeps {
  readonly first: boolean;
  readonly both: boolean;
  readonly second: boolean;
}

const setOperations = {
  '&': { first: false, both: true, second: false },
  '|': { first: true, both: true, second: true },
  '-': { first: true, both: false, second: false },
  '^': { first: true, both: false, second: true },
} as const satisfies Record<string, Keeps>;
export type SetOperation = keyof typeof setOperations;

/** Intersection (&), union (|), difference (-) or symmetric difference (^) of two sets, chunk by chunk. */
export function combineSets(a: NumberSet, operation: SetOperation, b: NumberSet): NumberSet {
  const keeps: Keeps = setOperations[operation];
  const out = new ChunkWriter((keeps.second ? a.low.length + b.low.length : keeps.first ? a.low.length : Math.min(a.low.length, b.low.length)) + BITMAP_WORDS);
  let i = 0;
  let j = 0;
  while (i < a.chunks.length || j < b.chunks.length) {
    const left = i < a.chunks.length ? a.chunks[i]! : Infinity;
    const right = j < b.chunks.length ? b.chunks[j]! : Infinity;
    if (left < right) {
      if (keeps.first) out.copy(a, i);
      else if (!keeps.second && right === Infinity) break;
      i++;
    } else if (right < left) {
      if (keeps.second) out.copy(b, j);
      else if (left === Infinity) break;
      j++;
    } else {
      if (a.counts[i]! > ARRAY_MAX || b.counts[j]! > ARRAY_MAX) combineBitmaps(a, i, b, j, keeps, out);
      else combineArrays(a, i, b, j, keeps, out);
      i++;
      j++;
    }
  }
  return out.finish();
}

function combineArrays(a: NumberSet, i: number, b: NumberSet, j: number, keeps: Keeps, out: ChunkWriter): void {
  const left = a.low;
  const right = b.low;
  let at = a.starts[i]!;
  const end = a.starts[i + 1]!;
  let bt = b.starts[j]!;
  const bEnd = b.starts[j + 1]!;
  const { scratch } = out;
  let count = 0;
  while (at < end && bt < bEnd) {
    const x = left[at]!;
    const y = right[bt]!;
    if (x < y) {
      if (keeps.first) scratch[count++] = x;
      at++;
    } else if (y < x) {
      if (keeps.second) scratch[count++] = y;
      bt++;
    } else {
      if (keeps.both) scratch[count++] = x;
      at++;
      bt++;
    }
  }
  if (keeps.first) while (at < end) scratch[count++] = left[at++]!;
  if (keeps.second) while (bt < bEnd) scratch[count++] = right[bt++]!;
  out.addSorted(a.chunks[i]!, scratch, count);
}

const words = new Uint16Array(BITMAP_WORDS);
const otherWords = new Uint16Array(BITMAP_WORDS);

function combineBitmaps(a: NumberSet, i: number, b: NumberSet, j: number, keeps: Keeps, out: ChunkWriter): void {
  spread(a, i, words);
  spread(b, j, otherWords);
  for (let at = 0; at < BITMAP_WORDS; at++) {
    const x = words[at]!;
    const y = otherWords[at]!;
    words[at] = (keeps.first ? x & ~y : 0) | (keeps.both ? x & y : 0) | (keeps.second ? y & ~x : 0);
  }
  out.addBitmap(a.chunks[i]!, words);
}

/** A chunk as a bitmap. */
function spread({ counts, starts, low }: NumberSet, i: number, into: Uint16Array): void {
  const start = starts[i]!;
  if (counts[i]! > ARRAY_MAX) {
    into.set(low.subarray(start, start + BITMAP_WORDS));
    return;
  }
  into.fill(0);
  for (let at = start; at < starts[i + 1]!; at++) into[low[at]! >>> 4]! |= 1 << (low[at]! & 15);
}

/** Puts chunks, which must come in ascending order, end to end. */
class ChunkWriter {
  /** For two arrays merged. */
  readonly scratch = new Uint16Array(ARRAY_MAX * 2);
  #chunks = new Float64Array(256);
  #counts = new Uint32Array(256);
  #starts = new Uint32Array(257);
  #chunkCount = 0;
  #low: Uint16Array;
  #length = 0;
  #size = 0;

  /** @param words that will be written at most */
  constructor(words: number) {
    this.#low = new Uint16Array(words);
  }

  copy(from: NumberSet, i: number): void {
    this.#low.set(from.low.subarray(from.starts[i], from.starts[i + 1]), this.#length);
    this.#close(from.chunks[i]!, from.counts[i]!, from.starts[i + 1]! - from.starts[i]!);
  }

  /** @param values ascending, each once; up to twice ARRAY_MAX of them */
  addSorted(chunk: number, values: Uint16Array, count: number): void {
    if (count > ARRAY_MAX) {
      words.fill(0);
      for (let at = 0; at < count; at++) words[values[at]! >>> 4]! |= 1 << (values[at]! & 15);
      this.addBitmap(chunk, words);
      return;
    }
    for (let at = 0; at < count; at++) this.#low[this.#length + at] = values[at]!;
    this.#close(chunk, count, count);
  }

  addBitmap(chunk: number, bitmap: Uint16Array): void {
    let count = 0;
    for (let at = 0; at < BITMAP_WORDS; at++) if (bitmap[at] !== 0) count += ones(bitmap[at]!);
    if (count > ARRAY_MAX) {
      this.#low.set(bitmap, this.#length);
      this.#close(chunk, count, BITMAP_WORDS);
      return;
    }
    let to = this.#length;
    for (let at = 0; at < BITMAP_WORDS; at++) for (let word = bitmap[at]!; word !== 0; word &= word - 1) this.#low[to++] = at * 16 + lowestBit(word);
    this.#close(chunk, count, count);
  }

  #close(chunk: number, count: number, length: number): void {
    if (count === 0) return;
    if (this.#chunkCount === this.#chunks.length) {
      this.#chunks = grown(this.#chunks, Float64Array);
      this.#counts = grown(this.#counts, Uint32Array);
      this.#starts = grown(this.#starts, Uint32Array);
    }
    this.#chunks[this.#chunkCount] = chunk;
    this.#counts[this.#chunkCount] = count;
    this.#chunkCount++;
    this.#length += length;
    this.#starts[this.#chunkCount] = this.#length;
    this.#size += count;
  }

  finish(): NumberSet {
    const n = this.#chunkCount;
    // What was reserved in vain is only worth a copy where it is much.
    const isTight = this.#low.length < this.#length * 1.1 + BITMAP_WORDS;
    return {
      size: this.#size,
      chunks: this.#chunks.slice(0, n),
      counts: this.#counts.slice(0, n),
      starts: this.#starts.slice(0, n + 1),
      low: isTight ? this.#low.subarray(0, this.#length) : this.#low.slice(0, this.#length),
    };
  }
}

function ones(word: number): number {
  let n = word - ((word >>> 1) & 0x5555);
  n = (n & 0x3333) + ((n >>> 2) & 0x3333);
  n = (n + (n >>> 4)) & 0x0f0f;
  return (n + (n >>> 8)) & 0x1f;
}

function grown<T extends Float64Array | Uint32Array>(array: T, make: new (length: number) => T): T {
  const larger = new make(array.length * 2);
  larger.set(array);
  return larger;
}

/** Values in a block of the builder's store: a cache line. */
const BLOCK = 32;
const BLOCKS_PER_PAGE = 1 << 15;
/** Marks a chunk kept as a bitmap while the set is built. */
const IS_BITMAP = 0xffff_ffff;

/**
 * Takes numbers in any order, any number of times, in one pass. A chunk's values are kept in blocks of 64 bytes, chained, so that
 * no array ever grows by copying; a chunk that fills up becomes a bitmap at once.
 */
export class NumberSetBuilder {
  /** Chunk id → chunk, open addressing. */
  #slots = new Int32Array(1024);
  #ids = new Float64Array(512);
  #chunkCount = 0;
  /** Of each chunk: values taken, or IS_BITMAP; and its newest block, or its bitmap. */
  #taken = new Uint32Array(512);
  #head = new Int32Array(512);
  readonly #pages: Uint16Array[] = [];
  /** Of each block, the one before it in its chunk. */
  #before = new Int32Array(BLOCKS_PER_PAGE);
  #blockCount = 0;
  #freeBlock = -1;
  readonly #bitmaps: Uint16Array[] = [];
  #lastId = -1;
  #lastChunk = -1;

  add(key: number): void {
    const id = Math.floor(key / CHUNK);
    const chunk = id === this.#lastId ? this.#lastChunk : this.#chunkOf(id);
    const value = key - id * CHUNK;
    const taken = this.#taken[chunk]!;
    if (taken === IS_BITMAP) {
      this.#bitmaps[this.#head[chunk]!]![value >>> 4]! |= 1 << (value & 15);
      return;
    }
    const place = taken % BLOCK;
    if (place === 0) {
      if (taken >= ARRAY_MAX) {
        this.#toBitmap(chunk);
        this.#bitmaps[this.#head[chunk]!]![value >>> 4]! |= 1 << (value & 15);
        return;
      }
      const block = this.#newBlock();
      this.#before[block] = this.#head[chunk]!;
      this.#head[chunk] = block;
    }
    const block = this.#head[chunk]!;
    this.#pages[(block / BLOCKS_PER_PAGE) | 0]![(block % BLOCKS_PER_PAGE) * BLOCK + place] = value;
    this.#taken[chunk] = taken + 1;
  }

  finish(): NumberSet {
    const order = new Uint32Array(this.#chunkCount);
    for (let chunk = 0; chunk < order.length; chunk++) order[chunk] = chunk;
    const ids = this.#ids;
    order.sort((a, b) => ids[a]! - ids[b]!);
    let length = BITMAP_WORDS;
    for (let chunk = 0; chunk < order.length; chunk++) length += this.#taken[chunk] === IS_BITMAP ? BITMAP_WORDS : this.#taken[chunk]!;
    const out = new ChunkWriter(length);
    const few = new Uint16Array(FEW);
    for (const chunk of order) {
      const taken = this.#taken[chunk]!;
      if (taken === IS_BITMAP) out.addBitmap(ids[chunk]!, this.#bitmaps[this.#head[chunk]!]!);
      else if (taken <= FEW) {
        let count = 0;
        this.#each(chunk, (value) => (count = insert(few, count, value)));
        out.addSorted(ids[chunk]!, few, count);
      } else {
        words.fill(0);
        this.#each(chunk, (value) => (words[value >>> 4]! |= 1 << (value & 15)));
        out.addBitmap(ids[chunk]!, words);
      }
    }
    return out.finish();
  }

  #chunkOf(id: number): number {
    const mask = this.#slots.length - 1;
    let slot = hashId(id) & mask;
    for (;;) {
      const entry = this.#slots[slot]!;
      if (entry === 0) break;
      if (this.#ids[entry - 1] === id) {
        this.#lastId = id;
        return (this.#lastChunk = entry - 1);
      }
      slot = (slot + 1) & mask;
    }
    const chunk = this.#chunkCount++;
    if (chunk === this.#ids.length) {
      this.#ids = grown(this.#ids, Float64Array);
      this.#taken = grown(this.#taken, Uint32Array);
      const head = new Int32Array(this.#head.length * 2);
      head.set(this.#head);
      this.#head = head;
    }
    this.#ids[chunk] = id;
    this.#head[chunk] = -1;
    this.#slots[slot] = chunk + 1;
    if (this.#chunkCount * 2 > mask) this.#rehash();
    this.#lastId = id;
    return (this.#lastChunk = chunk);
  }

  #rehash(): void {
    const slots = new Int32Array(this.#slots.length * 2);
    const mask = slots.length - 1;
    for (let chunk = 0; chunk < this.#chunkCount; chunk++) {
      let slot = hashId(this.#ids[chunk]!) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = chunk + 1;
    }
    this.#slots = slots;
  }

  #newBlock(): number {
    if (this.#freeBlock >= 0) {
      const block = this.#freeBlock;
      this.#freeBlock = this.#before[block]!;
      return block;
    }
    const block = this.#blockCount++;
    if (block % BLOCKS_PER_PAGE === 0) {
      this.#pages.push(new Uint16Array(BLOCKS_PER_PAGE * BLOCK));
      if (block >= this.#before.length) {
        const before = new Int32Array(this.#before.length * 2);
        before.set(this.#before);
        this.#before = before;
      }
    }
    return block;
  }

  #toBitmap(chunk: number): void {
    const bitmap = new Uint16Array(BITMAP_WORDS);
    this.#each(chunk, (value) => (bitmap[value >>> 4]! |= 1 << (value & 15)));
    for (let block = this.#head[chunk]!; block >= 0;) {
      const before = this.#before[block]!;
      this.#before[block] = this.#freeBlock;
      this.#freeBlock = block;
      block = before;
    }
    this.#taken[chunk] = IS_BITMAP;
    this.#head[chunk] = this.#bitmaps.push(bitmap) - 1;
  }

  #each(chunk: number, visit: (value: number) => void): void {
    let count = this.#taken[chunk]! % BLOCK || BLOCK;
    for (let block = this.#head[chunk]!; block >= 0; block = this.#before[block]!) {
      const page = this.#pages[(block / BLOCKS_PER_PAGE) | 0]!;
      const from = (block % BLOCKS_PER_PAGE) * BLOCK;
      for (let at = from; at < from + count; at++) visit(page[at]!);
      count = BLOCK;
    }
  }
}

/** Up to so many values are sorted by insertion; more by way of a bitmap, which costs a pass over its 8 KB. */
const FEW = 96;

/** Puts a value into its place among the first `count`; the new count. */
function insert(values: Uint16Array, count: number, value: number): number {
  let at = count;
  while (at > 0 && values[at - 1]! > value) at--;
  if (at > 0 && values[at - 1] === value) return count;
  values.copyWithin(at + 1, at, count);
  values[at] = value;
  return count + 1;
}

function hashId(id: number): number {
  let h = Math.imul((id / 4294967296) | 0, 0x9e3779b1) ^ (id >>> 0);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  return h ^ (h >>> 13);
}
