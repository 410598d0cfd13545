import { lookCloser } from '../features/closer/closerLook.ts';
import type { Scene } from '../features/closer/closerLook.ts';
import { detectorIds } from './detectorIds.ts';
import { explainNumber, scoreNumbers } from './score.ts';
import { scorecard } from './scorecard.ts';
import type { Scorecard } from './scorecard.ts';
import type { ScoreTable } from './scoreTable.ts';
import { spanDays } from './detectors/detector.ts';
import { logit } from './shape.ts';

/** At the first look a number counts as flagged from even odds at this base rate, whatever the user's: who is looked at must not depend on it. Assumed. */
const FLAGGING_BASE_RATE = 0.03;

/**
 * Scores every number, looks closer at those of which more could be told, and scores these again. Fills the closer features
 * of `scene.features` in place.
 */
export function scoreClosely(scene: Scene, baseRate: number, card: Scorecard = scorecard): ScoreTable {
  const { features } = scene;
  const scores = scoreNumbers(features, baseRate, card);
  const days = spanDays(features);
  for (const row of lookCloser(scene, scores.logOdds.slice(), logit(baseRate) - logit(FLAGGING_BASE_RATE))) {
    const { logOdds, findings } = explainNumber(features, row, baseRate, card, days);
    scores.logOdds[row] = logOdds;
    scores.findings[row] = findings.reduce((bits, { id }) => bits | (1 << detectorIds.indexOf(id)), 0);
  }
  return scores;
}
