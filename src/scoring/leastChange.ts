import { tableOfRow } from '../features/featureColumns.ts';
import { featureDeclarations } from '../features/featureDeclarations.ts';
import type { FeatureName, FeatureTable, FeatureUnit } from '../features/featureNames.ts';
import { spanDays } from './detectors/detector.ts';
import { detectors } from './detectors/detectors.ts';
import { explainerOf, explainNumber } from './score.ts';
import { scorecard } from './scorecard.ts';
import type { Scorecard } from './scorecard.ts';

/** One feature, changed just enough to bring the score below 50. Shaped as the answers show it. */
export interface LeastChange {
  readonly feature: FeatureName;
  readonly value: number;
  readonly needed: number;
  /** The score it would leave, below 50. */
  readonly score: number;
}

/** Changes are told in steps that can be shown: nobody needs 1.8734 calls per contact. */
const steps: Readonly<Record<FeatureUnit, number>> = { count: 1, days: 1, seconds: 1, share: 0.01, ratio: 0.1, nats: 0.01 };

/** How much a number was used is not a behaviour that could be different: less of it only means knowing less. */
const volumes: ReadonlySet<FeatureName> = new Set(['number_of_calls_out']);

/**
 * The smallest change of one feature that would drop a number's score below 50; smallest by |change| ÷ the larger of
 * the two values. Null when the score is below 50 already, or no single feature would do.
 */
export function leastChange(features: FeatureTable, row: number, baseRate: number, card: Scorecard = scorecard): LeastChange | null {
  const days = spanDays(features);
  if (explainNumber(features, row, baseRate, card, days).logOdds < 0) return null;
  const trial = tableOfRow(features, row);
  const explain = explainerOf(trial, baseRate, card, days);
  let least: LeastChange | null = null;
  for (const [feature, turns] of turningPoints(card)) {
    const value = features.columns[feature][row]!;
    if (Number.isNaN(value)) continue;
    const column = trial.columns[feature];
    const scoreAt = (tried: number): number => {
      column[0] = tried;
      return explain(0).score;
    };
    for (const needed of nearestBelowLine(value, turns, stepOf(feature), scoreAt)) {
      const change: LeastChange = { feature, value, needed, score: scoreAt(needed) };
      if (least === null || size(change) < size(least)) least = change;
    }
    column[0] = value;
  }
  return least;
}

const LINE = 50;

/** The nearest value on either side, in steps, at which the score is below the line. */
function nearestBelowLine(value: number, turns: readonly number[], step: number, scoreAt: (value: number) => number): number[] {
  const sides = [turns.filter((turn) => turn < value).reverse(), turns.filter((turn) => turn > value)];
  return sides.flatMap((side) => {
    let above = value;
    for (const turn of side) {
      const reached = onGrid(turn, step);
      if (scoreAt(reached) < LINE) return [bisect(above, reached, step, scoreAt)];
      above = reached;
    }
    return [];
  });
}

/** Between a value above the line and one below it, the first step below. */
function bisect(above: number, below: number, step: number, scoreAt: (value: number) => number): number {
  let from = above / step;
  let to = Math.round(below / step);
  while (Math.abs(to - from) > 1) {
    const middle = to > from ? Math.floor((from + to) / 2) : Math.ceil((from + to) / 2);
    if (middle === to) break;
    if (scoreAt(onGrid(middle * step, step)) < LINE) to = middle;
    else from = middle;
  }
  return onGrid(to * step, step);
}

/** Values at which a feature's part of the score bends or jumps, ascending. */
function turningPoints(card: Scorecard): ReadonlyMap<FeatureName, readonly number[]> {
  const turns = new Map<FeatureName, Set<number>>();
  const add = (feature: FeatureName, values: readonly number[]): void => {
    const known = turns.get(feature) ?? new Set<number>();
    for (const value of values) known.add(value);
    turns.set(feature, known);
  };
  for (const group of card.groups) for (const term of group.terms) add(term.feature, term.knots);
  for (const detector of detectors) {
    for (const criterion of [...detector.all, ...detector.any, ...detector.supporting, ...detector.against]) {
      if (volumes.has(criterion.feature)) continue;
      const { threshold } = criterion;
      const step = stepOf(criterion.feature);
      add(criterion.feature, [Math.max(0, threshold - step), threshold, isShare(criterion.feature) ? Math.min(1, threshold + step) : threshold + step]);
    }
  }
  return new Map([...turns].map(([feature, values]) => [feature, [...values].sort((a, b) => a - b)]));
}

const units = new Map(featureDeclarations.map(({ name, unit }) => [name, unit]));

function stepOf(feature: FeatureName): number {
  return steps[units.get(feature)!];
}

function isShare(feature: FeatureName): boolean {
  return units.get(feature) === 'share';
}

function onGrid(value: number, step: number): number {
  return Number((Math.round(value / step) * step).toFixed(2));
}

function size({ value, needed }: LeastChange): number {
  return Math.abs(needed - value) / Math.max(Math.abs(value), Math.abs(needed));
}
