import { fitFactors, fitIntercept, rarerKind, sumOf } from './refit.ts';
import type { LabelledTerms } from './refit.ts';
import { areaUnderRoc } from './metrics.ts';
import { seededRandom } from './trainingSet.ts';

/** How well scores tell decided numbers apart. */
export interface HeldOutFigures {
  readonly auc: number;
  /** Mean −ln of the probability given to what was decided; both models at the share confirmed of the decisions. */
  readonly logLoss: number;
}

/** The shipped and the refitted model on decisions that the refit had not seen. */
export interface HeldOut {
  /** Decisions that the figures rest on. */
  readonly decisions: number;
  readonly folds: number;
  readonly repeats: number;
  readonly shipped: HeldOutFigures;
  readonly refitted: HeldOutFigures;
  /** By the decisions' own gains in log-loss: beyond twice their standard error either way, or not to be told. */
  readonly verdict: 'better' | 'worse' | 'open';
}

const FOLDS = 5;
const REPEATS = 10;
/** Below so many decisions of the rarer kind a fold would have too few of them to say anything. */
const LEAST_OF_A_KIND = 2;
const SEED = 1;

/** Repeated stratified cross-validation (Kohavi 1995); null with too few decisions of a kind. Yields the share done, 0–1. */
export function* crossValidate(examples: readonly LabelledTerms[]): Generator<number, HeldOut | null> {
  const rarer = rarerKind(examples);
  if (rarer < LEAST_OF_A_KIND) return null;
  const folds = Math.min(FOLDS, rarer);
  const random = seededRandom(SEED);
  const labels = Uint8Array.from(examples, ({ isFraud }) => (isFraud ? 1 : 0));
  const losses = { shipped: new Float64Array(examples.length), refitted: new Float64Array(examples.length) };
  let refittedAuc = 0;
  for (let repeat = 0; repeat < REPEATS; repeat++) {
    const foldOf = stratified(examples, folds, random);
    const sums = new Float64Array(examples.length);
    for (let fold = 0; fold < folds; fold++) {
      const seen = examples.filter((_, i) => foldOf[i] !== fold);
      const factors = fitFactors(seen);
      const models = [[losses.shipped, []], [losses.refitted, factors]] as const;
      for (const [into, used] of models) {
        const intercept = fitIntercept(seen.map((example) => sumOf(example, used)), seen.map(({ isFraud }) => isFraud));
        for (const [i, example] of examples.entries()) {
          if (foldOf[i] !== fold) continue;
          const sum = sumOf(example, used);
          if (used === factors) sums[i] = sum;
          // ln(1 + e^−x) of the log-odds of what was decided: finite however sure the model was.
          const certainty = (sum + intercept) * (example.isFraud ? 1 : -1);
          into[i]! += Math.log1p(Math.exp(-certainty)) / REPEATS;
        }
      }
    }
    refittedAuc += areaUnderRoc(sums, labels) / REPEATS;
    yield (repeat + 1) / REPEATS;
  }
  const shippedAuc = areaUnderRoc(Float64Array.from(examples, (example) => sumOf(example, [])), labels);
  return {
    decisions: examples.length,
    folds,
    repeats: REPEATS,
    shipped: { auc: shippedAuc, logLoss: mean(losses.shipped) },
    refitted: { auc: refittedAuc, logLoss: mean(losses.refitted) },
    verdict: verdictOn(losses.shipped.map((loss, i) => loss - losses.refitted[i]!)),
  };
}

/** A fold for each example, each fold with its part of either kind. */
function stratified(examples: readonly LabelledTerms[], folds: number, random: () => number): Uint8Array {
  const foldOf = new Uint8Array(examples.length);
  for (const kind of [true, false]) {
    const rows = examples.flatMap(({ isFraud }, i) => (isFraud === kind ? [{ i, at: random() }] : [])).sort((a, b) => a.at - b.at);
    for (const [place, { i }] of rows.entries()) foldOf[i] = place % folds;
  }
  return foldOf;
}

function verdictOn(gains: Float64Array): HeldOut['verdict'] {
  const gain = mean(gains);
  const variance = gains.reduce((sum, value) => sum + (value - gain) ** 2, 0) / Math.max(1, gains.length - 1);
  const error = Math.sqrt(variance / gains.length);
  return gain > 2 * error && gain > 0 ? 'better' : gain < -2 * error ? 'worse' : 'open';
}

function mean(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
