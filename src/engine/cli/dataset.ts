import type { ScoredDataset } from '../../analysis/scoredDataset.ts';
import { localTimeText } from '../../records/days.ts';
import { datasetInfo } from '../datasetInfo.ts';

/** What every command says of the dataset it read; with a window, of the records in it. `rejectedRows` are as many as are kept. */
export function describeDataset(dataset: ScoredDataset) {
  const { numbers, links, records, rejected, duplicates, first, last, zone } = datasetInfo('', dataset, 0);
  const files = dataset.files.map(({ name, kind, bytes, sha256, rows, rejected, problems }) =>
    ({ name, kind: kind ?? 'communications', bytes, sha256, rows, rejected, ...(problems === undefined ? {} : { problems }) }));
  const span = dataset.window === null ? { first, last } : spanWithin(dataset);
  return { files, numbers, links, records, rejected, duplicates, ...span, zone, rejectedRows: dataset.rejected };
}

function spanWithin({ presence, context, firstAt, lastAt }: ScoredDataset): { readonly first: string | null; readonly last: string | null } {
  if (presence.first.length === 0) return { first: null, last: null };
  const text = (at: number, offset: number) => localTimeText(at, context.offsetsS[offset] ?? 0);
  const first = presence.first.reduce((least, at) => Math.min(least, at), Infinity);
  const last = presence.last.reduce((most, at) => Math.max(most, at), 0);
  return { first: text(first, firstAt?.offset ?? 0), last: text(last, lastAt?.offset ?? 0) };
}
