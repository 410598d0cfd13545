import type { KernelExports } from './kernel.ts';
import { instantiateKernel, kernelModule, PAGE_BYTES, setGlobals } from './kernel.ts';

/** Records beyond which a partition is grouped without the kernel, whose memory stays bounded so. */
export const MOST_GROUPED = 1 << 20;
/** Bytes of scratch per record, and beside them (`assembly/group.ts`). */
const SCRATCH_BYTES = 64;
const SCRATCH_MARGIN = 8192;
/** A little more is reserved than asked for, so that partitions of about the same size do not each grow the memory. */
const SPARE = 1.25;
const ALIGN = 16;

/** A partition's records, those of a number side by side and in order of time. Valid until the next partition. */
export interface KernelGroup {
  readonly f64: Float64Array;
  readonly u32: Uint32Array;
  /** First record of each number, and the record count at the end. */
  readonly starts: Uint32Array;
  /** Id of each record's contact: 0, 1, 2 … in the order in which a number's contacts come. */
  readonly contactOf: Uint32Array;
}

/** Groups partitions in memory of its own, which grows with the largest of them. */
export class GroupKernel {
  readonly #exports: KernelExports;
  /** Records that there is room for, and their words. */
  #room = 0;
  #recordWords = 0;
  #inputAt = 0;
  #outputAt = 0;
  #startsAt = 0;
  #contactsAt = 0;

  constructor(module: WebAssembly.Module) {
    this.#exports = instantiateKernel(module);
  }

  /** Memory for the records of a partition. @returns where to write them, valid until `group`. @throws RangeError if there is not that much memory */
  input(count: number, recordWords: number): Float64Array<ArrayBuffer> {
    if (count > this.#room || recordWords !== this.#recordWords) this.#reserve(Math.ceil(count * SPARE), recordWords);
    return new Float64Array(this.#exports.memory.buffer, this.#inputAt, count * recordWords);
  }

  /** Groups the records that were written to `input`. */
  group(count: number): KernelGroup {
    const exports = this.#exports;
    const recordWords = this.#recordWords;
    exports.recordBytes.value = recordWords * 8;
    const egos = exports.group(count);
    exports.numberContacts(egos);
    const { buffer } = exports.memory;
    const starts = new Uint32Array(buffer, this.#startsAt, egos + 1);
    const kept = starts[egos]!;
    return {
      f64: new Float64Array(buffer, this.#outputAt, kept * recordWords),
      u32: new Uint32Array(buffer, this.#outputAt, kept * recordWords * 2),
      starts,
      contactOf: new Uint32Array(buffer, this.#contactsAt, kept),
    };
  }

  #reserve(count: number, recordWords: number): void {
    const { memory, staticEnd } = this.#exports;
    let end = staticEnd.value;
    const take = (bytes: number) => {
      const at = Math.ceil(end / ALIGN) * ALIGN;
      end = at + bytes;
      return at;
    };
    this.#inputAt = take(count * recordWords * 8);
    this.#outputAt = take(count * recordWords * 8);
    this.#startsAt = take((count + 1) * 4);
    this.#contactsAt = take(count * 4);
    const scratch = take(count * SCRATCH_BYTES + SCRATCH_MARGIN);
    const more = end - memory.buffer.byteLength;
    if (more > 0) memory.grow(Math.ceil(more / PAGE_BYTES));
    this.#room = count;
    this.#recordWords = recordWords;
    setGlobals(this.#exports, { input: this.#inputAt, output: this.#outputAt, groupStarts: this.#startsAt, contactOf: this.#contactsAt, scratch });
  }
}

/** Null where the platform cannot run it. */
export function newGroupKernel(): GroupKernel | null {
  const module = kernelModule();
  return module === null ? null : new GroupKernel(module);
}
