import { statuses } from './answers.ts';
import type { Decision, SuspectFacets, SuspectQuery } from './answers.ts';
import { detectorIds } from '../scoring/detectorIds.ts';
import type { ScoredDataset } from './scoredDataset.ts';
import { scoreOf } from './scoreOf.ts';
import { FAILS_DETECTORS, FAILS_SCORE, FAILS_STATUS, failures, makeSuspectFilter } from './suspectFilter.ts';

const SCORE_BINS = 10;

/**
 * Counts beside the filters, in one pass: a row counts in a facet when it passes all filters but that facet's own. The
 * query's sort, offset and limit do not matter. Numbers without a score are in no score bin.
 */
export function countFacets(dataset: ScoredDataset, query: SuspectQuery, decisions: readonly Decision[]): SuspectFacets {
  const filter = makeSuspectFilter(dataset, query, decisions);
  const { findings, logOdds } = dataset.scores;
  const byDetector = detectorIds.map(() => 0);
  const byStatus = statuses.map(() => 0);
  const byScore = Array.from({ length: SCORE_BINS }, () => 0);
  for (let row = 0; row < logOdds.length; row++) {
    const failed = failures(dataset, filter, row);
    if ((failed & ~FAILS_DETECTORS) === 0 && findings[row] !== 0) {
      for (let i = 0; i < byDetector.length; i++) if ((findings[row]! & (1 << i)) !== 0) byDetector[i]!++;
    }
    if ((failed & ~FAILS_STATUS) === 0) byStatus[filter.statusOf === null ? 0 : filter.statusOf[row]!]!++;
    if ((failed & ~FAILS_SCORE) === 0 && !Number.isNaN(logOdds[row]!)) {
      byScore[Math.min(SCORE_BINS - 1, Math.floor(scoreOf(logOdds[row]!) / (100 / SCORE_BINS)))]!++;
    }
  }
  return {
    detectors: detectorIds.map((id, i) => ({ id, count: byDetector[i]! })),
    statuses: statuses.map((status, i) => ({ status, count: byStatus[i]! })),
    scores: byScore,
  };
}
