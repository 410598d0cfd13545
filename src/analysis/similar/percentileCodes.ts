/** Where each number stands in each feature, in a byte: fast enough to hold one number against all others. */
import type { FeatureName } from '../../features/featureNames.ts';
import { oncePerDataset } from '../datasetCache.ts';

/**
 * Features by which numbers are compared: habits, not how long somebody was watched; none that needs the whole graph, none that
 * says the same as another.
 */
export const comparedFeatures = [
  'number_of_interactions', 'outgoing_share', 'incoming_text_share', 'number_of_contacts', 'calls_per_contact', 'one_call_contact_share', 'reciprocated_share',
  'new_contacts_per_active_day', 'percent_nocturnal', 'hour_entropy', 'busiest_hour_share', 'gap_median', 'call_duration_median', 'answered_share', 'imeis',
  'numbers_per_imei', 'number_of_antennas', 'top_antenna_share',
] as const satisfies readonly FeatureName[];

/** No evidence. All other codes are 0 to `MOST_CODE`: the share of numbers below, half of the equal ones counted. */
export const NO_CODE = 255;
export const MOST_CODE = 254;

/** Values by whose order codes are made; a code is then right to about 1 in 100 (one standard error of a share in 4,096). */
const SAMPLE = 4096;
/** A power of two, so that halving it finds any. */
const EDGES = 128;

/** A column of codes for each compared feature. */
export const percentileCodes = oncePerDataset(({ features }): readonly Uint8Array[] => comparedFeatures.map((feature) => codesOf(features.columns[feature])));

/** Codes of a column's values. */
export function codesOf(column: Float64Array): Uint8Array {
  const codes = new Uint8Array(column.length).fill(NO_CODE);
  const sample = sampleOf(column);
  if (sample.length === 0) return codes;
  const { edges, atEdge, below } = edgesOf(sample);
  // Always seven steps and no branch: which way a value goes cannot be foretold, and a wrong guess costs more than a step.
  const padded = new Float64Array(EDGES).fill(Infinity);
  padded.set(edges);
  for (let row = 0; row < column.length; row++) {
    const value = column[row]!;
    if (Number.isNaN(value)) continue;
    let at = 0;
    for (let step = EDGES >> 1; step > 0; step >>= 1) at += step * Number(padded[at + step - 1]! < value);
    codes[row] = padded[at] === value ? atEdge[at]! : below[at]!;
  }
  return codes;
}

/** Known values at even distances, sorted. Rows are in no order that matters. */
function sampleOf(column: Float64Array): Float64Array {
  const step = Math.max(1, Math.floor(column.length / SAMPLE));
  const sample: number[] = [];
  for (let row = 0; row < column.length; row += step) if (!Number.isNaN(column[row])) sample.push(column[row]!);
  return (sample.length > 0 ? Float64Array.from(sample) : column.filter((value) => !Number.isNaN(value))).sort();
}

/** Distinct values of the sample at even shares of it, the code of each, and the code of what lies below each. */
function edgesOf(sample: Float64Array): { readonly edges: Float64Array; readonly atEdge: Uint8Array; readonly below: Uint8Array } {
  const values = [...new Set(Array.from({ length: EDGES }, (_, i) => sample[Math.floor((i * (sample.length - 1)) / (EDGES - 1))]!))];
  const edges = Float64Array.from(values);
  const firsts = values.map((value) => sample.indexOf(value));
  const ends = values.map((value) => sample.lastIndexOf(value) + 1);
  const code = (share: number) => Math.round((share * MOST_CODE) / sample.length);
  return {
    edges,
    atEdge: Uint8Array.from(values, (_, i) => code((firsts[i]! + ends[i]!) / 2)),
    below: Uint8Array.from({ length: values.length + 1 }, (_, i) => code(((ends[i - 1] ?? 0) + (firsts[i] ?? sample.length)) / 2)),
  };
}
