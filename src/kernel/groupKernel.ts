import type { KernelExports } from './kernel.ts';
import { instantiateKernel, kernelModule, PAGE_BYTES, setGlobals } from './kernel.ts';

/** Records beyond which a partition is grouped without the kernel, whose memory stays bounded so. */
export const MOST_GROUPED = 1 << 20;
/** Bytes of scratch per record, and beside them (`assembly/group.ts`). */
const SCRATCH_BYTES = 64;
const SCRATCH_MARGIN = 8192;
/** Packed, a record of many oddities may take a little more than it did (`assembly/pack.ts`). */
const PACKING_BYTES = 8;
/** A little more is reserved than asked for, so that partitions of about the same size do not each grow the memory. */
const SPARE = 1.25;
const ALIGN = 16;
/** Numbers described in one go: few enough that what is said of them stays in the cache. */
const BATCH = 512;
/** As in `assembly/summarise.ts`. */
const FIGURES = 45;

/** Groups partitions in memory of its own, which grows with the largest of them, and says what is in their numbers' records. */
export class GroupKernel {
  readonly #exports: KernelExports;
  /** Records that there is room for, and their words. */
  #room = 0;
  #recordWords = 0;
  #inputAt = 0;
  #startsAt = 0;
  #endsAt = 0;
  #packedAt = 0;
  #devicesAt = 0;
  #figuresAt = 0;
  #egos = 0;

  constructor(module: WebAssembly.Module) {
    this.#exports = instantiateKernel(module);
  }

  /** Memory for the records of a partition. @returns where to write them, valid until `group`. @throws RangeError if there is not that much memory */
  input(count: number, recordWords: number): Float64Array<ArrayBuffer> {
    if (count > this.#room || recordWords !== this.#recordWords) this.#reserve(Math.ceil(count * SPARE), recordWords);
    return new Float64Array(this.#exports.memory.buffer, this.#inputAt, count * recordWords);
  }

  /**
   * Groups the records that were written to `input`. @returns first record of each number, as counted from one number to the next, and the
   * record count at the end. @throws RangeError if there is not memory for all that is to be counted of them
   */
  group(count: number): Uint32Array {
    const exports = this.#exports;
    exports.recordBytes.value = this.#recordWords * 8;
    this.#egos = exports.group(count);
    this.#growTo(exports.placeTables(this.#egos) >>> 0);
    exports.clearTables();
    return new Uint32Array(exports.memory.buffer, this.#startsAt, this.#egos + 1);
  }

  /**
   * Figures of the numbers grouped, some at a time: a row of each, and the devices of each, one number after the other. To be gone
   * through once; packs the records as it goes.
   */
  *describe(): Generator<{ readonly figures: Float64Array; readonly deviceKeys: Float64Array }> {
    const exports = this.#exports;
    for (let from = 0; from < this.#egos; from += BATCH) {
      const to = Math.min(this.#egos, from + BATCH);
      const devices = exports.describe(from, to);
      const { buffer } = exports.memory;
      yield { figures: new Float64Array(buffer, this.#figuresAt, (to - from) * FIGURES), deviceKeys: new Float64Array(buffer, this.#devicesAt, devices) };
    }
  }

  /** After `describe`: the packed records, and where those of each number end. */
  packed(): { readonly bytes: Uint8Array; readonly ends: Uint32Array } {
    const { buffer } = this.#exports.memory;
    const ends = new Uint32Array(buffer, this.#endsAt, this.#egos);
    return { bytes: new Uint8Array(buffer, this.#packedAt, ends.at(-1) ?? 0), ends };
  }

  #reserve(count: number, recordWords: number): void {
    let end = this.#exports.staticEnd.value;
    const take = (bytes: number) => {
      const at = Math.ceil(end / ALIGN) * ALIGN;
      end = at + bytes;
      return at;
    };
    this.#inputAt = take(count * recordWords * 8);
    this.#packedAt = take(count * (recordWords * 8 + PACKING_BYTES));
    const order = take(count * 4);
    this.#startsAt = take((count + 1) * 4);
    this.#endsAt = take(count * 4);
    this.#devicesAt = take(count * 8);
    this.#figuresAt = take(BATCH * FIGURES * 8);
    const scratch = take(count * SCRATCH_BYTES + SCRATCH_MARGIN);
    this.#growTo(end);
    this.#room = count;
    this.#recordWords = recordWords;
    setGlobals(this.#exports, {
      input: this.#inputAt, order, groupStarts: this.#startsAt, packed: this.#packedAt, packedEnds: this.#endsAt, deviceKeys: this.#devicesAt, figures: this.#figuresAt, scratch,
    });
  }

  #growTo(end: number): void {
    const { memory } = this.#exports;
    const more = end - memory.buffer.byteLength;
    if (more > 0) memory.grow(Math.ceil(more / PAGE_BYTES));
  }
}

/** Null where the platform cannot run it. */
export function newGroupKernel(): GroupKernel | null {
  const module = kernelModule();
  return module === null ? null : new GroupKernel(module);
}
