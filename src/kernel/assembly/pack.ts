/** Records in few bytes, as `src/records/recordCodec.ts` has them, which also says what each byte means. */
import { recordBytes } from './group';

export const SAME_EGO: u32 = 1;
export const SAME_HIGH: u32 = 2;
export const CELL_SHIFT: u32 = 2;
export const DEVICE_SHIFT: u32 = 4;
export const CARD_SHIFT: u32 = 6;
const AS_LAST: u32 = 1;
export const GIVEN: u32 = 2;
export const HIGH_SHIFT: u32 = 20;
const LOW_MASK: u32 = (1 << HIGH_SHIFT) - 1;
export const PLACES: usize = 128;
export const IN_FULL: u32 = 128;

/** The host's area for the bytes, and where those of each number end, u32: counted from the first number's. */
export let packed: usize = 0;
export let packedEnds: usize = 0;
/** Keys by place, f64 each, as written last. */
export const keys = memory.data(1024, 16);
/** Where the next byte goes. */
let out: usize = 0;

export function beginPacking(): void {
  out = packed;
}

/** Packs the records in [first, end), which are all of number `id`; numbers come in order. */
export function packNumber(id: u32, first: usize, end: usize): void {
  packRun(first, end);
  store<u32>(packedEnds + (<usize>id << 2), <u32>(out - packed));
}

/** Packs the records in [first, end), of whatever numbers, as one run from `packed` on. @returns its bytes */
export function packBlock(first: usize, end: usize): u32 {
  out = packed;
  packRun(first, end);
  return <u32>(out - packed);
}

function packRun(first: usize, end: usize): void {
  memory.fill(keys, 0, PLACES << 3);
  const hasDevices = recordBytes > 32;
  const hasCards = recordBytes > 40;
  let start: u32 = 0;
  let line: u32 = 0;
  let high: u32 = 0;
  let cell: u32 = 0;
  let device: u64 = 0;
  let card: u64 = 0;
  let ego: u64 = 0;
  let flagsAt = out;
  for (let record = first; record < end; record += recordBytes) {
    let at = flagsAt + 1;
    let sameEgo: u32 = SAME_EGO;
    const nextEgo = load<u64>(record);
    if (nextEgo != ego) {
      ego = nextEgo;
      at = putKey(at, nextEgo);
      sameEgo = 0;
    }
    at = putKey(at, load<u64>(record, 8));
    const nextStart = load<u32>(record, 16);
    at = putSigned(at, nextStart - start);
    start = nextStart;
    const nextLine = load<u32>(record, 24);
    at = putSigned(at, nextLine - line);
    line = nextLine;
    const traits = load<u32>(record, 20);
    at = putShort(at, traits & LOW_MASK);
    // In and out come in no order that could be foreseen, so no branch hangs on it.
    const nextHigh = traits >> HIGH_SHIFT;
    const isSame = u32(nextHigh == high);
    at += (putShort(at, nextHigh) - at) & (<usize>isSame - 1);
    high = nextHigh;
    let flags = sameEgo | isSame * SAME_HIGH;
    const nextCell = load<u32>(record, 28);
    if (nextCell != 0) {
      if (nextCell == cell) flags |= AS_LAST << CELL_SHIFT;
      else {
        flags |= GIVEN << CELL_SHIFT;
        cell = nextCell;
        at = putVarint(at, nextCell);
      }
    }
    if (hasDevices) {
      const nextDevice = load<u64>(record, 32);
      if (nextDevice != 0) {
        if (nextDevice == device) flags |= AS_LAST << DEVICE_SHIFT;
        else {
          flags |= GIVEN << DEVICE_SHIFT;
          device = nextDevice;
          at = putKey(at, nextDevice);
        }
      }
    }
    if (hasCards) {
      const nextCard = load<u64>(record, 40);
      if (nextCard != 0) {
        if (nextCard == card) flags |= AS_LAST << CARD_SHIFT;
        else {
          flags |= GIVEN << CARD_SHIFT;
          card = nextCard;
          at = putKey(at, nextCard);
        }
      }
    }
    store<u8>(flagsAt, flags);
    flagsAt = at;
  }
  out = flagsAt;
}

/** @param bits of the key as f64 */
// @ts-ignore: AssemblyScript's own decorator
@inline
function putKey(at: usize, bits: u64): usize {
  const key = <u64><i64>reinterpret<f64>(bits);
  const place = (<u32>key * 0x9e37_79b1) >> 25;
  const known = keys + (<usize>place << 3);
  if (load<u64>(known) == bits) {
    store<u8>(at, place);
    return at + 1;
  }
  store<u64>(known, bits);
  const length = 4 + ((39 - clz(<u32>(key >> 32))) >> 3);
  store<u8>(at, IN_FULL + length);
  // Beyond its length it is written over by what comes next.
  store<u64>(at + 1, key);
  return at + <usize>length + 1;
}

// @ts-ignore: AssemblyScript's own decorator
@inline
function putSigned(at: usize, value: u32): usize {
  return putVarint(at, (value << 1) ^ <u32>(<i32>value >> 31));
}

/** Seven bits to a byte, the lowest first; all but the last byte have their upper bit set. */
// @ts-ignore: AssemblyScript's own decorator
@inline
function putVarint(at: usize, value: u32): usize {
  if (value >= 0x1000_0000) {
    store<u32>(at, value & 0x7f | (value & 0x3f80) << 1 | (value & 0x1f_c000) << 2 | (value & 0xfe0_0000) << 3 | 0x8080_8080);
    store<u8>(at, value >> 28, 4);
    return at + 5;
  }
  // Bits ÷ 7, rounded up.
  const length = ((32 - clz(value | 1)) * 37 + 222) >> 8;
  const sevens = value & 0x7f | (value & 0x3f80) << 1 | (value & 0x1f_c000) << 2 | (value & 0xfe0_0000) << 3;
  store<u32>(at, sevens | (0x80_8080 >> ((4 - length) << 3)));
  return at + <usize>length;
}

/** The same for values of up to 21 bits. */
// @ts-ignore: AssemblyScript's own decorator
@inline
function putShort(at: usize, value: u32): usize {
  const isLong = u32(value > 0x7f);
  const isLonger = u32(value > 0x3fff);
  store<u32>(at, value & 0x7f | (value & 0x3f80) << 1 | (value & 0x1f_c000) << 2 | isLong << 7 | isLonger << 15);
  return at + 1 + <usize>(isLong + isLonger);
}
