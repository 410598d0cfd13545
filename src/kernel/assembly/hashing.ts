/** Where a key goes in tables that last no longer than a number or a partition. */

// @ts-ignore: AssemblyScript's own decorator
@inline
const GOLDEN: u64 = 0x9e37_79b9_7f4a_7c15;

/** The upper bits of a product tell keys apart best. @param shift 64 − bits of the table's size @param key any bits, also those of a float */
// @ts-ignore: AssemblyScript's own decorator
@inline
export function placeOf(key: u64, shift: u64): u32 {
  return <u32>((key * GOLDEN) >> shift);
}

/** Bits of the least table for `count` keys that is at most half full. */
export function tableBits(count: u32): u32 {
  return max(4, 33 - clz(max(count, 2) - 1));
}
