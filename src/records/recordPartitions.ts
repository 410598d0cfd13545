import { IS_OWN_VIEW, RECORD_WORDS_WITH_DEVICES } from './communication.ts';
import { hashKey } from './numberKey.ts';

/** A block holds whole records of either width (divisible by 4 and 6 words): 96 KB. */
const BLOCK_WORDS = 12_288;

/**
 * Records on their way from the reader to the features, spread over partitions by hash of ego, so that all records of a
 * number lie in one partition small enough for the cache. (Random access to tables larger than the cache is what grouping
 * millions of records costs; see README, "Why it is fast".)
 */
export class RecordPartitions {
  readonly partitionCount: number;
  /** 8-byte words per record. */
  readonly recordWords: number;
  readonly #shift: number;
  readonly #hasDevices: boolean;
  /** Filled blocks of each partition; the one being filled is last. */
  readonly #blocks: Float64Array[][];
  /** The block being filled, and a second view of it. */
  readonly #f64: Float64Array[];
  readonly #u32: Uint32Array[];
  /** Next free word in that block. */
  readonly #cursor: Int32Array;

  /** @param partitionCount a power of two from 2 to 4096 */
  constructor(partitionCount: number, recordWords: number) {
    this.partitionCount = partitionCount;
    this.recordWords = recordWords;
    this.#shift = 32 - Math.log2(partitionCount);
    this.#hasDevices = recordWords === RECORD_WORDS_WITH_DEVICES;
    this.#blocks = Array.from({ length: partitionCount }, () => []);
    const none = new Float64Array(0);
    this.#f64 = Array.from({ length: partitionCount }, () => none);
    this.#u32 = Array.from({ length: partitionCount }, () => new Uint32Array(0));
    this.#cursor = new Int32Array(partitionCount).fill(BLOCK_WORDS);
  }

  /** Adds one view of a record; arguments as in `communication.ts`. */
  append(ego: number, other: number, start: number, traits: number, line: number, cell: number, imei: number, imsi: number): void {
    const partition = hashKey(ego) >>> this.#shift;
    let at = this.#cursor[partition]!;
    if (at === BLOCK_WORDS) {
      this.#addBlock(partition);
      at = 0;
    }
    const f64 = this.#f64[partition]!;
    const u32 = this.#u32[partition]!;
    f64[at] = ego;
    f64[at + 1] = other;
    const half = at * 2;
    u32[half + 4] = start;
    u32[half + 5] = traits;
    u32[half + 6] = line;
    u32[half + 7] = cell;
    if (this.#hasDevices) {
      f64[at + 4] = imei;
      f64[at + 5] = imsi;
    }
    this.#cursor[partition] = at + this.recordWords;
  }

  /** Records in a partition. */
  count(partition: number): number {
    const blocks = this.#blocks[partition]!.length;
    return blocks === 0 ? 0 : ((blocks - 1) * BLOCK_WORDS + this.#cursor[partition]!) / this.recordWords;
  }

  /** Hands over a partition's records as blocks, the last possibly part filled, and forgets them. */
  take(partition: number): { readonly blocks: readonly Float64Array[]; readonly lastWords: number } {
    const blocks = this.#blocks[partition]!;
    const lastWords = blocks.length === 0 ? 0 : this.#cursor[partition]!;
    this.#blocks[partition] = [];
    this.#f64[partition] = new Float64Array(0);
    this.#cursor[partition] = BLOCK_WORDS;
    return { blocks, lastWords };
  }

  #addBlock(partition: number): void {
    const block = new Float64Array(BLOCK_WORDS);
    this.#blocks[partition]!.push(block);
    this.#f64[partition] = block;
    this.#u32[partition] = new Uint32Array(block.buffer);
  }
}

/** A partition's records grouped by ego: records [starts[i], starts[i + 1]) are `egos[i]`'s, in time order. */
export interface GroupedRecords {
  readonly f64: Float64Array;
  readonly u32: Uint32Array;
  readonly egos: Float64Array;
  readonly starts: Uint32Array;
}

/** Groups partitions one after the other; its scratch tables are kept between calls. */
export class RecordGrouper {
  #slots = new Int32Array(1 << 12);
  #egos = new Float64Array(1 << 11);
  /** Records of each ego, all of them and those of its own view. */
  #all = new Uint32Array(1 << 11);
  #own = new Uint32Array(1 << 11);
  #egoOfRecord = new Uint32Array(1 << 14);

  group(partitions: RecordPartitions, partition: number): GroupedRecords {
    const words = partitions.recordWords;
    const total = partitions.count(partition);
    const { blocks, lastWords } = partitions.take(partition);
    if (this.#egoOfRecord.length < total) this.#egoOfRecord = new Uint32Array(total * 2);
    const egoOfRecord = this.#egoOfRecord;

    // 1. A dense id for each ego; how many records of either kind it has.
    this.#slots.fill(0);
    let count = 0;
    let record = 0;
    let slots = this.#slots;
    let mask = slots.length - 1;
    let egos = this.#egos;
    for (let b = 0; b < blocks.length; b++) {
      const f64 = blocks[b]!;
      const u32 = new Uint32Array(f64.buffer);
      const end = b === blocks.length - 1 ? lastWords : f64.length;
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

    // 3. Scatter. Copied as u32, since a packed pair of u32 is no valid float.
    const u32Out = new Uint32Array(sum * words * 2);
    const halves = words * 2;
    record = 0;
    for (let b = 0; b < blocks.length; b++) {
      const u32 = new Uint32Array(blocks[b]!.buffer);
      const end = (b === blocks.length - 1 ? lastWords : blocks[b]!.length) * 2;
      for (let at = 0; at < end; at += halves) {
        const id = egoOfRecord[record++]!;
        if (this.#own[id]! > 0 && (u32[at + 5]! & IS_OWN_VIEW) === 0) continue;
        const to = next[id]!++ * halves;
        u32Out[to] = u32[at]!;
        u32Out[to + 1] = u32[at + 1]!;
        u32Out[to + 2] = u32[at + 2]!;
        u32Out[to + 3] = u32[at + 3]!;
        u32Out[to + 4] = u32[at + 4]!;
        u32Out[to + 5] = u32[at + 5]!;
        u32Out[to + 6] = u32[at + 6]!;
        u32Out[to + 7] = u32[at + 7]!;
        for (let i = 8; i < halves; i++) u32Out[to + i] = u32[at + i]!;
      }
    }
    for (let id = 0; id < count; id++) sortByStart(u32Out, starts[id]!, starts[id + 1]!, halves);
    return { f64: new Float64Array(u32Out.buffer), u32: u32Out, egos: egos.slice(0, count), starts };
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

/** Records of one number beyond which the composite sort key would not be exact. */
const MAX_COMPOSITE = 2 ** 21;

/** Puts records [from, to) into time order, equal times in file order. Files mostly are in order already. */
function sortByStart(u32: Uint32Array, from: number, to: number, halves: number): void {
  let isSorted = true;
  for (let i = from + 1; i < to; i++) {
    if (u32[(i - 1) * halves + 4]! > u32[i * halves + 4]!) {
      isSorted = false;
      break;
    }
  }
  if (isSorted) return;
  const count = to - from;
  const order = new Uint32Array(count);
  if (count <= MAX_COMPOSITE) {
    const keys = new Float64Array(count);
    for (let i = 0; i < count; i++) keys[i] = u32[(from + i) * halves + 4]! * MAX_COMPOSITE + i;
    keys.sort();
    for (let i = 0; i < count; i++) order[i] = keys[i]! % MAX_COMPOSITE;
  } else {
    for (let i = 0; i < count; i++) order[i] = i;
    order.sort((a, b) => u32[(from + a) * halves + 4]! - u32[(from + b) * halves + 4]! || a - b);
  }
  const copy = u32.slice(from * halves, to * halves);
  for (let i = 0; i < count; i++) u32.set(copy.subarray(order[i]! * halves, (order[i]! + 1) * halves), (from + i) * halves);
}
