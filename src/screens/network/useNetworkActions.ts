import type { ThingKind } from '../../analysis/things/thing.ts';
import { changeGroup } from '../../state/group.ts';
import type { Arrangement } from '../../views/linkGraph/arrangement.ts';
import { collapse, expand, gatherAgain, gatherBy, hide, keepOnly, rearrange, show, splitCommunities, togglePin } from '../../views/linkGraph/arrangement.ts';
import { thingOf } from '../../views/linkGraph/graphThings.ts';
import { nodesByNumber, numbersOf } from '../../views/linkGraph/gatherCommunities.ts';
import type { LinkGraphCamera } from '../../views/linkGraph/LinkGraph.tsx';
import type { LinkGraph } from '../../views/linkGraph/linkGraphModel.ts';
import { linkGraphTexts } from '../../views/linkGraph/linkGraphTexts.ts';
import { nodeLabel } from '../../views/linkGraph/nodeLabel.ts';
import { useFormat } from '../../words/format.ts';
import { useTexts } from '../../words/language.tsx';
import { openAtMost } from './networkSearch.ts';
import { networkTexts } from './networkTexts.ts';
import { savePicture } from './savePicture.ts';
import type { ArrangementState } from './useArrangement.ts';
import { commonOfAtMost, useCommonContacts } from './useCommonContacts.ts';
import type { LayoutState } from './useLayout.ts';
import { usePathBetween } from './usePathBetween.ts';
import { thingsOfAtMost, useThings } from './useThings.ts';

type Action = (() => void) | null;

/** What can be done now, for the toolbar and the shortcuts alike; null cannot. */
export interface NetworkActions {
  /** Shows the contacts of a number, the numbers of a community. */
  readonly expand: Action;
  /** Shows the devices, cells, accounts … of the chosen numbers, of the kinds that the source can tell. */
  readonly expandBy: readonly { readonly kind: ThingKind; readonly run: Action }[];
  readonly collapse: Action;
  readonly togglePin: Action;
  readonly hide: Action;
  readonly keepOnly: Action;
  /** Between the two marked numbers, or the marked and the selected one. */
  readonly path: Action;
  readonly pathInTime: Action;
  /** Brings in whom the marked numbers have in common. */
  readonly commonContacts: Action;
  /** Marks the selected number, or takes the mark off. */
  readonly mark: Action;
  /** Gathers communities into one node each, or shows all numbers. */
  readonly toggleGathered: Action;
  /** The two numbers that are meant by a way between two; null where they are not two. */
  readonly ends: readonly [string, string] | null;
  readonly invertMarks: Action;
  readonly unmark: Action;
  readonly undo: Action;
  readonly redo: Action;
  readonly arrange: Action;
  /** null in the table, which has no camera. */
  readonly fit: Action;
  readonly zoomIn: Action;
  readonly zoomOut: Action;
  readonly saveSvg: Action;
  readonly savePng: Action;
}

const zoomStep = 1.3;

/**
 * @param selected a number, or a thing's id
 * @param kinds that the source can tell
 * @param thingsEach brought in at once
 * @param marked numbers marked together; actions on numbers are on these, or on the selected one when there are none
 * @param camera null in the table
 * @param title of a saved picture
 */
export function useNetworkActions({ graph, state, layout, selected, kinds, thingsEach, marked, camera, title }: {
  graph: LinkGraph | null;
  state: ArrangementState;
  layout: LayoutState;
  selected: string | null;
  kinds: readonly ThingKind[];
  thingsEach: number;
  marked: readonly string[];
  camera: LinkGraphCamera | null;
  title: string;
}): NetworkActions {
  const t = useTexts(networkTexts);
  const m = useTexts(linkGraphTexts);
  const format = useFormat();
  const { arrangement, apply } = state;
  const between = usePathBetween((numbers) => apply((before) => show(before, numbers), numbers));
  const things = useThings(thingsEach, (ids) => apply((before) => show(before, ids)));

  const common = useCommonContacts((numbers) => apply((before) => show(before, numbers)));

  const nodes = graph === null ? null : nodesByNumber(graph);
  const chosenNodes = [...new Set((marked.length > 0 ? marked : selected === null ? [] : [selected]).flatMap((number) => nodes?.get(number) ?? []))];
  // Of a community all numbers are meant, but where marked ones are only some of them.
  const chosen = chosenNodes.flatMap((node) => (marked.length > 0 ? numbersOf(node).filter((number) => marked.includes(number)) : numbersOf(node)));
  // Marked and asked for, but not answered yet: the way that was just found.
  const arriving = marked.filter((number) => nodes?.has(number) !== true && (arrangement.also.includes(number) || arrangement.open.includes(number)));
  // With nothing chosen the opened numbers are meant: they are what the graph is about.
  const chosenNumbers = (chosenNodes.length > 0 ? chosen : arrangement.open).filter((number) => thingOf(number) === null);
  const gathered = chosenNodes.filter((node) => node.gathered !== null).map(({ number }) => number);
  const inOpened = (graph?.communities ?? []).filter((community) => community.isOpen && chosen.some((number) => community.members.includes(number)));
  const isOpen = (number: string) => arrangement.open.includes(number);
  const single = chosenNodes.filter((node) => node.gathered === null).map(({ number }) => number);
  const closed = single.filter((number) => !isOpen(number));
  const opened = single.filter(isOpen);
  const room = openAtMost - arrangement.open.length;
  const selectedNumber = selected !== null && thingOf(selected) === null ? selected : null;
  const isWithSelected = marked.length === 1 && selectedNumber !== null && selectedNumber !== marked[0];
  const ends: NetworkActions['ends'] = marked.length === 2 ? [marked[0]!, marked[1]!] : isWithSelected ? [marked[0]!, selectedNumber] : null;
  const selectedNode = selectedNumber === null ? undefined : nodes?.get(selectedNumber);
  const selectedNumbers = selectedNode === undefined ? [] : numbersOf(selectedNode);

  const when = (isOn: boolean, run: () => void): Action => (isOn ? run : null);
  const step = (isOn: boolean, change: (before: Arrangement) => Arrangement) => when(isOn, () => apply(change));
  const path = (isInTime: boolean) => when(ends !== null && !between.isRunning, () => between.find(ends![0], ends![1], isInTime));

  const hasPicture = graph !== null && graph.nodes.length > 0;
  const save = (type: 'svg' | 'png') => when(hasPicture, () => void savePicture(graph!, arrangement, { type, label: (node) => nodeLabel(node, m, format), title, failed: t.pngFailed }));

  return {
    expand: step(gathered.length > 0 || (closed.length > 0 && room > 0), (before) => splitCommunities(expand(before, closed, openAtMost), gathered)),
    expandBy: kinds.map((kind) => ({ kind, run: when(chosenNumbers.length > 0 && chosenNumbers.length <= thingsOfAtMost && !things.isRunning, () => things.find(chosenNumbers, kind)) })),
    // First what a number brought in, then the number into its community.
    collapse: step(opened.length + inOpened.length > 0, (before) =>
      opened.length > 0 ? opened.reduce(collapse, before) : inOpened.reduce((now, { members }) => gatherAgain(now, members), before)),
    togglePin: step(chosen.length > 0, (before) => togglePin(before, chosenNodes.map(({ number }) => number))),
    hide: when(chosen.length > 0, () => apply((before) => hide(before, chosen), [])),
    keepOnly: step(chosen.length > 0, (before) => keepOnly(before, [...chosen, ...arriving])),
    path: path(false),
    pathInTime: path(true),
    commonContacts: when(marked.length >= 2 && marked.length <= commonOfAtMost && !common.isRunning, () => common.find(marked)),
    mark: when(selectedNumbers.length > 0, () => state.mark(changeGroup(marked, selectedNumbers, selectedNumbers.every((number) => marked.includes(number)) ? 'remove' : 'add'))),
    toggleGathered: step(hasPicture, (before) => gatherBy(before, before.gather === null ? 'communities' : null)),
    ends,
    invertMarks: when(hasPicture, () => state.mark([...nodes!.keys()].filter((number) => thingOf(number) === null && !marked.includes(number)))),
    unmark: when(marked.length > 0, () => state.mark([])),
    undo: state.undo,
    redo: state.redo,
    arrange: when(hasPicture, () => layout.arrangeAnew((positions) => apply((before) => rearrange(before, positions)))),
    fit: when(camera !== null, () => camera!.fit()),
    zoomIn: when(camera !== null, () => camera!.zoomBy(zoomStep)),
    zoomOut: when(camera !== null, () => camera!.zoomBy(1 / zoomStep)),
    saveSvg: save('svg'),
    savePng: save('png'),
  };
}
