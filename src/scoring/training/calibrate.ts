import { logistic } from '../shape.ts';

/** Log-odds come true as anchor + scale × (log-odds − anchor) + offset. */
export interface Calibration {
  readonly scale: number;
  readonly offset: number;
}

const MOST_STEPS = 50;
/** Pseudo-observations that hold the line where it is: few labels move it little. */
const PRIOR_WEIGHT = 1;

/**
 * Platt's scaling (1999) by Newton's method, on predictions for rows that their model had not seen; NaN predictions are
 * left out. A line keeps additive terms additive: each is multiplied by the scale.
 * @param anchor log-odds of no evidence, about which the scale turns
 */
export function calibrate(logOdds: Float64Array, labels: ArrayLike<number>, weights: Float64Array, anchor: number): Calibration {
  let scale = 1;
  let offset = 0;
  for (let step = 0; step < MOST_STEPS; step++) {
    let gScale = -PRIOR_WEIGHT * (scale - 1);
    let gOffset = -PRIOR_WEIGHT * offset;
    let hScale = PRIOR_WEIGHT;
    let hBoth = 0;
    let hOffset = PRIOR_WEIGHT;
    for (let i = 0; i < logOdds.length; i++) {
      const x = logOdds[i]! - anchor;
      if (Number.isNaN(x)) continue;
      const p = logistic(anchor + scale * x + offset);
      const g = (labels[i]! - p) * weights[i]!;
      const h = p * (1 - p) * weights[i]!;
      gScale += g * x;
      gOffset += g;
      hScale += h * x * x;
      hBoth += h * x;
      hOffset += h;
    }
    const determinant = hScale * hOffset - hBoth * hBoth;
    const dScale = (hOffset * gScale - hBoth * gOffset) / determinant;
    const dOffset = (hScale * gOffset - hBoth * gScale) / determinant;
    // A scale outside these bounds says that the predictions are worthless, or perfect: neither is believed.
    const nextScale = Math.min(3, Math.max(0.2, scale + dScale));
    const moved = Math.abs(nextScale - scale) + Math.abs(dOffset);
    scale = nextScale;
    offset += dOffset;
    if (moved < 1e-9) break;
  }
  return { scale, offset };
}
