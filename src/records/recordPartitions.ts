import { RECORD_WORDS_WITH_DEVICES } from './communication.ts';
import { hashKey } from './numberKey.ts';

/** Records of a full block, as a shift: 2,048, which are 64 or 96 KB. */
export const BLOCK_SHIFT = 11;

/** Some of a partition's records: full blocks, of which the last holds `lastWords` words. */
export interface RecordBlocks {
  readonly blocks: readonly Float64Array<ArrayBuffer>[];
  readonly lastWords: number;
}

/** The blocks being filled: partition p's is words [p, p + 1) × block words of either view. */
export interface OpenBlocks {
  readonly f64: Float64Array<ArrayBuffer>;
  readonly u32: Uint32Array<ArrayBuffer>;
  /** Next free word in each partition's block. */
  readonly cursors: Int32Array<ArrayBuffer>;
}

/** 8-byte words of a block. */
export function blockWordsOf(recordWords: number): number {
  return recordWords << BLOCK_SHIFT;
}

function newOpenBlocks(partitionCount: number, recordWords: number): OpenBlocks {
  const f64 = new Float64Array(partitionCount * blockWordsOf(recordWords));
  return { f64, u32: new Uint32Array(f64.buffer), cursors: new Int32Array(partitionCount) };
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
  /** Filled blocks of each partition. */
  readonly #blocks: Float64Array<ArrayBuffer>[][];
  readonly #f64: Float64Array<ArrayBuffer>;
  readonly #u32: Uint32Array<ArrayBuffer>;
  readonly #cursors: Int32Array<ArrayBuffer>;
  #blocksAside = 0;

  /**
   * @param partitionCount a power of two from 2 to 4096
   * @param open the kernel's, where it writes records too and calls `setAside` for each full block
   */
  constructor(partitionCount: number, recordWords: number, open: OpenBlocks = newOpenBlocks(partitionCount, recordWords)) {
    this.partitionCount = partitionCount;
    this.recordWords = recordWords;
    this.#shift = 32 - Math.log2(partitionCount);
    this.#hasDevices = recordWords === RECORD_WORDS_WITH_DEVICES;
    this.#blockWords = blockWordsOf(recordWords);
    this.#blocks = Array.from({ length: partitionCount }, () => []);
    this.#f64 = open.f64;
    this.#u32 = open.u32;
    this.#cursors = open.cursors;
  }

  /** Adds one view of a record; arguments as in `communication.ts`. */
  append(ego: number, other: number, start: number, traits: number, line: number, cell: number, imei: number, imsi: number): void {
    const partition = hashKey(ego) >>> this.#shift;
    if (this.#cursors[partition] === this.#blockWords) this.setAside(partition);
    const cursor = this.#cursors[partition]!;
    const at = partition * this.#blockWords + cursor;
    const f64 = this.#f64;
    const u32 = this.#u32;
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
    this.#cursors[partition] = cursor + this.recordWords;
  }

  /** Puts a partition's block aside, full or not, and begins a new one. */
  setAside(partition: number): void {
    const first = partition * this.#blockWords;
    this.#blocks[partition]!.push(this.#f64.slice(first, first + this.#cursors[partition]!));
    this.#cursors[partition] = 0;
    this.#blocksAside++;
  }

  /** Bytes of all full blocks. */
  get fullBytes(): number {
    return this.#blocksAside * this.#blockWords * 8;
  }

  /** Hands over a partition's full blocks and forgets them. */
  takeFull(partition: number): readonly Float64Array<ArrayBuffer>[] {
    const full = this.#blocks[partition]!;
    this.#blocks[partition] = [];
    this.#blocksAside -= full.length;
    return full;
  }

  /** Hands over a partition's records as blocks, the last possibly part filled, and forgets them. */
  take(partition: number): RecordBlocks {
    if (this.#cursors[partition]! > 0) this.setAside(partition);
    const blocks = this.takeFull(partition);
    return { blocks, lastWords: blocks.at(-1)?.length ?? 0 };
  }
}
