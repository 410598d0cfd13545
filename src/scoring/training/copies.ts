import { LEAST_CONTRIBUTION, MOST_CONTRIBUTION } from '../scorecard.ts';
import { logistic } from '../shape.ts';
import type { FitOptions } from './fitOptions.ts';
import { oftenMissing } from './scorecardPlan.ts';
import type { FittedShape } from './fittedShape.ts';
import { straighten } from './straighten.ts';
import type { TrainingSet } from './trainingSet.ts';

/** Rows of one part, each once for every set of features that files may lack, with the current sum of every row. */
export class Copies {
  readonly shapes: readonly FittedShape[];
  readonly #prior: number;
  readonly #rows: Uint32Array;
  readonly #labels: Uint8Array;
  readonly #weights: Float64Array;
  /** Per shape: 1 where the copy has the feature. */
  readonly #seen: readonly Uint8Array[];
  readonly #contributions: readonly Float64Array[];
  /** Group of each shape as an index of `#winners`. */
  readonly #groups: readonly number[];
  /** Per group: index of the shape that counts. */
  readonly #winners: readonly Uint8Array[];
  readonly #sums: Float64Array;
  /** By label: weights under which both kinds count half, all rows together 1. */
  readonly #balance: readonly [other: number, fraud: number];

  constructor(set: TrainingSet, rows: Uint32Array, shapes: readonly FittedShape[], prior: number) {
    const size = rows.length * oftenMissing.length;
    this.shapes = shapes;
    this.#prior = prior;
    this.#rows = new Uint32Array(size);
    this.#labels = new Uint8Array(size);
    this.#weights = new Float64Array(size);
    this.#seen = shapes.map(() => new Uint8Array(size).fill(1));
    this.#contributions = shapes.map(() => new Float64Array(size));
    const groups = [...new Set(shapes.map((shape) => shape.group))];
    this.#groups = shapes.map((shape) => groups.indexOf(shape.group));
    this.#winners = groups.map(() => new Uint8Array(size));
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
    this.#electWinners(this.#groups[index]!);
    this.#sums.fill(this.#prior);
    for (const winners of this.#winners) {
      for (let i = 0; i < winners.length; i++) this.#sums[i]! += this.#contributions[winners[i]!]![i]!;
    }
  }

  #electWinners(group: number): void {
    const rivals = this.#groups.flatMap((other, i) => (other === group ? [i] : []));
    const winners = this.#winners[group]!;
    winners.fill(rivals[0]!);
    for (const rival of rivals.slice(1)) {
      const contributions = this.#contributions[rival]!;
      for (let i = 0; i < winners.length; i++) {
        if (Math.abs(contributions[i]!) > Math.abs(this.#contributions[winners[i]!]![i]!)) winners[i] = rival;
      }
    }
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
    const winners = this.#winners[this.#groups[index]!]!;
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

  /** Mean absolute contribution of a group of the plan over the rows as they are, with nothing hidden. */
  importance(group: number): number {
    const shape = this.shapes.findIndex((other) => other.group === group);
    if (shape < 0) return 0;
    const winners = this.#winners[this.#groups[shape]!]!;
    const rows = winners.length / oftenMissing.length;
    let sum = 0;
    for (let i = 0; i < rows; i++) sum += Math.abs(this.#contributions[winners[i]!]![i]!);
    return sum / rows;
  }
}
