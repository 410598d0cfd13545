import type { FeatureTable } from '../../features/featureNames.ts';
import { evidenceOf } from '../evidence.ts';
import { LEAST_CONTRIBUTION, MOST_CONTRIBUTION } from '../scorecard.ts';
import type { Scorecard, ScorecardTerm } from '../scorecard.ts';
import { logistic, logit } from '../shape.ts';
import { oftenMissing } from './scorecardPlan.ts';
import type { Direction, GroupPlan, TermPlan } from './scorecardPlan.ts';
import type { Split, TrainingSet } from './trainingSet.ts';

/** How the shapes are fitted. The defaults were chosen on Sichuan's validation part. */
export interface FitOptions {
  /** Knots of a shape at most; they lie at quantiles of the training part. */
  readonly knots: number;
  /** Share of a Newton step taken at once. */
  readonly learningRate: number;
  /** Pseudo-observations that pull every knot to 0. */
  readonly ridge: number;
  /** Weight of the squared second differences: wiggles cost. */
  readonly roughness: number;
  /**
   * Weight, per row, of the square of a shape's mean over both kinds: a constant could stand in any term, and a reader
   * expects that what is usual among the others speaks for the holder.
   */
  readonly centring: number;
  readonly maxRounds: number;
  /** Rounds without a better validation loss before it stops. */
  readonly patience: number;
}
export const defaultFitOptions: FitOptions = { knots: 12, learningRate: 0.3, ridge: 5, roughness: 3, centring: 0.1, maxRounds: 600, patience: 40 };

/**
 * Fits an additive scorecard by cyclic boosting of shape functions (as explainable boosting machines do, Lou et al.
 * 2013), each shape a piecewise-linear curve: in turn, every knot of every shape takes a damped Newton step of the
 * log-loss, with early stopping on the validation part. What is fitted is exactly what is scored: the evidence weight,
 * the clipping and the rule that only the strongest of a group counts are part of the loss. The intercept is held at the
 * training part's log-odds, so that a number without evidence stands at the base rate, whatever it is.
 */
export function fitScorecard(set: TrainingSet, split: Split, plan: readonly GroupPlan[], options: FitOptions = defaultFitOptions): Scorecard {
  const prior = logit(share(set.labels, split.train));
  const shapes = plan.flatMap((group, groupIndex) => group.terms.map((term) => new Shape(term, groupIndex, set.features, split.train, options)))
    .filter((shape) => shape.knots.length > 1);
  const train = new Copies(set, split.train, shapes, prior);
  const validation = new Copies(set, split.validation, shapes, prior);

  for (const shape of shapes) {
    // Rivals for a place in the sum begin with half of what each would say alone; otherwise the first would take it all.
    const rivals = shapes.filter((other) => other.group === shape.group).length;
    if (rivals > 1) beginAlone(shape, train, options);
  }
  for (const copies of [train, validation]) for (let i = 0; i < shapes.length; i++) copies.refresh(i);

  let best = { loss: validation.loss(), values: shapes.map((shape) => shape.values.slice()), round: 0 };
  for (let round = 1; round <= options.maxRounds && round - best.round <= options.patience; round++) {
    for (let i = 0; i < shapes.length; i++) {
      train.step(i, options);
      train.refresh(i);
      validation.refresh(i);
    }
    const loss = validation.loss();
    if (loss < best.loss - 1e-6) best = { loss, values: shapes.map((shape) => shape.values.slice()), round };
  }
  for (const [i, shape] of shapes.entries()) {
    shape.values.set(best.values[i]!.map((value) => round(value, 4)));
    train.refresh(i);
  }
  return {
    groups: plan.map((group, groupIndex) => ({
      name: group.name,
      importance: round(train.importance(groupIndex), 4),
      terms: shapes.filter((shape) => shape.group === groupIndex).map((shape): ScorecardTerm => ({
        feature: shape.plan.feature,
        evidence: shape.plan.evidence,
        halfEvidence: shape.plan.halfEvidence,
        knots: [...shape.knots],
        values: [...shape.values],
      })),
    })).filter((group) => group.terms.length > 0),
  };
}

const WARM_ROUNDS = 30;
const WARM_SHARE = 0.5;

function beginAlone(shape: Shape, train: Copies, options: FitOptions): void {
  const index = train.shapes.indexOf(shape);
  for (let round = 0; round < WARM_ROUNDS; round++) {
    train.refresh(index);
    train.step(index, options, true);
  }
  for (let knot = 0; knot < shape.values.length; knot++) shape.values[knot]! *= WARM_SHARE;
}

/** One feature's curve, and where every row lies on it. */
class Shape {
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

/** Rows of one part, each once for every set of features that files may lack, with the current sum of every row. */
class Copies {
  readonly shapes: readonly Shape[];
  readonly #prior: number;
  readonly #rows: Uint32Array;
  readonly #labels: Uint8Array;
  readonly #weights: Float64Array;
  /** Per shape: 1 where the copy has the feature. */
  readonly #seen: readonly Uint8Array[];
  readonly #contributions: readonly Float64Array[];
  /** Per group: index of the shape that counts. */
  readonly #winners: readonly Uint8Array[];
  readonly #sums: Float64Array;
  /** By label: weights under which both kinds count half, all rows together 1. */
  readonly #balance: readonly [other: number, fraud: number];

  constructor(set: TrainingSet, rows: Uint32Array, shapes: readonly Shape[], prior: number) {
    const size = rows.length * oftenMissing.length;
    this.shapes = shapes;
    this.#prior = prior;
    this.#rows = new Uint32Array(size);
    this.#labels = new Uint8Array(size);
    this.#weights = new Float64Array(size);
    this.#seen = shapes.map(() => new Uint8Array(size).fill(1));
    this.#contributions = shapes.map(() => new Float64Array(size));
    this.#winners = [...new Set(shapes.map((shape) => shape.group))].map(() => new Uint8Array(size));
    this.#sums = new Float64Array(size);
    for (const [copy, { hidden, weight }] of oftenMissing.entries()) {
      const from = copy * rows.length;
      this.#rows.set(rows, from);
      for (let i = 0; i < rows.length; i++) this.#labels[from + i] = set.labels[rows[i]!]!;
      this.#weights.fill(weight, from, from + rows.length);
      for (const [i, shape] of shapes.entries()) if (hidden.includes(shape.plan.feature)) this.#seen[i]!.fill(0, from, from + rows.length);
    }
    const total: [number, number] = [0, 0];
    for (let i = 0; i < size; i++) total[this.#labels[i] === 1 ? 1 : 0] += this.#weights[i]!;
    this.#balance = [0.5 / total[0], 0.5 / total[1]];
  }

  /** Recomputes a shape's contributions, its group's winners and the sums. */
  refresh(index: number): void {
    const shape = this.shapes[index]!;
    const contributions = this.#contributions[index]!;
    const seen = this.#seen[index]!;
    for (let i = 0; i < contributions.length; i++) contributions[i] = seen[i] === 1 ? shape.at(this.#rows[i]!) : 0;
    this.#electWinners(shape.group);
    const groups = [...new Set(this.shapes.map((other) => other.group))];
    this.#sums.fill(this.#prior);
    for (const group of groups) {
      const winners = this.#winners[groups.indexOf(group)]!;
      for (let i = 0; i < winners.length; i++) this.#sums[i]! += this.#contributions[winners[i]!]![i]!;
    }
  }

  #electWinners(group: number): void {
    const rivals = this.shapes.flatMap((shape, i) => (shape.group === group ? [i] : []));
    const winners = this.#winners[this.#groupSlot(group)]!;
    winners.fill(rivals[0]!);
    for (const rival of rivals.slice(1)) {
      const contributions = this.#contributions[rival]!;
      for (let i = 0; i < winners.length; i++) {
        if (Math.abs(contributions[i]!) > Math.abs(this.#contributions[winners[i]!]![i]!)) winners[i] = rival;
      }
    }
  }

  #groupSlot(group: number): number {
    return [...new Set(this.shapes.map((shape) => shape.group))].indexOf(group);
  }

  /**
   * One damped Newton step of a shape's knots, then its direction and its bounds.
   * @param isAlone as if this shape were the whole score
   */
  step(index: number, options: FitOptions, isAlone = false): void {
    const shape = this.shapes[index]!;
    const { values } = shape;
    const gradient = new Float64Array(values.length);
    const curvature = new Float64Array(values.length);
    const mass = new Float64Array(values.length);
    const winners = this.#winners[this.#groupSlot(shape.group)]!;
    const seen = this.#seen[index]!;
    const contributions = this.#contributions[index]!;
    let mean = 0;
    for (let i = 0; i < this.#rows.length; i++) {
      if (!isAlone && winners[i] !== index) continue;
      const row = this.#rows[i]!;
      const weight = shape.weight[row]! * seen[i]!;
      if (weight === 0) continue;
      const p = logistic(isAlone ? this.#prior + contributions[i]! : this.#sums[i]!);
      const g = (this.#labels[i]! - p) * weight * this.#weights[i]!;
      const h = p * (1 - p) * weight * weight * this.#weights[i]!;
      const left = shape.left[row]!;
      const along = shape.along[row]!;
      gradient[left]! += g * (1 - along);
      gradient[left + 1]! += g * along;
      curvature[left]! += h * (1 - along);
      curvature[left + 1]! += h * along;
      const balanced = weight * this.#balance[this.#labels[i]!]! * this.#weights[i]!;
      mean += balanced * (contributions[i]! / weight);
      mass[left]! += balanced * (1 - along);
      mass[left + 1]! += balanced * along;
    }
    let totalWeight = 0;
    for (const { weight } of oftenMissing) totalWeight += weight;
    const roughness = options.roughness * totalWeight;
    const centring = options.centring * this.#rows.length;
    const bends = new Float64Array(values.length);
    for (let knot = 1; knot + 1 < values.length; knot++) {
      const bend = values[knot - 1]! - 2 * values[knot]! + values[knot + 1]!;
      bends[knot - 1]! += bend;
      bends[knot]! -= 2 * bend;
      bends[knot + 1]! += bend;
    }
    for (let knot = 0; knot < values.length; knot++) {
      const pull = gradient[knot]! - roughness * bends[knot]! - centring * mean * mass[knot]!;
      const step = pull / (curvature[knot]! + options.ridge * totalWeight + 6 * roughness + centring * mass[knot]!);
      values[knot] = Math.min(MOST_CONTRIBUTION, Math.max(LEAST_CONTRIBUTION, values[knot]! + options.learningRate * step));
    }
    straighten(values, shape.plan.direction);
  }

  /** Mean log-loss. */
  loss(): number {
    let loss = 0;
    let total = 0;
    for (let i = 0; i < this.#sums.length; i++) {
      const signed = this.#labels[i] === 1 ? this.#sums[i]! : -this.#sums[i]!;
      loss += this.#weights[i]! * Math.log1p(Math.exp(-signed));
      total += this.#weights[i]!;
    }
    return loss / total;
  }

  /** Mean absolute contribution of a group over the rows as they are, with nothing hidden. */
  importance(group: number): number {
    const slot = this.#groupSlot(group);
    if (slot < 0) return 0;
    const winners = this.#winners[slot]!;
    const rows = winners.length / oftenMissing.length;
    let sum = 0;
    for (let i = 0; i < rows; i++) sum += Math.abs(this.#contributions[winners[i]!]![i]!);
    return sum / rows;
  }
}

/** The closest curve (least squares) that only rises or only falls: pool adjacent violators. Changes `values`. */
export function straighten(values: Float64Array, direction: Direction): void {
  if (direction === 'free') return;
  const sign = direction === 'rising' ? 1 : -1;
  const means: number[] = [];
  const sizes: number[] = [];
  for (const value of values) {
    means.push(value * sign);
    sizes.push(1);
    while (means.length > 1 && means.at(-2)! > means.at(-1)!) {
      const mean = means.pop()!;
      const size = sizes.pop()!;
      const last = means.length - 1;
      means[last] = (means[last]! * sizes[last]! + mean * size) / (sizes[last]! + size);
      sizes[last]! += size;
    }
  }
  let knot = 0;
  for (const [i, mean] of means.entries()) for (let n = 0; n < sizes[i]!; n++) values[knot++] = mean * sign;
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

function share(labels: Uint8Array, rows: Uint32Array): number {
  let sum = 0;
  for (const row of rows) sum += labels[row]!;
  return sum / rows.length;
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits)) + 0;
}
