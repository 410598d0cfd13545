import { CARD_WORD, DEVICE_WORD } from './communication.ts';
import { hashKey } from './numberKey.ts';
import { RecordDecoder, RecordEncoder } from './recordCodec.ts';

/** Records of the largest full block, as a shift: 8,192, which are 256 to 384 KB. */
const LARGEST_SHIFT = 13;
const FEWEST_BLOCK_RECORDS = 1 << 11;
/** Room for records that a reader's open blocks have together, as long as there are no more than 1,024 partitions: 64 to 96 MB. */
const OPEN_RECORDS = 1 << 21;

/**
 * A record's place among blocks, whatever their size: block << PLACE_SHIFT | record in the block, as 32 bits without a sign. 2^19 blocks have
 * places: 2^30 records of one partition, which are 32 GB, even where blocks are the smallest. (All are full but each reader's last.)
 */
export const PLACE_SHIFT = LARGEST_SHIFT;
export const PLACE_MASK = (1 << PLACE_SHIFT) - 1;

/** Records of a full block, a power of two: the fewer partitions are open, the larger, as each block costs time of its own to be handed over. */
export function blockRecordsFor(partitionCount: number): number {
  return Math.min(1 << LARGEST_SHIFT, Math.max(FEWEST_BLOCK_RECORDS, OPEN_RECORDS / partitionCount));
}

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
  /** A partition's block, which is full, in few bytes (`recordCodec.ts`). */
  packOpen(partition: number): Uint8Array<ArrayBuffer>;
  /** A full block in few bytes. */
  pack(block: Float64Array<ArrayBuffer>): Uint8Array<ArrayBuffer>;
  /** The block that was packed. */
  unpack(bytes: Uint8Array<ArrayBuffer>): Float64Array<ArrayBuffer>;
}

/** Blocks without a kernel. @param blockRecords records of a full block, up to the most that have places (`PLACE_SHIFT`) */
export function newOpenBlocks(partitionCount: number, recordWords: number, blockRecords: number): OpenBlocks {
  const blockWords = blockRecords * recordWords;
  const f64 = new Float64Array(partitionCount * blockWords);
  const u32 = new Uint32Array(f64.buffer);
  const encoder = new RecordEncoder(recordWords);
  const decoder = new RecordDecoder(recordWords);
  const pack = (words: Float64Array, halves: Uint32Array, first: number) => {
    encoder.begin();
    encoder.add(words, halves, first, first + blockRecords);
    return encoder.take();
  };
  return {
    f64, u32, cursors: new Int32Array(partitionCount),
    packOpen: (partition) => pack(f64, u32, partition * blockRecords),
    pack: (block) => pack(block, new Uint32Array(block.buffer), 0),
    unpack(bytes) {
      const block = new Float64Array(blockWords);
      decoder.begin(bytes, 0, bytes.length);
      decoder.decode(block, new Uint32Array(block.buffer), 0, blockRecords);
      return block;
    },
  };
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
  readonly #hasCards: boolean;
  readonly #blockWords: number;
  /** Filled blocks of each partition. */
  readonly #blocks: Float64Array<ArrayBuffer>[][];
  readonly #open: OpenBlocks;
  readonly #f64: Float64Array<ArrayBuffer>;
  readonly #u32: Uint32Array<ArrayBuffer>;
  readonly #cursors: Int32Array<ArrayBuffer>;
  #blocksAside = 0;
  #takePacked: ((partition: number, bytes: Uint8Array<ArrayBuffer>) => void) | null = null;

  /**
   * @param partitionCount a power of two from 2 to 4096
   * @param open the kernel's, where it writes records too and calls `setAside` for each full block; they say how large a block is
   */
  constructor(partitionCount: number, recordWords: number, open: OpenBlocks = newOpenBlocks(partitionCount, recordWords, blockRecordsFor(partitionCount))) {
    this.partitionCount = partitionCount;
    this.recordWords = recordWords;
    this.#shift = 32 - Math.log2(partitionCount);
    this.#hasDevices = recordWords > DEVICE_WORD;
    this.#hasCards = recordWords > CARD_WORD;
    this.#blockWords = open.f64.length / partitionCount;
    this.#blocks = Array.from({ length: partitionCount }, () => []);
    this.#open = open;
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
    if (this.#hasDevices) f64[at + DEVICE_WORD] = imei;
    if (this.#hasCards) f64[at + CARD_WORD] = imsi;
    this.#cursors[partition] = cursor + this.recordWords;
  }

  /** Puts a partition's block aside, full or not, and begins a new one. */
  setAside(partition: number): void {
    if (this.#takePacked !== null && this.#cursors[partition] === this.#blockWords) {
      this.#takePacked(partition, this.#open.packOpen(partition));
      this.#cursors[partition] = 0;
      return;
    }
    const first = partition * this.#blockWords;
    this.#blocks[partition]!.push(this.#f64.slice(first, first + this.#cursors[partition]!));
    this.#cursors[partition] = 0;
    this.#blocksAside++;
  }

  /** Bytes of all full blocks. */
  get fullBytes(): number {
    return this.#blocksAside * this.#blockWords * 8;
  }

  /** Hands over all full blocks in few bytes, each partition's in order, and from now on each as soon as it is full. */
  packFull(take: (partition: number, bytes: Uint8Array<ArrayBuffer>) => void): void {
    for (let partition = 0; partition < this.partitionCount; partition++) {
      // Let go one by one, so that both forms of all are never in memory together.
      for (const block of this.#blocks[partition]!.splice(0)) take(partition, this.#open.pack(block));
    }
    this.#blocksAside = 0;
    this.#takePacked = take;
  }

  /** A block that was handed over in few bytes. */
  unpack(bytes: Uint8Array<ArrayBuffer>): Float64Array<ArrayBuffer> {
    return this.#open.unpack(bytes);
  }

  /** Hands over a partition's records as blocks, the last possibly part filled, and forgets them; those that were packed it no longer has. */
  take(partition: number): RecordBlocks {
    this.#takePacked = null;
    if (this.#cursors[partition]! > 0) this.setAside(partition);
    const blocks = this.#blocks[partition]!;
    this.#blocks[partition] = [];
    this.#blocksAside -= blocks.length;
    return { blocks, lastWords: blocks.at(-1)?.length ?? 0 };
  }
}
