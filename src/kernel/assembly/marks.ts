/** First pass over a window: where its delimiters, quotes and line ends are, sixteen bytes at a time. */

export const LF: u8 = 10;
export const CR: u8 = 13;
export const SPACE: u8 = 32;
export const QUOTE: u8 = 34;

/** Beyond every address. */
export const NO_MARK: u32 = 0xffff_ffff;

export let delimiter: i32 = 44;
/** Addresses of the marks, rising, with NO_MARK behind the last. Room for one per byte of the window and one more. */
export let marks: usize = 0;

/** Finds the marks in [from, limit). Up to 15 bytes behind the window are read and not used. */
export function findMarks(from: usize, limit: usize): void {
  const delimiters = i8x16.splat(<i8>delimiter);
  const lineFeeds = i8x16.splat(LF);
  const returns = i8x16.splat(CR);
  const quotes = i8x16.splat(QUOTE);
  let out = marks;
  for (let at = from; at < limit; at += 16) {
    const bytes = v128.load(at);
    let bits = i8x16.bitmask(v128.or(
      v128.or(i8x16.eq(bytes, delimiters), i8x16.eq(bytes, lineFeeds)),
      v128.or(i8x16.eq(bytes, returns), i8x16.eq(bytes, quotes)),
    ));
    while (bits != 0) {
      store<u32>(out, <u32>at + ctz(bits));
      out += 4;
      bits &= bits - 1;
    }
  }
  // Marks behind the window come last, if there are any.
  while (out > marks && <usize>load<u32>(out - 4) >= limit) out -= 4;
  store<u32>(out, NO_MARK);
}
