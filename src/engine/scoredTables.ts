import type { ScoredDataset } from '../analysis/scoredDataset.ts';
import { NumberIndex } from '../records/numberIndex.ts';
import { scoreClosely, scorePieces } from '../scoring/scoreClosely.ts';
import type { ChunkedTables } from './chunkedTables.ts';

/** What of a dataset comes from its chunks: scored chunk by chunk, and what a closer look would make of it. */
export function scoredTables(
  tables: ChunkedTables, baseRate: number, linkCount: number,
): Pick<ScoredDataset, 'features' | 'presence' | 'records' | 'scores' | 'rowOf' | 'lookCloser'> {
  const index = new NumberIndex(tables.numbers);
  const { features, presence, records } = tables;
  const rowOf = (key: number) => index.rowOf(key);
  const scores = scorePieces(tables.pieces(), tables.numbers.length, baseRate);
  return {
    features, presence, records, scores, rowOf,
    *lookCloser(facts) {
      const closely = yield* scoreClosely({ features, presence, records, linkCount, rowOf, facts, pieces: () => tables.pieces() }, scores, (closer) => {
        tables.takeCloser(closer);
        return tables.pieces();
      }, baseRate);
      return { features: tables.features, scores: closely };
    },
  };
}
