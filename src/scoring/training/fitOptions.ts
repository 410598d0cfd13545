/** How curves are boosted. The defaults were chosen on the validation parts of Sichuan's splits. */
export interface FitOptions {
  /** Quantile bins of a term's values at most (254 at the very most). */
  readonly bins: number;
  /** Share of a Newton step taken at once. */
  readonly learningRate: number;
  /** Added to the curvature: pulls every step to 0. */
  readonly ridge: number;
  /** Least rows on either side of a step. */
  readonly leastRows: number;
  readonly maxRounds: number;
  /** Rounds without a better loss on the rows left out before it stops. */
  readonly patience: number;
  /** Models averaged, each boosted on `bagShare` of the rows and stopped by the others. */
  readonly bags: number;
  readonly bagShare: number;
  /** Passes of a (1, 2, 1) average, weighted by rows, over each curve's neighbouring bins. */
  readonly smoothing: number;
  readonly seed: number;
}

export const defaultFitOptions: FitOptions = {
  bins: 64, learningRate: 0.05, ridge: 1, leastRows: 8, maxRounds: 2000, patience: 30, bags: 8, bagShare: 0.85, smoothing: 1, seed: 1,
};

/** Of a model of many columns, whose curves are free: best of a dozen sets on the validation parts of four splits of Sichuan (mean AUC .9584 against .9580). */
export const columnFitOptions: FitOptions = { ...defaultFitOptions, bins: 32, bags: 16, bagShare: 0.7 };
