/** Where records go: the block that each partition is filling (`src/records/recordPartitions.ts` has the layout and the other views). */
import { blockFull } from './host';

/** Address of the blocks, one of `blockWords` words per partition, and of the next free word of each (i32). */
export let blocks: usize = 0;
export let cursors: usize = 0;
/** 8-byte words of a record and of a block. */
export let recordWords: i32 = 4;
export let blockWords: i32 = 0;
/** Bits of a hash that do not tell the partition. */
export let hashShift: i32 = 28;

/** Adds one view of a record; words as in `communication.ts`. */
// @ts-ignore: AssemblyScript's own decorator
@inline
export function append(ego: u64, other: u64, start: u32, traits: u32, line: u32, cell: u32, imei: u64, imsi: u64): void {
  const partition = hashKey(ego) >> hashShift;
  const cursor = cursors + (<usize>partition << 2);
  let at = load<i32>(cursor);
  if (at == blockWords) {
    blockFull(partition);
    at = 0;
  }
  const record = blocks + ((<usize>partition * <usize>blockWords + <usize>at) << 3);
  store<f64>(record, <f64>ego);
  store<f64>(record, <f64>other, 8);
  store<u64>(record, <u64>start | (<u64>traits << 32), 16);
  store<u64>(record, <u64>line | (<u64>cell << 32), 24);
  if (recordWords > 4) store<f64>(record, <f64>imei, 32);
  if (recordWords > 5) store<f64>(record, <f64>imsi, 40);
  store<i32>(cursor, at + recordWords);
}

/** As in `src/records/numberKey.ts`. */
export function hashKey(key: u64): u32 {
  let hash = <u32>(key >> 32) * 0x9e37_79b1 ^ <u32>key;
  hash = (hash ^ (hash >> 16)) * 0x85eb_ca6b;
  hash = (hash ^ (hash >> 13)) * 0xc2b2_ae35;
  return hash ^ (hash >> 16);
}
