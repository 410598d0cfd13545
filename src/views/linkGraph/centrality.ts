/** What a number weighs in what is shown, by one measure. Slow for large graphs, so it runs in `layout.worker.ts`. */

/** `contacts` counts the whole dataset and is known without computing; the others are of what is shown. */
export const sizeMeasures = ['contacts', 'calls', 'degree', 'betweenness', 'pageRank'] as const;
export type SizeMeasure = (typeof sizeMeasures)[number];
export type ComputedMeasure = Exclude<SizeMeasure, 'contacts'>;

export interface WeighedGraph {
  readonly numbers: readonly string[];
  /** Each pair once; `calls` and `records` of both directions together. */
  readonly pairs: readonly { readonly a: string; readonly b: string; readonly calls: number; readonly records: number }[];
}

/** Of a random walk, how often it goes on along a link. Brin and Page (1998). */
const damping = 0.85;
/** A walk has settled when no share moves by more than this part of an even one. */
const settled = 1e-6;
const walksAtMost = 200;

/**
 * The measure of each number, in the order of `numbers`.
 *
 * - `calls`: calls on the links shown
 * - `degree`: links shown
 * - `betweenness`: share of the shortest paths between all others that pass here, 0–1 (Brandes 2001; links count one each)
 * - `pageRank`: share of a random walk along the links, each taken as often as it has calls and texts, 0–1 (Brin and Page 1998)
 */
export function centrality(graph: WeighedGraph, measure: ComputedMeasure): Float64Array {
  const index = new Map(graph.numbers.map((number, i) => [number, i]));
  const links = graph.pairs.flatMap(({ a, b, calls, records }) => {
    const from = index.get(a);
    const to = index.get(b);
    return from === undefined || to === undefined || from === to ? [] : [{ from, to, calls, records }];
  });
  const values = new Float64Array(graph.numbers.length);
  if (measure === 'betweenness') return betweenness(neighboursOf(values.length, links));
  if (measure === 'pageRank') return pageRank(values.length, links);
  for (const { from, to, calls } of links) {
    values[from]! += measure === 'calls' ? calls : 1;
    values[to]! += measure === 'calls' ? calls : 1;
  }
  return values;
}

interface Link {
  readonly from: number;
  readonly to: number;
  readonly records: number;
}

/** Neighbours of node i: `ends[starts[i]]` to `ends[starts[i + 1] - 1]`. */
interface Neighbours {
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
}

function neighboursOf(count: number, links: readonly Link[]): Neighbours {
  const starts = new Uint32Array(count + 1);
  for (const { from, to } of links) {
    starts[from + 1]!++;
    starts[to + 1]!++;
  }
  for (let i = 0; i < count; i++) starts[i + 1]! += starts[i]!;
  const next = starts.slice(0, count);
  const ends = new Uint32Array(2 * links.length);
  for (const { from, to } of links) {
    ends[next[from]!++] = to;
    ends[next[to]!++] = from;
  }
  return { starts, ends };
}

function betweenness({ starts, ends }: Neighbours): Float64Array {
  const count = starts.length - 1;
  const passed = new Float64Array(count);
  const order = new Uint32Array(count);
  const distance = new Int32Array(count);
  const paths = new Float64Array(count);
  const share = new Float64Array(count);
  for (let source = 0; source < count; source++) {
    distance.fill(-1);
    paths.fill(0);
    share.fill(0);
    distance[source] = 0;
    paths[source] = 1;
    order[0] = source;
    let reached = 1;
    for (let at = 0; at < reached; at++) {
      const node = order[at]!;
      for (let i = starts[node]!; i < starts[node + 1]!; i++) {
        const other = ends[i]!;
        if (distance[other] === -1) {
          distance[other] = distance[node]! + 1;
          order[reached++] = other;
        }
        if (distance[other] === distance[node]! + 1) paths[other]! += paths[node]!;
      }
    }
    for (let at = reached - 1; at > 0; at--) {
      const node = order[at]!;
      passed[node]! += share[node]!;
      for (let i = starts[node]!; i < starts[node + 1]!; i++) {
        const before = ends[i]!;
        if (distance[before] === distance[node]! - 1) share[before]! += (paths[before]! / paths[node]!) * (1 + share[node]!);
      }
    }
  }
  // Each pair of others was counted from both of its ends.
  const pairsOfOthers = Math.max(1, (count - 1) * (count - 2));
  return passed.map((value) => value / pairsOfOthers);
}

function pageRank(count: number, links: readonly Link[]): Float64Array {
  const weight = new Float64Array(count);
  for (const { from, to, records } of links) {
    weight[from]! += records;
    weight[to]! += records;
  }
  let shares = new Float64Array(count).fill(1 / Math.max(1, count));
  for (let walk = 0; walk < walksAtMost; walk++) {
    // Who has no links starts anew.
    let lost = 0;
    for (let i = 0; i < count; i++) if (weight[i] === 0) lost += shares[i]!;
    const next = new Float64Array(count).fill((1 - damping + damping * lost) / count);
    for (const { from, to, records } of links) {
      next[to]! += (damping * shares[from]! * records) / weight[from]!;
      next[from]! += (damping * shares[to]! * records) / weight[to]!;
    }
    const moved = next.reduce((most, value, i) => Math.max(most, Math.abs(value - shares[i]!)), 0);
    shares = next;
    if (moved < settled / count) break;
  }
  return shares;
}
