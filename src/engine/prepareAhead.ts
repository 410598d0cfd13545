import { prepareTrends } from '../analysis/countTrends.ts';
import { prepareDossiers } from '../analysis/prepareDossiers.ts';
import type { ScoredDataset } from '../analysis/scoredDataset.ts';
import { UnknownDataset } from './shelfEntry.ts';
import { inTurns } from './inTurns.ts';

/**
 * Who looks at the queue opens a number next, and then the trends: what these rest on is made while the queue is read.
 * @param closed aborts with UnknownDataset once the dataset can no longer be read, which ends this without a word
 */
export async function prepareAhead(dataset: ScoredDataset, closed: AbortSignal): Promise<void> {
  try {
    await inTurns(prepareDossiers(dataset), closed);
    // What a closer look will change is made once it is known.
    if (dataset.lookCloser === null) await inTurns(prepareTrends(dataset), closed);
  } catch (error) {
    if (!(error instanceof UnknownDataset)) throw error;
  }
}
