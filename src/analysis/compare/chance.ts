/** What is to be expected by chance, and how surprising it is that there was more. */

/** Chance of `count` or more where `mean` are expected, each by itself (Poisson). */
export function chanceOfAtLeast(count: number, mean: number): number {
  if (count <= 0) return 1;
  if (mean <= 0) return 0;
  // Far above the mean the terms fall fast: they are added from the first on.
  if (count > mean) {
    let term = Math.exp(count * Math.log(mean) - mean - logFactorial(count));
    let sum = 0;
    for (let k = count; term > sum * 1e-15 && k < count + 10_000; k++) {
      sum += term;
      term *= mean / (k + 1);
    }
    return Math.min(1, sum);
  }
  let term = Math.exp(-mean);
  let below = 0;
  if (term === 0) return 1;
  for (let k = 0; k < count; k++) {
    below += term;
    term *= mean / (k + 1);
  }
  return Math.max(0, Math.min(1, 1 - below));
}

const logFactorials = [0, 0];
function logFactorial(n: number): number {
  const whole = Math.ceil(n);
  for (let k = logFactorials.length; k <= whole; k++) logFactorials.push(logFactorials[k - 1]! + Math.log(k));
  return logFactorials[whole]!;
}

/** Chance of `count` or more where the counts of comparable times had this mean and variance: clustered counts surprise less. */
export function chanceAmong(count: number, comparable: readonly number[]): { readonly expected: number; readonly chance: number } {
  const expected = comparable.reduce((sum, each) => sum + each, 0) / Math.max(1, comparable.length);
  const variance = comparable.reduce((sum, each) => sum + (each - expected) ** 2, 0) / Math.max(1, comparable.length - 1);
  // Nothing in so many comparable times is not never.
  const mean = Math.max(expected, 0.5 / (comparable.length + 1));
  const clustering = Math.max(1, variance / mean);
  return { expected, chance: chanceOfAtLeast(count / clustering, mean / clustering) };
}

/**
 * Share of false ones among all that are as surprising or more, for each of some of the chances of `tested` (Benjamini and
 * Hochberg 1995). Chances that are not given are taken as 1.
 */
export function falseDiscoveryRates(chances: readonly number[], tested: number): number[] {
  const order = chances.map((_, i) => i).sort((a, b) => chances[a]! - chances[b]!);
  const rates = chances.map(() => 1);
  let least = 1;
  for (let rank = order.length; rank >= 1; rank--) {
    const i = order[rank - 1]!;
    least = Math.min(least, (chances[i]! * Math.max(tested, chances.length)) / rank);
    rates[i] = least;
  }
  return rates;
}
