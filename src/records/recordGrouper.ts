import { IS_OWN_VIEW, OFFSET_SHIFT, RECORD_WORDS } from './communication.ts';
import { hashKey } from './numberKey.ts';
import type { RecordBlocks } from './recordPartitions.ts';

/** A partition's records grouped by ego: records [starts[i], starts[i + 1]) are `egos[i]`'s, in time order. */
export interface GroupedRecords {
  readonly f64: Float64Array;
  readonly u32: Uint32Array;
  readonly egos: Float64Array;
  readonly starts: Uint32Array;
}

/** A reader's ids → the dataset's. */
export interface IdMap {
  readonly cells: Uint32Array;
  readonly offsets: Uint8Array;
}

/** Records of one partition from one reader; `ids` is null where its ids are the dataset's. */
export interface RecordSource extends RecordBlocks {
  readonly ids: IdMap | null;
}

/** Groups partitions one after the other; its scratch tables are kept between calls. */
export class RecordGrouper {
  #slots = new Int32Array(1 << 12);
  #egos = new Float64Array(1 << 11);
  /** Records of each ego, all of them and those of its own view. */
  #all = new Uint32Array(1 << 11);
  #own = new Uint32Array(1 << 11);
  #egoOfRecord = new Uint32Array(1 << 14);

  /** Groups a partition's records, which may come from several readers: @param words 8-byte words per record */
  group(sources: readonly RecordSource[], words: number): GroupedRecords {
    const total = sources.reduce((sum, { blocks, lastWords }) => sum + blocks.reduce((words, block) => words + block.length, lastWords - (blocks.at(-1)?.length ?? 0)), 0) / words;
    if (this.#egoOfRecord.length < total) this.#egoOfRecord = new Uint32Array(total * 2);
    const egoOfRecord = this.#egoOfRecord;
    const pieces = sources.flatMap(({ blocks, lastWords, ids }) =>
      blocks.map((f64, i) => ({ f64, u32: new Uint32Array(f64.buffer), end: i === blocks.length - 1 ? lastWords : f64.length, ids })));

    // 1. A dense id for each ego; how many records of either kind it has.
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
          if (count * 2 > slots.length) {
            this.#growSlots(count);
            slots = this.#slots;
            mask = slots.length - 1;
          }
        }
        this.#all[id]!++;
        if ((u32[at * 2 + 5]! & IS_OWN_VIEW) !== 0) this.#own[id]!++;
        egoOfRecord[record++] = id;
      }
    }

    // 2. Where each ego's records go. One with records of its own view is described by those alone.
    const starts = new Uint32Array(count + 1);
    const next = this.#all;
    let sum = 0;
    for (let id = 0; id < count; id++) {
      const size = this.#own[id]! || this.#all[id]!;
      starts[id] = sum;
      next[id] = sum;
      sum += size;
    }
    starts[count] = sum;

    // 3. Scatter. Packed words are copied as floats too: none of them is a NaN, whose bits might change, because no traits have
    // all of bits 20–30 (answered and unanswered exclude each other) and no cell id comes near 2^31.
    const f64Out = new Float64Array(sum * words);
    const u32Out = new Uint32Array(f64Out.buffer);
    const halves = words * 2;
    const hasDevices = words > RECORD_WORDS;
    record = 0;
    for (const { f64, u32, end, ids } of pieces) {
      if (ids !== null) renumber(u32, end * 2, halves, ids);
      for (let at = 0; at < end; at += words) {
        const id = egoOfRecord[record++]!;
        if (this.#own[id]! > 0 && (u32[at * 2 + 5]! & IS_OWN_VIEW) === 0) continue;
        const to = next[id]!++ * words;
        f64Out[to] = f64[at]!;
        f64Out[to + 1] = f64[at + 1]!;
        f64Out[to + 2] = f64[at + 2]!;
        f64Out[to + 3] = f64[at + 3]!;
        if (hasDevices) {
          f64Out[to + 4] = f64[at + 4]!;
          f64Out[to + 5] = f64[at + 5]!;
        }
      }
    }
    for (let id = 0; id < count; id++) sortByTime(u32Out, starts[id]!, starts[id + 1]!, halves);
    return { f64: f64Out, u32: u32Out, egos: egos.slice(0, count), starts };
  }

  #growEgos(): void {
    const length = this.#egos.length * 2;
    const grown = { egos: new Float64Array(length), all: new Uint32Array(length), own: new Uint32Array(length) };
    grown.egos.set(this.#egos);
    grown.all.set(this.#all);
    grown.own.set(this.#own);
    this.#egos = grown.egos;
    this.#all = grown.all;
    this.#own = grown.own;
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

/** A reader's own ids of cells and offsets are turned into the dataset's. */
function renumber(u32: Uint32Array, endHalves: number, halves: number, { cells, offsets }: IdMap): void {
  for (let at = 0; at < endHalves; at += halves) {
    const traits = u32[at + 5]!;
    u32[at + 5] = ((traits << 5) >>> 5) | (offsets[traits >>> OFFSET_SHIFT]! << OFFSET_SHIFT);
    const cell = u32[at + 7]!;
    if (cell !== 0) u32[at + 7] = cells[cell - 1]! + 1;
  }
}

/** Records of one number beyond which a composite sort key would not be exact. */
const MAX_COMPOSITE = 2 ** 21;
const START = 4;
const LINE = 6;

/** Puts records [from, to) into order of time, and of line where times are equal. Files mostly are in order already. */
function sortByTime(u32: Uint32Array, from: number, to: number, halves: number): void {
  let isSorted = true;
  let isLineSorted = true;
  for (let i = from + 1, at = i * halves; i < to; i++, at += halves) {
    const before = u32[at - halves + START]!;
    const start = u32[at + START]!;
    const isBehind = u32[at - halves + LINE]! <= u32[at + LINE]!;
    if (before > start || (before === start && !isBehind)) isSorted = false;
    if (!isBehind) isLineSorted = false;
  }
  if (isSorted) return;
  // By line first, then by time: the second sort keeps the order of equals.
  if (!isLineSorted) sortByWord(u32, from, to, halves, LINE);
  sortByWord(u32, from, to, halves, START);
}

function sortByWord(u32: Uint32Array, from: number, to: number, halves: number, word: number): void {
  const count = to - from;
  const order = new Uint32Array(count);
  if (count <= MAX_COMPOSITE) {
    const keys = new Float64Array(count);
    for (let i = 0; i < count; i++) keys[i] = u32[(from + i) * halves + word]! * MAX_COMPOSITE + i;
    keys.sort();
    for (let i = 0; i < count; i++) order[i] = keys[i]! % MAX_COMPOSITE;
  } else {
    for (let i = 0; i < count; i++) order[i] = i;
    order.sort((a, b) => u32[(from + a) * halves + word]! - u32[(from + b) * halves + word]! || a - b);
  }
  const copy = u32.slice(from * halves, to * halves);
  for (let i = 0; i < count; i++) u32.set(copy.subarray(order[i]! * halves, (order[i]! + 1) * halves), (from + i) * halves);
}
