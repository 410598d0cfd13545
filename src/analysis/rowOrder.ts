import type { SuspectSort } from './answers.ts';
import { argsort, identity } from './argsort.ts';
import { oncePerDataset, recentPerDataset } from './datasetCache.ts';
import type { ScoredDataset } from './scoredDataset.ts';

/** Each an order of all rows: 4 bytes a number. */
const MAX_ORDERS = 6;

function columnOf(dataset: ScoredDataset, sort: SuspectSort): Float64Array {
  switch (sort) {
    case 'score': return dataset.scores.logOdds;
    case 'number': return dataset.features.numbers;
    case 'coverage': return Float64Array.from(dataset.scores.coverage);
    case 'last_seen': return Float64Array.from(dataset.presence.last);
    default: return dataset.features.columns[sort];
  }
}

const byNumber = oncePerDataset((dataset) => {
  const { numbers } = dataset.features;
  return argsort(numbers, identity(numbers.length), false);
});

/** Rows by score, highest first; equal scores by number, so that the order is the same however the rows were made. */
export const rowsByScore = oncePerDataset((dataset) => argsort(dataset.scores.logOdds, byNumber(dataset), true));

/** Place of each row by score, from 1. */
export const ranks = oncePerDataset((dataset) => {
  const order = rowsByScore(dataset);
  const rank = new Uint32Array(order.length);
  for (let i = 0; i < order.length; i++) rank[order[i]!] = i + 1;
  return rank;
});

const otherOrders = recentPerDataset(
  MAX_ORDERS,
  ({ sort, descending }: { readonly sort: SuspectSort; readonly descending: boolean }) => `${sort} ${descending}`,
  (dataset, { sort, descending }) =>
    argsort(columnOf(dataset, sort), sort === 'score' ? byNumber(dataset) : rowsByScore(dataset), descending),
);

/** All rows in the order of a sort. Missing values come last; ties are settled by score, then by number. */
export function rowOrder(dataset: ScoredDataset, sort: SuspectSort, descending: boolean): Uint32Array {
  if (sort === 'score' && descending) return rowsByScore(dataset);
  if (sort === 'number' && !descending) return byNumber(dataset);
  return otherOrders(dataset, { sort, descending });
}
