/** From communities to what is drawn: each as one node that stands for its numbers, until it is opened. */
import type { GraphCommunity, GraphNode, GraphPair, LinkGraph, Traffic } from './linkGraphModel.ts';
import { bandOf, pairId } from './linkGraphModel.ts';

/** Two numbers are a link and no community. */
const leastMembers = 3;

/**
 * The same graph with the numbers of each community of three and more gathered into one node, which takes the place of its
 * head: the opened number, or else the one with most links inside. A community that holds one of `split` is left open.
 *
 * @param communityOf of each number shown; numbers without one stand alone
 */
export function gatherCommunities(graph: LinkGraph, communityOf: ReadonlyMap<string, number>, split: readonly string[]): LinkGraph {
  const byCommunity = Map.groupBy(graph.nodes.filter(({ number }) => communityOf.has(number)), ({ number }) => communityOf.get(number)!);
  const links = new Map<string, number>();
  const callsInside = new Map<number, number>();
  for (const { a, b, fromA, fromB } of graph.pairs) {
    const community = communityOf.get(a);
    if (community === undefined || community !== communityOf.get(b)) continue;
    callsInside.set(community, (callsInside.get(community) ?? 0) + fromA.calls + fromB.calls);
    for (const end of [a, b]) links.set(end, (links.get(end) ?? 0) + 1);
  }
  const apart = new Set(split);
  const communities: GraphCommunity[] = [];
  /** The community's head, by each of its numbers. */
  const heads = new Map<string, GraphCommunity>();
  for (const [community, nodes] of byCommunity) {
    if (nodes.length < leastMembers) continue;
    const rank = (node: GraphNode) => (node.isOpen ? graph.nodes.length : 0) + (links.get(node.number) ?? 0);
    const head = nodes.reduce((best, node) => (rank(node) > rank(best) ? node : best));
    const members = nodes.map(({ number }) => number);
    const found = { head: head.number, members, callsInside: callsInside.get(community) ?? 0, isOpen: members.some((number) => apart.has(number)) };
    communities.push(found);
    for (const number of members) heads.set(number, found);
  }
  const standIn = (number: string) => {
    const community = heads.get(number);
    return community === undefined || community.isOpen ? number : community.head;
  };
  const nodes = graph.nodes
    .filter(({ number }) => standIn(number) === number)
    .map((node): GraphNode => {
      const community = heads.get(node.number);
      if (community === undefined) return node;
      if (community.isOpen) return { ...node, community: community.head };
      const score = byCommunity.get(communityOf.get(node.number)!)!.reduce<number | null>((most, member) => (member.score === null ? most : Math.max(most ?? 0, member.score)), null);
      const { members, callsInside: calls } = community;
      return {
        ...node, community: community.head, gathered: { numbers: members, calls }, score, band: bandOf(score), isOpen: false, notShown: 0, value: null,
        importance: 3 + members.length / 1000, size: communitySize(members.length),
      };
    });
  return { ...graph, nodes, pairs: joinAcross(graph.pairs, standIn, new Set(nodes.flatMap(({ number, gathered }) => (gathered === null ? [] : [number])))), communities };
}

/** Diameter in graph units by numbers: 28 for three, at most 56. */
function communitySize(members: number): number {
  return Math.min(56, 28 + 14 * Math.log10(members / leastMembers));
}

/** The links of gathered numbers as links of what stands for them; those inside are left out. */
function joinAcross(pairs: readonly GraphPair[], standIn: (number: string) => string, gathered: ReadonlySet<string>): readonly GraphPair[] {
  const joined = new Map<string, GraphPair>();
  for (const pair of pairs) {
    const one = standIn(pair.a);
    const other = standIn(pair.b);
    if (one === other && gathered.has(one)) continue;
    const id = pairId(one, other);
    const isTurned = one > other;
    const turned: GraphPair = {
      ...pair, id, a: isTurned ? other : one, b: isTurned ? one : other, fromA: isTurned ? pair.fromB : pair.fromA, fromB: isTurned ? pair.fromA : pair.fromB,
    };
    const before = joined.get(id);
    joined.set(id, before === undefined ? turned : join(before, turned));
  }
  return [...joined.values()].sort((one, other) => other.records - one.records || (one.id < other.id ? -1 : 1));
}

function join(one: GraphPair, other: GraphPair): GraphPair {
  return {
    ...one,
    links: one.links + other.links,
    fromA: sum(one.fromA, other.fromA),
    fromB: sum(one.fromB, other.fromB),
    records: one.records + other.records,
    first: one.first < other.first ? one.first : other.first,
    last: one.last > other.last ? one.last : other.last,
  };
}

function sum(one: Traffic, other: Traffic): Traffic {
  return { calls: one.calls + other.calls, texts: one.texts + other.texts, seconds: one.seconds + other.seconds };
}

/** Every number that is on the screen, by itself or in a community that stands for it, with the node it is in. */
export function nodesByNumber({ nodes }: LinkGraph): ReadonlyMap<string, GraphNode> {
  return new Map(nodes.flatMap((node) => numbersOf(node).map((number) => [number, node] as const)));
}

/** The numbers a node stands for: itself, or all of its community. */
export function numbersOf(node: GraphNode): readonly string[] {
  return node.gathered?.numbers ?? [node.number];
}

/** The two numbers of a link, also where one of them is gathered; of several links the busiest. */
export function endsOf({ numbers: [one, other] }: GraphPair): readonly [string, string] {
  return one <= other ? [one, other] : [other, one];
}
