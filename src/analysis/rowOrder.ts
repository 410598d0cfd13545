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

/** From so many equal keys on they are sorted by their bits. */
const MANY = 4096;

/** Puts rows with equal keys in the order of their numbers. Few are equal, so this takes less than having all in that order before. */
function settleTies(order: Uint32Array, keys: Float64Array, numbers: Float64Array): void {
  for (let from = 0, to = 1; from < order.length; from = to++) {
    const key = keys[order[from]!]!;
    while (to < order.length && Object.is(keys[order[to]!]! + 0, key + 0)) to++;
    if (to - from < 2) continue;
    const tied = order.subarray(from, to);
    if (tied.length < MANY) tied.sort((a, b) => numbers[a]! - numbers[b]!);
    else tied.set(argsort(numbers, tied.slice(), false));
  }
}

const byNumber = oncePerDataset((dataset) => {
  const { numbers } = dataset.features;
  return argsort(numbers, identity(numbers.length), false);
});

/** Rows by score, highest first; equal scores by number, so that the order is the same however the rows were made. */
export const rowsByScore = oncePerDataset(({ scores, features }) => {
  const order = argsort(scores.logOdds, identity(scores.logOdds.length), true);
  settleTies(order, scores.logOdds, features.numbers);
  return order;
});

/** Scores looked at to guess which are the highest. */
const SAMPLE = 4096;
/** So many times the rows wanted are expected above the guess, so that it is hardly ever too high. */
const MARGIN = 4;

/** The first `count` rows by score, as `rowsByScore` has them, without having all in order: the queue's first page does not wait for that. */
export const firstByScore = recentPerDataset(1, String, (dataset, count: number) => {
  const { logOdds } = dataset.scores;
  const { numbers } = dataset.features;
  const rows = logOdds.length;
  const sampled = Math.floor((SAMPLE * MARGIN * count) / rows);
  if (sampled < SAMPLE / 2) {
    const sample = new Float64Array(SAMPLE);
    for (let i = 0; i < SAMPLE; i++) sample[i] = logOdds[Math.floor((i * rows) / SAMPLE)]!;
    const guess = sample.sort()[SAMPLE - 1 - sampled]!;
    const high = new Uint32Array(rows);
    let found = 0;
    for (let row = 0; row < rows; row++) if (logOdds[row]! >= guess) high[found++] = row;
    if (found >= count) {
      const order = argsort(logOdds, high.subarray(0, found), true);
      settleTies(order, logOdds, numbers);
      return order.subarray(0, count);
    }
  }
  return rowsByScore(dataset).subarray(0, count);
});

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
