import { RECORD_WORDS_WITH_DEVICES } from './communication.ts';
import { hashKey } from './numberKey.ts';

/** Records of a full block, as a shift: 2,048, which are 64 or 96 KB. */
export const BLOCK_SHIFT = 11;

/** Some of a partition's records: full blocks, of which the last holds `lastWords` words. */
export interface RecordBlocks {
  readonly blocks: readonly Float64Array<ArrayBuffer>[];
  readonly lastWords: number;
}

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
  readonly #blockWords: number;
  /** Filled blocks of each partition; the one being filled is last. */
  readonly #blocks: Float64Array<ArrayBuffer>[][];
  /** The block being filled, and a second view of it. */
  readonly #f64: Float64Array[];
  readonly #u32: Uint32Array[];
  /** Next free word in that block. */
  readonly #cursor: Int32Array;
  /** Blocks behind which another was begun. */
  #fullBlocks = 0;

  /** @param partitionCount a power of two from 2 to 4096 */
  constructor(partitionCount: number, recordWords: number) {
    this.partitionCount = partitionCount;
    this.recordWords = recordWords;
    this.#shift = 32 - Math.log2(partitionCount);
    this.#hasDevices = recordWords === RECORD_WORDS_WITH_DEVICES;
    this.#blockWords = recordWords << BLOCK_SHIFT;
    this.#blocks = Array.from({ length: partitionCount }, () => []);
    const none = new Float64Array(0);
    this.#f64 = Array.from({ length: partitionCount }, () => none);
    this.#u32 = Array.from({ length: partitionCount }, () => new Uint32Array(0));
    this.#cursor = new Int32Array(partitionCount).fill(this.#blockWords);
  }

  /** Adds one view of a record; arguments as in `communication.ts`. */
  append(ego: number, other: number, start: number, traits: number, line: number, cell: number, imei: number, imsi: number): void {
    const partition = hashKey(ego) >>> this.#shift;
    let at = this.#cursor[partition]!;
    if (at === this.#blockWords) {
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

  /** Bytes of all full blocks. */
  get fullBytes(): number {
    return this.#fullBlocks * this.#blockWords * 8;
  }

  /** Hands over a partition's full blocks and forgets them. */
  takeFull(partition: number): readonly Float64Array<ArrayBuffer>[] {
    const blocks = this.#blocks[partition]!;
    if (blocks.length === 0) return [];
    const isLastFull = this.#cursor[partition] === this.#blockWords;
    const full = isLastFull ? blocks : blocks.slice(0, -1);
    this.#blocks[partition] = isLastFull ? [] : blocks.slice(-1);
    this.#fullBlocks -= full.length - (isLastFull ? 1 : 0);
    return full;
  }

  /** Hands over a partition's records as blocks, the last possibly part filled, and forgets them. */
  take(partition: number): RecordBlocks {
    const blocks = this.#blocks[partition]!;
    this.#fullBlocks -= Math.max(0, blocks.length - 1);
    const lastWords = blocks.length === 0 ? 0 : this.#cursor[partition]!;
    this.#blocks[partition] = [];
    this.#f64[partition] = new Float64Array(0);
    this.#u32[partition] = new Uint32Array(0);
    this.#cursor[partition] = this.#blockWords;
    return { blocks, lastWords };
  }

  #addBlock(partition: number): void {
    const block = new Float64Array(this.#blockWords);
    const blocks = this.#blocks[partition]!;
    if (blocks.length > 0) this.#fullBlocks++;
    blocks.push(block);
    this.#f64[partition] = block;
    this.#u32[partition] = new Uint32Array(block.buffer);
  }
}
