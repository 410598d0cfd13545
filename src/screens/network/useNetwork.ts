import { useMemo, useState } from 'react';
import { useCase } from '../../sources/useCase.tsx';
import { useGroup } from '../../state/group.ts';
import { useReady } from '../../state/ready.ts';
import { useSearchState, useSelection } from '../../state/search.ts';
import type { SelectionTool } from '../../views/linkGraph/AreaSelection.tsx';
import { thingOf } from '../../views/linkGraph/graphThings.ts';
import { nodesByNumber } from '../../views/linkGraph/gatherCommunities.ts';
import type { LinkGraphCamera } from '../../views/linkGraph/LinkGraph.tsx';
import { linkGraphTexts } from '../../views/linkGraph/linkGraphTexts.ts';
import { nodeName } from '../../views/linkGraph/nodeLabel.ts';
import { useFormat } from '../../words/format.ts';
import { useTexts } from '../../words/language.tsx';
import { eachUsual, openAtMost, parseLink, parseNetworkSearch } from './networkSearch.ts';
import { networkTexts } from './networkTexts.ts';
import { markedNodes, shownText } from './shownText.ts';
import { useArrangement } from './useArrangement.ts';
import { useLayout } from './useLayout.ts';
import { useNetworkActions } from './useNetworkActions.ts';
import { useNetworkGraph } from './useNetworkGraph.ts';

/** What is on the network screen and what can be done with it, for its toolbar, its shortcuts and its picture alike. */
export function useNetwork() {
  const t = useTexts(networkTexts);
  const m = useTexts(linkGraphTexts);
  const format = useFormat();
  const source = useCase();
  const { selected, select: selectNumber } = useSelection();
  const [search, patch] = useSearchState(parseNetworkSearch);
  const { group, setGroup } = useGroup();
  const state = useArrangement(source.key, { group, setGroup });
  const { arrangement, place } = state;
  const shown = useNetworkGraph(arrangement, search);
  const { graph, query, isStart } = shown;
  const isTable = search.view === 'table';
  // A gathered community stands for its numbers: chosen by any, marked when all are.
  const nodeOf = useMemo(() => (graph === null ? null : nodesByNumber(graph)), [graph]);
  const wanted = search.node ?? selected;
  const chosen = wanted === null ? null : (nodeOf?.get(wanted)?.number ?? wanted);
  const marked = useMemo(() => markedNodes(graph, group), [graph, group]);
  const label = (number: string) => {
    const node = nodeOf?.get(number);
    return node?.number === number ? nodeName(node, m, format) : (thingOf(number)?.name ?? format.phone(number));
  };
  // Marked on another screen or by a link. What was asked for is on its way, or unknown.
  const markedElsewhere = graph === null || query.isPlaceholderData
    ? [] : group.filter((number) => nodeOf?.has(number) !== true && !arrangement.open.includes(number) && !arrangement.also.includes(number));
  const layout = useLayout(graph, arrangement, place);
  useReady(graph !== null || query.isError);
  const [camera, setCamera] = useState<LinkGraphCamera | null>(null);
  const [tool, setTool] = useState<SelectionTool>('move');
  const title = graph === null ? '' : shownText(graph, t, format);
  const actions = useNetworkActions({
    graph, state, layout, selected: chosen, kinds: shown.kinds, thingsEach: search.each ?? eachUsual, marked: group, camera: isTable || isStart ? null : camera, title,
  });
  const pinnable = group.length > 0 ? group : [chosen ?? ''];
  return {
    ...shown, ...state, search, patch, isTable, nodeOf, chosen, group, marked, markedElsewhere, label, layout, camera, setCamera, tool, setTool, actions, title,
    /** Chooses a number, which the inspector then shows, or a thing; null chooses nothing. */
    select: (id: string | null) => {
      const isThing = id !== null && thingOf(id) !== null;
      if (isThing || search.node !== undefined) patch({ node: isThing ? id : undefined }, { replace: true });
      if (!isThing) selectNumber(id);
    },
    chosenNode: chosen === null ? undefined : nodeOf?.get(chosen),
    chosenPair: parseLink(search.link),
    pair: graph?.pairs.find(({ id }) => id === parseLink(search.link)),
    isFull: arrangement.open.length >= openAtMost,
    isPinned: pinnable.every((number) => arrangement.pinned.includes(number)),
  };
}

export type NetworkState = ReturnType<typeof useNetwork>;
