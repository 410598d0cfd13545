import type { PathAnswer, PathQuery, PathStep } from '../answers.ts';
import { localTimeText } from '../../records/days.ts';
import { isServiceNumber } from '../../features/serviceNumbers.ts';
import { numberOfRow, rowOfNumber } from '../rowOfNumber.ts';
import type { ScoredDataset } from '../scoredDataset.ts';
import { searchBothWays } from './searchBothWays.ts';
import { searchInTime } from './searchInTime.ts';
import type { Hop } from './ties.ts';

/** Two people who both called a hotline did not meet there. A number called by more than this share of all numbers is a hub. Assumed. */
const HUB_SHARE = 0.01;
/** However few numbers there are, nobody called by fewer is a hub. Assumed. */
const LEAST_HUB_CALLERS = 100;

/**
 * The fewest contacts that lead from one number to another. It passes hubs (services, and numbers that a hundredth of all
 * numbers called) only where nothing else leads there. Of several shortest paths, the one whose weakest
 * contact has most records; in time, the one that arrives first.
 */
export function findPath(dataset: ScoredDataset, { from, to, isInTime }: PathQuery): PathAnswer {
  const start = rowOfNumber(dataset, from);
  const end = rowOfNumber(dataset, to);
  const unknown = [...(start < 0 ? [from] : []), ...(end < 0 && to !== from ? [to] : [])];
  if (unknown.length > 0) return { unknown, steps: null, hubs: [] };
  if (start === end) return { unknown, steps: [], hubs: [] };
  const isHub = hubTest(dataset);
  const search = isInTime ? searchInTime : searchBothWays;
  const hops = search(dataset, start, end, (row) => !isHub(row)) ?? search(dataset, start, end, () => true);
  const hubs = (hops ?? []).slice(0, -1).filter((hop) => isHub(hop.to)).map((hop) => numberOfRow(dataset, hop.to));
  return { unknown, steps: hops?.map((hop) => stepOf(dataset, hop)) ?? null, hubs };
}

function hubTest(dataset: ScoredDataset): (row: number) => boolean {
  const most = Math.max(LEAST_HUB_CALLERS, HUB_SHARE * dataset.features.numbers.length);
  return (row) => dataset.features.columns.in_degree[row]! > most || isServiceNumber(dataset.features, row);
}

function stepOf(dataset: ScoredDataset, { from, to, at }: Hop): PathStep {
  return {
    from: numberOfRow(dataset, from),
    to: numberOfRow(dataset, to),
    records: Math.max(recordsBetween(dataset, from, to), recordsBetween(dataset, to, from)),
    at: at === null ? null : localTimeText(at.local, at.offsetS),
  };
}

/** As one end's records have it; a file about one subscriber may know a pair that the other end's file lacks. */
function recordsBetween(dataset: ScoredDataset, row: number, other: number): number {
  const { records, features } = dataset;
  const words = records.recordWords;
  const key = features.numbers[other]!;
  const { f64, from, to } = records.recordsOf(row);
  let count = 0;
  for (let at = from * words + 1; at < to * words; at += words) if (f64[at] === key) count++;
  return count;
}
