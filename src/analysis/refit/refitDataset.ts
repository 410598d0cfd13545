import { correctedCard } from '../../scoring/correction.ts';
import { scoreNumbers } from '../../scoring/score.ts';
import { scorecard } from '../../scoring/scorecard.ts';
import { recentPerDataset } from '../datasetCache.ts';
import { withLists } from '../numberMarks.ts';
import type { ScoredDataset } from '../scoredDataset.ts';
import type { Refit } from './refitAnswers.ts';

/** A dataset and a preview's candidate beside it. */
const KEPT = 2;

const refitted = recentPerDataset(KEPT, (refit: Refit) => JSON.stringify(refit), (dataset, refit): ScoredDataset => {
  const card = correctedCard(scorecard, refit.factors);
  const { logOdds } = scoreNumbers(dataset.features, dataset.baseRate, card);
  return withLists({
    ...dataset,
    // Coverage and findings are what the files give, whatever was decided.
    scores: { ...dataset.scores, logOdds },
    refitted: { refit, card, shipped: dataset },
  });
});

/** The dataset scored by what was learned in it; by the shipped model alone when that is null. Kept, as each is as long as the dataset. */
export function refitDataset(dataset: ScoredDataset, refit: Refit | null): ScoredDataset {
  const shipped = shippedDataset(dataset);
  return refit === null ? shipped : refitted(shipped, refit);
}

/** The dataset scored by the shipped model. */
export function shippedDataset(dataset: ScoredDataset): ScoredDataset {
  return dataset.refitted?.shipped ?? dataset;
}
