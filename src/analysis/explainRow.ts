import type { Finding, LeastChange, Reason } from './answers.ts';
import type { FeatureName } from '../features/featureNames.ts';
import type { ScoredDataset } from './scoredDataset.ts';

/** Why a number has its score, in the words of the answers. */
export interface RowExplanation {
  /** All terms with a contribution other than 0, strongest first. */
  readonly reasons: readonly Reason[];
  readonly findings: readonly Finding[];
  readonly leastChange: LeastChange | null;
}

export function explainRow(_dataset: ScoredDataset, _row: number): RowExplanation {
  return { reasons: [], findings: [], leastChange: null };
}

export function percentileOf(_dataset: ScoredDataset, _feature: FeatureName, _value: number): number | null {
  return null;
}
