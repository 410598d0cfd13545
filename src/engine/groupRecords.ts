import { FeatureBuilder } from '../features/featureBuilder.ts';
import type { FirstDescription, GroupKernel, KernelDescription } from '../kernel/groupKernel.ts';
import { MOST_GROUPED, newGroupKernel } from '../kernel/groupKernel.ts';
import { RecordEncoder } from '../records/recordCodec.ts';
import { RecordGatherer } from '../records/recordGroup.ts';
import type { RecordSource } from '../records/recordGrouper.ts';
import { RecordGrouper, renumber, renumberSource } from '../records/recordGrouper.ts';
import { chunkPlaces, encodeChunk, encodeRecords } from './chunk.ts';

/** A partition's records by number. Valid until the next partition. */
export interface GroupedRecords {
  /** Records of each number and of those before it, from 0 on. */
  readonly starts: Uint32Array;
  /** Makes what is kept of the numbers (`chunk.ts`), their records in order of time, and of line where times are equal. To be asked once. */
  describe(): KernelDescription;
  /** The same but for the records, which `pack` makes when the partition is grouped once more; null where that saves nothing. */
  describeFirst(): FirstDescription | null;
  /** The records: the end of a chunk. To be asked instead of the others. */
  pack(): Uint8Array<ArrayBuffer>;
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
  readonly #encoder: RecordEncoder;
  readonly #lastDay: number;
  readonly #builder: FeatureBuilder;
  #f64 = new Float64Array(0);

  /**
   * @param lastDay last local day of the dataset or window, for ages
   * @param kernelFrom records from which on a partition is the kernel's: 0 for all, Infinity for none
   */
  constructor(recordWords: number, lastDay: number, kernelFrom = LEAST_GROUPED) {
    this.#lastDay = lastDay;
    this.#builder = new FeatureBuilder(lastDay);
    this.#recordWords = recordWords;
    this.#kernelFrom = kernelFrom;
    this.#gatherer = new RecordGatherer(recordWords);
    this.#encoder = new RecordEncoder(recordWords);
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
    try {
      const input = kernel.input(count, this.#recordWords);
      let at = 0;
      const halves = new Uint32Array(input.buffer, input.byteOffset, input.length * 2);
      for (const { blocks, lastWords, ids } of sources) {
        for (const [i, block] of blocks.entries()) {
          const words = i === blocks.length - 1 ? lastWords : block.length;
          input.set(words < block.length ? block.subarray(0, words) : block, at);
          // While it is in the cache.
          if (ids !== null) renumber(halves, at, at + words, this.#recordWords, ids);
          at += words;
        }
      }
      const lastDay = this.#lastDay;
      return {
        starts: kernel.group(count, chunkPlaces), describe: () => kernel.describe(lastDay), describeFirst: () => kernel.describeFirst(lastDay), pack: () => kernel.pack(),
      };
    } catch (error) {
      if (error instanceof RangeError) return null;
      throw error;
    }
  }

  #groupHere(sources: readonly RecordSource[]): GroupedRecords {
    const recordWords = this.#recordWords;
    for (const source of sources) renumberSource(source, recordWords);
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
    const f64 = this.#f64;
    const u32 = new Uint32Array(f64.buffer);
    const encoder = this.#encoder;
    const builder = this.#builder;
    /** @param alsoDo done with the records of each number */
    const encode = (alsoDo: (from: number, to: number) => void) => {
      const ends = new Uint32Array(starts.length - 1);
      encoder.length = 0;
      for (let ego = 0; ego + 1 < starts.length; ego++) {
        const from = starts[ego]!;
        const to = starts[ego + 1]!;
        alsoDo(from, to);
        encoder.begin();
        encoder.add(f64, u32, from, to);
        ends[ego] = encoder.length;
      }
      return { ends, records: encoder.bytes.subarray(0, encoder.length) };
    };
    return {
      starts,
      describe() {
        const { ends, records } = encode((from, to) => builder.add(f64, u32, from, to, recordWords));
        const part = builder.take();
        return { ...part, bytes: encodeChunk(part, ends, records) };
      },
      describeFirst: () => null,
      pack() {
        const { ends, records } = encode(() => undefined);
        return encodeRecords(ends, records);
      },
    };
  }
}
