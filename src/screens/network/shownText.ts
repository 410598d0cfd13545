import { numbersOf } from '../../views/linkGraph/gatherCommunities.ts';
import type { LinkGraph } from '../../views/linkGraph/linkGraphModel.ts';
import type { Format } from '../../words/format.ts';

/** Nodes all of whose numbers are marked. */
export function markedNodes(graph: LinkGraph | null, group: readonly string[]): readonly string[] {
  const isMarked = new Set(group);
  return (graph?.nodes ?? []).filter((node) => node.thing === null && numbersOf(node).every((number) => isMarked.has(number))).map(({ number }) => number);
}

/** What is shown, in one line. */
export function shownText(
  graph: LinkGraph,
  t: { readonly shown: (...figures: [string, string, string]) => string } & Readonly<Record<'withNotShown' | 'withThings' | 'withGroups' | 'withCommunities', (shown: string, count: string) => string>>,
  format: Pick<Format, 'count'>,
): string {
  const numbers = graph.nodes.reduce((sum, node) => (node.thing === null ? sum + numbersOf(node).length : sum), 0);
  const things = graph.nodes.filter(({ thing }) => thing !== null).length;
  const drawn = t.shown(format.count(graph.opened), format.count(numbers), format.count(graph.pairs.length));
  const ofNumbers = graph.openedNotShown === 0 ? drawn : t.withNotShown(drawn, format.count(graph.openedNotShown));
  const shown = things === 0 ? ofNumbers : t.withThings(ofNumbers, format.count(things));
  if (graph.communities.length === 0) return shown;
  const isNamed = graph.communities.some(({ name }) => name !== null);
  return (isNamed ? t.withGroups : t.withCommunities)(shown, format.count(graph.communities.length));
}
