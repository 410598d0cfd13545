/** Statistics over the first `count` entries of a scratch array. None of them has a value for no entries: NaN. */

export function mean(values: Float64Array, count: number): number {
  let sum = 0;
  for (let i = 0; i < count; i++) sum += values[i]!;
  return sum / count;
}

/** Population standard deviation (divides by n, as bandicoot does) about their mean: 0 for one value. */
export function standardDeviation(values: Float64Array, count: number, centre: number): number {
  let sum = 0;
  for (let i = 0; i < count; i++) {
    const distance = values[i]! - centre;
    sum += distance * distance;
  }
  return Math.sqrt(sum / count);
}

/** Median; the mean of the middle two for an even count. Reorders the array. */
export function median(values: Float64Array, count: number): number {
  if (count === 0) return NaN;
  const middle = count >> 1;
  const upper = select(values, count, middle);
  if ((count & 1) === 1) return upper;
  // After selection everything left of the middle is no larger: its largest is the lower neighbour.
  let lower = values[0]!;
  for (let i = 1; i < middle; i++) if (values[i]! > lower) lower = values[i]!;
  return (lower + upper) / 2;
}

/** k-th smallest (Hoare's quickselect); afterwards entries before k are no larger and entries after k no smaller. */
function select(values: Float64Array, count: number, k: number): number {
  let low = 0;
  let high = count - 1;
  while (low < high) {
    const pivot = values[(low + high) >> 1]!;
    let i = low;
    let j = high;
    while (i <= j) {
      while (values[i]! < pivot) i++;
      while (values[j]! > pivot) j--;
      if (i <= j) {
        const swap = values[i]!;
        values[i] = values[j]!;
        values[j] = swap;
        i++;
        j--;
      }
    }
    if (k <= j) high = j;
    else if (k >= i) low = i;
    else break;
  }
  return values[k]!;
}

/** n ln n of small n, which nearly all counts are. */
const N_LOG_N = Float64Array.from({ length: 1024 }, (_, n) => (n > 1 ? n * Math.log(n) : 0));

/** Shannon entropy of counts, in nats. */
export function entropy(counts: Uint32Array, count: number): number {
  let total = 0;
  let sum = 0;
  for (let i = 0; i < count; i++) {
    const n = counts[i]!;
    sum += n < N_LOG_N.length ? N_LOG_N[n]! : n * Math.log(n);
    total += n;
  }
  return total === 0 ? NaN : Math.max(0, Math.log(total) - sum / total);
}

/** How many counts of each small size there are; all 0 between calls. */
const sizes = new Uint32Array(256);

/** The fewest of the counts, the largest first, that sum up to `target`; the array may be reordered. */
export function fewestFor(target: number, counts: Uint32Array, count: number): number {
  const most = largest(counts, count);
  let left = target;
  let taken = 0;
  if (most >= sizes.length) {
    const sorted = counts.subarray(0, count).sort();
    while (left > 0 && taken < count) left -= sorted[count - ++taken]!;
    return taken;
  }
  for (let i = 0; i < count; i++) sizes[counts[i]!]!++;
  for (let size = most; size > 0 && left > 0; size--) {
    const used = Math.min(sizes[size]!, Math.ceil(left / size));
    taken += used;
    left -= used * size;
  }
  sizes.fill(0, 0, most + 1);
  return taken;
}

/** The largest count; 0 for none. */
export function largest(counts: Uint32Array, count: number): number {
  let most = 0;
  for (let i = 0; i < count; i++) if (counts[i]! > most) most = counts[i]!;
  return most;
}

/** How many counts are above 0. */
export function positives(counts: Uint32Array, count: number): number {
  let found = 0;
  for (let i = 0; i < count; i++) if (counts[i]! > 0) found++;
  return found;
}
