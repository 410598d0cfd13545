/** Values to a bucket, where they lie evenly. */
const BUCKET_VALUES = 4;

/**
 * Values, to be asked how many of them are lower than another. They lie in buckets of equal width, of which each is sorted when it is first
 * asked for: whoever asks for a page of values needs few.
 */
export class RankedValues {
  /** Bucket by bucket. */
  readonly #values: Float64Array;
  /** Where each bucket begins, and where the last ends. */
  readonly #starts: Uint32Array;
  readonly #isSorted: Uint8Array;
  #least = Infinity;
  #most = -Infinity;
  readonly #bucketsPerUnit: number;

  /** @param values without NaN */
  constructor(values: Float64Array) {
    const count = values.length;
    for (let i = 0; i < count; i++) {
      if (values[i]! < this.#least) this.#least = values[i]!;
      if (values[i]! > this.#most) this.#most = values[i]!;
    }
    const last = Math.ceil(count / BUCKET_VALUES);
    this.#bucketsPerUnit = last / (this.#most - this.#least);
    const starts = new Uint32Array(last + 2);
    for (let i = 0; i < count; i++) starts[this.#bucketOf(values[i]!) + 1]!++;
    for (let bucket = 0; bucket <= last; bucket++) starts[bucket + 1]! += starts[bucket]!;
    this.#starts = starts;
    this.#isSorted = new Uint8Array(last + 1);
    this.#values = new Float64Array(count);
    const next = starts.slice();
    for (let i = 0; i < count; i++) this.#values[next[this.#bucketOf(values[i]!)]!++] = values[i]!;
  }

  get count(): number {
    return this.#values.length;
  }

  /** How many are lower. */
  below(value: number): number {
    if (!(value > this.#least)) return 0;
    if (value > this.#most) return this.count;
    const bucket = this.#bucketOf(value);
    let low = this.#starts[bucket]!;
    let high = this.#starts[bucket + 1]!;
    if (this.#isSorted[bucket] === 0) this.#values.subarray(low, high).sort();
    this.#isSorted[bucket] = 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#values[middle]! < value) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Never a lower one for a higher value. The first, where all values are equal or their range is infinite. */
  #bucketOf(value: number): number {
    return ((value - this.#least) * this.#bucketsPerUnit) | 0;
  }
}
