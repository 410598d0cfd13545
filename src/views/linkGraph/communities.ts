/** Which of the numbers shown belong together: those with more to do with each other than chance would have it. */

export interface TiedGraph {
  readonly numbers: readonly string[];
  readonly pairs: readonly { readonly a: string; readonly b: string; readonly records: number }[];
}

/** Gains below this are rounding. */
const leastGain = 1e-12;
const roundsAtMost = 50;

interface Level {
  readonly count: number;
  /** Neighbours with the weight of the tie, by node; a node's own ties inside are in `inside`. */
  readonly ties: readonly ReadonlyMap<number, number>[];
  readonly inside: Float64Array;
}

/**
 * The community of each number, in the order of `numbers`, counted from 0 by first member. Louvain's method (Blondel et al.
 * 2008) on modularity (Newman 2004). A tie weighs ln(1 + records), so that one busy link does not swallow its surroundings.
 * Deterministic: nodes are visited in their order, and of equal gains the first community is taken.
 */
export function findCommunities({ numbers, pairs }: TiedGraph): Uint32Array {
  const index = new Map(numbers.map((number, i) => [number, i]));
  const ties = numbers.map(() => new Map<number, number>());
  for (const { a, b, records } of pairs) {
    const from = index.get(a);
    const to = index.get(b);
    if (from === undefined || to === undefined || from === to) continue;
    tie(ties, from, to, Math.log1p(records));
  }
  let level: Level = { count: numbers.length, ties, inside: new Float64Array(numbers.length) };
  let found: Uint32Array = Uint32Array.from(numbers, (_, i) => i);
  for (;;) {
    const joined = renumber(joinNeighbours(level));
    const count = joined.reduce((most, community) => Math.max(most, community + 1), 0);
    found = renumber(found.map((community) => joined[community]!));
    if (count === level.count) return found;
    level = gather(level, joined, count);
  }
}

function tie(ties: readonly Map<number, number>[], from: number, to: number, weight: number): void {
  ties[from]!.set(to, (ties[from]!.get(to) ?? 0) + weight);
  ties[to]!.set(from, (ties[to]!.get(from) ?? 0) + weight);
}

/** Moves each node to the neighbouring community where modularity gains most, until none gains. */
function joinNeighbours({ count, ties, inside }: Level): Uint32Array {
  const weight = inside.map((own) => 2 * own);
  for (const [node, of] of ties.entries()) for (const value of of.values()) weight[node]! += value;
  const total = weight.reduce((sum, value) => sum + value, 0);
  const community = Uint32Array.from({ length: count }, (_, i) => i);
  if (total === 0) return community;
  const communityWeight = weight.slice();
  for (let round = 0; round < roundsAtMost; round++) {
    let isMoved = false;
    for (let node = 0; node < count; node++) {
      const own = community[node]!;
      communityWeight[own]! -= weight[node]!;
      const to = new Map<number, number>([[own, 0]]);
      for (const [other, value] of ties[node]!) to.set(community[other]!, (to.get(community[other]!) ?? 0) + value);
      const gain = (there: number, tied: number) => tied - (communityWeight[there]! * weight[node]!) / total;
      let best = own;
      let most = gain(own, to.get(own)!);
      for (const [there, tied] of to) {
        const gained = gain(there, tied);
        if (gained > most + leastGain) {
          best = there;
          most = gained;
        }
      }
      communityWeight[best]! += weight[node]!;
      community[node] = best;
      isMoved ||= best !== own;
    }
    if (!isMoved) break;
  }
  return community;
}

/** Each community as one node of the next level. */
function gather(level: Level, community: Uint32Array, count: number): Level {
  const ties = Array.from({ length: count }, () => new Map<number, number>());
  const inside = new Float64Array(count);
  for (let node = 0; node < level.count; node++) {
    inside[community[node]!]! += level.inside[node]!;
    for (const [other, value] of level.ties[node]!) {
      if (other < node) continue;
      const from = community[node]!;
      const to = community[other]!;
      if (from === to) inside[from]! += value;
      else tie(ties, from, to, value);
    }
  }
  return { count, ties, inside };
}

function renumber(community: Uint32Array): Uint32Array {
  const names = new Map<number, number>();
  return community.map((name) => {
    if (!names.has(name)) names.set(name, names.size);
    return names.get(name)!;
  });
}
