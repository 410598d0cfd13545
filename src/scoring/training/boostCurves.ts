import { logit } from '../shape.ts';
import type { FitOptions } from './fitOptions.ts';
import type { Direction } from './scorecardPlan.ts';
import { seededRandom } from './trainingSet.ts';

/** A term to be fitted: one value per row, and how much of its curve counts there. */
export interface CurveInput {
  /** NaN where it is missing. */
  readonly values: Float64Array;
  /** Share of the curve's value that counts in each row, 0–1; null for all of it. */
  readonly weights: Float64Array | null;
  readonly direction: Direction;
  /** Terms of one group rival: only the strongest contribution counts. */
  readonly group: number;
  /** Whether a missing value is evidence of its own; otherwise it contributes nothing. */
  readonly missingTells: boolean;
}

/** Rows to fit to; a row may come several times, each time without some of its terms. */
export interface Instances {
  readonly rows: Uint32Array;
  readonly weights: Float64Array;
  /** Per term: 1 where the instance lacks it; null where none does. */
  readonly hidden: readonly (Uint8Array | null)[];
}

/** A fitted curve: straight between the knots, flat beyond them. */
export interface Curve {
  readonly knots: Float64Array;
  /** Log-odds at the knots. */
  readonly values: Float64Array;
  /** Log-odds of a missing value; 0 unless `missingTells`. */
  readonly missing: number;
}

export interface BoostedCurves {
  readonly curves: readonly Curve[];
  /** Log-odds of the share of 1 among the instances; no term is part of it. */
  readonly prior: number;
  /** Mean prediction (log-odds) of the bags that had not seen an instance; NaN where all had. */
  readonly unseen: Float64Array;
}

/** Log-odds are kept within these bounds (a term's contribution, before its weight). */
export interface CurveBounds {
  readonly least: number;
  readonly most: number;
}

/**
 * Cyclic boosting of one curve per term (explainable boosting machines without pairs: Lou, Caruana, Gehrke & Hooker 2013):
 * in turn, each term takes a small Newton step of the log-loss on its best split into two, so that a curve is the sum of
 * many steps; bags are averaged. Monotone terms take only steps in their direction. Deterministic for a seed.
 * @param labels 1 or 0, one per row of the terms' values
 * @param start log-odds of each instance before any curve; the prior where it is null
 */
export function boostCurves(
  terms: readonly CurveInput[], labels: Uint8Array, instances: Instances, bounds: CurveBounds, options: FitOptions, start: Float64Array | null = null,
): BoostedCurves {
  const size = instances.rows.length;
  const binned = terms.map((term, t) => binTerm(term, instances, instances.hidden[t] ?? null, options.bins));
  const target = Uint8Array.from(instances.rows, (row) => labels[row]!);
  const prior = start === null ? logit(share(target, instances.weights)) : 0;
  const sums = binned.map(({ binCount }) => new Float64Array(binCount));
  const unseenSum = new Float64Array(size);
  const unseenCount = new Uint16Array(size);
  const random = seededRandom(options.seed);
  // Labels of one kind tell nothing apart.
  const bags = target.every((label) => label === target[0]) ? 0 : options.bags;
  for (let bag = 0; bag < bags; bag++) {
    const { inside, outside } = drawBag(instances.rows, options.bagShare, random);
    const grown = new Bag(terms, binned, target, instances.weights, inside, outside, start, prior, bounds, options);
    grown.boost();
    for (const [t, values] of grown.best.entries()) for (let bin = 0; bin < values.length; bin++) sums[t]![bin]! += values[bin]! / options.bags;
    grown.eachUnseen((instance, logOdds) => {
      unseenSum[instance]! += logOdds;
      unseenCount[instance]!++;
    });
  }
  return {
    curves: binned.map(({ knots, mass }, t) => {
      const values = sums[t]!.slice(1);
      smooth(values, mass, options.smoothing);
      return { knots, values, missing: terms[t]!.missingTells ? sums[t]![0]! : 0 };
    }),
    prior,
    unseen: unseenSum.map((sum, instance) => (unseenCount[instance] === 0 ? NaN : sum / unseenCount[instance]!)),
  };
}

/** A term cut into bins: bin 0 is missing, the others ascend. */
interface BinnedTerm {
  readonly binCount: number;
  /** Bin of each instance. */
  readonly bins: Uint8Array;
  /** Weight of each instance; 0 where it is missing and says nothing. */
  readonly weights: Float64Array;
  /** Mean value of each bin but the first. */
  readonly knots: Float64Array;
  /** Instances in each bin but the first. */
  readonly mass: Float64Array;
}

function binTerm(term: CurveInput, { rows }: Instances, hidden: Uint8Array | null, most: number): BinnedTerm {
  const known = Float64Array.from(new Set(rows), (row) => term.values[row]!).filter((value) => !Number.isNaN(value)).sort();
  const edges = new Set<number>();
  for (let bin = 1; bin < Math.min(most, 254); bin++) {
    const at = Math.floor((bin * known.length) / most);
    if (at === 0) continue;
    // An edge lies between two values that differ, so that equal values share a bin; a run of equal values has one on either side.
    const value = known[at]!;
    const before = lastBelow(known, at, value);
    if (before >= 0) edges.add((known[before]! + value) / 2);
    const after = firstAbove(known, at, value);
    if (after < known.length && after - at >= known.length / most) edges.add((value + known[after]!) / 2);
  }
  const cuts = Float64Array.from(edges).sort();
  const binCount = (known.length === 0 ? 0 : cuts.length + 1) + 1;
  const bins = new Uint8Array(rows.length);
  const weights = new Float64Array(rows.length);
  const total = new Float64Array(binCount);
  const mass = new Float64Array(binCount);
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    const value = term.values[row]!;
    if (Number.isNaN(value) || hidden?.[i] === 1) {
      weights[i] = term.missingTells ? 1 : 0;
      continue;
    }
    let low = 0;
    let high = cuts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (cuts[middle]! <= value) low = middle + 1;
      else high = middle;
    }
    bins[i] = low + 1;
    weights[i] = term.weights === null ? 1 : term.weights[row]!;
    total[low + 1]! += value;
    mass[low + 1]!++;
  }
  // Every bin but the first holds a known value, though perhaps only in instances that hide it.
  const knots = Float64Array.from({ length: binCount - 1 }, (_, i) => (mass[i + 1] === 0 ? middleOf(cuts, i) : total[i + 1]! / mass[i + 1]!));
  return { binCount, bins, weights, knots, mass: mass.slice(1) };
}

function lastBelow(sorted: Float64Array, from: number, value: number): number {
  let at = from;
  while (at >= 0 && sorted[at]! >= value) at--;
  return at;
}

function firstAbove(sorted: Float64Array, from: number, value: number): number {
  let at = from;
  while (at < sorted.length && sorted[at]! <= value) at++;
  return at;
}

/** Some value within a bin of the cuts. */
function middleOf(cuts: Float64Array, bin: number): number {
  const below = cuts[bin - 1] ?? cuts[bin]!;
  return (below + (cuts[bin] ?? below)) / 2;
}

function share(target: Uint8Array, weights: Float64Array): number {
  let ones = 0;
  let all = 0;
  for (let i = 0; i < target.length; i++) {
    ones += target[i]! * weights[i]!;
    all += weights[i]!;
  }
  // Half an observation of either kind keeps one-sided labels finite.
  return (ones + 0.5) / (all + 1);
}

/** Splits rows at random, all instances of a row to the same side. */
function drawBag(rows: Uint32Array, inShare: number, random: () => number): { readonly inside: Uint32Array; readonly outside: Uint32Array } {
  const isInside = new Map<number, boolean>();
  const inside: number[] = [];
  const outside: number[] = [];
  for (const [instance, row] of rows.entries()) {
    let side = isInside.get(row);
    if (side === undefined) {
      side = random() < inShare;
      isInside.set(row, side);
    }
    (side ? inside : outside).push(instance);
  }
  return { inside: Uint32Array.from(inside), outside: Uint32Array.from(outside) };
}

/** Newton steps that rivals take alone, and the share of them that they keep. */
const WARM_STEPS = 9;
const WARM_SHARE = 0.5;

/** One model of the average. */
class Bag {
  best: Float64Array[];
  readonly #terms: readonly CurveInput[];
  readonly #bounds: CurveBounds;
  readonly #options: FitOptions;
  readonly #inside: Part;
  readonly #outside: Part;
  readonly #values: Float64Array[];
  readonly #gradient = new Float64Array(256);
  readonly #curvature = new Float64Array(256);
  readonly #count = new Uint32Array(256);

  constructor(
    terms: readonly CurveInput[], binned: readonly BinnedTerm[], target: Uint8Array, weights: Float64Array,
    inside: Uint32Array, outside: Uint32Array, start: Float64Array | null, prior: number, bounds: CurveBounds, options: FitOptions,
  ) {
    this.#terms = terms;
    this.#bounds = bounds;
    this.#options = options;
    this.#inside = new Part(terms, binned, target, weights, inside, start, prior);
    this.#outside = new Part(terms, binned, target, weights, outside, start, prior);
    this.#values = binned.map(({ binCount }) => new Float64Array(binCount));
    this.best = this.#values.map((values) => values.slice());
  }

  boost(): void {
    const { maxRounds, patience, learningRate } = this.#options;
    // Rivals for a place in the sum begin with half of what each would say alone; otherwise the first would take it all.
    for (const t of this.#terms.keys()) {
      if (this.#terms.filter(({ group }) => group === this.#terms[t]!.group).length === 1) continue;
      for (let round = 0; round * learningRate < WARM_STEPS; round++) this.#step(t, true);
      this.#values[t]!.forEach((value, bin, values) => (values[bin] = value * WARM_SHARE));
      this.#setBoth(t);
    }
    let least = this.#outside.loss();
    let leastRound = 0;
    for (let round = 1; round <= maxRounds && round - leastRound <= patience; round++) {
      for (let t = 0; t < this.#terms.length; t++) this.#step(t);
      const loss = this.#outside.loss();
      if (loss < least - 1e-6) {
        least = loss;
        leastRound = round;
        for (const [t, values] of this.#values.entries()) this.best[t]!.set(values);
      }
    }
    for (const [t, values] of this.best.entries()) this.#outside.set(t, values);
  }

  eachUnseen(visit: (instance: number, logOdds: number) => void): void {
    this.#outside.each(visit);
  }

  #setBoth(t: number): void {
    this.#inside.set(t, this.#values[t]!);
    this.#outside.set(t, this.#values[t]!);
  }

  /**
   * One term's step: the best split of its bins into lower and higher.
   * @param isAlone as if the term were the whole sum
   */
  #step(t: number, isAlone = false): void {
    const values = this.#values[t]!;
    const bins = values.length;
    const gradient = this.#gradient;
    const curvature = this.#curvature;
    const count = this.#count;
    gradient.fill(0, 0, bins);
    curvature.fill(0, 0, bins);
    count.fill(0, 0, bins);
    this.#inside.collect(t, gradient, curvature, count, isAlone);
    const { learningRate, ridge, leastRows } = this.#options;
    const { direction, missingTells } = this.#terms[t]!;
    if (missingTells) values[0] = this.#bound(values[0]! + (learningRate * gradient[0]!) / (curvature[0]! + ridge));
    let allG = 0;
    let allH = 0;
    let all = 0;
    for (let bin = 1; bin < bins; bin++) {
      allG += gradient[bin]!;
      allH += curvature[bin]!;
      all += count[bin]!;
    }
    let bestGain = 0;
    let bestSplit = 0;
    let low = 0;
    let high = 0;
    let g = 0;
    let h = 0;
    let n = 0;
    for (let bin = 1; bin + 1 < bins; bin++) {
      g += gradient[bin]!;
      h += curvature[bin]!;
      n += count[bin]!;
      if (n < leastRows || all - n < leastRows) continue;
      const below = g / (h + ridge);
      const above = (allG - g) / (allH - h + ridge);
      if ((direction === 'rising' && below > above) || (direction === 'falling' && below < above)) continue;
      const gain = g * below + (allG - g) * above;
      if (gain > bestGain) {
        bestGain = gain;
        bestSplit = bin;
        low = below;
        high = above;
      }
    }
    // Nothing to tell apart: a constant is no evidence.
    if (bestSplit === 0 && !missingTells) return;
    for (let bin = 1; bin < bins; bin++) values[bin] = this.#bound(values[bin]! + learningRate * (bin <= bestSplit ? low : high));
    this.#setBoth(t);
  }

  #bound(value: number): number {
    return Math.min(this.#bounds.most, Math.max(this.#bounds.least, value));
  }
}

/** Some instances with the current sum of each. */
class Part {
  readonly #instances: Uint32Array;
  readonly #target: Uint8Array;
  readonly #weights: Float64Array;
  readonly #bins: readonly Uint8Array[];
  readonly #shares: readonly Float64Array[];
  readonly #starts: Float64Array;
  readonly #sums: Float64Array;
  readonly #contributions: readonly Float64Array[];
  /** Terms of each term's group, itself included. */
  readonly #rivals: readonly (readonly number[])[];

  constructor(
    terms: readonly CurveInput[], binned: readonly BinnedTerm[], target: Uint8Array, weights: Float64Array,
    instances: Uint32Array, start: Float64Array | null, prior: number,
  ) {
    this.#instances = instances;
    this.#target = Uint8Array.from(instances, (i) => target[i]!);
    this.#weights = Float64Array.from(instances, (i) => weights[i]!);
    this.#bins = binned.map(({ bins }) => Uint8Array.from(instances, (i) => bins[i]!));
    this.#shares = binned.map((term) => Float64Array.from(instances, (i) => term.weights[i]!));
    this.#starts = start === null ? new Float64Array(instances.length).fill(prior) : Float64Array.from(instances, (i) => start[i]!);
    this.#sums = this.#starts.slice();
    this.#contributions = terms.map(() => new Float64Array(instances.length));
    this.#rivals = terms.map(({ group }) => terms.flatMap((other, i) => (other.group === group ? [i] : [])));
  }

  /** Adds up the loss's slope and curvature by bin over the instances where the term counts (or none of its group does yet). */
  collect(t: number, gradient: Float64Array, curvature: Float64Array, count: Uint32Array, isAlone: boolean): void {
    const bins = this.#bins[t]!;
    const shares = this.#shares[t]!;
    const own = this.#contributions[t]!;
    const rivals = isAlone ? [] : this.#rivals[t]!.filter((other) => other !== t).map((other) => this.#contributions[other]!);
    for (let i = 0; i < bins.length; i++) {
      const share = shares[i]!;
      if (share === 0) continue;
      if (rivals.some((rival) => Math.abs(rival[i]!) > Math.abs(own[i]!))) continue;
      const p = roughLogistic(isAlone ? this.#starts[i]! + own[i]! : this.#sums[i]!);
      const weight = share * this.#weights[i]!;
      const bin = bins[i]!;
      gradient[bin]! += (this.#target[i]! - p) * weight;
      curvature[bin]! += p * (1 - p) * share * weight;
      count[bin]!++;
    }
  }

  /** Takes a term's curve over and corrects the sums. */
  set(t: number, values: Float64Array): void {
    const bins = this.#bins[t]!;
    const shares = this.#shares[t]!;
    const own = this.#contributions[t]!;
    const rivals = this.#rivals[t]!;
    if (rivals.length === 1) {
      for (let i = 0; i < bins.length; i++) {
        const contribution = shares[i]! * values[bins[i]!]!;
        this.#sums[i]! += contribution - own[i]!;
        own[i] = contribution;
      }
      return;
    }
    for (let i = 0; i < bins.length; i++) {
      const before = this.#strongest(rivals, i);
      own[i] = shares[i]! * values[bins[i]!]!;
      this.#sums[i]! += this.#strongest(rivals, i) - before;
    }
  }

  #strongest(rivals: readonly number[], i: number): number {
    let strongest = 0;
    for (const rival of rivals) {
      const contribution = this.#contributions[rival]![i]!;
      if (Math.abs(contribution) > Math.abs(strongest)) strongest = contribution;
    }
    return strongest;
  }

  /** Mean log-loss; 0 of no instance. */
  loss(): number {
    let loss = 0;
    let all = 0;
    for (let i = 0; i < this.#sums.length; i++) {
      const sum = this.#target[i] === 1 ? this.#sums[i]! : -this.#sums[i]!;
      loss += this.#weights[i]! * (sum > 0 ? Math.log1p(Math.exp(-sum)) : Math.log1p(Math.exp(sum)) - sum);
      all += this.#weights[i]!;
    }
    return all === 0 ? 0 : loss / all;
  }

  each(visit: (instance: number, logOdds: number) => void): void {
    for (const [i, instance] of this.#instances.entries()) visit(instance, this.#sums[i]!);
  }
}

function smooth(values: Float64Array, mass: Float64Array, passes: number): void {
  for (let pass = 0; pass < passes; pass++) {
    const before = values.slice();
    for (let i = 0; i < values.length; i++) {
      let sum = 2 * mass[i]! * before[i]!;
      let weight = 2 * mass[i]!;
      for (const neighbour of [i - 1, i + 1]) {
        if (neighbour < 0 || neighbour >= values.length) continue;
        // A crowded neighbour counts no more than the bin itself: what few rows say is smoothed, not drowned.
        const share = Math.min(mass[i]!, mass[neighbour]!);
        sum += share * before[neighbour]!;
        weight += share;
      }
      if (weight > 0) values[i] = sum / weight;
    }
  }
}

const TABLE_BOUND = 10;
const TABLE_STEPS = 8192;
const logisticTable = Float64Array.from({ length: TABLE_STEPS + 1 }, (_, i) => 1 / (1 + Math.exp(TABLE_BOUND - (2 * TABLE_BOUND * i) / TABLE_STEPS)));

/** The logistic function to 0.0003, an exponential cheaper: boosting asks it millions of times. */
function roughLogistic(x: number): number {
  if (x <= -TABLE_BOUND) return logisticTable[0]!;
  if (x >= TABLE_BOUND) return logisticTable[TABLE_STEPS]!;
  return logisticTable[Math.round(((x + TABLE_BOUND) * TABLE_STEPS) / (2 * TABLE_BOUND))]!;
}
