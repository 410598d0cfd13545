/**
 * The kernel: the hot loops of reading, in WebAssembly. It takes the rows that it can read for certain and leaves every other
 * to the TypeScript parser, so both give the same records; without WebAssembly the parser reads them all.
 */
import { kernelBase64 } from './kernelBytes.ts';

/** Kinds of cell that the kernel asks its host for, as in `assembly/layout.ts`. */
export const CELL_NUMBER = 0;
export const CELL_IMEI = 1;
export const CELL_IMSI = 2;
export const CELL_NAME = 3;
export const CELL_WORD = 4;
export const CELL_ANSWERED = 5;
export const CELL_DURATION = 6;
export const CELL_TYPE = 7;

/** What the kernel asks of the program around it; addresses are those of its memory. `assembly/host.ts` says what each means. */
export interface KernelHost {
  readCell(kind: number, start: number, end: number, areaStart: number, areaEnd: number): number;
  offsetOfDay(day: number): number;
  offsetOfUtcDay(day: number): number;
  offsetId(offsetS: number): number;
}

type Setting = { value: number };
const scanSettings = [
  'delimiter', 'marks', 'blocks', 'cursors', 'recordWords', 'blockWords', 'hashShift', 'bounds', 'days', 'extremes', 'maxCells', 'leastCells', 'mostCells', 'owner',
  'isPair', 'isInSeconds', 'line', 'lineBase', 'accepted', 'isLeft', 'dateOrder', 'isZoneChosen', 'isGb18030', 'firstYear', 'firstMonth',
  'columnFirst', 'columnSecond', 'columnStart', 'columnDate', 'columnClock', 'columnEnd', 'columnDuration', 'columnDirection', 'columnType',
  'columnAnswered', 'columnImei', 'columnImsi', 'columnCell', 'columnLac',
] as const;
const groupSettings = [
  'input', 'order', 'groupStarts', 'scratch', 'recordBytes', 'chunk', 'columns', 'presence', 'rows', 'lastDay', 'packed', 'packedEnds', 'weeks', 'deviceKeys', 'deviceRows',
] as const;
const settings = [...scanSettings, ...groupSettings];
export type KernelSetting = (typeof settings)[number];

/** The module's exports: settings are its global variables. */
export type KernelExports = Readonly<Record<KernelSetting, Setting>> & {
  readonly memory: WebAssembly.Memory;
  readonly staticEnd: Setting;
  /** Seconds of each offset id, i32 each. */
  readonly offsetsS: Setting;
  setHeap(from: number, to: number): void;
  forgetAll(): void;
  forgetMemos(): void;
  forgetZone(): void;
  findMarks(from: number, limit: number): void;
  beginWindow(): void;
  scan(from: number, limit: number): number;
  group(count: number): number;
  placeTables(egoCount: number): number;
  clearTables(): void;
  describe(egoCount: number): void;
  describeOnly(egoCount: number): void;
  pack(egoCount: number): void;
  readonly deviceCount: Setting;
  readonly linkCount: Setting;
  packBlock(first: number, end: number): number;
  unpackBlock(bytes: number, first: number): number;
};

export const PAGE_BYTES = 65_536;
/** Bytes looked at in one go: they and their marks stay in the second-level cache. */
export const WINDOW_BYTES = 128 << 10;
/** A row's cells that can be told apart; more wanted columns are left to the parser. */
export const MOST_CELLS = 4096;
/** For what was read before: numbers that are no digits, cells, words. Memory only once it is used. */
const HEAP_BYTES = 32 << 20;
/** Most bytes of a packed record, as in `assembly/pack.ts`. */
const PACKED_BYTES = 64;
/** Read behind the window's end, or before its beginning, and not used. */
const MARGIN_BYTES = 64;

/** A kernel for one reader, with memory of its own; null where the platform cannot run it or has not that much memory. */
export function newKernel(partitionCount: number, recordWords: number, blockRecords: number, dayCount: number): Kernel | null {
  const module = kernelModule();
  if (module === null) return null;
  try {
    return new Kernel(module, partitionCount, recordWords, blockRecords, dayCount);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** One kernel and its memory. */
export class Kernel {
  readonly exports: KernelExports;
  /** All of the memory; it never grows, so the view lasts. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Address of the window. */
  readonly window: number;
  /** The blocks being filled, one after another, and the next free word in each. */
  readonly f64: Float64Array<ArrayBuffer>;
  readonly u32: Uint32Array<ArrayBuffer>;
  readonly cursors: Int32Array<ArrayBuffer>;
  /** Records by local day since 1970. */
  readonly days: Uint32Array<ArrayBuffer>;
  /** Start and traits of the earliest record and of the latest. */
  readonly extremes: Float64Array<ArrayBuffer>;
  readonly #blocks: number;
  readonly #blockBytes: number;
  /** Room for a block of records, and for what it becomes when it is packed. */
  readonly #spare: number;
  readonly #packed: number;
  host: KernelHost | null = null;
  onBlockFull: (partition: number) => void = () => undefined;

  /** @param blockRecords records of a full block; @param dayCount local days since 1970 that are told apart */
  constructor(module: WebAssembly.Module, partitionCount: number, recordWords: number, blockRecords: number, dayCount: number) {
    this.exports = instantiateKernel(module, () => this.host, (partition) => this.onBlockFull(partition));
    const { memory } = this.exports;
    const blockWords = blockRecords * recordWords;
    let end = this.exports.staticEnd.value;
    const reserve = (bytes: number) => {
      const at = Math.ceil(end / MARGIN_BYTES) * MARGIN_BYTES;
      end = at + bytes;
      return at;
    };
    this.window = reserve(WINDOW_BYTES + 2 * MARGIN_BYTES) + MARGIN_BYTES;
    const marks = reserve((WINDOW_BYTES + MARGIN_BYTES) * 4);
    const bounds = reserve(MOST_CELLS * 8);
    const days = reserve(dayCount * 4);
    const extremes = reserve(4 * 8);
    const cursors = reserve(partitionCount * 4);
    const blocks = reserve(partitionCount * blockWords * 8);
    const spare = reserve(blockWords * 8);
    const packed = reserve(blockRecords * PACKED_BYTES + MARGIN_BYTES);
    const heap = reserve(HEAP_BYTES);
    memory.grow(Math.ceil((end - memory.buffer.byteLength) / PAGE_BYTES));
    const { buffer } = memory;
    this.bytes = new Uint8Array(buffer);
    this.f64 = new Float64Array(buffer, blocks, partitionCount * blockWords);
    this.u32 = new Uint32Array(buffer, blocks, partitionCount * blockWords * 2);
    this.cursors = new Int32Array(buffer, cursors, partitionCount);
    this.days = new Uint32Array(buffer, days, dayCount);
    this.extremes = new Float64Array(buffer, extremes, 4);
    // Keys are read up to a few bytes beyond their end.
    this.exports.setHeap(heap, heap + HEAP_BYTES - MARGIN_BYTES);
    this.#blocks = blocks;
    this.#blockBytes = blockWords * 8;
    this.#spare = spare;
    this.#packed = packed;
    this.set({ packed, recordBytes: recordWords * 8, marks, bounds, days, extremes, cursors, blocks, recordWords, blockWords, hashShift: 32 - Math.log2(partitionCount) });
  }

  set(values: Partial<Record<KernelSetting, number>>): void {
    setGlobals(this.exports, values);
  }

  /** A partition's block, which is full, in few bytes. */
  packOpen(partition: number): Uint8Array<ArrayBuffer> {
    return this.#pack(this.#blocks + partition * this.#blockBytes);
  }

  /** A full block in few bytes (`recordCodec.ts`). */
  pack(block: Float64Array): Uint8Array<ArrayBuffer> {
    new Float64Array(this.bytes.buffer, this.#spare, block.length).set(block);
    return this.#pack(this.#spare);
  }

  /** The block that was packed. */
  unpack(bytes: Uint8Array): Float64Array<ArrayBuffer> {
    this.bytes.set(bytes, this.#packed);
    this.exports.unpackBlock(bytes.length, this.#spare);
    return new Float64Array(this.bytes.buffer.slice(this.#spare, this.#spare + this.#blockBytes));
  }

  #pack(block: number): Uint8Array<ArrayBuffer> {
    const length = this.exports.packBlock(block, block + this.#blockBytes) >>> 0;
    return this.bytes.slice(this.#packed, this.#packed + length);
  }

  /** Forgets what cells were read as, and the zone: for the next file. */
  forget(): void {
    this.exports.forgetAll();
    this.exports.forgetMemos();
    this.exports.forgetZone();
  }
}

/** An instance of the kernel. @param host asked for whenever the kernel asks it something */
export function instantiateKernel(
  module: WebAssembly.Module, host: () => KernelHost | null = () => null, blockFull: (partition: number) => void = () => undefined,
): KernelExports {
  const ask = () => {
    const known = host();
    if (known === null) throw new Error('the kernel was run without a host');
    return known;
  };
  const instance = new WebAssembly.Instance(module, {
    host: {
      readCell: (kind: number, start: number, end: number, areaStart: number, areaEnd: number) => ask().readCell(kind, start, end, areaStart, areaEnd),
      offsetOfDay: (day: number) => ask().offsetOfDay(day),
      offsetOfUtcDay: (day: number) => ask().offsetOfUtcDay(day),
      offsetId: (offsetS: number) => ask().offsetId(offsetS),
      blockFull,
      log: Math.log,
    },
  });
  return instance.exports as unknown as KernelExports;
}

export function setGlobals(exports: KernelExports, values: Partial<Record<KernelSetting, number>>): void {
  for (const name of settings) {
    const value = values[name];
    if (value !== undefined) exports[name].value = value;
  }
}

let compiled: WebAssembly.Module | null | undefined;

/** The compiled module; null where the platform has no WebAssembly with SIMD, or forbids it. */
export function kernelModule(): WebAssembly.Module | null {
  if (compiled === undefined) {
    try {
      compiled = new WebAssembly.Module(Uint8Array.from(atob(kernelBase64.replaceAll(/\s/g, '')), (char) => char.charCodeAt(0)));
    } catch {
      compiled = null;
    }
  }
  return compiled;
}
