import { someRows } from '../features/featureColumns.ts';
import type { FeatureTable } from '../features/featureNames.ts';
import { isServiceNumber } from '../features/serviceNumbers.ts';
import { evidenceOf, weightsOf } from './evidence.ts';
import type { ScorecardTerm } from './scorecard.ts';
import { weighShapes } from './shape.ts';

/** Records from which a number's share of a kind is its habit and not chance. Assumed. */
const LEAST_RECORDS = 20;
/** Of fewer numbers one cannot say what is usual among them. Assumed. */
const LEAST_NUMBERS = 30;
/** Numbers looked at: of half of them, the median lies within the middle 45 to 55 % of all, 19 times of 20 (binomial). */
const SAMPLE = 800;

interface Usual {
  /** Some of its numbers. */
  readonly sample: FeatureTable;
  readonly contributions: Map<ScorecardTerm, number>;
}

const known = new WeakMap<FeatureTable, Usual>();

/**
 * Log-odds that a term of messages lays on the usual number of the dataset (the median of those with enough of them); at least 0. Where people
 * write to each other, sending messages is no sign, though it was among the labelled subscribers, of whom hardly any wrote: what
 * speaks against the usual holder speaks against nobody. Calls are the same everywhere, and are read as they were fitted.
 */
export function usualContribution(table: FeatureTable, term: ScorecardTerm): number {
  if (term.evidence === 'calls') return 0;
  const features = table.whole ?? table;
  let of = known.get(features);
  if (of === undefined) known.set(features, (of = { sample: someRows(features, sampleOf(features)), contributions: new Map() }));
  let usual = of.contributions.get(term);
  if (usual === undefined) of.contributions.set(term, (usual = medianContribution(of.sample, term)));
  return usual;
}

/** A contribution without what it would be for anyone in the dataset; what speaks in favour stays as it is. */
export function beyondUsual(contribution: number, usual: number): number {
  return contribution > 0 ? Math.max(0, contribution - usual) : contribution;
}

function medianContribution(sample: FeatureTable, term: ScorecardTerm): number {
  const column = sample.columns[term.feature];
  const records = evidenceOf(sample, term.evidence);
  const contributions = new Float64Array(records.length);
  weighShapes(term, column, weightsOf(records, term), contributions);
  const sorted = contributions.filter((_, row) => !Number.isNaN(column[row]!) && records[row]! >= LEAST_RECORDS).sort();
  return sorted.length < LEAST_NUMBERS ? 0 : Math.max(0, sorted[sorted.length >> 1]!);
}

/** About SAMPLE rows, services left out, chosen by their numbers' keys: the same ones however the rows are ordered. */
function sampleOf(features: FeatureTable): readonly number[] {
  const { numbers } = features;
  const halves = new Uint32Array(numbers.buffer, numbers.byteOffset, numbers.length * 2);
  const below = (SAMPLE / numbers.length) * 2 ** 32;
  const rows: number[] = [];
  for (let row = 0; row < numbers.length; row++) {
    // Multiplicative hashing (Knuth).
    const hash = Math.imul(halves[row * 2]! ^ halves[row * 2 + 1]!, 0x9e3779b1) >>> 0;
    if (hash < below && !isServiceNumber(features, row)) rows.push(row);
  }
  return rows;
}
