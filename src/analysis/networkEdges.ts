import type { NetworkEdge } from './answers.ts';
import { IS_OUT, IS_TEXT, MAX_DURATION_S } from '../records/communication.ts';
import { hashKey, numberText } from '../records/numberKey.ts';
import { timeTextAt } from './recordSpan.ts';
import type { ScoredDataset } from './scoredDataset.ts';

export interface EdgesAmong {
  readonly edges: NetworkEdge[];
  /** How many of the numbers shown each is in contact with, by key. */
  readonly shownContacts: ReadonlyMap<number, number>;
  readonly callThemselves: ReadonlySet<number>;
}

/**
 * Edges between the numbers shown. The records of each are read once and most are passed over: a hub has hundreds of thousands with
 * numbers that are not shown. A pair stands in the records of both ends, and a file about one subscriber knows pairs that the
 * other end's file lacks: the end that knows more counts.
 * @param shown rows by key; -1 where a number has no records of its own
 */
export function edgesAmong(dataset: ScoredDataset, shown: ReadonlyMap<number, { readonly row: number }>): EdgesAmong {
  const isMaybeShown = keyFilter(shown.keys());
  const pairs = new Map<string, Pair>();
  const callThemselves = new Set<number>();
  for (const [ego, { row }] of shown) {
    if (row < 0) continue;
    const seen = new Map<number, Pair>();
    const { f64, u32, from, to } = dataset.records.recordsOf(row);
    const words = dataset.records.recordWords;
    for (let record = from; record < to; record++) {
      const other = f64[record * words + 1]!;
      if (!isMaybeShown(other)) continue;
      if (other === ego) callThemselves.add(ego);
      else if (shown.has(other)) {
        let pair = seen.get(other);
        if (pair === undefined) seen.set(other, (pair = newPair(row, ego, other, u32[record * words * 2 + 4]!)));
        count(pair, u32, record * words * 2);
      }
    }
    for (const pair of seen.values()) {
      const name = pair.ego < pair.other ? `${pair.ego} ${pair.other}` : `${pair.other} ${pair.ego}`;
      const known = pairs.get(name);
      if (known === undefined || pair.records > known.records) pairs.set(name, pair);
    }
  }
  const edges: NetworkEdge[] = [];
  const shownContacts = new Map<number, number>();
  for (const pair of pairs.values()) {
    for (const key of [pair.ego, pair.other]) shownContacts.set(key, (shownContacts.get(key) ?? 0) + 1);
    edges.push(...directedEdges(dataset, pair));
  }
  return { edges, shownContacts, callThemselves };
}

/** Two numbers in contact, as the one in `row` tells it. */
interface Pair {
  readonly row: number;
  readonly ego: number;
  readonly other: number;
  records: number;
  readonly out: Traffic;
  readonly in: Traffic;
  /** Local seconds. */
  readonly first: number;
  last: number;
}
interface Traffic {
  calls: number;
  texts: number;
  seconds: number;
}

function newPair(row: number, ego: number, other: number, first: number): Pair {
  return { row, ego, other, records: 0, out: { calls: 0, texts: 0, seconds: 0 }, in: { calls: 0, texts: 0, seconds: 0 }, first, last: first };
}

/** Counts a record as the features do (`egoSummary.ts`). Records are in time order. @param half its place among 4-byte words */
function count(pair: Pair, u32: Uint32Array, half: number): void {
  const traits = u32[half + 5]!;
  const traffic = (traits & IS_OUT) !== 0 ? pair.out : pair.in;
  pair.records++;
  pair.last = u32[half + 4]!;
  if ((traits & IS_TEXT) !== 0) traffic.texts++;
  else {
    traffic.calls++;
    traffic.seconds += traits & MAX_DURATION_S;
  }
}

/** A pair as one edge per direction in which there was anything; first and last are the pair's. */
function directedEdges(dataset: ScoredDataset, pair: Pair): NetworkEdge[] {
  const ego = numberText(pair.ego, dataset.oddNumbers);
  const other = numberText(pair.other, dataset.oddNumbers);
  const first = timeTextAt(dataset, pair.row, pair.first);
  const last = timeTextAt(dataset, pair.row, pair.last);
  return [
    { from: ego, to: other, ...pair.out, first, last },
    { from: other, to: ego, ...pair.in, first, last },
  ].filter(({ calls, texts }) => calls + texts > 0);
}

/** False for nearly all keys but the given ones, in a nanosecond: a hub's contacts are mostly not shown. */
function keyFilter(keys: Iterable<number>): (key: number) => boolean {
  const bits = new Uint8Array(1 << 16);
  for (const key of keys) bits[hashKey(key) & 0xffff] = 1;
  return (key) => bits[hashKey(key) & 0xffff] === 1;
}
