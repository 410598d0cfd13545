import { tableOfRow } from '../../features/featureColumns.ts';
import { percentileOf } from '../explainRow.ts';
import type { ScoredDataset } from '../scoredDataset.ts';
import { comparedFeatures, MOST_CODE, NO_CODE, percentileCodes } from './percentileCodes.ts';
import type { BehavesLike } from './similarAnswers.ts';

/** Of fewer known features nothing is said (assumed). */
const LEAST_FEATURES = 5;
/** What a feature weighs in which the number is like everybody; the most unusual weigh 1 (assumed). */
const USUAL_WEIGHT = 0.25;
/** How far apart two are in a feature that one of them has no evidence of: as two numbers are by chance (1/3), and a little (assumed). */
const UNKNOWN_DISTANCE = 0.4;
/** So near in percentiles, two are called alike in a feature (assumed). */
const ALIKE = 10;
const MOST_ALIKE = 3;

export interface NearRow {
  readonly row: number;
  readonly similarity: number;
}

/** Rows that behave most like one, nearest first; empty where too little is known of it. */
export function behaveLike(dataset: ScoredDataset, row: number, most: number): NearRow[] {
  const columns = percentileCodes(dataset);
  const known = columns.filter((codes) => codes[row] !== NO_CODE);
  if (known.length < LEAST_FEATURES) return [];
  const distances = new Float32Array(dataset.features.numbers.length);
  let weights = 0;
  for (const codes of known) {
    const own = codes[row]!;
    const weight = weightOf(own);
    weights += weight;
    const distanceAt = Float32Array.from({ length: 256 }, (_, code) => weight * (code === NO_CODE ? UNKNOWN_DISTANCE : Math.abs(code - own) / MOST_CODE));
    for (let other = 0; other < distances.length; other++) distances[other]! += distanceAt[codes[other]!]!;
  }
  const nearest: { row: number; distance: number }[] = [];
  for (let other = 0; other < distances.length; other++) {
    const distance = distances[other]!;
    if (other === row || (nearest.length === most && distance >= nearest[most - 1]!.distance)) continue;
    if (nearest.length === most) nearest.pop();
    let at = nearest.length;
    while (at > 0 && nearest[at - 1]!.distance > distance) at--;
    nearest.splice(at, 0, { row: other, distance });
  }
  return nearest.map(({ row: other, distance }) => ({ row: other, similarity: Math.max(0, 1 - distance / weights) }));
}

function weightOf(code: number): number {
  return USUAL_WEIGHT + (1 - USUAL_WEIGHT) * Math.abs((2 * code) / MOST_CODE - 1);
}

/** In what two rows are alike: what is unusual of both first. */
export function alikeIn(dataset: ScoredDataset, row: number, other: number): BehavesLike['alike'] {
  const own = tableOfRow(dataset.features, row).columns;
  const others = tableOfRow(dataset.features, other).columns;
  const codes = percentileCodes(dataset);
  return comparedFeatures
    .flatMap((feature, i) => {
      const [a, b] = [codes[i]![row]!, codes[i]![other]!];
      const [value, otherValue] = [own[feature][0]!, others[feature][0]!];
      const [percentile, otherPercentile] = [percentileOf(dataset, feature, value), percentileOf(dataset, feature, otherValue)];
      const isAlike = percentile !== null && otherPercentile !== null && Math.abs(a - b) <= (ALIKE * MOST_CODE) / 100;
      return isAlike ? [{ unusual: Math.min(weightOf(a), weightOf(b)), alike: { feature, value, otherValue, percentile, otherPercentile } }] : [];
    })
    .sort((one, two) => two.unusual - one.unusual)
    .slice(0, MOST_ALIKE)
    .map(({ alike }) => alike);
}
