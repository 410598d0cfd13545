import type { FeatureName, FeatureTable } from '../../features/featureNames.ts';
import type { DetectorId } from '../detectorIds.ts';
import { MOST_CONTRIBUTION } from '../scorecard.ts';

/**
 * Someone on the road, as couriers and drivers are: calls spread as evenly as over seven cells. A count of cells would grow with the days
 * watched until everybody who lives and works somewhere had reached it. Assumed.
 */
export const ON_THE_ROAD_NATS = 2;

/** A feature on the telling side of a threshold. A missing value is on neither side. */
export interface Criterion {
  readonly feature: FeatureName;
  readonly is: 'atLeast' | 'atMost';
  readonly threshold: number;
}

/** A criterion that makes a finding stronger (log-odds above 0) or weaker (below 0) without deciding it. */
export interface WeighedCriterion extends Criterion {
  readonly logOdds: number;
}

/**
 * A detector as data. It finds a number when every criterion of `all` and one of `any` holds, unless what speaks
 * against it outweighs it. Adding one: a file of this shape, and a line in `detectors.ts` and `detectorIds.ts`.
 */
export interface Detector {
  readonly id: DetectorId;
  /** Days the dataset must span before it can tell at all. */
  readonly minSpanDays: number;
  readonly all: readonly [Criterion, ...Criterion[]];
  /** At least one must hold; empty when `all` is enough. */
  readonly any: readonly Criterion[];
  /** Log-odds of the bare finding. */
  readonly logOdds: number;
  readonly supporting: readonly WeighedCriterion[];
  /** Known innocents with the same look count against: log-odds below 0. */
  readonly against: readonly WeighedCriterion[];
}

/** What a detector's finding about a number rests on; shaped as the answers show it. */
export interface DetectorFinding {
  readonly id: DetectorId;
  readonly evidence: readonly DetectorEvidence[];
  readonly counterEvidence: readonly DetectorEvidence[];
}

export interface DetectorEvidence {
  readonly feature: FeatureName;
  readonly value: number;
  readonly threshold: number;
}

/** A criterion bound to the columns of a table. */
interface BoundCriterion {
  readonly column: Float64Array;
  readonly isAtLeast: boolean;
  readonly threshold: number;
  readonly logOdds: number;
}

/** A detector bound to a table, so that a row costs a few comparisons and no allocation. */
export interface BoundDetector {
  readonly detector: Detector;
  readonly all: readonly BoundCriterion[];
  readonly any: readonly BoundCriterion[];
  readonly weighed: readonly BoundCriterion[];
}

/** Binds a detector to a table; null when the table spans too few days for it, or lacks features without which it finds nobody. */
export function bindDetector(detector: Detector, features: FeatureTable, spanDays: number): BoundDetector | null {
  const isLacking = ({ feature }: Criterion) => features.lacks?.(feature) === true;
  if (spanDays < detector.minSpanDays || detector.all.some(isLacking) || (detector.any.length > 0 && detector.any.every(isLacking))) return null;
  const bind = (criterion: Criterion | WeighedCriterion): BoundCriterion => ({
    column: features.columns[criterion.feature],
    isAtLeast: criterion.is === 'atLeast',
    threshold: criterion.threshold,
    logOdds: 'logOdds' in criterion ? criterion.logOdds : 0,
  });
  return {
    detector,
    all: detector.all.map(bind),
    any: detector.any.map(bind),
    weighed: [...detector.supporting, ...detector.against].map(bind),
  };
}

/** Log-odds that the detector adds to a row, at most MOST_CONTRIBUTION; 0 when it finds nothing. */
export function detect(bound: BoundDetector, row: number): number {
  for (const criterion of bound.all) if (!holds(criterion, row)) return 0;
  return weigh(bound, row);
}

/**
 * The rows in which every criterion of `all` holds, ascending.
 * @param room as long as the table; overwritten
 */
export function candidates({ all }: BoundDetector, room: Uint32Array): Uint32Array {
  let count = room.length;
  for (let row = 0; row < count; row++) room[row] = row;
  for (const { column, isAtLeast, threshold } of all) {
    let kept = 0;
    // Whether a row is kept is a coin's toss: counting instead of branching spares wrong guesses.
    for (let i = 0; i < count; i++) {
      const row = room[i]!;
      room[kept] = row;
      kept += Number(isMet(column[row]!, isAtLeast, threshold));
    }
    count = kept;
  }
  return room.subarray(0, count);
}

/** The same as `detect`, of a candidate. */
export function weigh(bound: BoundDetector, row: number): number {
  if (bound.any.length > 0 && !holdsAny(bound.any, row)) return 0;
  let { logOdds } = bound.detector;
  for (const criterion of bound.weighed) if (holds(criterion, row)) logOdds += criterion.logOdds;
  return Math.max(0, Math.min(MOST_CONTRIBUTION, logOdds));
}

/** The criteria of a finding that hold, with the values that made them hold. */
export function describeFinding(detector: Detector, features: FeatureTable, row: number): DetectorFinding {
  const met = (criteria: readonly Criterion[]): DetectorEvidence[] => criteria.flatMap((criterion) => {
    const value = features.columns[criterion.feature][row]!;
    return isMet(value, criterion.is === 'atLeast', criterion.threshold) ? [{ feature: criterion.feature, value, threshold: criterion.threshold }] : [];
  });
  return {
    id: detector.id,
    evidence: met([...detector.all, ...detector.any, ...detector.supporting]),
    counterEvidence: met(detector.against),
  };
}

function holdsAny(criteria: readonly BoundCriterion[], row: number): boolean {
  for (const criterion of criteria) if (holds(criterion, row)) return true;
  return false;
}

function holds(criterion: BoundCriterion, row: number): boolean {
  return isMet(criterion.column[row]!, criterion.isAtLeast, criterion.threshold);
}

function isMet(value: number, isAtLeast: boolean, threshold: number): boolean {
  // Comparisons with NaN are false: a missing value meets nothing.
  return isAtLeast ? value >= threshold : value <= threshold;
}

const spans = new WeakMap<FeatureTable, number>();

/** Days from the first record in the table to its last, as far as its numbers tell; 0 when they do not. */
export function spanDays(table: FeatureTable): number {
  const features = table.whole ?? table;
  let days = spans.get(features);
  if (days === undefined) {
    days = 0;
    const ages = features.columns.days_since_first_seen;
    for (let row = 0; row < ages.length; row++) if (ages[row]! + 1 > days) days = ages[row]! + 1;
    spans.set(features, days);
  }
  return days;
}
