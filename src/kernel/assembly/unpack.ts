/** Records from few bytes: what `pack.ts` made of them, as the decoder of `src/records/recordCodec.ts` has it. */
import { recordBytes } from './group';
import {
  CARD_SHIFT, CELL_SHIFT, DEVICE_SHIFT, GIVEN, HIGH_SHIFT, IN_FULL, keys, packed, PLACES, SAME_EGO, SAME_HIGH,
} from './pack';

/** Where the next byte is read. */
let at: usize = 0;

/** Unpacks the run of `bytes` bytes at `packed` into records from `first` on. @returns the address behind the last */
export function unpackBlock(bytes: u32, first: usize): usize {
  memory.fill(keys, 0, PLACES << 3);
  const hasDevices = recordBytes > 32;
  const hasCards = recordBytes > 40;
  const end = packed + <usize>bytes;
  let ego: u64 = 0;
  let start: u32 = 0;
  let line: u32 = 0;
  let high: u32 = 0;
  let lastCell: u32 = 0;
  let lastDevice: u64 = 0;
  let lastCard: u64 = 0;
  let record = first;
  at = packed;
  while (at < end) {
    const flags: u32 = load<u8>(at++);
    if ((flags & SAME_EGO) == 0) ego = takeKey();
    store<u64>(record, ego);
    store<u64>(record, takeKey(), 8);
    start += takeSigned();
    line += takeSigned();
    const low = takeVarint();
    if ((flags & SAME_HIGH) == 0) high = takeVarint();
    const cell = (flags >> CELL_SHIFT) & 3;
    if (cell == GIVEN) lastCell = takeVarint();
    store<u64>(record, <u64>start | (<u64>(high << HIGH_SHIFT | low) << 32), 16);
    store<u64>(record, <u64>line | (<u64>(cell == 0 ? 0 : lastCell) << 32), 24);
    if (hasDevices) {
      const device = (flags >> DEVICE_SHIFT) & 3;
      if (device == GIVEN) lastDevice = takeKey();
      store<u64>(record, device == 0 ? 0 : lastDevice, 32);
    }
    if (hasCards) {
      const card = (flags >> CARD_SHIFT) & 3;
      if (card == GIVEN) lastCard = takeKey();
      store<u64>(record, card == 0 ? 0 : lastCard, 40);
    }
    record += recordBytes;
  }
  return record;
}

/** The bits of a key as f64. */
// @ts-ignore: AssemblyScript's own decorator
@inline
function takeKey(): u64 {
  const tag: u32 = load<u8>(at);
  if (tag < IN_FULL) {
    at++;
    return load<u64>(keys + (<usize>tag << 3));
  }
  const length: u32 = tag - IN_FULL;
  const key = load<u64>(at, 1) & (u64.MAX_VALUE >> <u64>((8 - length) << 3));
  at += <usize>length + 1;
  const bits = reinterpret<u64>(<f64>key);
  store<u64>(keys + (<usize>((<u32>key * 0x9e37_79b1) >> 25) << 3), bits);
  return bits;
}

// @ts-ignore: AssemblyScript's own decorator
@inline
function takeSigned(): u32 {
  const code = takeVarint();
  return (code >> 1) ^ (0 - (code & 1));
}

// @ts-ignore: AssemblyScript's own decorator
@inline
function takeVarint(): u32 {
  const four = load<u32>(at);
  // The first of four bytes whose upper bit is not set ends it.
  const ends = ~four & 0x8080_8080;
  if (ends == 0) {
    const value = four & 0x7f | (four & 0x7f00) >> 1 | (four & 0x7f_0000) >> 2 | (four & 0x7f00_0000) >> 3 | <u32>load<u8>(at, 4) << 28;
    at += 5;
    return value;
  }
  const length = (ctz(ends) >> 3) + 1;
  at += <usize>length;
  const own = four & (0xffff_ffff >> ((4 - length) << 3));
  return own & 0x7f | (own & 0x7f00) >> 1 | (own & 0x7f_0000) >> 2 | (own & 0x7f00_0000) >> 3;
}
