/**
 * Records in few bytes, to be kept or put aside: some 10–25 bytes each instead of 32 to 48.
 *
 * A record is a byte of flags, then what differs from the record before: start and line as differences, keys by the place
 * where they were seen last or in full, the lower traits (duration), and the higher ones, cell, device and card only where
 * they are not the last ones seen. Nothing is lost: decoding gives the same words.
 */
import { CARD_WORD, DEVICE_WORD } from './communication.ts';

/** Flags: one bit each, */
const SAME_EGO = 1;
const SAME_HIGH = 2;
/** and two bits each, 0 for none, of cell, device and card. */
const CELL_SHIFT = 2;
const DEVICE_SHIFT = 4;
const CARD_SHIFT = 6;
const AS_LAST = 1;
const GIVEN = 2;

/** Traits from this bit on change rarely from record to record (`communication.ts`). */
const HIGH_SHIFT = 20;
const LOW_MASK = (1 << HIGH_SHIFT) - 1;
/** Places in which keys are remembered; a key's place is known from its lower bits. */
const PLACES = 128;
/** A byte from here on gives the key's length instead of a place. */
const IN_FULL = 128;
/** Flags; start and line of 5 bytes; traits of 3 and 2; ego, other, device and card of 9 each; cell of 5. */
const MOST_BYTES = 64;
const TWO_32 = 2 ** 32;

/** What both sides remember from record to record; forgotten at the start of each run. */
class Memory {
  ego = 0;
  start = 0;
  line = 0;
  high = 0;
  cell = 0;
  device = 0;
  card = 0;
  readonly keys = new Float64Array(PLACES);

  forget(): void {
    this.ego = 0;
    this.start = 0;
    this.line = 0;
    this.high = 0;
    this.cell = 0;
    this.device = 0;
    this.card = 0;
    this.keys.fill(0);
  }
}

/** Collects runs of records as bytes. */
export class RecordEncoder {
  /** The first `length` bytes count. */
  bytes = new Uint8Array(1 << 16);
  length = 0;
  readonly #recordWords: number;
  readonly #memory = new Memory();

  constructor(recordWords: number) {
    this.#recordWords = recordWords;
  }

  /** Begins a run: what follows can be decoded without what came before. */
  begin(): void {
    this.#memory.forget();
  }

  /** Adds records [from, to) to the run (`communication.ts` has the layout). */
  add(f64: Float64Array, u32: Uint32Array, from: number, to: number): void {
    const words = this.#recordWords;
    this.#reserve((to - from) * MOST_BYTES);
    const { bytes } = this;
    const memory = this.#memory;
    const { keys } = memory;
    let { ego: lastEgo, start: lastStart, line: lastLine, high: lastHigh, cell: lastCell, device: lastDevice, card: lastCard } = memory;
    let at = this.length;
    for (let word = from * words; word < to * words; word += words) {
      const half = word * 2;
      const ego = f64[word]!;
      const start = u32[half + 4]!;
      const traits = u32[half + 5]!;
      const line = u32[half + 6]!;
      const cell = u32[half + 7]!;
      const high = traits >>> HIGH_SHIFT;
      const flagsAt = at++;
      let flags = 0;
      if (ego === lastEgo) flags = SAME_EGO;
      else {
        lastEgo = ego;
        at = putKey(bytes, at, ego, keys);
      }
      at = putKey(bytes, at, f64[word + 1]!, keys);
      at = putSigned(bytes, at, start - lastStart | 0);
      lastStart = start;
      at = putSigned(bytes, at, line - lastLine | 0);
      lastLine = line;
      at = putVarint(bytes, at, traits & LOW_MASK);
      if (high === lastHigh) flags |= SAME_HIGH;
      else {
        lastHigh = high;
        at = putVarint(bytes, at, high);
      }
      if (cell !== 0) {
        if (cell === lastCell) flags |= AS_LAST << CELL_SHIFT;
        else {
          flags |= GIVEN << CELL_SHIFT;
          lastCell = cell;
          at = putVarint(bytes, at, cell);
        }
      }
      if (words > DEVICE_WORD) {
        const device = f64[word + DEVICE_WORD]!;
        if (device !== 0) {
          if (device === lastDevice) flags |= AS_LAST << DEVICE_SHIFT;
          else {
            flags |= GIVEN << DEVICE_SHIFT;
            lastDevice = device;
            at = putKey(bytes, at, device, keys);
          }
        }
      }
      if (words > CARD_WORD) {
        const card = f64[word + CARD_WORD]!;
        if (card !== 0) {
          if (card === lastCard) flags |= AS_LAST << CARD_SHIFT;
          else {
            flags |= GIVEN << CARD_SHIFT;
            lastCard = card;
            at = putKey(bytes, at, card, keys);
          }
        }
      }
      bytes[flagsAt] = flags;
    }
    memory.ego = lastEgo;
    memory.start = lastStart;
    memory.line = lastLine;
    memory.high = lastHigh;
    memory.cell = lastCell;
    memory.device = lastDevice;
    memory.card = lastCard;
    this.length = at;
  }

  /** The bytes so far, which are then forgotten. */
  take(): Uint8Array<ArrayBuffer> {
    const taken = this.bytes.slice(0, this.length);
    this.length = 0;
    return taken;
  }

  #reserve(more: number): void {
    if (this.length + more <= this.bytes.length) return;
    const larger = new Uint8Array(Math.max(this.length + more, this.bytes.length * 2));
    larger.set(this.bytes.subarray(0, this.length));
    this.bytes = larger;
  }
}

/** Turns runs of bytes into records again. */
export class RecordDecoder {
  /** Where the next byte is read. */
  at = 0;
  #bytes = new Uint8Array(0);
  #end = 0;
  readonly #recordWords: number;
  readonly #memory = new Memory();

  constructor(recordWords: number) {
    this.#recordWords = recordWords;
  }

  /** Begins with the run in bytes [start, end). */
  begin(bytes: Uint8Array<ArrayBuffer>, start: number, end: number): void {
    this.#memory.forget();
    this.#bytes = bytes;
    this.at = start;
    this.#end = end;
  }

  /** Records of the run that are left, but at most `most`, into the arrays from record `record` on; how many there were. */
  decode(f64: Float64Array, u32: Uint32Array, record: number, most: number): number {
    const words = this.#recordWords;
    const bytes = this.#bytes;
    const end = this.#end;
    const memory = this.#memory;
    const { keys } = memory;
    const hasDevices = words > DEVICE_WORD;
    const hasCards = words > CARD_WORD;
    let { ego, start, line, high, cell: lastCell, device: lastDevice, card: lastCard } = memory;
    let { at } = this;
    let count = 0;
    let word = record * words;
    // Written out instead of functions that read a key or a number: those would have to share `at`, which costs most of the time.
    while (at < end && count < most) {
      const flags = bytes[at++]!;
      const half = word * 2;
      let tag = 0;
      if ((flags & SAME_EGO) === 0) {
        tag = bytes[at++]!;
        if (tag < IN_FULL) ego = keys[tag]!;
        else {
          ego = keyAt(bytes, at, tag, keys);
          at += tag - IN_FULL;
        }
      }
      f64[word] = ego;
      tag = bytes[at++]!;
      if (tag < IN_FULL) f64[word + 1] = keys[tag]!;
      else {
        f64[word + 1] = keyAt(bytes, at, tag, keys);
        at += tag - IN_FULL;
      }
      let code = bytes[at++]!;
      if (code > 127) {
        code = code & 127 | bytes[at]! << 7;
        if (bytes[at++]! > 127) {
          code = code & 0x3fff | bytes[at]! << 14;
          if (bytes[at++]! > 127) {
            code = code & 0x1f_ffff | bytes[at]! << 21;
            if (bytes[at++]! > 127) code = code & 0xfff_ffff | bytes[at++]! << 28;
          }
        }
      }
      start = (start + ((code >>> 1) ^ -(code & 1))) >>> 0;
      u32[half + 4] = start;
      code = bytes[at++]!;
      if (code > 127) {
        code = code & 127 | bytes[at]! << 7;
        if (bytes[at++]! > 127) {
          code = code & 0x3fff | bytes[at]! << 14;
          if (bytes[at++]! > 127) {
            code = code & 0x1f_ffff | bytes[at]! << 21;
            if (bytes[at++]! > 127) code = code & 0xfff_ffff | bytes[at++]! << 28;
          }
        }
      }
      line = (line + ((code >>> 1) ^ -(code & 1))) >>> 0;
      u32[half + 6] = line;
      code = bytes[at++]!;
      if (code > 127) {
        code = code & 127 | bytes[at]! << 7;
        if (bytes[at++]! > 127) code = code & 0x3fff | bytes[at++]! << 14;
      }
      if ((flags & SAME_HIGH) === 0) {
        high = bytes[at++]!;
        if (high > 127) high = high & 127 | bytes[at++]! << 7;
      }
      u32[half + 5] = high << HIGH_SHIFT | code;
      const cell = (flags >>> CELL_SHIFT) & 3;
      if (cell === GIVEN) {
        code = bytes[at++]!;
        if (code > 127) {
          code = code & 127 | bytes[at]! << 7;
          if (bytes[at++]! > 127) {
            code = code & 0x3fff | bytes[at]! << 14;
            if (bytes[at++]! > 127) {
              code = code & 0x1f_ffff | bytes[at]! << 21;
              if (bytes[at++]! > 127) code = code & 0xfff_ffff | bytes[at++]! << 28;
            }
          }
        }
        lastCell = code >>> 0;
      }
      u32[half + 7] = cell === 0 ? 0 : lastCell;
      if (hasDevices) {
        const device = (flags >>> DEVICE_SHIFT) & 3;
        if (device === GIVEN) {
          tag = bytes[at++]!;
          if (tag < IN_FULL) lastDevice = keys[tag]!;
          else {
            lastDevice = keyAt(bytes, at, tag, keys);
            at += tag - IN_FULL;
          }
        }
        f64[word + DEVICE_WORD] = device === 0 ? 0 : lastDevice;
      }
      if (hasCards) {
        const card = (flags >>> CARD_SHIFT) & 3;
        if (card === GIVEN) {
          tag = bytes[at++]!;
          if (tag < IN_FULL) lastCard = keys[tag]!;
          else {
            lastCard = keyAt(bytes, at, tag, keys);
            at += tag - IN_FULL;
          }
        }
        f64[word + CARD_WORD] = card === 0 ? 0 : lastCard;
      }
      word += words;
      count++;
    }
    this.at = at;
    memory.ego = ego;
    memory.start = start;
    memory.line = line;
    memory.high = high;
    memory.cell = lastCell;
    memory.device = lastDevice;
    memory.card = lastCard;
    return count;
  }

  /** True when the run has no more records. */
  get isDone(): boolean {
    return this.at >= this.#end;
  }
}

/** No record takes fewer bytes: flags, other, start, line and traits. */
export const LEAST_RECORD_BYTES = 5;

/** The starts alone of the run in bytes [at, end), into `starts` from 0 on: how many there were. All else is passed over. */
export function decodeStarts(bytes: Uint8Array, at: number, end: number, recordWords: number, starts: Uint32Array): number {
  const hasDevices = recordWords > DEVICE_WORD;
  let start = 0;
  let count = 0;
  while (at < end) {
    const flags = bytes[at++]!;
    let tag = 0;
    if ((flags & SAME_EGO) === 0) {
      tag = bytes[at++]!;
      if (tag >= IN_FULL) at += tag - IN_FULL;
    }
    tag = bytes[at++]!;
    if (tag >= IN_FULL) at += tag - IN_FULL;
    let code = bytes[at++]!;
    if (code > 127) {
      code &= 127;
      for (let shift = 7; ; shift += 7) {
        const byte = bytes[at++]!;
        code |= (byte & 127) << shift;
        if (byte < 128) break;
      }
    }
    start = (start + ((code >>> 1) ^ -(code & 1))) >>> 0;
    starts[count++] = start;
    // Line, lower traits, higher traits and cell.
    let varints = 2 + ((flags & SAME_HIGH) === 0 ? 1 : 0) + (((flags >>> CELL_SHIFT) & 3) === GIVEN ? 1 : 0);
    for (; varints > 0; varints--) while (bytes[at++]! > 127);
    if (!hasDevices) continue;
    let keys = (((flags >>> DEVICE_SHIFT) & 3) === GIVEN ? 1 : 0) + (((flags >>> CARD_SHIFT) & 3) === GIVEN ? 1 : 0);
    for (; keys > 0; keys--) {
      tag = bytes[at++]!;
      if (tag >= IN_FULL) at += tag - IN_FULL;
    }
  }
  return count;
}

function placeOf(low: number): number {
  return Math.imul(low, 0x9e37_79b1) >>> 25;
}

/** A key in full, which is remembered. */
function keyAt(bytes: Uint8Array, at: number, tag: number, keys: Float64Array): number {
  const low = (bytes[at]! | bytes[at + 1]! << 8 | bytes[at + 2]! << 16 | bytes[at + 3]! << 24) >>> 0;
  let upper = 0;
  if (tag > IN_FULL + 4) upper = bytes[at + 4]!;
  if (tag > IN_FULL + 5) upper |= bytes[at + 5]! << 8;
  if (tag > IN_FULL + 6) upper |= bytes[at + 6]! << 16;
  const key = upper * TWO_32 + low;
  keys[placeOf(low)] = key;
  return key;
}

/** A whole number from 0 below 2^53. */
function putKey(bytes: Uint8Array, at: number, key: number, keys: Float64Array): number {
  const low = key >>> 0;
  const place = placeOf(low);
  if (keys[place] === key) {
    bytes[at] = place;
    return at + 1;
  }
  keys[place] = key;
  const upper = (key - low) / TWO_32;
  const length = upper === 0 ? 4 : upper < 256 ? 5 : upper < 65_536 ? 6 : 7;
  bytes[at] = IN_FULL + length;
  bytes[at + 1] = low;
  bytes[at + 2] = low >>> 8;
  bytes[at + 3] = low >>> 16;
  bytes[at + 4] = low >>> 24;
  // Beyond `length` these are written over by what comes next.
  bytes[at + 5] = upper;
  bytes[at + 6] = upper >>> 8;
  bytes[at + 7] = upper >>> 16;
  return at + length + 1;
}

function putSigned(bytes: Uint8Array, at: number, value: number): number {
  return putVarint(bytes, at, ((value << 1) ^ (value >> 31)) >>> 0);
}

function putVarint(bytes: Uint8Array, at: number, value: number): number {
  if (value < 128) {
    bytes[at] = value;
    return at + 1;
  }
  let rest = value;
  while (rest > 127) {
    bytes[at++] = rest | 128;
    rest >>>= 7;
  }
  bytes[at] = rest;
  return at + 1;
}
