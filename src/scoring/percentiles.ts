import type { FeatureName, FeatureTable } from '../features/featureNames.ts';
import { hashKey } from '../records/numberKey.ts';

/** About how many values are kept per feature: exact up to here, beyond within 0.4 percentage points (one standard error). */
const MAX_SAMPLE = 16_384;
const CANDIDATES = 8;

/** Where a value stands among all numbers of a table. A feature is sorted when it is first asked for. */
export class Percentiles {
  readonly #features: FeatureTable;
  readonly #samples = new Map<FeatureName, Float64Array>();
  /** The rows, and the hashes of their numbers, from which the sample of every feature known of one number in `CANDIDATES` is taken. */
  #candidates: HashedRows | null = null;

  constructor(features: FeatureTable) {
    this.#features = features;
  }

  /**
   * Share of the numbers with a known value that have a lower one, 0–100. Of more than 16,384 numbers a sample of
   * about as many stands for all. Null for a missing value.
   */
  of(feature: FeatureName, value: number): number | null {
    if (Number.isNaN(value)) return null;
    const sample = this.#sampleOf(feature);
    if (sample.length === 0) return null;
    let low = 0;
    let high = sample.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sample[middle]! < value) low = middle + 1;
      else high = middle;
    }
    return (100 * low) / sample.length;
  }

  #sampleOf(feature: FeatureName): Float64Array {
    const kept = this.#samples.get(feature);
    if (kept !== undefined) return kept;
    const sample = this.#sortedSample(this.#features.columns[feature]);
    this.#samples.set(feature, sample);
    return sample;
  }

  /** The known values of a column, sorted; of many, those of the numbers with the lowest hashes. */
  #sortedSample(column: Float64Array): Float64Array {
    const { numbers } = this.#features;
    let known = 0;
    for (const value of column) if (!Number.isNaN(value)) known++;
    const limit = known <= MAX_SAMPLE ? 2 ** 32 : (2 ** 32 * MAX_SAMPLE) / known;
    const mostLimit = (2 ** 32 * MAX_SAMPLE * CANDIDATES) / Math.max(1, numbers.length);
    // Most features are known of most numbers: those then have few rows to look at.
    const { rows, hashes } = limit > mostLimit ? rowsBelow(numbers, limit) : (this.#candidates ??= rowsBelow(numbers, mostLimit));
    const sample = new Float64Array(rows.length);
    let count = 0;
    for (let i = 0; i < rows.length; i++) {
      const value = column[rows[i]!]!;
      if (hashes[i]! < limit && !Number.isNaN(value)) sample[count++] = value;
    }
    return sample.slice(0, count).sort();
  }
}

interface HashedRows {
  readonly rows: Uint32Array;
  readonly hashes: Uint32Array;
}

/** Rows whose number's hash is below a limit: the same numbers whatever order the rows have. */
function rowsBelow(numbers: Float64Array, limit: number): HashedRows {
  const rows = new Uint32Array(numbers.length);
  const hashes = new Uint32Array(numbers.length);
  let count = 0;
  for (let row = 0; row < numbers.length; row++) {
    const hash = hashKey(numbers[row]!);
    if (hash >= limit) continue;
    rows[count] = row;
    hashes[count++] = hash;
  }
  return { rows: rows.slice(0, count), hashes: hashes.slice(0, count) };
}
