import type { FeatureName } from '../features/featureNames.ts';
import type { DetectorId } from './detectorIds.ts';
import fitted from './scorecard.json' with { type: 'json' };

/** Bounds of every contribution in log-odds: no single feature convicts, none acquits. */
export const LEAST_CONTRIBUTION = -2;
export const MOST_CONTRIBUTION = 3;

/** Which records a term rests on: calls, or messages (see `evidence.ts`). */
export type EvidenceKind = 'calls' | 'texts';

/**
 * One additive term. Its contribution is shape(value) × n ÷ (n + halfEvidence), with n its evidence; 0 where the value
 * is missing. The shape is straight between the knots and flat beyond them.
 */
export interface ScorecardTerm {
  readonly feature: FeatureName;
  readonly evidence: EvidenceKind;
  /** Records at which half of the shape's value counts: a ratio of few records says little. */
  readonly halfEvidence: number;
  /** Feature values, ascending, at least two. */
  readonly knots: readonly number[];
  /** Log-odds at each knot, above 0 speaks against the holder. */
  readonly values: readonly number[];
}

/** Features that measure the same thing: only the strongest contribution of a group counts. */
export interface ScorecardGroup {
  readonly name: string;
  /** Mean absolute contribution on the training part: the group's share of the score's evidence. */
  readonly importance: number;
  readonly terms: readonly ScorecardTerm[];
}

/**
 * How much one kind of reason counts in a dataset beside what the shipped model says: 1 leaves it as it is, 0 silences it.
 * Neither factor is below 0, so what spoke for the holder never comes to speak against them, and a shape that rose still rises.
 */
export interface TermFactors {
  /** A feature of the scorecard's group, which names the whole group; or a detector. */
  readonly term: FeatureName | DetectorId;
  /** On contributions above 0, which speak against the holder. */
  readonly against: number;
  /** On contributions below 0. */
  readonly inFavour: number;
}

export interface Scorecard {
  readonly groups: readonly ScorecardGroup[];
  /** What decisions on the dataset at hand made of the contributions; absent in the shipped card. */
  readonly factors?: readonly TermFactors[];
}

/** The weights that the program ships, fitted by `npm run fit`; the file says on what and how. */
export const scorecard = fitted as unknown as Scorecard;
