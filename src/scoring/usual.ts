import type { FeatureTable } from '../features/featureNames.ts';
import { isServiceNumber } from '../features/serviceNumbers.ts';
import { evidenceAt } from './evidence.ts';
import type { ScorecardTerm } from './scorecard.ts';
import { shapeFunction } from './shape.ts';

/** Records from which a number's share of a kind is its habit and not chance. Assumed. */
const LEAST_RECORDS = 20;
/** Of fewer numbers one cannot say what is usual among them. Assumed. */
const LEAST_NUMBERS = 30;

const known = new WeakMap<FeatureTable, Map<ScorecardTerm, number>>();

/**
 * Log-odds that a term of messages lays on the usual number of the dataset (the median of those with enough of them); at least 0. Where people
 * write to each other, sending messages is no sign, though it was among the labelled subscribers, of whom hardly any wrote: what
 * speaks against the usual holder speaks against nobody. Calls are the same everywhere, and are read as they were fitted.
 */
export function usualContribution(table: FeatureTable, term: ScorecardTerm): number {
  if (term.evidence === 'calls') return 0;
  const features = table.whole ?? table;
  let terms = known.get(features);
  if (terms === undefined) known.set(features, (terms = new Map<ScorecardTerm, number>()));
  let usual = terms.get(term);
  if (usual === undefined) terms.set(term, (usual = medianContribution(features, term)));
  return usual;
}

/** A contribution without what it would be for anyone in the dataset; what speaks in favour stays as it is. */
export function beyondUsual(contribution: number, usual: number): number {
  return contribution > 0 ? Math.max(0, contribution - usual) : contribution;
}

function medianContribution(features: FeatureTable, { feature, evidence, halfEvidence, knots, values }: ScorecardTerm): number {
  const shapeOf = shapeFunction(knots, values);
  const column = features.columns[feature];
  const contributions: number[] = [];
  for (let row = 0; row < column.length; row++) {
    const value = column[row]!;
    const records = evidenceAt(features, evidence, row);
    if (Number.isNaN(value) || records < LEAST_RECORDS || isServiceNumber(features, row)) continue;
    contributions.push((records / (records + halfEvidence)) * shapeOf(value));
  }
  if (contributions.length < LEAST_NUMBERS) return 0;
  const sorted = Float64Array.from(contributions).sort();
  return Math.max(0, sorted[sorted.length >> 1]!);
}
