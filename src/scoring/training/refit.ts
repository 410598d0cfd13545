/**
 * Learns from an analyst's decisions what the shipped model's reasons are worth in the dataset at hand: one factor per kind
 * of reason and direction, none below 0. The shipped log-odds are the offset and the base rate stays what the user states:
 * decisions are made about chosen numbers, so their share of fraud says nothing of the dataset (Prentice & Pyke 1979: such
 * a choice alters the intercept alone). The intercept is fitted beside the factors and then let go.
 */
import type { FeatureName } from '../../features/featureNames.ts';
import { corrected } from '../correction.ts';
import type { DetectorId } from '../detectorIds.ts';
import type { TermFactors } from '../scorecard.ts';
import { logistic } from '../shape.ts';

/** A decided number: what each kind of reason adds to its log-odds by the shipped model, and what was decided. */
export interface LabelledTerms {
  readonly contributions: ReadonlyMap<FeatureName | DetectorId, number>;
  readonly isFraud: boolean;
}

/** Precision of the prior on a factor around 1: standard deviation ½. Assumed: a reason seldom counts twice or not at all. */
const FACTOR_PRECISION = 4;
/** Of the intercept that is let go: standard deviation 3, so that decisions that a line parts do not drive it away. Assumed. */
const INTERCEPT_PRECISION = 1 / 9;
/** A factor moves at most so far from 1. */
const MOST_MOVE = 1;
/** Decisions of the rarer kind at which half of what they say is believed. Assumed. */
const HALF_DECISIONS = 10;
/** Moves smaller than this are not told: 1 %. */
const LEAST_TOLD = 0.01;
const MOST_ROUNDS = 100;
const SETTLED = 1e-5;

/** What the decisions say, as factors; empty when they say nothing, as with decisions of one kind only. */
export function fitFactors(examples: readonly LabelledTerms[]): readonly TermFactors[] {
  const rarer = rarerKind(examples);
  if (rarer === 0) return [];
  const columns = columnsOf(examples);
  const belief = rarer / (rarer + HALF_DECISIONS);
  const moves = fitMoves(examples, columns);
  const factors = new Map<FeatureName | DetectorId, { term: FeatureName | DetectorId; against: number; inFavour: number }>();
  for (const [j, { term, isAgainst }] of columns.entries()) {
    const factor = 1 + belief * moves[j]!;
    if (Math.abs(factor - 1) < LEAST_TOLD) continue;
    const known = factors.get(term) ?? { term, against: 1, inFavour: 1 };
    factors.set(term, { ...known, [isAgainst ? 'against' : 'inFavour']: Math.round(factor * 1000) / 1000 });
  }
  return [...factors.values()];
}

/** Decisions of the kind of which there are fewer. */
export function rarerKind(examples: readonly LabelledTerms[]): number {
  const frauds = examples.filter(({ isFraud }) => isFraud).length;
  return Math.min(frauds, examples.length - frauds);
}

/** Log-odds of a number beyond the base rate, with factors. */
export function sumOf({ contributions }: LabelledTerms, factors: readonly TermFactors[]): number {
  let sum = 0;
  for (const [term, contribution] of contributions) sum += corrected(contribution, factors.find((known) => known.term === term));
  return sum;
}

/** The intercept under which sums best tell the labels: a logistic regression of one coefficient, by Newton's method. */
export function fitIntercept(sums: readonly number[], labels: readonly boolean[]): number {
  let intercept = 0;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    let gradient = -INTERCEPT_PRECISION * intercept;
    let curvature = INTERCEPT_PRECISION;
    for (const [i, sum] of sums.entries()) {
      const p = logistic(sum + intercept);
      gradient += (labels[i] ? 1 : 0) - p;
      curvature += p * (1 - p);
    }
    // Far out, where the curve is flat, Newton's step would overshoot.
    const step = Math.max(-2, Math.min(2, gradient / curvature));
    intercept += step;
    if (Math.abs(step) < SETTLED) break;
  }
  return intercept;
}

interface Column {
  readonly term: FeatureName | DetectorId;
  readonly isAgainst: boolean;
  readonly values: Float64Array;
}

/** Contributions by kind of reason and direction, those only that tell some of the numbers apart. */
function columnsOf(examples: readonly LabelledTerms[]): Column[] {
  const terms = new Set(examples.flatMap(({ contributions }) => [...contributions.keys()]));
  return [...terms].flatMap((term) => [true, false].flatMap((isAgainst) => {
    const values = Float64Array.from(examples, ({ contributions }) => {
      const value = contributions.get(term) ?? 0;
      return value > 0 === isAgainst ? value : 0;
    });
    return values.some((value) => value !== values[0]) ? [{ term, isAgainst, values }] : [];
  }));
}

/**
 * Moves of the columns' factors from 1 that maximise the penalised likelihood. Each round maximises a parabola below it,
 * whose curvature is bounded by ¼ per number (Böhning & Lindsay 1988): no round makes it worse, and nothing is divided by
 * less than a precision of the prior.
 */
function fitMoves(examples: readonly LabelledTerms[], columns: readonly Column[]): Float64Array {
  const offsets = examples.map((example) => sumOf(example, []));
  const design = [new Float64Array(examples.length).fill(1), ...columns.map(({ values }) => values)];
  const curvatures = design.map((a) => Float64Array.from(design, (b) => dot(a, b) / 4));
  const moves = new Float64Array(design.length);
  moves[0] = fitIntercept(offsets, examples.map(({ isFraud }) => isFraud));
  const residuals = new Float64Array(examples.length);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    for (const [i, { isFraud }] of examples.entries()) {
      let logOdds = offsets[i]!;
      for (let j = 0; j < design.length; j++) logOdds += moves[j]! * design[j]![i]!;
      residuals[i] = (isFraud ? 1 : 0) - logistic(logOdds);
    }
    if (climb(moves, design.map((column) => dot(column, residuals)), curvatures) < SETTLED) break;
  }
  return moves.subarray(1);
}

/** Goes to the top of the parabola within the bounds, a coordinate at a time; answers the longest step. */
function climb(moves: Float64Array, gradients: readonly number[], curvatures: readonly Float64Array[]): number {
  const from = moves.slice();
  for (let sweep = 0; sweep < MOST_ROUNDS; sweep++) {
    let longest = 0;
    for (let j = 0; j < moves.length; j++) {
      const precision = j === 0 ? INTERCEPT_PRECISION : FACTOR_PRECISION;
      let slope = gradients[j]! - precision * moves[j]!;
      for (let k = 0; k < moves.length; k++) slope -= curvatures[j]![k]! * (moves[k]! - from[k]!);
      const wanted = moves[j]! + slope / (curvatures[j]![j]! + precision);
      const next = j === 0 ? wanted : Math.max(-MOST_MOVE, Math.min(MOST_MOVE, wanted));
      longest = Math.max(longest, Math.abs(next - moves[j]!));
      moves[j] = next;
    }
    if (longest < SETTLED) break;
  }
  return moves.reduce((longest, move, j) => Math.max(longest, Math.abs(move - from[j]!)), 0);
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}
