import { findNumberKey, NO_NUMBER, numberText } from '../records/numberKey.ts';
import type { ScoredDataset } from './scoredDataset.ts';
import { scoreOf } from './scoreOf.ts';

/** Row of a number given as text, in any spelling; -1 when the dataset does not hold it. */
export function rowOfNumber(dataset: ScoredDataset, number: string): number {
  const key = findNumberKey(number, dataset.oddNumbers);
  return key === NO_NUMBER ? -1 : dataset.rowOf(key);
}

/** A row's number as text. */
export function numberOfRow(dataset: ScoredDataset, row: number): string {
  return numberText(dataset.features.numbers[row]!, dataset.oddNumbers);
}

/** Score of a row; null for row -1 (the other end has no records of its own) and where there is none. */
export function scoreOfRow(dataset: ScoredDataset, row: number): number | null {
  const logOdds = row < 0 ? NaN : dataset.scores.logOdds[row]!;
  return Number.isNaN(logOdds) ? null : scoreOf(logOdds);
}
