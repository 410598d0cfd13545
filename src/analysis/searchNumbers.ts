import type { SearchHit } from './answers.ts';
import { rowsContaining } from './numberTexts.ts';
import { numberOfRow, rowOfNumber } from './rowOfNumber.ts';
import { rowsByScore } from './rowOrder.ts';
import type { ScoredDataset } from './scoredDataset.ts';
import { scoreOf } from './scoreOf.ts';

/** Numbers that contain `text`: the one that is exactly it, then highest score first. Empty text finds nothing. */
export function searchNumbers(
  dataset: ScoredDataset, { text, limit }: { readonly text: string; readonly limit: number },
): readonly SearchHit[] {
  const matches = rowsContaining(dataset, text);
  if (matches === null) return [];
  const rows: number[] = [];
  const exact = rowOfNumber(dataset, text);
  if (exact >= 0 && limit > 0) rows.push(exact);
  for (const row of rowsByScore(dataset)) {
    if (rows.length >= limit) break;
    if (matches[row] === 1 && row !== exact) rows.push(row);
  }
  return rows.map((row) => ({ number: numberOfRow(dataset, row), score: scoreOf(dataset.scores.logOdds[row]!) }));
}
