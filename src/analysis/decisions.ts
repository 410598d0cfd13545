import type { Decision } from './answers.ts';
import { findNumberKey, NO_NUMBER } from '../records/numberKey.ts';
import type { ScoredDataset } from './scoredDataset.ts';

/** The decision that stands for a number about which none was made. */
export function undecided(number: string): Decision {
  return { number, status: 'new', reason: '', assignee: null };
}

/** What makes a decision unacceptable, or null: a dismissal must say why. */
export function decisionProblem(decision: Decision): 'reasonMissing' | null {
  return decision.status === 'dismissed' && decision.reason.trim() === '' ? 'reasonMissing' : null;
}

/**
 * Applies decisions to those known so far, by number. Answers what stood before about each number named, so that applying
 * the answer undoes this one.
 */
export function applyDecisions(known: Map<string, Decision>, decisions: readonly Decision[]): readonly Decision[] {
  const before = new Map<string, Decision>();
  for (const decision of decisions) {
    if (!before.has(decision.number)) before.set(decision.number, known.get(decision.number) ?? undecided(decision.number));
    if (decision.status === 'new' && decision.reason === '' && decision.assignee === null) known.delete(decision.number);
    else known.set(decision.number, decision);
  }
  return [...before.values()];
}

/** Decisions by row. Those about numbers that this dataset (or window) does not hold are left out; of several about one number the last counts. */
export function decisionsByRow(dataset: ScoredDataset, decisions: readonly Decision[]): ReadonlyMap<number, Decision> {
  const byRow = new Map<number, Decision>();
  for (const decision of decisions) {
    const key = findNumberKey(decision.number, dataset.oddNumbers);
    const row = key === NO_NUMBER ? -1 : dataset.rowOf(key);
    if (row >= 0) byRow.set(row, decision);
  }
  return byRow;
}
