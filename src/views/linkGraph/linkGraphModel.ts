/** From a source's answer to what is drawn: one node per number, one line per pair, after hiding and filtering. */
import type { Network, NetworkEdge } from '../../analysis/answers.ts';
import { SUSPECT_LINE } from '../../analysis/answers.ts';
import type { Thing, ThingKind } from '../../analysis/things/thing.ts';
import type { DetectorId } from '../../scoring/detectorIds.ts';
import { countKinds, thingId, thingNode, tiePair } from './graphThings.ts';

/** Bands of the legend, highest first; `from` included. Unscored numbers have no records of their own. */
export const scoreBands = ['high', 'suspect', 'low', 'unscored'] as const;
export type ScoreBand = (typeof scoreBands)[number];
/** Above this a number is marked high; the suspect line is the queue's own. Assumed. */
const HIGH_SCORE = 90;

export interface GraphNode {
  /** The number; of a thing its id, see `graphThings.ts`. */
  readonly number: string;
  /** null for a number. */
  readonly thing: Thing | null;
  readonly score: number | null;
  readonly band: ScoreBand;
  readonly detectors: readonly DetectorId[];
  /** All its contacts in the dataset. */
  readonly contacts: number;
  /** Contacts that are not drawn, for whatever reason. */
  readonly notShown: number;
  readonly isOpen: boolean;
  /** Which label gives way to which; higher stays. */
  readonly importance: number;
  /** What its size stands for, see `nodeSizes.ts`; null until it is known. */
  readonly value: number | null;
  /** Diameter, graph units. */
  readonly size: number;
  /** Head of its community; null where communities are not asked for, and for a number that is in none. */
  readonly community: string | null;
  /** What it would be gathered by, where that was asked for: the outlet, device or cell that it is most of. */
  readonly group: string | null;
  /** The community that the node stands for, with its calls inside; null for a number. */
  readonly gathered: { readonly numbers: readonly string[]; readonly calls: number; readonly name: string | null } | null;
}

/** Numbers that belong together, see `communities.ts`. */
export interface GraphCommunity {
  /** The number it is named after and stands at. */
  readonly head: string;
  /** What its numbers have in common, where they were gathered by an outlet, a device or a cell. */
  readonly name: string | null;
  readonly members: readonly string[];
  readonly callsInside: number;
  /** Its numbers are shown one by one. */
  readonly isOpen: boolean;
}

export interface Traffic {
  readonly calls: number;
  readonly texts: number;
  readonly seconds: number;
}

/** Two numbers that were in contact, or a number and a thing of it; `a` ≤ `b` as text. */
export interface GraphPair {
  readonly id: string;
  /** Links between numbers that it stands for; more than one at a community. */
  readonly links: number;
  /** The two numbers, where it stands for one link; otherwise those of the busiest. */
  readonly numbers: readonly [string, string];
  readonly a: string;
  readonly b: string;
  /** Kind of the thing at one end; null between numbers. */
  readonly tie: ThingKind | null;
  readonly fromA: Traffic;
  readonly fromB: Traffic;
  /** Calls and texts, both directions; of a thing, the records that tie it to the number. */
  readonly records: number;
  /** null only where the records of a tie have no times. */
  readonly first: string | null;
  readonly last: string | null;
}

export interface GraphFilter {
  /** Numbers that stay without a link to anything drawn. */
  readonly kept: readonly string[];
  readonly hidden: readonly string[];
  readonly bandsOff: readonly ScoreBand[];
  readonly kindsOff: readonly ThingKind[];
  /** Calls and texts of a pair; pairs with fewer are not drawn. */
  readonly minRecords: number;
}

export interface LinkGraph {
  /** Opened numbers first, then by score, unscored last; then the things. */
  readonly nodes: readonly GraphNode[];
  /** Most records first. */
  readonly pairs: readonly GraphPair[];
  /** Numbers of each band before the filter, for the legend. */
  readonly bandCounts: Readonly<Record<ScoreBand, number>>;
  /** Things of each kind before the filter. */
  readonly kindCounts: ReadonlyMap<ThingKind, number>;
  /** Numbers of the answer that the filter leaves out. */
  readonly filtered: number;
  /** Opened numbers, gathered or not, and their contacts that are not drawn. */
  readonly opened: number;
  readonly openedNotShown: number;
  /** Empty where they are not asked for. */
  readonly communities: readonly GraphCommunity[];
}

const none: Traffic = { calls: 0, texts: 0, seconds: 0 };

export function bandOf(score: number | null): ScoreBand {
  if (score === null) return 'unscored';
  if (score >= HIGH_SCORE) return 'high';
  return score >= SUSPECT_LINE ? 'suspect' : 'low';
}

/** The same for both directions. A tab cannot occur in a number. */
export function pairId(one: string, other: string): string {
  return one <= other ? `${one}\t${other}` : `${other}\t${one}`;
}

/** Joins the two directions of each pair. */
export function joinPairs(edges: readonly NetworkEdge[]): readonly GraphPair[] {
  const pairs = new Map<string, GraphPair>();
  for (const edge of edges) {
    const id = pairId(edge.from, edge.to);
    const a = edge.from <= edge.to ? edge.from : edge.to;
    const before: GraphPair = pairs.get(id) ?? {
      id, links: 1, numbers: [edge.from, edge.to], tie: null, a, b: a === edge.from ? edge.to : edge.from, fromA: none, fromB: none, records: 0, first: edge.first, last: edge.last,
    };
    const side = edge.from === a ? 'fromA' : 'fromB';
    pairs.set(id, {
      ...before,
      [side]: { calls: before[side].calls + edge.calls, texts: before[side].texts + edge.texts, seconds: before[side].seconds + edge.seconds },
      records: before.records + edge.calls + edge.texts,
      first: earlier(before.first, edge.first),
      last: later(before.last, edge.last),
    });
  }
  return [...pairs.values()];
}

export function earlier(one: string | null, other: string | null): string | null {
  return one === null || (other !== null && other < one) ? other : one;
}

export function later(one: string | null, other: string | null): string | null {
  return one === null || (other !== null && other > one) ? other : one;
}

/**
 * What is drawn of an answer. Opened and kept numbers are always drawn, unless hidden by hand; another number stays as long as
 * its band is on and a pair is left that joins it to something drawn.
 */
export function buildLinkGraph(network: Network, filter: GraphFilter): LinkGraph {
  const kept = new Set(filter.kept);
  const hidden = new Set(filter.hidden);
  const off = new Set(filter.bandsOff);
  const bandCounts: Record<ScoreBand, number> = { high: 0, suspect: 0, low: 0, unscored: 0 };
  for (const node of network.nodes) bandCounts[bandOf(node.score)]++;

  const kindsOff = new Set(filter.kindsOff);
  const things = network.things.filter((thing) => !kindsOff.has(thing.kind) && !hidden.has(thingId(thing)));
  const shownThings = new Set(things.map(thingId));
  const ties = network.ties.map(tiePair).filter(({ numbers: [, thing] }) => shownThings.has(thing));
  const candidates = network.nodes.filter((node) => !hidden.has(node.number) && (node.isOpen || kept.has(node.number) || !off.has(bandOf(node.score))));
  const isCandidate = new Set(candidates.map((node) => node.number));
  const pairs = [
    ...joinPairs(network.edges).filter((pair) => pair.records >= filter.minRecords && isCandidate.has(pair.a) && isCandidate.has(pair.b)),
    ...ties.filter(({ numbers: [number] }) => isCandidate.has(number)),
  ].sort((one, other) => other.records - one.records || (one.id < other.id ? -1 : 1));

  const neighbours = new Map<string, number>();
  const contactsShown = new Map<string, number>();
  const add = (counts: Map<string, number>, number: string) => counts.set(number, (counts.get(number) ?? 0) + 1);
  for (const pair of pairs) {
    for (const end of pair.a === pair.b ? [pair.a] : [pair.a, pair.b]) {
      add(neighbours, end);
      if (pair.tie === null) add(contactsShown, end);
    }
  }
  const numbers = candidates
    .filter((node) => node.isOpen || kept.has(node.number) || neighbours.has(node.number))
    .map((node): GraphNode => {
      const shown = contactsShown.get(node.number) ?? 0;
      return {
        number: node.number,
        thing: null,
        score: node.score,
        band: bandOf(node.score),
        detectors: node.detectors,
        contacts: node.contacts,
        notShown: Math.max(0, node.contacts - shown),
        isOpen: node.isOpen,
        // Opened before all, then score, then how much hangs on it; each term stays below the one before.
        importance: (node.isOpen ? 2 : 0) + (node.score ?? 0) / 100 + 0.1 * (shown / (shown + 10)),
        value: node.contacts,
        size: nodeSize(node.contacts),
        community: null,
        group: node.group,
        gathered: null,
      };
    })
    .sort(
      (one, other) =>
        Number(other.isOpen) - Number(one.isOpen) || (other.score ?? -1) - (one.score ?? -1) || other.importance - one.importance || (one.number < other.number ? -1 : 1),
    );
  const opened = numbers.filter(({ isOpen }) => isOpen);
  const openedNotShown = opened.reduce((sum, { notShown }) => sum + notShown, 0);
  const nodes = [...numbers, ...things.map((thing) => thingNode(thing, neighbours.get(thingId(thing)) ?? 0))];
  return {
    nodes, pairs, opened: opened.length, openedNotShown, bandCounts, kindCounts: countKinds(network.things), filtered: network.nodes.length - numbers.length, communities: [],
  };
}

/** Diameter in graph units by contacts: 16 for one, 4 more for each power of ten. */
function nodeSize(contacts: number): number {
  return Math.min(36, 15 + 4 * Math.log10(1 + contacts));
}

/** Width in graph units by records: 0.8 for one, 0.9 more for each power of ten. */
export function pairWidth(records: number): number {
  return Math.min(5, 0.8 + 0.9 * Math.log10(Math.max(1, records)));
}
