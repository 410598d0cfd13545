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
/** Weeks whose records are counted, as in `assembly/weeks.ts`. */
export const RECENT_WEEKS = 12;

/** Where what is kept of some numbers begins, in bytes from their keys on; the packed records are last. */
export interface ChunkPlaces {
  readonly columns: number;
  readonly presence: number;
  readonly ends: number;
  readonly records: number;
}

/** What the kernel says of a partition's numbers. */
export interface KernelDescription {
  /** Laid out as was asked for, up to a multiple of 8 bytes. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Distinct devices, number by number, and the place of the number whose each is. */
  readonly deviceKeys: Float64Array<ArrayBuffer>;
  readonly deviceRows: Uint32Array<ArrayBuffer>;
  readonly linkCount: number;
}

/** The same without the records, and how many of each number there are in the dataset's last weeks: RECENT_WEEKS counts each, the last week at the end. */
export interface FirstDescription extends KernelDescription {
  readonly weeks: Uint32Array<ArrayBuffer>;
}

/** Groups partitions in memory of its own, which grows with the largest of them, and says what is in their numbers' records. */
export class GroupKernel {
  readonly #exports: KernelExports;
  /** Records that there is room for, and their words. */
  #room = 0;
  #recordWords = 0;
  #inputAt = 0;
  #startsAt = 0;
  #devicesAt = 0;
  #deviceRowsAt = 0;
  #chunkAt = 0;
  #places: ChunkPlaces = { columns: 0, presence: 0, ends: 0, records: 0 };
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
   * Groups the records that were written to `input`.
   * @param placesOf how what is to be kept of so many numbers is laid out
   * @returns first record of each number, as counted from one number to the next, and the record count at the end
   * @throws RangeError if there is not memory for all that is to be counted of them
   */
  group(count: number, placesOf: (rows: number) => ChunkPlaces): Uint32Array {
    const exports = this.#exports;
    exports.recordBytes.value = this.#recordWords * 8;
    const egos = exports.group(count);
    const places = placesOf(egos);
    const chunk = aligned(exports.placeTables(egos) >>> 0);
    const records = chunk + places.records;
    // Either the packed records or the counts of the weeks stand there.
    this.#growTo(records + Math.max(count * (this.#recordWords * 8 + PACKING_BYTES), egos * RECENT_WEEKS * 4));
    setGlobals(exports, {
      chunk, rows: egos, columns: chunk + places.columns, presence: chunk + places.presence, packedEnds: chunk + places.ends, packed: records, weeks: records,
    });
    exports.clearTables();
    this.#egos = egos;
    this.#places = places;
    this.#chunkAt = chunk;
    return new Uint32Array(exports.memory.buffer, this.#startsAt, egos + 1);
  }

  /** What there is to say of the numbers grouped; to be asked once. @param lastDay last local day of the dataset */
  describe(lastDay: number): KernelDescription {
    this.#exports.lastDay.value = lastDay;
    this.#exports.describe(this.#egos);
    return { bytes: this.#chunkBytes(0, this.#endOfRecords()), ...this.#described() };
  }

  /** The same, but the records are left for `pack`; the bytes end where those of `pack` begin. */
  describeFirst(lastDay: number): FirstDescription {
    const exports = this.#exports;
    exports.lastDay.value = lastDay;
    exports.describeOnly(this.#egos);
    const weeks = new Uint32Array(exports.memory.buffer, this.#chunkAt + this.#places.records, this.#egos * RECENT_WEEKS).slice();
    return { bytes: this.#chunkBytes(0, this.#places.ends), ...this.#described(), weeks };
  }

  /** The records of the numbers grouped: where each one's end, and they themselves. To be asked once, instead of `describe`. */
  pack(): Uint8Array<ArrayBuffer> {
    this.#exports.pack(this.#egos);
    return this.#chunkBytes(this.#places.ends, this.#endOfRecords());
  }

  #described(): Omit<KernelDescription, 'bytes'> {
    const { memory: { buffer }, deviceCount, linkCount } = this.#exports;
    const devices = deviceCount.value;
    return {
      deviceKeys: new Float64Array(buffer, this.#devicesAt, devices).slice(),
      deviceRows: new Uint32Array(buffer, this.#deviceRowsAt, devices).slice(),
      linkCount: linkCount.value,
    };
  }

  /** In bytes from the first number's key on, a multiple of 8. */
  #endOfRecords(): number {
    const ends = new Uint32Array(this.#exports.memory.buffer, this.#chunkAt + this.#places.ends, this.#egos);
    return Math.ceil((this.#places.records + (ends.at(-1) ?? 0)) / 8) * 8;
  }

  #chunkBytes(from: number, to: number): Uint8Array<ArrayBuffer> {
    return new Uint8Array(this.#exports.memory.buffer.slice(this.#chunkAt + from, this.#chunkAt + to));
  }

  #reserve(count: number, recordWords: number): void {
    let end = this.#exports.staticEnd.value;
    const take = (bytes: number) => {
      const at = aligned(end);
      end = at + bytes;
      return at;
    };
    this.#inputAt = take(count * recordWords * 8);
    const order = take(count * 4);
    this.#startsAt = take((count + 1) * 4);
    this.#devicesAt = take(count * 8);
    this.#deviceRowsAt = take(count * 4);
    const scratch = take(count * SCRATCH_BYTES + SCRATCH_MARGIN);
    this.#growTo(end);
    this.#room = count;
    this.#recordWords = recordWords;
    setGlobals(this.#exports, { input: this.#inputAt, order, groupStarts: this.#startsAt, deviceKeys: this.#devicesAt, deviceRows: this.#deviceRowsAt, scratch });
  }

  #growTo(end: number): void {
    const { memory } = this.#exports;
    const more = end - memory.buffer.byteLength;
    if (more > 0) memory.grow(Math.ceil((more * SPARE) / PAGE_BYTES));
  }
}

function aligned(at: number): number {
  return Math.ceil(at / ALIGN) * ALIGN;
}

/** Null where the platform cannot run it. */
export function newGroupKernel(): GroupKernel | null {
  const module = kernelModule();
  return module === null ? null : new GroupKernel(module);
}
