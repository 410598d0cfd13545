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

const GRID = 256;

interface Curve {
  readonly knots: readonly number[];
  readonly values: readonly number[];
}

const made = new WeakMap<Curve, (x: number) => number>();

/** The same as `shapeAt`, for many values: a grid over the knots says where to begin to look. Made once for each curve. */
export function shapeFunction(curve: Curve): (x: number) => number {
  let shape = made.get(curve);
  if (shape === undefined) made.set(curve, (shape = makeShape(curve)));
  return shape;
}

function makeShape(curve: Curve): (x: number) => number {
  const knots = Float64Array.from(curve.knots);
  const values = Float64Array.from(curve.values);
  const last = knots.length - 1;
  const from = knots[0]!;
  const to = knots[last]!;
  const perUnit = GRID / (to - from);
  const begin = new Uint8Array(GRID + 1);
  for (let cell = 0, low = 0; cell <= GRID; cell++) {
    while (low + 1 < last && knots[low + 1]! <= from + cell / perUnit) low++;
    begin[cell] = low;
  }
  return (x) => {
    if (x <= from) return values[0]!;
    if (x >= to) return values[last]!;
    let low = begin[((x - from) * perUnit) | 0]!;
    while (knots[low]! > x) low--;
    while (knots[low + 1]! <= x) low++;
    const share = (x - knots[low]!) / (knots[low + 1]! - knots[low]!);
    return values[low]! + share * (values[low + 1]! - values[low]!);
  };
}

/** Log-odds of a probability in (0, 1). */
export function logit(probability: number): number {
  return Math.log(probability / (1 - probability));
}

/** Probability of log-odds. */
export function logistic(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}
