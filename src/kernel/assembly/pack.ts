/** Records in few bytes, as `src/records/recordCodec.ts` has them, which also says what each byte means. */
import { input, recordBytes } from './group';

const SAME_EGO: u32 = 1;
const SAME_HIGH: u32 = 2;
const CELL_SHIFT: u32 = 2;
const DEVICE_SHIFT: u32 = 4;
const CARD_SHIFT: u32 = 6;
const AS_LAST: u32 = 1;
const GIVEN: u32 = 2;
const HIGH_SHIFT: u32 = 20;
const LOW_MASK: u32 = (1 << HIGH_SHIFT) - 1;
const PLACES: usize = 128;
const IN_FULL: u32 = 128;

/** Where the bytes of each number end, u32: counted from the first number's. */
export let packedEnds: usize = 0;
/** Keys by place, f64 each, as written last. */
const keys = memory.data(1024, 16);
/** Where the next byte goes: the records as they were before grouping are done with, and take more room than their bytes do. */
let out: usize = 0;

export function beginPacking(): void {
  out = input;
}

/** Packs the records in [first, end), which are all of number `id`; numbers come in order. */
export function packNumber(id: u32, first: usize, end: usize): void {
  memory.fill(keys, 0, PLACES << 3);
  const hasDevices = recordBytes > 32;
  let ego: u64 = 0;
  let start: u32 = 0;
  let line: u32 = 0;
  let high: u32 = 0;
  let cell: u32 = 0;
  let device: u64 = 0;
  let card: u64 = 0;
  let at = out;
  for (let record = first; record < end; record += recordBytes) {
    const flagsAt = at++;
    let flags: u32 = 0;
    const nextEgo = load<u64>(record);
    if (nextEgo == ego) flags = SAME_EGO;
    else {
      ego = nextEgo;
      at = putKey(at, nextEgo);
    }
    at = putKey(at, load<u64>(record, 8));
    const nextStart = load<u32>(record, 16);
    at = putSigned(at, nextStart - start);
    start = nextStart;
    const nextLine = load<u32>(record, 24);
    at = putSigned(at, nextLine - line);
    line = nextLine;
    const traits = load<u32>(record, 20);
    at = putVarint(at, traits & LOW_MASK);
    const nextHigh = traits >> HIGH_SHIFT;
    if (nextHigh == high) flags |= SAME_HIGH;
    else {
      high = nextHigh;
      at = putVarint(at, nextHigh);
    }
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
  }
  out = at;
  store<u32>(packedEnds + (<usize>id << 2), <u32>(at - input));
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
  const upper = <u32>(key >> 32);
  const length = upper == 0 ? 4 : 4 + ((39 - clz(upper)) >> 3);
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

// @ts-ignore: AssemblyScript's own decorator
@inline
function putVarint(at: usize, value: u32): usize {
  let rest = value;
  while (rest > 127) {
    store<u8>(at++, rest | 128);
    rest >>= 7;
  }
  store<u8>(at, rest);
  return at + 1;
}
