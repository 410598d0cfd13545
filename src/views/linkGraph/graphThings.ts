/** Nodes that are no numbers: what they are called among the nodes, and how they come from an answer. */
import type { NetworkThing, Thing, ThingKind, ThingTie } from '../../analysis/things/thing.ts';
import { parseThing, thingText } from '../../analysis/things/thing.ts';
import type { GraphNode, GraphPair } from './linkGraphModel.ts';

/** Graph units. */
const thingSize = 22;
const largestThing = 36;

/** Id of a thing's node: no number begins with a colon. */
export function thingId(thing: Thing): string {
  return `:${thingText(thing)}`;
}

/** The thing that an id stands for; null for a number's. */
export function thingOf(id: string): Thing | null {
  return id.startsWith(':') ? parseThing(id.slice(1)) : null;
}

/** Ids of numbers and of things, the latter as a source knows them. */
export function apart(ids: readonly string[]): { readonly numbers: readonly string[]; readonly things: readonly string[] } {
  const isThing = (id: string) => thingOf(id) !== null;
  return { numbers: ids.filter((id) => !isThing(id)), things: ids.filter(isThing).map((id) => id.slice(1)) };
}

/** @param shown how many of its numbers are drawn */
export function thingNode(thing: NetworkThing, shown: number): GraphNode {
  return {
    number: thingId(thing), thing, score: null, band: 'unscored', detectors: [], contacts: thing.numbers, notShown: Math.max(0, thing.numbers - shown), isOpen: thing.isOpen,
    importance: (thing.isOpen ? 2 : 1) + 0.1 * (shown / (shown + 10)), value: null, size: Math.min(largestThing, thingSize + 4 * Math.log10(Math.max(1, thing.numbers))),
    community: null, group: null, gathered: null,
  };
}

const none = { calls: 0, texts: 0, seconds: 0 };

/** A line between a number and a thing. */
export function tiePair(tie: ThingTie): GraphPair {
  const thing = thingId(tie);
  const [a, b] = thing < tie.number ? [thing, tie.number] : [tie.number, thing];
  return { id: `${a}\t${b}`, links: 1, numbers: [tie.number, thing], a, b, tie: tie.kind, fromA: none, fromB: none, records: tie.records, first: tie.first, last: tie.last };
}

/** How many things of each kind there are. */
export function countKinds(things: readonly Thing[]): ReadonlyMap<ThingKind, number> {
  const counts = new Map<ThingKind, number>();
  for (const { kind } of things) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return counts;
}
