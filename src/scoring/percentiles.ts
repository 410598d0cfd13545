import type { FeatureName, FeatureTable } from '../features/featureNames.ts';

/** Values kept per feature: within 0.2 percentage points of the exact percentile, exact up to this many numbers. */
const MAX_SAMPLE = 16_384;

/** Where a value stands among all numbers of a table. A feature is sorted when it is first asked for. */
export class Percentiles {
  readonly #features: FeatureTable;
  readonly #samples = new Map<FeatureName, Float64Array>();

  constructor(features: FeatureTable) {
    this.#features = features;
  }

  /**
   * Share of the numbers with a known value that have a lower one, 0–100. Of more than 16,384 numbers an even sample
   * stands for all. Null for a missing value.
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
    const sample = sortedSample(this.#features.columns[feature]);
    this.#samples.set(feature, sample);
    return sample;
  }
}

function sortedSample(column: Float64Array): Float64Array {
  let known = 0;
  for (const value of column) if (!Number.isNaN(value)) known++;
  const size = Math.min(known, MAX_SAMPLE);
  const sample = new Float64Array(size);
  let seen = 0;
  let taken = 0;
  for (const value of column) {
    if (Number.isNaN(value)) continue;
    // The i-th of `size` samples is the known value at i × known ÷ size: spread evenly, none twice.
    if (taken < size && seen === Math.floor((taken * known) / size)) sample[taken++] = value;
    seen++;
  }
  return sample.sort();
}
