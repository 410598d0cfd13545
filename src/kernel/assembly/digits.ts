/** Runs of decimal digits, eight at a time. */

const ZEROS: u64 = 0x3030_3030_3030_3030;
const HIGH_HALVES: u64 = 0xf0f0_f0f0_f0f0_f0f0;
/** Carries out of the low four bits for everything above nine. */
const SIXES: u64 = 0x0606_0606_0606_0606;

/** Ten to the power of 0 to 17. */
const powers = memory.data<u64>([
  1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000, 10_000_000_000, 100_000_000_000,
  1_000_000_000_000, 10_000_000_000_000, 100_000_000_000_000, 1_000_000_000_000_000, 10_000_000_000_000_000, 100_000_000_000_000_000,
]);

/** Returned by `digitsOf` for what is more than digits. */
export const NO_DIGITS: u64 = 0xffff_ffff_ffff_ffff;

// @ts-ignore: AssemblyScript's own decorator
@inline
export function powerOf10(exponent: usize): u64 {
  return load<u64>(powers + (exponent << 3));
}

// @ts-ignore: AssemblyScript's own decorator
@inline
export function isDigit(byte: u32): bool {
  return byte - 48 < 10;
}

/** Value of the 1 to 16 digits in [start, end), or NO_DIGITS. Up to 16 bytes before them are read and not used. */
// @ts-ignore: AssemblyScript's own decorator
@inline
export function digitsOf(start: usize, end: usize): u64 {
  const length = end - start;
  if (length <= 8) return eightDigits(padded(load<u64>(end - 8), length));
  const high = eightDigits(padded(load<u64>(end - 16), length - 8));
  const low = eightDigits(load<u64>(end - 8));
  return high == NO_DIGITS || low == NO_DIGITS ? NO_DIGITS : high * 100_000_000 + low;
}

/** The last `length` of eight bytes, with zeros before them. */
// @ts-ignore: AssemblyScript's own decorator
@inline
function padded(bytes: u64, length: usize): u64 {
  const shift = (8 - <u64>length) << 3;
  if (shift == 64) return ZEROS;
  const kept: u64 = 0xffff_ffff_ffff_ffff << shift;
  return (bytes & kept) | (ZEROS & ~kept);
}

// @ts-ignore: AssemblyScript's own decorator
@inline
function eightDigits(text: u64): u64 {
  const halves = text ^ ZEROS;
  if (((halves | (halves + SIXES)) & HIGH_HALVES) != 0) return NO_DIGITS;
  // Pairs, then fours, then eight; the first digit stands in the lowest byte. (D. Lemire, "Quickly parsing eight digits".)
  const pairs = (halves * 2561) >> 8;
  const fours = ((pairs & 0x00ff_00ff_00ff_00ff) * 6_553_601) >> 16;
  return ((fours & 0x0000_ffff_0000_ffff) * 42_949_672_960_001) >> 32;
}
