/** From communities to what is drawn: each as one node that stands for its numbers, until it is opened. */
import type { GraphCommunity, GraphNode, GraphPair, LinkGraph, Traffic } from './linkGraphModel.ts';
import { bandOf, earlier, later, pairId } from './linkGraphModel.ts';

/** Two numbers are a link and no community; but two in one device are a group. */
const leastMembers = { found: 3, named: 2 };

/** What numbers are gathered by: the community or group of each that is in one, and the groups' names. */
export interface Membership {
  readonly communityOf: ReadonlyMap<string, number>;
  /** By community; null where communities have none. */
  readonly names: readonly string[] | null;
}

/** Numbers by the outlet, device or cell that each is most of. */
export function membershipOf(nodes: readonly { readonly number: string; readonly group: string | null }[]): Membership {
  const names: string[] = [];
  const ids = new Map<string, number>();
  const communityOf = new Map<string, number>();
  for (const { number, group } of nodes) {
    if (group === null) continue;
    if (!ids.has(group)) ids.set(group, names.push(group) - 1);
    communityOf.set(number, ids.get(group)!);
  }
  return { communityOf, names };
}

/**
 * The same graph with the numbers of each community of three and more (of two, where it has a name) gathered into one node, which
 * takes the place of its head: the opened number, or else the one with most links inside. A community that holds one of `split` is
 * left open. Numbers without one stand alone, and so do things.
 */
export function gatherCommunities(graph: LinkGraph, { communityOf, names }: Membership, split: readonly string[]): LinkGraph {
  const least = names === null ? leastMembers.found : leastMembers.named;
  const byCommunity = Map.groupBy(graph.nodes.filter(({ number, thing }) => thing === null && communityOf.has(number)), ({ number }) => communityOf.get(number)!);
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
    if (nodes.length < least) continue;
    const rank = (node: GraphNode) => (node.isOpen ? graph.nodes.length : 0) + (links.get(node.number) ?? 0);
    const head = nodes.reduce((best, node) => (rank(node) > rank(best) ? node : best));
    const members = nodes.map(({ number }) => number);
    const found = { head: head.number, name: names?.[community] ?? null, members, callsInside: callsInside.get(community) ?? 0, isOpen: members.some((number) => apart.has(number)) };
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
      const { members, name, callsInside: calls } = community;
      return {
        ...node, community: community.head, gathered: { numbers: members, calls, name }, score, band: bandOf(score), isOpen: false, notShown: 0, value: null,
        importance: 3 + members.length / 1000, size: communitySize(members.length),
      };
    });
  return { ...graph, nodes, pairs: joinAcross(graph.pairs, standIn, new Set(nodes.flatMap(({ number, gathered }) => (gathered === null ? [] : [number])))), communities };
}

/** Diameter in graph units by numbers: 28 for three, at most 56. */
function communitySize(members: number): number {
  return Math.min(56, 28 + 14 * Math.log10(Math.max(1, members / leastMembers.found)));
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
    first: earlier(one.first, other.first),
    last: later(one.last, other.last),
  };
}

function sum(one: Traffic, other: Traffic): Traffic {
  return { calls: one.calls + other.calls, texts: one.texts + other.texts, seconds: one.seconds + other.seconds };
}

/** Every number and thing that is on the screen, by itself or in a community that stands for it, with the node it is in. */
export function nodesByNumber({ nodes }: LinkGraph): ReadonlyMap<string, GraphNode> {
  return new Map(nodes.flatMap((node) => numbersOf(node).map((number) => [number, node] as const)));
}

/** What a node stands for: itself, or all numbers of its community. */
export function numbersOf(node: GraphNode): readonly string[] {
  return node.gathered?.numbers ?? [node.number];
}

/** The two numbers of a link, also where one of them is gathered; of several links the busiest. */
export function endsOf({ numbers: [one, other] }: GraphPair): readonly [string, string] {
  return one <= other ? [one, other] : [other, one];
}
