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
export const defaultFitOptions: FitOptions = { knots: 12, learningRate: 0.3, ridge: 5, roughness: 3, centring: 0.05, maxRounds: 600, patience: 40 };
