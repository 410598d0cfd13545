/** Value at `x` of the curve through (knots[i], values[i]): straight between knots, flat beyond. `x` is not NaN. */
export function shapeAt(knots: ArrayLike<number>, values: ArrayLike<number>, x: number): number {
  const last = knots.length - 1;
  if (x <= knots[0]!) return values[0]!;
  if (x >= knots[last]!) return values[last]!;
  let low = 0;
  let high = last;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (knots[middle]! <= x) low = middle;
    else high = middle;
  }
  const share = (x - knots[low]!) / (knots[high]! - knots[low]!);
  return values[low]! + share * (values[high]! - values[low]!);
}

/** So fine that a cell hardly ever holds a knot. */
const GRID = 2048;

interface Curve {
  readonly knots: readonly number[];
  readonly values: readonly number[];
}

interface GriddedCurve {
  readonly knots: Float64Array;
  readonly values: Float64Array;
  /** Cells of the grid per unit of x. */
  readonly perUnit: number;
  /** By cell, the last knot at or below its lower edge. */
  readonly begin: Uint8Array;
}

const made = new WeakMap<Curve, GriddedCurve>();

/** Made once for each curve. */
function griddedCurve(curve: Curve): GriddedCurve {
  let gridded = made.get(curve);
  if (gridded === undefined) made.set(curve, (gridded = makeGrid(curve)));
  return gridded;
}

function makeGrid(curve: Curve): GriddedCurve {
  const knots = Float64Array.from(curve.knots);
  const values = Float64Array.from(curve.values);
  const last = knots.length - 1;
  const perUnit = GRID / (knots[last]! - knots[0]!);
  const begin = new Uint8Array(GRID + 1);
  for (let cell = 0, low = 0; cell <= GRID; cell++) {
    while (low + 1 < last && knots[low + 1]! <= knots[0]! + cell / perUnit) low++;
    begin[cell] = low;
  }
  return { knots, values, perUnit, begin };
}

/**
 * For many values the same as `shapeAt`, each times its weight: a grid over the knots says where to begin to look.
 * @param weights by value; 0 afterwards where the value is NaN
 * @param weighed becomes shape × weight, 0 where the value is NaN
 */
export function weighShapes(curve: Curve, xs: Float64Array, weights: Float64Array, weighed: Float64Array): void {
  const { knots, values, perUnit, begin } = griddedCurve(curve);
  const last = knots.length - 1;
  const [from, to] = [knots[0]!, knots[last]!];
  const [first, end] = [values[0]!, values[last]!];
  for (let i = 0; i < xs.length; i++) {
    const x = xs[i]!;
    let shape = 0;
    if (x <= from) shape = first;
    else if (x >= to) shape = end;
    else if (Number.isNaN(x)) weights[i] = 0;
    else {
      let low = begin[((x - from) * perUnit) | 0]!;
      while (knots[low]! > x) low--;
      while (knots[low + 1]! <= x) low++;
      const share = (x - knots[low]!) / (knots[low + 1]! - knots[low]!);
      shape = values[low]! + share * (values[low + 1]! - values[low]!);
    }
    weighed[i] = weights[i]! * shape;
  }
}

/** Log-odds of a probability in (0, 1). */
export function logit(probability: number): number {
  return Math.log(probability / (1 - probability));
}

/** Probability of log-odds. */
export function logistic(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}
