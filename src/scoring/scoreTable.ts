/** Scores by number: row i of every array belongs to row i of the feature table they were made from. */
export interface ScoreTable {
  /** Log-odds of fraud at the stated base rate; the score shown is 100 / (1 + e^−logOdds). */
  readonly logOdds: Float64Array;
  /** Share of the score's evidence that the files could give, 0–1. */
  readonly coverage: Float32Array;
  /** Findings as bits, in the order of `detectorIds`. */
  readonly findings: Uint32Array;
}
