import { IS_MIRRORED, IS_OWN_VIEW, OFFSET_SHIFT, OWN_VIEW_SLACK_S } from './communication.ts';
import { hashKey } from './numberKey.ts';
import type { RecordGroup } from './recordGroup.ts';
import type { RecordBlocks } from './recordPartitions.ts';
import { PLACE_SHIFT } from './recordPartitions.ts';

/** A reader's ids → the dataset's. */
export interface IdMap {
  readonly cells: Uint32Array;
  readonly offsets: Uint8Array;
}

/** Records of one partition from one reader; `ids` is null where its ids are the dataset's. */
export interface RecordSource extends RecordBlocks {
  readonly ids: IdMap | null;
}

/** Instead of a record's ego: told by its ego's own view. */
const TOLD = 0xffff_ffff;
const LAST_SECOND = 0xffff_ffff;

/** Groups partitions one after the other; its scratch tables are kept between calls. */
export class RecordGrouper {
  #slots = new Int32Array(1 << 12);
  #egos = new Float64Array(1 << 11);
  /** Records of each ego, all of them and those of its own view. */
  #all = new Uint32Array(1 << 11);
  #own = new Uint32Array(1 << 11);
  /** Start of the first record of its own view, and of the last; local seconds. */
  #firstOwn = new Uint32Array(1 << 11);
  #lastOwn = new Uint32Array(1 << 11);
  #egoOfRecord = new Uint32Array(1 << 14);

  /**
   * Groups a partition's records, which may come from several readers and have the dataset's ids, by ego. What a number's own
   * view tells better is left out (`IS_OWN_VIEW`). The order within a number is that of the sources.
   * @param words 8-byte words per record
   */
  group(sources: readonly RecordBlocks[], words: number): RecordGroup {
    const pieces = sources.flatMap(({ blocks, lastWords }) =>
      blocks.map((f64, i) => ({ f64, u32: new Uint32Array(f64.buffer), end: i === blocks.length - 1 ? lastWords : f64.length })));
    const total = pieces.reduce((sum, { end }) => sum + end, 0) / words;
    if (this.#egoOfRecord.length < total) this.#egoOfRecord = new Uint32Array(total * 2);
    const egoOfRecord = this.#egoOfRecord;

    // 1. A dense id for each ego, doubled, plus 1 for a record of its own view; and how many records of either kind it has.
    this.#slots.fill(0);
    let count = 0;
    let record = 0;
    let slots = this.#slots;
    let mask = slots.length - 1;
    let egos = this.#egos;
    for (const { f64, u32, end } of pieces) {
      for (let at = 0; at < end; at += words) {
        const ego = f64[at]!;
        let slot = hashKey(ego) & mask;
        let id = slots[slot]! - 1;
        while (id >= 0 && egos[id] !== ego) {
          slot = (slot + 1) & mask;
          id = slots[slot]! - 1;
        }
        if (id < 0) {
          id = count++;
          slots[slot] = count;
          if (id === egos.length) {
            this.#growEgos();
            egos = this.#egos;
          }
          egos[id] = ego;
          this.#all[id] = 0;
          this.#own[id] = 0;
          this.#firstOwn[id] = LAST_SECOND;
          this.#lastOwn[id] = 0;
          if (count * 2 > slots.length) {
            this.#growSlots(count);
            slots = this.#slots;
            mask = slots.length - 1;
          }
        }
        this.#all[id]!++;
        const isOwn = (u32[at * 2 + 5]! & IS_OWN_VIEW) !== 0 ? 1 : 0;
        if (isOwn === 1) {
          const start = u32[at * 2 + 4]!;
          this.#own[id]!++;
          if (start < this.#firstOwn[id]!) this.#firstOwn[id] = start;
          if (start > this.#lastOwn[id]!) this.#lastOwn[id] = start;
        }
        egoOfRecord[record++] = id * 2 + isOwn;
      }
    }

    // 2. What a number's own view tells better.
    record = 0;
    for (const { u32, end } of pieces) {
      for (let at = 0; at < end; at += words) {
        const entry = egoOfRecord[record++]!;
        const id = entry >>> 1;
        if ((entry & 1) === 1 || this.#own[id] === 0) continue;
        const start = u32[at * 2 + 4]!;
        const isMirrored = (u32[at * 2 + 5]! & IS_MIRRORED) !== 0;
        if (!isMirrored && (start + OWN_VIEW_SLACK_S < this.#firstOwn[id]! || start > this.#lastOwn[id]! + OWN_VIEW_SLACK_S)) continue;
        egoOfRecord[record - 1] = TOLD;
        this.#all[id]!--;
      }
    }

    // 3. Where each ego's places go.
    const starts = new Uint32Array(count + 1);
    const next = this.#all;
    let sum = 0;
    for (let id = 0; id < count; id++) {
      const size = this.#all[id]!;
      starts[id] = sum;
      next[id] = sum;
      sum += size;
    }
    starts[count] = sum;

    // 4. The places.
    const order = new Uint32Array(sum);
    record = 0;
    for (const [piece, { end }] of pieces.entries()) {
      const first = piece << PLACE_SHIFT;
      for (let i = 0; i < end / words; i++) {
        const entry = egoOfRecord[record++]!;
        if (entry !== TOLD) order[next[entry >>> 1]!++] = first + i;
      }
    }
    return { blocks: pieces.map(({ f64 }) => f64), order, starts };
  }

  #growEgos(): void {
    const length = this.#egos.length * 2;
    const longer = (column: Uint32Array<ArrayBuffer>) => {
      const grown = new Uint32Array(length);
      grown.set(column);
      return grown;
    };
    const egos = new Float64Array(length);
    egos.set(this.#egos);
    this.#egos = egos;
    this.#all = longer(this.#all);
    this.#own = longer(this.#own);
    this.#firstOwn = longer(this.#firstOwn);
    this.#lastOwn = longer(this.#lastOwn);
  }

  #growSlots(count: number): void {
    const slots = new Int32Array(this.#slots.length * 2);
    const mask = slots.length - 1;
    for (let id = 0; id < count; id++) {
      let slot = hashKey(this.#egos[id]!) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = id + 1;
    }
    this.#slots = slots;
  }
}

/** The ids in a source's records are turned into the dataset's; to be done once. */
export function renumberSource({ blocks, lastWords, ids }: RecordSource, words: number): void {
  if (ids === null) return;
  for (const [i, block] of blocks.entries()) {
    renumber(new Uint32Array(block.buffer), 0, i === blocks.length - 1 ? lastWords : block.length, words, ids);
  }
}

/** A reader's own ids of cells and offsets are turned into the dataset's, in the records of words [from, end); to be done once. */
export function renumber(u32: Uint32Array, from: number, end: number, words: number, { cells, offsets }: IdMap): void {
  for (let at = from * 2; at < end * 2; at += words * 2) {
    const traits = u32[at + 5]!;
    u32[at + 5] = ((traits << 5) >>> 5) | (offsets[traits >>> OFFSET_SHIFT]! << OFFSET_SHIFT);
    const cell = u32[at + 7]!;
    if (cell !== 0) u32[at + 7] = cells[cell - 1]! + 1;
  }
}
