import type { FeatureTable } from '../../src/features/featureNames.ts';

/** A rule of thumb over a feature table: one suspicion per row, higher is worse. */
export interface WorldBaseline {
  readonly name: string;
  readonly suspicions: (features: FeatureTable) => Float64Array;
}

/** Below this many calls made a rule says nothing: else every number with one call would lead both. */
const FEWEST_CALLS = 20;

/** The two rules that a score has to beat, given the best chance: only numbers that call are ranked. */
export const worldBaselines: readonly WorldBaseline[] = [
  { name: 'callsPerContact', suspicions: ({ columns }) => among(columns, (row) => -columns.calls_per_contact[row]!) },
  {
    name: 'fanOutAndShortCalls',
    suspicions: ({ columns }) => {
      const contacts = ranksOf(columns.number_of_contacts);
      const durations = ranksOf(columns.call_duration_median);
      return among(columns, (row) => contacts[row]! - durations[row]!);
    },
  },
];

function among(columns: FeatureTable['columns'], suspicion: (row: number) => number): Float64Array {
  return columns.number_of_calls_out.map((calls, row) => {
    const value = calls >= FEWEST_CALLS ? suspicion(row) : NaN;
    return Number.isNaN(value) ? -Infinity : value;
  });
}

/** Places among the known values, 0–1. */
function ranksOf(column: Float64Array): Float64Array {
  const order = Uint32Array.from(column.keys()).filter((row) => !Number.isNaN(column[row]!)).sort((a, b) => column[a]! - column[b]!);
  const ranks = new Float64Array(column.length).fill(NaN);
  for (const [place, row] of order.entries()) ranks[row] = place / order.length;
  return ranks;
}
