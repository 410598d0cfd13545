/** `src/features/statistics.ts` for the kernel, over u32: the same values to the last bit. */
import { log } from './host';

/** n ln n of small n, which nearly all counts are. */
const TABLE: u32 = 1024;
const table = memory.data(8192, 16);
let isTableMade: bool = false;

/** How many counts of each small size there are; all 0 between calls. */
const SIZES: u32 = 256;
const sizes = memory.data(1024, 16);

/** To be called before any entropy is asked for. */
export function makeTables(): void {
  if (isTableMade) return;
  for (let n: u32 = 0; n < TABLE; n++) store<f64>(table + (<usize>n << 3), n > 1 ? <f64>n * log(<f64>n) : 0);
  isTableMade = true;
}

// @ts-ignore: AssemblyScript's own decorator
@inline
export function nLogN(n: u32): f64 {
  return n < TABLE ? load<f64>(table + (<usize>n << 3)) : <f64>n * log(<f64>n);
}

/** Shannon entropy, in nats, of counts that sum up to `total`. @param sum n ln n of all counts */
export function entropyOf(total: u32, sum: f64): f64 {
  return total == 0 ? NaN : max<f64>(0, log(<f64>total) - sum / <f64>total);
}

export function mean(values: usize, count: u32): f64 {
  let sum: u64 = 0;
  const end = values + (<usize>count << 2);
  for (let at = values; at < end; at += 4) sum += load<u32>(at);
  return <f64>sum / <f64>count;
}

/** Population standard deviation about the mean. */
export function deviation(values: usize, count: u32, centre: f64): f64 {
  let sum: f64 = 0;
  const end = values + (<usize>count << 2);
  for (let at = values; at < end; at += 4) {
    const distance = <f64>load<u32>(at) - centre;
    sum += distance * distance;
  }
  return sqrt<f64>(sum / <f64>count);
}

/** So few values are compared with each other. */
const FEW: u32 = 8;
const few = memory.data(48, 16);

/** Median; the mean of the middle two for an even count. Up to 12 bytes behind the values are written over. */
export function median(values: usize, count: u32): f64 {
  if (count == 0) return NaN;
  const end = values + (<usize>count << 2);
  const most = largest(values, end);
  // What is behind the values must be below none.
  v128.store(end, i32x4.splat(-1));
  // The upper of the middle two is the largest value that at most `middle` others lie below. It is one of `left`, from `upper` on, below which
  // `below` lie: narrowed down by two bits at a time, until these are few or all the same. No branch hangs on a value.
  const middle = count >> 1;
  let upper: u32 = 0;
  let below: u32 = 0;
  let left = count;
  let bits: i32 = (33 - clz(most | 1)) & ~1;
  while (left > FEW && bits > 0) {
    bits -= 2;
    const step: u32 = 1 << bits;
    const limit1 = i32x4.splat(<i32>(upper + step));
    const limit2 = i32x4.splat(<i32>(upper + step * 2));
    const limit3 = i32x4.splat(<i32>(upper + step * 3));
    let below1 = i32x4.splat(0);
    let below2 = i32x4.splat(0);
    let below3 = i32x4.splat(0);
    for (let at = values; at < end; at += 16) {
      const four = v128.load(at);
      below1 = i32x4.sub(below1, i32x4.lt_u(four, limit1));
      below2 = i32x4.sub(below2, i32x4.lt_u(four, limit2));
      below3 = i32x4.sub(below3, i32x4.lt_u(four, limit3));
    }
    const count1 = sumOf(below1);
    const count2 = sumOf(below2);
    const count3 = sumOf(below3);
    const is1 = u32(count1 <= middle);
    const is2 = u32(count2 <= middle);
    const is3 = u32(count3 <= middle);
    const before = below;
    upper += step * (is1 + is2 + is3);
    below += (count1 - before) * is1 + (count2 - count1) * is2 + (count3 - count2) * is3;
    left = count1 + (count2 - count1) * is1 + (count3 - count2) * is2 + (before + left - count3) * is3 - below;
  }
  if (left <= FEW) {
    gatherFew(values, end, upper, <u64>1 << <u64>bits);
    upper = rankedOfFew(left, middle - below);
    below += lessOfFew(upper);
  }
  if ((count & 1) == 1 || below < middle) return <f64>upper;
  return (<f64>largestBelow(values, end, upper) + <f64>upper) / 2;
}

/** Puts the values in [from, from + width), of which there are few, side by side; behind them is what is below none. */
function gatherFew(values: usize, end: usize, from: u32, width: u64): void {
  v128.store(few, i32x4.splat(-1));
  v128.store(few, i32x4.splat(-1), 16);
  let to = few;
  for (let at = values; at < end; at += 4) {
    const value = load<u32>(at);
    store<u32>(to, value);
    to += <usize>u32(<u64>(value - from) < width) << 2;
  }
  store<u32>(to, 0xffff_ffff);
}

/** The largest of the few that at most `rank` others lie below. */
function rankedOfFew(count: u32, rank: u32): u32 {
  let ranked: u32 = 0;
  for (let i: u32 = 0; i < count; i++) {
    const value = load<u32>(few + (<usize>i << 2));
    ranked = max(ranked, value & (0 - u32(lessOfFew(value) <= rank)));
  }
  return ranked;
}

// @ts-ignore: AssemblyScript's own decorator
@inline
function lessOfFew(value: u32): u32 {
  const limit = i32x4.splat(<i32>value);
  return 0 - sumOf(i32x4.add(i32x4.lt_u(v128.load(few), limit), i32x4.lt_u(v128.load(few, 16), limit)));
}

/** Up to 12 bytes behind the values are written over. */
function largest(values: usize, end: usize): u32 {
  v128.store(end, i32x4.splat(0));
  let most = i32x4.splat(0);
  for (let at = values; at < end; at += 16) most = i32x4.max_u(most, v128.load(at));
  return largestOf(most);
}

/** Behind the values must be none that is below the limit. */
function largestBelow(values: usize, end: usize, limit: u32): u32 {
  const limits = i32x4.splat(<i32>limit);
  let most = i32x4.splat(0);
  for (let at = values; at < end; at += 16) {
    const four = v128.load(at);
    most = i32x4.max_u(most, v128.and(four, i32x4.lt_u(four, limits)));
  }
  return largestOf(most);
}

// @ts-ignore: AssemblyScript's own decorator
@inline
function largestOf(lanes: v128): u32 {
  return max(max(<u32>i32x4.extract_lane(lanes, 0), <u32>i32x4.extract_lane(lanes, 1)), max(<u32>i32x4.extract_lane(lanes, 2), <u32>i32x4.extract_lane(lanes, 3)));
}

// @ts-ignore: AssemblyScript's own decorator
@inline
function sumOf(lanes: v128): u32 {
  return i32x4.extract_lane(lanes, 0) + i32x4.extract_lane(lanes, 1) + i32x4.extract_lane(lanes, 2) + i32x4.extract_lane(lanes, 3);
}

/** Notes a count for `fewestFor`. @param large where larger counts are kept, u32 each @param largeCount how many there are @returns how many there are then */
// @ts-ignore: AssemblyScript's own decorator
@inline
export function noteSize(count: u32, large: usize, largeCount: u32): u32 {
  if (count < SIZES) {
    const size = sizes + (<usize>count << 2);
    store<u32>(size, load<u32>(size) + 1);
    return largeCount;
  }
  store<u32>(large + (<usize>largeCount << 2), count);
  return largeCount + 1;
}

/** The fewest of the counts noted, the largest first, that sum up to `target`; they are then forgotten. @param most the largest */
export function fewestFor(target: i32, large: usize, largeCount: u32, most: u32): u32 {
  let left = target;
  let taken: u32 = 0;
  if (largeCount > 0) {
    sortDown(large, largeCount);
    for (let i: u32 = 0; i < largeCount && left > 0; i++) {
      left -= load<u32>(large + (<usize>i << 2));
      taken++;
    }
  }
  const top = min(most, SIZES - 1);
  for (let size = top; size > 0 && left > 0; size--) {
    const used = min(load<u32>(sizes + (<usize>size << 2)), (<u32>left + size - 1) / size);
    taken += used;
    left -= used * size;
  }
  memory.fill(sizes, 0, (<usize>top + 1) << 2);
  return taken;
}

/** By insertion: counts this large are few. */
function sortDown(values: usize, count: u32): void {
  for (let i: u32 = 1; i < count; i++) {
    const value = load<u32>(values + (<usize>i << 2));
    let place = i;
    for (; place > 0 && load<u32>(values + (<usize>(place - 1) << 2)) < value; place--) {
      store<u32>(values + (<usize>place << 2), load<u32>(values + (<usize>(place - 1) << 2)));
    }
    store<u32>(values + (<usize>place << 2), value);
  }
}
