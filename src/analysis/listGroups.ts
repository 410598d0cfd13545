import { isServiceIn } from '../features/serviceNumbers.ts';
import { detectorIds } from '../scoring/detectorIds.ts';
import { numberText } from '../records/numberKey.ts';
import { contactsOf } from './contactsOf.ts';
import { numberOfRow } from './rowOfNumber.ts';
import type { ScoredDataset } from './scoredDataset.ts';

/** Callers that were found as one group, and the numbers that they share. */
export interface GroupFinding {
  /** Highest score first. */
  readonly callers: readonly string[];
  /** Numbers that at least two of them called and that called none of them back; the most shared first, at most MOST_CALLED. */
  readonly called: readonly { readonly number: string; readonly callers: number }[];
  /** Links within the group ÷ links that the degrees of its members would give by chance. */
  readonly timesChance: number;
}

const MOST_CALLED = 200;

/** The dense groups of a dataset, the densest first. Rows whose finding was outweighed by what speaks for them are in none. */
export function listGroups(dataset: ScoredDataset): readonly GroupFinding[] {
  const { features, scores } = dataset;
  const bit = 1 << detectorIds.indexOf('denseGroup');
  // Members of one block have one ratio, and no two blocks the same.
  const blocks = new Map<number, number[]>();
  for (let row = 0; row < features.numbers.length; row++) {
    if ((scores.findings[row]! & bit) === 0) continue;
    const ratio = features.columns.block_ratio[row]!;
    const block = blocks.get(ratio);
    if (block === undefined) blocks.set(ratio, [row]);
    else block.push(row);
  }
  return [...blocks].toSorted(([a], [b]) => b - a).map(([timesChance, rows]) => ({
    callers: rows.toSorted((a, b) => scores.logOdds[b]! - scores.logOdds[a]! || features.numbers[a]! - features.numbers[b]!).map((row) => numberOfRow(dataset, row)),
    called: sharedBy(dataset, rows),
    timesChance,
  }));
}

function sharedBy(dataset: ScoredDataset, rows: readonly number[]): GroupFinding['called'] {
  const callers = new Map<number, number>();
  for (const row of rows) {
    const { other, callsOut, callsIn, textsIn } = contactsOf(dataset, row);
    for (let i = 0; i < other.length; i++) {
      if (callsOut[i] === 0 || callsIn[i]! + textsIn[i]! > 0 || isServiceIn(dataset.features, other[i]!)) continue;
      callers.set(other[i]!, (callers.get(other[i]!) ?? 0) + 1);
    }
  }
  return [...callers].filter(([, count]) => count > 1).toSorted(([a, many], [b, more]) => more - many || a - b).slice(0, MOST_CALLED)
    .map(([key, count]) => ({ number: numberText(key, dataset.oddNumbers), callers: count }));
}
