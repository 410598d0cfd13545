/**
 * What a trend says in one sentence, and nothing that the figures do not carry.
 *
 * The last full week is compared with the mean of the full weeks before it. A change is clear when it is larger than
 * both what counting alone would give (Poisson) and what this series does from week to week anyway (prediction interval
 * of a further value, Student's t), each at 99 %: several series are looked at, and one of them always moves.
 */
import type { Trends } from '../../analysis/answers.ts';
import type { SeriesKey } from './seriesLooks.ts';

export type Headline =
  | { readonly is: 'change'; readonly key: SeriesKey; readonly week: string; readonly value: number; readonly before: number; readonly weeksBefore: number; /** value ÷ before − 1; null when there were none before. */ readonly change: number | null }
  | { readonly is: 'none'; readonly week: string; readonly weeksBefore: number }
  /** Fewer full weeks than a comparison needs. */
  | { readonly is: 'tooFew'; readonly fullWeeks: number };

/** Full weeks before the last that it is compared with, at most: two months of habit. Assumed. */
const weeksBeforeMax = 8;
/** At least; with fewer the habit of a series cannot be told. Assumed. */
const weeksBeforeMin = 3;
/** Two-sided 99 % quantiles of the normal distribution and of Student's t by degrees of freedom, from 2. */
const z99 = 2.576;
const t99 = [9.925, 5.841, 4.604, 4.032, 3.707, 3.499] as const;

/**
 * The clearest change of any series. `firstFair` is the first week, `YYYY-MM-DD`, whose figures can be compared: in the
 * first weeks of a dataset every number is new.
 */
export function findHeadline(trends: Trends, firstFair: string | null = null): Headline {
  const full = trends.weeks.flatMap((week, i) => (trends.isPartial[i] || (firstFair !== null && week < firstFair) ? [] : [i]));
  const last = full.at(-1);
  const before = full.slice(0, -1).slice(-weeksBeforeMax);
  if (last === undefined || before.length < weeksBeforeMin) return { is: 'tooFew', fullWeeks: full.length };
  const week = trends.weeks[last]!;
  let best: Extract<Headline, { is: 'change' }> | null = null;
  let bestStrength = 1;
  for (const { key, values } of trends.series) {
    const value = values[last]!;
    const earlier = before.map((i) => values[i]!);
    const strength = changeStrength(value, earlier);
    if (strength <= bestStrength) continue;
    const mean = meanOf(earlier);
    bestStrength = strength;
    best = { is: 'change', key, week, value, before: mean, weeksBefore: before.length, change: mean === 0 ? null : value / mean - 1 };
  }
  return best ?? { is: 'none', week, weeksBefore: before.length };
}

/** How far a value lies outside what the earlier ones let expect: above 1 is a clear change. */
export function changeStrength(value: number, earlier: readonly number[]): number {
  const count = earlier.length;
  const mean = meanOf(earlier);
  const away = Math.abs(value - mean);
  if (count < weeksBeforeMin || away === 0) return 0;
  const spread = Math.sqrt(1 + 1 / count);
  // A series that was always 0 has no noise of its own to count with; one record is its smallest mean.
  const byCounting = z99 * Math.sqrt(Math.max(mean, 1)) * spread;
  const variance = earlier.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (count - 1);
  const byHabit = t99[Math.min(count - 1, t99.length + 1) - 2]! * Math.sqrt(variance) * spread;
  return away / Math.max(byCounting, byHabit);
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
