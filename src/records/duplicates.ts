/** Records that stand in several files of a dataset, counted once: exports that overlap in time, or a file opened twice. */
import { HAS_DURATION, IS_OUT, IS_OWN_VIEW, IS_TEXT, MAX_DURATION_S, OFFSET_SHIFT } from './communication.ts';
import type { LineSegment } from './communication.ts';
import { dayOf } from './days.ts';
import { hashKey } from './numberKey.ts';
import type { RecordSource } from './recordGrouper.ts';
import { PLACE_MASK, PLACE_SHIFT } from './recordPartitions.ts';

/** Which file a line belongs to: lines above `bases[i]`, up to the next base, are of `files[i]`. Bases rise. */
export interface FileBounds {
  readonly bases: readonly number[];
  readonly files: readonly number[];
}

/** How many records were found in another file as well, of all and by local day since 1970. */
export interface Duplicates {
  readonly count: number;
  readonly byDay: readonly (readonly [day: number, count: number])[];
}

/** The bounds of a dataset's files by its segments, which are in the order of their bases; null when there is but one file. */
export function fileBounds(segments: readonly LineSegment[], fileOf: (index: number) => number): FileBounds | null {
  const bounds = { bases: segments.map(({ base }) => base), files: segments.map(({ file }) => fileOf(file)) };
  return new Set(bounds.files).size < 2 ? null : bounds;
}

/** What makes a record the same in another file, besides its ends and its time. Whether it was answered follows from these, or from a column that only one of the files has. */
const COMPARED = MAX_DURATION_S | HAS_DURATION | IS_TEXT | IS_OUT | IS_OWN_VIEW;

/** A file's records of one partition: between which times they lie. */
interface Span {
  first: number;
  last: number;
}

/**
 * Finds the records of a partition that another file holds as well: same ends, same time, duration and type, and the same side of
 * the call. What one file holds twice stays twice; if another holds it three times, there are three.
 */
export class DuplicateDropper {
  // Records dropped, each counted at one of its two ends.
  #count = 0;
  readonly #byDay = new Map<number, number>();

  readonly #bounds: FileBounds;
  readonly #words: number;
  // Open addressing: place + 1 of the first of its kind, the file seen last, how many of that file, and how many are kept.
  #slots = new Uint32Array(1 << 10);
  #file = new Uint32Array(1 << 10);
  #seen = new Uint32Array(1 << 10);
  #kept = new Uint32Array(1 << 10);
  #bound = 0;

  /** @param words 8-byte words per record */
  constructor(bounds: FileBounds, words: number) {
    this.#bounds = bounds;
    this.#words = words;
  }

  get duplicates(): Duplicates {
    return { count: this.#count, byDay: [...this.#byDay] };
  }

  /**
   * The partition's records without those. @param sources each in the order of its lines, as they were read; but the records of a dataset
   * that files are added to come first in one of them, in any order
   */
  drop(sources: readonly RecordSource[]): readonly RecordSource[] {
    const spans = this.#overlaps(sources);
    if (spans === null) return sources;
    const words = this.#words;
    const total = sources.reduce((sum, source) => sum + wordsOf(source), 0) / words;
    this.#clear(total);
    const mask = this.#slots.length - 1;
    // Places that are dropped, source by source; most partitions have none.
    const dropped = sources.map((): number[] => []);
    const pieces: Piece[] = [];
    const firstPieces = sources.map(({ blocks, ids }) => {
      const first = pieces.length;
      for (const f64 of blocks) pieces.push({ f64, u32: new Uint32Array(f64.buffer, f64.byteOffset, f64.length * 2), offsets: ids?.offsets ?? null });
      return first;
    });
    // Of records that are the same the first stays, in the order of the files: whoever read which, that is the order of the lines.
    for (const { source: s, block: b, at } of inOrderOfLines(sources, words)) {
      const piece = firstPieces[s]! + b;
      const { f64, u32, offsets } = pieces[piece]!;
      const start = u32[at * 2 + 4]!;
      const file = this.#fileOf(u32[at * 2 + 6]!);
      if (!isWithin(spans.get(file), start)) continue;
      const traits = comparedTraits(u32[at * 2 + 5]!, offsets);
      let slot = hashRecord(f64[at]!, f64[at + 1]!, start, traits) & mask;
      for (;;) {
        const place = this.#slots[slot]! - 1;
        if (place < 0) {
          this.#slots[slot] = ((piece << PLACE_SHIFT) | (at / words)) + 1;
          this.#file[slot] = file;
          this.#seen[slot] = this.#kept[slot] = 1;
          break;
        }
        const other = pieces[place >>> PLACE_SHIFT]!;
        const otherAt = (place & PLACE_MASK) * words;
        if (
          other.u32[otherAt * 2 + 4] === start && other.f64[otherAt] === f64[at] && other.f64[otherAt + 1] === f64[at + 1] &&
          comparedTraits(other.u32[otherAt * 2 + 5]!, other.offsets) === traits
        ) {
          if (this.#file[slot] !== file) {
            this.#file[slot] = file;
            this.#seen[slot] = 0;
          }
          if (++this.#seen[slot]! > this.#kept[slot]!) this.#kept[slot] = this.#seen[slot]!;
          else {
            dropped[s]!.push((b << PLACE_SHIFT) | (at / words));
            // Every record stands once at the end it went out from; one to oneself stands nowhere else.
            if ((traits & IS_OUT) !== 0 || f64[at] === f64[at + 1]) this.#tell(start);
          }
          break;
        }
        slot = (slot + 1) & mask;
      }
    }
    return sources.map((source, s) => (dropped[s]!.length === 0 ? source : without(source, dropped[s]!, words)));
  }

  #tell(start: number): void {
    this.#count++;
    const day = dayOf(start);
    this.#byDay.set(day, (this.#byDay.get(day) ?? 0) + 1);
  }

  /** For each file the times in which another has records, too; null when there are none. */
  #overlaps(sources: readonly RecordSource[]): ReadonlyMap<number, readonly Span[]> | null {
    const words = this.#words;
    const spans = new Map<number, Span>();
    for (const { blocks, lastWords } of sources) {
      for (const [b, f64] of blocks.entries()) {
        const u32 = new Uint32Array(f64.buffer, f64.byteOffset, f64.length * 2);
        const end = (b === blocks.length - 1 ? lastWords : f64.length) * 2;
        for (let half = 0; half < end; half += words * 2) {
          const file = this.#fileOf(u32[half + 6]!);
          const start = u32[half + 4]!;
          const span = spans.get(file);
          if (span === undefined) spans.set(file, { first: start, last: start });
          else if (start < span.first) span.first = start;
          else if (start > span.last) span.last = start;
        }
      }
    }
    if (spans.size < 2) return null;
    const overlaps = new Map<number, readonly Span[]>();
    for (const [file, own] of spans) {
      const others = [...spans].filter(([other, { first, last }]) => other !== file && first <= own.last && last >= own.first).map(([, span]) => span);
      if (others.length > 0) overlaps.set(file, merged(others));
    }
    return overlaps.size === 0 ? null : overlaps;
  }

  #fileOf(line: number): number {
    const { bases, files } = this.#bounds;
    let bound = this.#bound;
    // Neighbouring records mostly are of one file.
    if (!(line > bases[bound]! && (bound + 1 === bases.length || line <= bases[bound + 1]!))) {
      let low = 0;
      let high = bases.length - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if (bases[middle]! < line) low = middle;
        else high = middle - 1;
      }
      bound = this.#bound = low;
    }
    return files[bound]!;
  }

  #clear(records: number): void {
    let slots = this.#slots.length;
    while (slots < records * 2) slots *= 2;
    if (slots === this.#slots.length) {
      this.#slots.fill(0);
      return;
    }
    this.#slots = new Uint32Array(slots);
    this.#file = new Uint32Array(slots);
    this.#seen = new Uint32Array(slots);
    this.#kept = new Uint32Array(slots);
  }
}

/** A block of records, with the dataset's ids of the offsets in it. */
interface Piece {
  readonly f64: Float64Array;
  readonly u32: Uint32Array;
  readonly offsets: Uint8Array | null;
}

/** Where a record is: the index of its source, of the block in it, and its first word there. */
interface RecordPlace {
  readonly source: number;
  block: number;
  at: number;
}

/** The record of a source whose turn it is. */
class Head implements RecordPlace {
  readonly source: number;
  block = 0;
  at = 0;
  line = 0;
  readonly #of: RecordSource;
  readonly #words: number;
  #u32 = new Uint32Array(0);
  #end = 0;

  constructor(source: number, of: RecordSource, words: number) {
    this.source = source;
    this.#of = of;
    this.#words = words;
  }

  /** Goes to the first record of a block; false when there is none left. */
  begin(block: number): boolean {
    const { blocks, lastWords } = this.#of;
    const f64 = blocks[block];
    if (f64 === undefined) return false;
    this.block = block;
    this.at = -this.#words;
    this.#u32 = new Uint32Array(f64.buffer, f64.byteOffset, f64.length * 2);
    this.#end = block === blocks.length - 1 ? lastWords : f64.length;
    return this.next();
  }

  /** Goes to the next record; false when there is none left. */
  next(): boolean {
    this.at += this.#words;
    if (this.at >= this.#end) return this.begin(this.block + 1);
    this.line = this.#u32[this.at * 2 + 6]!;
    return true;
  }
}

/**
 * The places of all records by their lines, from sources that are so ordered themselves; the same objects again and again. Records of a
 * dataset that files are added to come first, as they stand: their lines are all below those of the files (`cutFiles`), so that their source
 * goes first until it has no more of them. Among themselves they need no order, as they count as one file, of which none is dropped.
 */
function* inOrderOfLines(sources: readonly RecordSource[], words: number): Generator<Readonly<RecordPlace>> {
  let left = sources.map((source, s) => new Head(s, source, words)).filter((head) => head.begin(0));
  while (left.length > 0) {
    const head = left.reduce((least, other) => (other.line < least.line ? other : least));
    const until = left.reduce((line, other) => (other === head ? line : Math.min(line, other.line)), Infinity);
    let isMore = true;
    while (isMore && head.line <= until) {
      yield head;
      isMore = head.next();
    }
    if (!isMore) left = left.filter((other) => other !== head);
  }
}

/** Overlapping spans as one. */
function merged(spans: readonly Span[]): readonly Span[] {
  const all: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.first - b.first)) {
    const last = all.at(-1);
    if (last !== undefined && span.first <= last.last) last.last = Math.max(last.last, span.last);
    else all.push({ ...span });
  }
  return all;
}

function isWithin(spans: readonly Span[] | undefined, start: number): boolean {
  if (spans === undefined) return false;
  for (const { first, last } of spans) if (start >= first && start <= last) return true;
  return false;
}

/** The traits that count, with the dataset's id of the offset. */
function comparedTraits(traits: number, offsets: Uint8Array | null): number {
  const offset = traits >>> OFFSET_SHIFT;
  return ((traits & COMPARED) | ((offsets === null ? offset : offsets[offset]!) << OFFSET_SHIFT)) >>> 0;
}

function hashRecord(ego: number, other: number, start: number, traits: number): number {
  let h = Math.imul(hashKey(ego) ^ start, 0x9e3779b1) ^ hashKey(other);
  h = Math.imul(h ^ (h >>> 15) ^ traits, 0x85ebca6b);
  return (h ^ (h >>> 13)) >>> 0;
}

function wordsOf({ blocks, lastWords }: RecordSource): number {
  return blocks.reduce((sum, block, i) => sum + (i === blocks.length - 1 ? lastWords : block.length), 0);
}

/** The source without some places, which rise; its full blocks stay full. */
function without(source: RecordSource, places: readonly number[], words: number): RecordSource {
  // Of several blocks the first is full.
  const blockWords = source.blocks[0]?.length ?? 0;
  const blocks: Float64Array<ArrayBuffer>[] = [];
  let block = new Float64Array(0);
  let length = blockWords;
  let next = 0;
  for (const [b, from] of source.blocks.entries()) {
    const end = b === source.blocks.length - 1 ? source.lastWords : from.length;
    for (let at = 0; at < end; at += words) {
      if (places[next] === ((b << PLACE_SHIFT) | (at / words))) {
        next++;
        continue;
      }
      if (length === blockWords) {
        blocks.push((block = new Float64Array(blockWords)));
        length = 0;
      }
      // Packed words are copied as floats; see RecordGatherer.
      for (let word = 0; word < words; word++) block[length + word] = from[at + word]!;
      length += words;
    }
  }
  return { ...source, blocks, lastWords: blocks.length === 0 ? 0 : length };
}
