/** How surprising a finding would be by chance: −log10 of its probability under a plain null. */

/** No finding is called stronger than one in 10^15: models are not that good. */
export const MOST_STRENGTH = 15;

/** −log10 P(X ≥ k) for X ~ Poisson(mean). 0 when k is 0. */
export function poissonStrength(k: number, mean: number): number {
  if (k <= 0) return 0;
  if (mean <= 0) return MOST_STRENGTH;
  return strengthOf(logTail((i) => i * Math.log(mean) - mean - logFactorial(i), k, k + 200 + Math.ceil(mean * 4)));
}

/** −log10 P(X ≥ k): of `draws` numbers drawn from `all` of which `marked` are marked, k or more are marked (hypergeometric). */
export function hypergeometricStrength(k: number, draws: number, marked: number, all: number): number {
  if (k <= Math.max(0, draws + marked - all)) return 0;
  const whole = logChoose(all, draws);
  return strengthOf(logTail((i) => logChoose(marked, i) + logChoose(all - marked, draws - i) - whole, k, Math.min(draws, marked)));
}

/** Strength after the best of so many candidates was picked (Bonferroni). */
export function ofSeveral(strength: number, candidates: number): number {
  return Math.max(0, strength - Math.log10(Math.max(1, candidates)));
}

function strengthOf(logProbability: number): number {
  return Math.min(MOST_STRENGTH, Math.max(0, -logProbability / Math.LN10));
}

/** ln Σ e^log(i) for i in [from, to]. */
function logTail(log: (i: number) => number, from: number, to: number): number {
  let most = -Infinity;
  let sum = 0;
  for (let i = from; i <= to; i++) {
    const value = log(i);
    if (value > most) {
      sum = sum * Math.exp(most - value) + 1;
      most = value;
    } else sum += Math.exp(value - most);
    // The tail falls faster than geometrically; what follows cannot be seen.
    if (value < most - 40) break;
  }
  return most + Math.log(sum);
}

function logChoose(n: number, k: number): number {
  return k < 0 || k > n ? -Infinity : logFactorial(n) - logFactorial(k) - logFactorial(n - k);
}

const small = Float64Array.from({ length: 256 }, () => 0);
for (let i = 2; i < small.length; i++) small[i] = small[i - 1]! + Math.log(i);

/** ln n! (Stirling's series beyond a table; error below 1e-12). */
function logFactorial(n: number): number {
  if (n < small.length) return small[n]!;
  const x = n + 1;
  return (x - 0.5) * Math.log(x) - x + 0.918_938_533_204_672_8 + 1 / (12 * x) - 1 / (360 * x ** 3);
}
