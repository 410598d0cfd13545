import type { CloserColumns } from '../features/closer/closerColumns.ts';
import { lookCloser } from '../features/closer/closerLook.ts';
import type { Scene, TablePiece } from '../features/closer/closerFeature.ts';
import { someRows } from '../features/featureColumns.ts';
import { scoreNumbers } from './score.ts';
import { scorecard } from './scorecard.ts';
import type { Scorecard } from './scorecard.ts';
import type { ScoreTable } from './scoreTable.ts';
import { logit } from './shape.ts';

/** At the first look a number counts as flagged from even odds at this base rate, whatever the user's: who is looked at must not depend on it. Assumed. */
const FLAGGING_BASE_RATE = 0.03;

/**
 * Scores every number, looks closer at those of which more could be told, and scores these again.
 * @param withCloser the scene's pieces once the closer features are known
 */
export function scoreClosely(
  scene: Scene, withCloser: (closer: CloserColumns) => Iterable<TablePiece>, baseRate: number, card: Scorecard = scorecard,
): ScoreTable {
  const rows = scene.features.numbers.length;
  const scores = { logOdds: new Float64Array(rows), coverage: new Float32Array(rows), findings: new Uint32Array(rows) };
  for (const { firstRow, features } of scene.pieces()) {
    const { logOdds, coverage, findings } = scoreNumbers(features, baseRate, card);
    scores.logOdds.set(logOdds, firstRow);
    scores.coverage.set(coverage, firstRow);
    scores.findings.set(findings, firstRow);
  }
  const closer = lookCloser(scene, scores.logOdds.slice(), logit(baseRate) - logit(FLAGGING_BASE_RATE));
  for (const { firstRow, features } of withCloser(closer)) {
    const seen: number[] = [];
    for (let row = 0; row < features.numbers.length; row++) if (closer.has(firstRow + row)) seen.push(row);
    if (seen.length === 0) continue;
    // Coverage is the scorecard's alone, which knows no closer feature.
    const { logOdds, findings } = scoreNumbers(someRows(features, seen), baseRate, card);
    for (const [i, row] of seen.entries()) {
      scores.logOdds[firstRow + row] = logOdds[i]!;
      scores.findings[firstRow + row] = findings[i]!;
    }
  }
  return scores;
}
