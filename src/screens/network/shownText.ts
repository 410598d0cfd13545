import { numbersOf } from '../../views/linkGraph/gatherCommunities.ts';
import type { LinkGraph } from '../../views/linkGraph/linkGraphModel.ts';
import type { Format } from '../../words/format.ts';

/** Nodes all of whose numbers are marked. */
export function markedNodes(graph: LinkGraph | null, group: readonly string[]): readonly string[] {
  const isMarked = new Set(group);
  return (graph?.nodes ?? []).filter((node) => numbersOf(node).every((number) => isMarked.has(number))).map(({ number }) => number);
}

/** What is shown, in one line. */
export function shownText(
  graph: LinkGraph,
  t: { readonly shown: (...figures: [string, string, string, string]) => string; readonly withCommunities: (shown: string, communities: string) => string },
  format: Pick<Format, 'count'>,
): string {
  const numbers = graph.nodes.reduce((sum, node) => sum + numbersOf(node).length, 0);
  const shown = t.shown(format.count(graph.opened), format.count(numbers), format.count(graph.pairs.length), format.count(graph.openedNotShown));
  return graph.communities.length === 0 ? shown : t.withCommunities(shown, format.count(graph.communities.length));
}
