/** Where the bars of a waterfall stand, and the figures written beside them. No drawing. */

/** A term of a sum, in log-odds. */
export interface WaterfallTerm {
  readonly id: string;
  readonly contribution: number;
}

export interface WaterfallBar {
  readonly id: string;
  /** Running sum before and after this term, log-odds. */
  readonly from: number;
  readonly to: number;
  /** The contribution as written, in hundredths: the written figures add up exactly. */
  readonly hundredths: number;
}

export interface WaterfallLayout {
  /** Terms above 0, strongest first, then those below 0, strongest first; each bar begins where the one before ended. */
  readonly against: readonly WaterfallBar[];
  readonly inFavour: readonly WaterfallBar[];
  /** What the terms leave unexplained of `end`, in log-odds hundredths; 0 when a source keeps the contract. */
  readonly restHundredths: number;
  readonly baseHundredths: number;
  readonly endHundredths: number;
  /** Axis, log-odds, with room at both ends. */
  readonly domain: readonly [low: number, high: number];
}

/** Less than this many log-odds apart counts as equal: float addition in another order. */
const EQUAL = 1e-6;
/** Room at either end of the axis, as a share of its length. */
const MARGIN = 0.04;

/**
 * Lays out base + Σ terms = end.
 *
 * @param base, end log-odds where the waterfall begins and ends
 */
export function layoutWaterfall(base: number, terms: readonly WaterfallTerm[], end: number): WaterfallLayout {
  const strongest = [...terms].sort((a, b) => Math.abs(b.contribution) - Math.abs(a.contribution));
  const ordered = [...strongest.filter((term) => term.contribution > 0), ...strongest.filter((term) => term.contribution < 0)];
  const sum = ordered.reduce((total, term) => total + term.contribution, base);
  const rest = Math.abs(end - sum) < EQUAL ? 0 : end - sum;
  const [baseHundredths = 0, ...figures] = roundToSum([base, ...ordered.map((term) => term.contribution), rest], end);
  const bars: WaterfallBar[] = [];
  let at = base;
  let low = Math.min(base, end);
  let high = Math.max(base, end);
  ordered.forEach((term, i) => {
    const to = at + term.contribution;
    bars.push({ id: term.id, from: at, to, hundredths: figures[i] ?? 0 });
    low = Math.min(low, to);
    high = Math.max(high, to);
    at = to;
  });
  const margin = Math.max(high - low, 1) * MARGIN;
  const isAgainst = (_: WaterfallBar, i: number) => (ordered[i]?.contribution ?? 0) > 0;
  return {
    against: bars.filter(isAgainst),
    inFavour: bars.filter((bar, i) => !isAgainst(bar, i)),
    restHundredths: figures.at(-1) ?? 0,
    baseHundredths,
    // Of a score just below even odds, 0 rather than −0.
    endHundredths: Math.round(end * 100) + 0,
    domain: [low - margin, high + margin],
  };
}

/**
 * Rounds to hundredths so that the rounded values add up to the rounded total: each is rounded down, and what is then
 * lacking goes to those that lost most (largest remainder, Hamilton's method). A value of exactly 0 stays 0.
 *
 * @returns integers, in hundredths; each less than 1 (of a hundredth) away from its value when `values` sum to `total`
 */
export function roundToSum(values: readonly number[], total: number): number[] {
  const floors = values.map((value) => Math.floor(value * 100));
  const lacking = Math.round(total * 100) - floors.reduce((sum, value) => sum + value, 0);
  const byLoss = values
    .map((value, i) => ({ i, loss: value * 100 - (floors[i] ?? 0) }))
    .filter((_, i) => values[i] !== 0)
    .sort((a, b) => b.loss - a.loss);
  for (let n = 0; n < lacking && byLoss.length > 0; n++) {
    const { i } = byLoss[n % byLoss.length]!;
    floors[i] = (floors[i] ?? 0) + 1;
  }
  return floors;
}

/** Place on the axis as a share of its length, 0–1. */
export function placeOn(domain: readonly [number, number], logOdds: number): number {
  return (logOdds - domain[0]) / (domain[1] - domain[0]);
}

/** Scores worth a mark on the axis; 50 is the line between "look" and "leave". */
const MARKED_SCORES = [0.01, 0.1, 1, 10, 50, 90, 99, 99.9, 99.99];

/** Marks nearer to each other than this share of the axis would write their figures over each other. */
const LEAST_APART = 0.13;

/** Marks within the domain: the score, 0–100, and its log-odds. Where there is no room for all, those nearest to 50 stay. */
export function scoreMarks(domain: readonly [number, number]): { readonly score: number; readonly logOdds: number }[] {
  const kept: { readonly score: number; readonly logOdds: number }[] = [];
  const marks = MARKED_SCORES
    .map((score) => ({ score, logOdds: Math.log(score / (100 - score)) }))
    .filter(({ logOdds }) => logOdds > domain[0] && logOdds < domain[1])
    .sort((a, b) => Math.abs(a.logOdds) - Math.abs(b.logOdds));
  for (const mark of marks) {
    if (kept.every(({ logOdds }) => Math.abs(placeOn(domain, logOdds) - placeOn(domain, mark.logOdds)) >= LEAST_APART)) kept.push(mark);
  }
  return kept.sort((a, b) => a.score - b.score);
}
