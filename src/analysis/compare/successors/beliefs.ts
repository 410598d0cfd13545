/** A pair as it is weighed against others. */
export interface WeighedPair {
  readonly new: number;
  /** Log-odds against the old number having no successor. */
  readonly value: number;
  belief: number;
}

/** On the way, and in the end, when it is to be told who may be whose. */
const BALANCING_STEPS = 6;
const SHARING_STEPS = 200;
/**
 * What is summed is not as independent as it is taken for, and those who work together are alike in what no record tells: beliefs are so
 * many log units too high, and none is more often right than this (both fitted on simulated worlds: `bench/successors.ts`).
 */
const TOO_HIGH = 1;
const SUREST = 0.985;

/** A belief as often right as it says. */
export function sobered(belief: number): number {
  const odds = (belief / Math.max(1e-12, 1 - belief)) * Math.exp(-TOO_HIGH);
  return (SUREST * odds) / (1 + odds);
}

/** Beliefs from values: each old number has one successor or none, each new one is the successor of at most one. */
export function balance(pairsOf: readonly (readonly WeighedPair[])[], taken: Float64Array, temperature: number): void {
  for (const pairs of pairsOf) for (const pair of pairs) pair.belief = Math.exp(Math.max(-40, Math.min(40, pair.value / temperature)));
  for (let step = 0; step < BALANCING_STEPS; step++) {
    taken.fill(0);
    for (const pairs of pairsOf) {
      let total = 1;
      for (const { belief } of pairs) total += belief;
      for (const pair of pairs) taken[pair.new]! += pair.belief /= total;
    }
    for (const pairs of pairsOf) {
      let sum = 0;
      for (const pair of pairs) {
        if (taken[pair.new]! > 1) pair.belief /= taken[pair.new]!;
        sum += pair.belief;
      }
      // Back to odds against having none, for the next step.
      if (step + 1 < BALANCING_STEPS) for (const pair of pairs) pair.belief /= Math.max(1e-9, 1 - sum);
    }
  }
  taken.fill(0);
  for (const pairs of pairsOf) for (const { new: newer, belief } of pairs) taken[newer]! += belief;
}

/**
 * Beliefs in the end: how much of each old number and of each new one goes to whom, and how much to nobody, where both are shared out
 * at once (Sinkhorn's scaling with room for those who go without). Those who cannot be told apart get the same.
 */
export function shareOut(pairsOf: readonly (readonly WeighedPair[])[], newCount: number): void {
  const ofOld = new Float64Array(pairsOf.length).fill(1);
  const ofNew = new Float64Array(newCount).fill(1);
  const sums = new Float64Array(newCount);
  const weights = pairsOf.map((pairs) => Float64Array.from(pairs, ({ value }) => Math.exp(Math.max(-40, Math.min(40, value)))));
  for (let step = 0; step < SHARING_STEPS; step++) {
    sums.fill(0);
    for (const [old, pairs] of pairsOf.entries()) {
      let sum = 0;
      for (const [i, pair] of pairs.entries()) sum += weights[old]![i]! * ofNew[pair.new]!;
      ofOld[old] = 1 / (1 + sum);
      for (const [i, pair] of pairs.entries()) sums[pair.new]! += weights[old]![i]! * ofOld[old];
    }
    for (let newer = 0; newer < newCount; newer++) ofNew[newer] = 1 / (1 + sums[newer]!);
  }
  for (const [old, pairs] of pairsOf.entries()) for (const [i, pair] of pairs.entries()) pair.belief = weights[old]![i]! * ofOld[old]! * ofNew[pair.new]!;
}
