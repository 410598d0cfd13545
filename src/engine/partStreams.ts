import { RecordDecoder, RecordEncoder } from '../records/recordCodec.ts';
import type { RecordBlocks, RecordPartitions } from '../records/recordPartitions.ts';
import { BLOCK_SHIFT } from '../records/recordPartitions.ts';
import type { Bytes, Overflow } from './bytes.ts';

/** Partitions' full blocks put aside in few bytes, so that more records than memory holds can be spread before they are grouped. */
export class PartStreams {
  readonly #overflow: Overflow;
  readonly #blockWords: number;
  readonly #runs: Bytes[][];
  readonly #encoder: RecordEncoder;
  readonly #decoder: RecordDecoder;
  /** True once something was put aside. */
  isUsed = false;

  constructor(partitionCount: number, recordWords: number, overflow: Overflow) {
    this.#overflow = overflow;
    this.#blockWords = recordWords << BLOCK_SHIFT;
    this.#runs = Array.from({ length: partitionCount }, () => []);
    this.#encoder = new RecordEncoder(recordWords);
    this.#decoder = new RecordDecoder(recordWords);
  }

  /** Puts all full blocks aside. */
  putAside(partitions: RecordPartitions): void {
    for (const [partition, runs] of this.#runs.entries()) {
      const blocks = partitions.takeFull(partition);
      if (blocks.length === 0) continue;
      this.#encoder.begin();
      for (const block of blocks) this.#encoder.add(block, new Uint32Array(block.buffer), 0, 1 << BLOCK_SHIFT);
      runs.push(this.#overflow.keep(this.#encoder.take()));
      this.isUsed = true;
    }
  }

  /** A partition's records: those put aside, then those still in memory. They are forgotten. */
  take(partition: number, partitions: RecordPartitions): RecordBlocks {
    const open = partitions.take(partition);
    const runs = this.#runs[partition]!;
    if (runs.length === 0) return open;
    const blocks: Float64Array<ArrayBuffer>[] = [];
    for (const run of runs) {
      this.#decoder.begin(run.read(0, run.length), 0, run.length);
      while (!this.#decoder.isDone) {
        const block = new Float64Array(this.#blockWords);
        this.#decoder.decode(block, new Uint32Array(block.buffer), 0, 1 << BLOCK_SHIFT);
        blocks.push(block);
      }
      this.#overflow.release(run);
    }
    this.#runs[partition] = [];
    return { blocks: [...blocks, ...open.blocks], lastWords: open.blocks.length === 0 ? this.#blockWords : open.lastWords };
  }
}
