import type { ScoredDataset } from '../analysis/scoredDataset.ts';
import { localTimeText } from '../records/days.ts';
import type { DatasetInfo } from './protocol.ts';

/** What the list of datasets shows of one that was just read. @param openedAt epoch ms */
export function datasetInfo(id: string, dataset: ScoredDataset, openedAt: number): DatasetInfo {
  const time = (moment: ScoredDataset['firstAt']) =>
    moment === null ? null : localTimeText(moment.at, dataset.context.offsetsS[moment.offset] ?? 0);
  return {
    id,
    name: dataset.name,
    files: dataset.files,
    numbers: dataset.features.numbers.length,
    links: dataset.linkCount,
    records: dataset.recordCount,
    rejected: dataset.rejectedCount,
    duplicates: dataset.duplicateCount,
    first: time(dataset.firstAt),
    last: time(dataset.lastAt),
    zone: dataset.context.zone,
    openedAt,
    scoredInMs: dataset.scoredInMs,
    storage: 'saving',
    isSaved: false,
  };
}
