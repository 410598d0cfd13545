import { valuesAt } from '../features/featureColumns.ts';
import type { FeatureName, FeatureTable } from '../features/featureNames.ts';
import { hashKey } from '../records/numberKey.ts';
import { RankedValues } from './rankedValues.ts';

/** About how many values are kept per feature, beyond which a sample stands for all: within 0.4 percentage points (one standard error). */
const MAX_SAMPLE = 16_384;
const CANDIDATES = 8;
/** Where columns are not in memory, a sample of so few is taken rather than the whole column: within 0.8 percentage points (one standard error). */
const LEAST_SAMPLE = 4096;

/** Where a value stands among all numbers of a table. A feature is looked at when it is first asked for. */
export class Percentiles {
  readonly #features: FeatureTable;
  readonly #samples = new Map<FeatureName, RankedValues>();
  /** The rows, and the hashes of their numbers, from which the sample of every feature known of one number in `CANDIDATES` is taken. */
  #candidates: HashedRows | null = null;

  constructor(features: FeatureTable) {
    this.#features = features;
  }

  /**
   * Share of the numbers with a known value that have a lower one, 0–100. Exact up to 16,384 of them; of more a sample of about as many
   * stands for all. Where columns are not in memory it may be a sample from 4,096 on, however many have the value. Null for a missing value.
   */
  of(feature: FeatureName, value: number): number | null {
    if (Number.isNaN(value)) return null;
    const sample = this.#sampleOf(feature);
    return sample.count === 0 ? null : (100 * sample.below(value)) / sample.count;
  }

  #sampleOf(feature: FeatureName): RankedValues {
    let sample = this.#samples.get(feature);
    if (sample === undefined) {
      sample = new RankedValues(this.#sampleOfCandidates(feature) ?? this.#sampleOfColumn(this.#features.columns[feature]));
      this.#samples.set(feature, sample);
    }
    return sample;
  }

  /**
   * Where columns are not in memory: the known values of the numbers with the lowest hashes, which lie together in a few chunks. Null
   * where too few of these have the feature to speak for all.
   */
  #sampleOfCandidates(feature: FeatureName): Float64Array | null {
    const { numbers, loadSome } = this.#features;
    if (loadSome === undefined) return null;
    const { rows, hashes } = this.#candidatesOf(numbers);
    const column = loadSome(feature, rows);
    const known = countKnown(column);
    if (known < LEAST_SAMPLE && rows.length < numbers.length) return null;
    return knownBelow(column, hashes, known <= MAX_SAMPLE ? 2 ** 32 : (candidatesLimit(numbers) * MAX_SAMPLE) / known);
  }

  /** The known values of a column; of many, those of the numbers with the lowest hashes. */
  #sampleOfColumn(column: Float64Array): Float64Array {
    const { numbers } = this.#features;
    const known = countKnown(column);
    if (known <= MAX_SAMPLE) return column.filter((value) => !Number.isNaN(value));
    const limit = (2 ** 32 * MAX_SAMPLE) / known;
    // Most features are known of most numbers: those then have few rows to look at.
    const { rows, hashes } = limit > candidatesLimit(numbers) ? rowsBelow(numbers, limit) : this.#candidatesOf(numbers);
    return knownBelow(valuesAt(column, rows), hashes, limit);
  }

  #candidatesOf(numbers: Float64Array): HashedRows {
    return (this.#candidates ??= rowsBelow(numbers, candidatesLimit(numbers)));
  }
}

/** The hash below which so many numbers lie that a feature known of one in `CANDIDATES` has its sample among them; of few numbers all. */
function candidatesLimit(numbers: Float64Array): number {
  return Math.min(2 ** 32, (2 ** 32 * MAX_SAMPLE * CANDIDATES) / Math.max(1, numbers.length));
}

function countKnown(column: Float64Array): number {
  let known = 0;
  for (let row = 0; row < column.length; row++) if (!Number.isNaN(column[row]!)) known++;
  return known;
}

/** The known values whose number's hash is below a limit. They come to lie at the front of the values. */
function knownBelow(values: Float64Array, hashes: Uint32Array, limit: number): Float64Array {
  let count = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    values[count] = value;
    count += Number(hashes[i]! < limit && !Number.isNaN(value));
  }
  return values.subarray(0, count);
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
