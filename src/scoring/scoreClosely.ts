import type { CloserColumns } from '../features/closer/closerColumns.ts';
import { flaggedRows, lookCloser } from '../features/closer/closerLook.ts';
import { findKin } from '../features/closer/kin.ts';
import { findReplacements } from '../features/closer/replacements.ts';
import type { Scene, TablePiece } from '../features/closer/closerFeature.ts';
import { someRows } from '../features/featureColumns.ts';
import { scoreNumbers } from './score.ts';
import type { ScoreTable } from './scoreTable.ts';
import { logit } from './shape.ts';
import type { Pauses } from '../records/steps.ts';

/** At the first look a number counts as flagged from even odds at this base rate, whatever the user's: who is looked at must not depend on it. Assumed. */
const FLAGGING_BASE_RATE = 0.03;
/** Assumed. */
const KIN_ROUNDS = 2;

/** Log-odds from which a number counts as flagged in a dataset scored at a base rate. */
export function flaggingLine(baseRate: number): number {
  return logit(baseRate) - logit(FLAGGING_BASE_RATE);
}

/** Scores every number by its own records: the first look. A number of rows at a time, so that not all columns need to be in memory. */
export function scorePieces(pieces: Iterable<TablePiece>, rows: number, baseRate: number): ScoreTable {
  const scores = { logOdds: new Float64Array(rows), coverage: new Float32Array(rows), findings: new Uint32Array(rows) };
  for (const { firstRow, features } of pieces) {
    const { logOdds, coverage, findings } = scoreNumbers(features, baseRate);
    scores.logOdds.set(logOdds, firstRow);
    scores.coverage.set(coverage, firstRow);
    scores.findings.set(findings, firstRow);
  }
  return scores;
}

/**
 * Looks closer at the numbers of which more could be told, and scores these again; then at those that took a flagged number's place
 * or share something with flagged numbers, and scores these once more. Yields now and then.
 * @param first scores of the first look, which stay as they are
 * @param withCloser the scene's pieces once more closer features are known
 */
export function* scoreClosely(
  scene: Scene, first: ScoreTable, withCloser: (closer: CloserColumns) => Iterable<TablePiece>, baseRate: number,
): Pauses<ScoreTable> {
  const line = flaggingLine(baseRate);
  const { closer, ...found } = yield* lookCloser(scene, first.logOdds, line);
  // Coverage is the scorecard's alone, which knows no closer feature.
  const scores = { ...first, logOdds: first.logOdds.slice(), findings: first.findings.slice() };
  yield* scoreAgain(withCloser(closer), (row) => closer.has(row), scores, baseRate);
  const replacing = new Set(yield* findReplacements(scene, [...flaggedRows(scene, scores.logOdds, line), ...found.seized], found.newcomers, closer));
  yield* scoreAgain(withCloser(closer), (row) => replacing.has(row), scores, baseRate);
  // Kin that are flagged for it have kin of their own.
  for (let round = 0; round < KIN_ROUNDS; round++) {
    const kin = new Set(yield* findKin(scene, { flagged: flaggedRows(scene, scores.logOdds, line), ...found }, closer));
    yield* scoreAgain(withCloser(closer), (row) => kin.has(row), scores, baseRate);
  }
  return scores;
}

function* scoreAgain(pieces: Iterable<TablePiece>, isWanted: (row: number) => boolean, scores: ScoreTable, baseRate: number): Pauses {
  for (const { firstRow, features } of pieces) {
    const wanted: number[] = [];
    for (let row = 0; row < features.numbers.length; row++) if (isWanted(firstRow + row)) wanted.push(row);
    yield;
    if (wanted.length === 0) continue;
    const { logOdds, findings } = scoreNumbers(someRows(features, wanted), baseRate);
    for (const [i, row] of wanted.entries()) {
      scores.logOdds[firstRow + row] = logOdds[i]!;
      scores.findings[firstRow + row] = findings[i]!;
    }
  }
}
