/** One sequential scale for counts: whole-number steps that a legend can name. */

/** Counts from..to, both included, share one shade. */
export interface HeatStep {
  readonly from: number;
  readonly to: number;
}

/** Shades above "none". Five can be told apart on paper and by colour-blind eyes. */
export const HEAT_STEPS = 5;

/**
 * Steps that cover 1..max without gap or overlap. Widths grow with the square, because call counts by hour are skewed:
 * equal widths would put nearly all hours into the lightest shade.
 *
 * @returns at most HEAT_STEPS steps, lightest first; none when max is 0
 */
export function heatScale(max: number): readonly HeatStep[] {
  const steps: HeatStep[] = [];
  const count = Math.min(HEAT_STEPS, Math.floor(max));
  let from = 1;
  for (let k = 1; k <= count; k++) {
    const to = k === count ? max : Math.max(from, Math.round(max * (k / count) ** 2));
    steps.push({ from, to });
    from = to + 1;
  }
  return steps;
}

/** 0 for none, else 1..steps.length. */
export function heatLevel(scale: readonly HeatStep[], count: number): number {
  return count <= 0 ? 0 : 1 + scale.findIndex((step) => count <= step.to);
}

/** The shade of a step for a scale of few steps: the darkest is always the darkest. 0 for none, 1..HEAT_STEPS. */
export function heatShade(scale: readonly HeatStep[], count: number): number {
  const level = heatLevel(scale, count);
  return level === 0 ? 0 : HEAT_STEPS - scale.length + level;
}
