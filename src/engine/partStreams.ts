import type { RecordBlocks, RecordPartitions } from '../records/recordPartitions.ts';
import type { Bytes, Overflow } from './bytes.ts';

/** Partitions' full blocks put aside in few bytes, so that more records than memory holds can be spread before they are grouped. */
export class PartStreams {
  readonly #overflow: Overflow;
  readonly #partitions: RecordPartitions;
  readonly #runs: Bytes[][];
  /** True once blocks are put aside. */
  isUsed = false;

  constructor(partitions: RecordPartitions, overflow: Overflow) {
    this.#overflow = overflow;
    this.#partitions = partitions;
    this.#runs = Array.from({ length: partitions.partitionCount }, () => []);
  }

  /** From now on full blocks are put aside as they come, and those that came before at once. */
  use(): void {
    this.isUsed = true;
    this.#partitions.packFull((partition, bytes) => this.#runs[partition]!.push(this.#overflow.keep(bytes)));
  }

  /** A partition's records: those put aside, then those still in memory. They are forgotten. Call it once all are read. */
  take(partition: number): RecordBlocks {
    const open = this.#partitions.take(partition);
    const runs = this.#runs[partition]!;
    if (runs.length === 0) return open;
    const blocks = runs.map((run) => {
      const block = this.#partitions.unpack(run.read(0, run.length));
      this.#overflow.release(run);
      return block;
    });
    this.#runs[partition] = [];
    return { blocks: [...blocks, ...open.blocks], lastWords: open.blocks.length === 0 ? blocks.at(-1)!.length : open.lastWords };
  }
}
