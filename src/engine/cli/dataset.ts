import type { ScoredDataset } from '../../analysis/scoredDataset.ts';
import { datasetInfo } from '../datasetInfo.ts';

/** What every command says of the dataset it read. */
export function describeDataset(dataset: ScoredDataset) {
  const { numbers, links, records, rejected, first, last, zone } = datasetInfo('', dataset, 0, false);
  const files = dataset.files.map(({ name, bytes, sha256, rows, rejected }) => ({ name, bytes, sha256, rows, rejected }));
  return { files, numbers, links, records, rejected, first, last, zone };
}
