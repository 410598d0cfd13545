import { localTimeText, parseDay } from '../records/days.ts';
import { OFFSET_SHIFT } from '../records/communication.ts';
import type { RecordViews } from '../records/recordStore.ts';
import { oncePerDataset } from './datasetCache.ts';
import type { ScoredDataset } from './scoredDataset.ts';

/** Days of the dataset's window, or of its whole span; both included. first > last when there are none. */
export const daySpan = oncePerDataset((dataset) => {
  const { window, firstDay, lastDay } = dataset;
  if (window === null) return { first: firstDay, last: lastDay };
  return { first: Math.max(firstDay, parseDay(window.from)), last: Math.min(lastDay, parseDay(window.to)) };
});

/** Index of the first record that starts at or after `at` local seconds; `to` when none does. */
export function firstAtOrAfter({ u32, from, to }: RecordViews, halves: number, at: number): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (u32[middle * halves + 4]! < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Start of a record in local seconds. */
export function startOf(views: RecordViews, recordWords: number, record: number): number {
  return views.u32[record * recordWords * 2 + 4]!;
}

/** A record's start with its offset. */
export function timeTextOf(dataset: ScoredDataset, views: RecordViews, record: number): string {
  const half = record * dataset.records.recordWords * 2;
  return localTimeText(views.u32[half + 4]!, dataset.context.offsetsS[views.u32[half + 5]! >>> OFFSET_SHIFT] ?? 0);
}

/** A local time of one of the row's records with that record's offset. Only datasets with several offsets need to look it up. */
export function timeTextAt(dataset: ScoredDataset, row: number, at: number): string {
  const { offsetsS } = dataset.context;
  if (offsetsS.length < 2) return localTimeText(at, offsetsS[0] ?? 0);
  const views = dataset.records.recordsOf(row);
  const record = firstAtOrAfter(views, dataset.records.recordWords * 2, at);
  return record < views.to ? timeTextOf(dataset, views, record) : localTimeText(at, offsetsS[0]!);
}
