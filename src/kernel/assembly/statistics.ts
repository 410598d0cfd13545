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

/** Median; the mean of the middle two for an even count. Up to 12 bytes behind the values are written over. */
export function median(values: usize, count: u32): f64 {
  if (count == 0) return NaN;
  const end = values + (<usize>count << 2);
  // What is behind the values must be below none.
  v128.store(end, i32x4.splat(-1));
  let most: u32 = 0;
  for (let at = values; at < end; at += 4) most = max(most, load<u32>(at));
  // The largest value that at most `middle` others lie below, two bits at a time: no branch hangs on the values.
  const middle = count >> 1;
  let upper: u32 = 0;
  for (let bit: i32 = (31 - clz(most | 1)) & ~1; bit >= 0; bit -= 2) {
    const step: u32 = 1 << bit;
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
    upper += step * (u32(sumOf(below1) <= middle) + u32(sumOf(below2) <= middle) + u32(sumOf(below3) <= middle));
  }
  if ((count & 1) == 1) return <f64>upper;
  if (countBelow(values, end, upper) < middle) return <f64>upper;
  let lower: u32 = 0;
  for (let at = values; at < end; at += 4) {
    const value = load<u32>(at);
    if (value < upper) lower = max(lower, value);
  }
  return (<f64>lower + <f64>upper) / 2;
}

function countBelow(values: usize, end: usize, limit: u32): u32 {
  const limits = i32x4.splat(<i32>limit);
  let counts = i32x4.splat(0);
  for (let at = values; at < end; at += 16) counts = i32x4.sub(counts, i32x4.lt_u(v128.load(at), limits));
  return sumOf(counts);
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
