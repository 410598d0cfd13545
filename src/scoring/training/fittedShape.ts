import type { FeatureTable } from '../../features/featureNames.ts';
import { evidenceOf } from '../evidence.ts';
import type { FitOptions } from './fitOptions.ts';
import type { TermPlan } from './scorecardPlan.ts';

/** One feature's curve, and where every row lies on it. */
export class FittedShape {
  readonly plan: TermPlan;
  readonly group: number;
  readonly knots: Float64Array;
  readonly values: Float64Array;
  /** Knot to the left of each row's value and the share of the way to the next. */
  readonly left: Uint16Array;
  readonly along: Float64Array;
  /** Evidence weight of each row; 0 where the value is missing. */
  readonly weight: Float64Array;

  constructor(plan: TermPlan, group: number, features: FeatureTable, train: Uint32Array, options: FitOptions) {
    this.plan = plan;
    this.group = group;
    const column = features.columns[plan.feature];
    const evidence = evidenceOf(features, plan.evidence);
    this.knots = quantileKnots(column, train, options.knots);
    this.values = new Float64Array(this.knots.length);
    this.left = new Uint16Array(column.length);
    this.along = new Float64Array(column.length);
    this.weight = new Float64Array(column.length);
    const last = this.knots.length - 1;
    if (last < 1) return;
    for (let row = 0; row < column.length; row++) {
      const value = column[row]!;
      if (Number.isNaN(value)) continue;
      let left = 0;
      while (left < last - 1 && this.knots[left + 1]! <= value) left++;
      this.left[row] = left;
      const along = (value - this.knots[left]!) / (this.knots[left + 1]! - this.knots[left]!);
      this.along[row] = Math.min(1, Math.max(0, along));
      this.weight[row] = evidence[row]! / (evidence[row]! + plan.halfEvidence);
    }
  }

  at(row: number): number {
    const left = this.left[row]!;
    const along = this.along[row]!;
    return this.weight[row]! * (this.values[left]! * (1 - along) + this.values[left + 1]! * along);
  }
}

/** Distinct quantiles of the known values of `rows`, from the 0.5th to the 99.5th percentile, to five digits. */
function quantileKnots(column: Float64Array, rows: Uint32Array, most: number): Float64Array {
  const known = Float64Array.from(rows, (row) => column[row]!).filter((value) => !Number.isNaN(value)).sort();
  const knots = new Set<number>();
  for (let knot = 0; known.length > 0 && knot < most; knot++) {
    const at = (0.005 + (0.99 * knot) / (most - 1)) * (known.length - 1);
    const below = Math.floor(at);
    const value = known[below]! + (at - below) * (known[Math.min(known.length - 1, below + 1)]! - known[below]!);
    knots.add(Number(value.toPrecision(5)));
  }
  return Float64Array.from(knots).sort();
}
