import type { GroupKernel } from '../kernel/groupKernel.ts';
import { MOST_GROUPED, newGroupKernel } from '../kernel/groupKernel.ts';
import { RecordGatherer } from '../records/recordGroup.ts';
import type { RecordSource } from '../records/recordGrouper.ts';
import { RecordGrouper, renumberSource } from '../records/recordGrouper.ts';

/**
 * A partition's records by number: those of the i-th are [starts[i], starts[i + 1]), in order of time, and of line where times
 * are equal. Valid until the next partition.
 */
export interface GroupedRecords {
  readonly f64: Float64Array;
  readonly u32: Uint32Array;
  readonly starts: Uint32Array;
  /** Id of each record's contact among those of its number, by first appearance; null where nobody has numbered them. */
  readonly contactOf: Uint32Array | null;
}

/** Fewer records than this are grouped before a kernel is ready. */
const LEAST_GROUPED = 1024;

/** Groups partitions one after the other, through the kernel where it can. */
export class PartitionGrouper {
  readonly #recordWords: number;
  readonly #kernelFrom: number;
  /** Made when it is first wanted. */
  #kernel: GroupKernel | null | undefined;
  readonly #grouper = new RecordGrouper();
  readonly #gatherer: RecordGatherer;
  #f64 = new Float64Array(0);

  /** @param kernelFrom records from which on a partition is the kernel's: 0 for all, Infinity for none */
  constructor(recordWords: number, kernelFrom = LEAST_GROUPED) {
    this.#recordWords = recordWords;
    this.#kernelFrom = kernelFrom;
    this.#gatherer = new RecordGatherer(recordWords);
  }

  /** @param sources the partition's records, from every reader that has some; their ids become the dataset's */
  group(sources: readonly RecordSource[]): GroupedRecords {
    const words = sources.reduce((sum, { blocks, lastWords }) => sum + blocks.slice(0, -1).reduce((all, block) => all + block.length, 0) + lastWords, 0);
    const count = words / this.#recordWords;
    return (count >= this.#kernelFrom && count <= MOST_GROUPED ? this.#groupInKernel(sources, count) : null) ?? this.#groupHere(sources);
  }

  #groupInKernel(sources: readonly RecordSource[], count: number): GroupedRecords | null {
    const kernel = (this.#kernel ??= newGroupKernel());
    if (kernel === null) return null;
    let input: Float64Array;
    try {
      input = kernel.input(count, this.#recordWords);
    } catch (error) {
      if (error instanceof RangeError) return null;
      throw error;
    }
    let at = 0;
    for (const source of sources) {
      renumberSource(source, this.#recordWords);
      for (const [i, block] of source.blocks.entries()) {
        const isLast = i === source.blocks.length - 1;
        input.set(isLast && source.lastWords < block.length ? block.subarray(0, source.lastWords) : block, at);
        at += isLast ? source.lastWords : block.length;
      }
    }
    return kernel.group(count);
  }

  #groupHere(sources: readonly RecordSource[]): GroupedRecords {
    const recordWords = this.#recordWords;
    const gatherer = this.#gatherer;
    const group = this.#grouper.group(sources, recordWords);
    const { order, starts } = group;
    if (this.#f64.length < order.length * recordWords) this.#f64 = new Float64Array(order.length * recordWords);
    for (let ego = 0; ego + 1 < starts.length; ego++) {
      const from = starts[ego]!;
      const to = starts[ego + 1]!;
      gatherer.gatherByTime(group, from, to);
      this.#f64.set(gatherer.f64.subarray(0, (to - from) * recordWords), from * recordWords);
    }
    return { f64: this.#f64, u32: new Uint32Array(this.#f64.buffer), starts, contactOf: null };
  }
}
