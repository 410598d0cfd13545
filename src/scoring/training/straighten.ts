import type { Direction } from './scorecardPlan.ts';

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
