import type { FeatureName, FeatureTable } from '../features/featureNames.ts';
import { hashKey } from '../records/numberKey.ts';

/** About how many values are kept per feature: exact up to here, beyond within 0.4 percentage points (one standard error). */
const MAX_SAMPLE = 16_384;

/** Where a value stands among all numbers of a table. A feature is sorted when it is first asked for. */
export class Percentiles {
  readonly #features: FeatureTable;
  readonly #samples = new Map<FeatureName, Float64Array>();

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
    const sample = sortedSample(this.#features.numbers, this.#features.columns[feature]);
    this.#samples.set(feature, sample);
    return sample;
  }
}

/** The known values of a column, sorted; of many, those of the numbers with the lowest hashes, whatever order the rows have. */
function sortedSample(numbers: Float64Array, column: Float64Array): Float64Array {
  let known = 0;
  for (const value of column) if (!Number.isNaN(value)) known++;
  const limit = known <= MAX_SAMPLE ? 2 ** 32 : (2 ** 32 * MAX_SAMPLE) / known;
  const sample: number[] = [];
  for (let row = 0; row < column.length; row++) {
    const value = column[row]!;
    if (!Number.isNaN(value) && hashKey(numbers[row]!) < limit) sample.push(value);
  }
  return Float64Array.from(sample).sort();
}
