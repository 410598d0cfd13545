import { changeGroup } from '../../state/group.ts';
import type { Arrangement } from '../../views/linkGraph/arrangement.ts';
import { collapse, expand, gatherAgain, hide, keepOnly, rearrange, show, splitCommunities, toggleGathered, togglePin } from '../../views/linkGraph/arrangement.ts';
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

type Action = (() => void) | null;

/** What can be done now, for the toolbar and the shortcuts alike; null cannot. */
export interface NetworkActions {
  /** Shows the contacts of a number, the numbers of a community. */
  readonly expand: Action;
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
 * @param marked numbers marked together; actions on numbers are on these, or on the selected one when there are none
 * @param camera null in the table
 * @param title of a saved picture
 */
export function useNetworkActions({ graph, state, layout, selected, marked, setMarked, camera, title }: {
  graph: LinkGraph | null;
  state: ArrangementState;
  layout: LayoutState;
  selected: string | null;
  marked: readonly string[];
  setMarked: (numbers: readonly string[]) => void;
  camera: LinkGraphCamera | null;
  title: string;
}): NetworkActions {
  const t = useTexts(networkTexts);
  const m = useTexts(linkGraphTexts);
  const format = useFormat();
  const { arrangement, apply } = state;
  const between = usePathBetween((numbers) => {
    apply((before) => show(before, numbers));
    setMarked(numbers);
  });

  const common = useCommonContacts((numbers) => apply((before) => show(before, numbers)));

  const nodes = graph === null ? null : nodesByNumber(graph);
  const chosenNodes = [...new Set((marked.length > 0 ? marked : selected === null ? [] : [selected]).flatMap((number) => nodes?.get(number) ?? []))];
  // Of a community all numbers are meant, but where marked ones are only some of them.
  const chosen = chosenNodes.flatMap((node) => (marked.length > 0 ? numbersOf(node).filter((number) => marked.includes(number)) : numbersOf(node)));
  const gathered = chosenNodes.filter((node) => node.gathered !== null).map(({ number }) => number);
  const inOpened = (graph?.communities ?? []).filter((community) => community.isOpen && chosen.some((number) => community.members.includes(number)));
  const isOpen = (number: string) => arrangement.open.includes(number);
  const single = chosenNodes.filter((node) => node.gathered === null).map(({ number }) => number);
  const closed = single.filter((number) => !isOpen(number));
  const opened = single.filter(isOpen);
  const room = openAtMost - arrangement.open.length;
  const ends = marked.length === 2 ? marked : marked.length === 1 && selected !== null && selected !== marked[0] ? [marked[0]!, selected] : [];
  const [from, to] = ends;
  const selectedNode = selected === null ? undefined : nodes?.get(selected);
  const selectedNumbers = selectedNode === undefined ? [] : numbersOf(selectedNode);

  const when = (isOn: boolean, run: () => void): Action => (isOn ? run : null);
  const step = (isOn: boolean, change: (before: Arrangement) => Arrangement) => when(isOn, () => apply(change));
  const path = (isInTime: boolean) => when(from !== undefined && to !== undefined && !between.isRunning, () => between.find(from!, to!, isInTime));

  const hasPicture = graph !== null && graph.nodes.length > 0;
  const save = (type: 'svg' | 'png') => when(hasPicture, () => void savePicture(graph!, arrangement, { type, label: (node) => nodeLabel(node, m, format), title, failed: t.pngFailed }));

  return {
    expand: step(gathered.length > 0 || (closed.length > 0 && room > 0), (before) => splitCommunities(expand(before, closed, openAtMost), gathered)),
    // First what a number brought in, then the number into its community.
    collapse: step(opened.length + inOpened.length > 0, (before) =>
      opened.length > 0 ? opened.reduce(collapse, before) : inOpened.reduce((now, { members }) => gatherAgain(now, members), before)),
    togglePin: step(chosen.length > 0, (before) => togglePin(before, chosenNodes.map(({ number }) => number))),
    hide: when(chosen.length > 0, () => {
      apply((before) => hide(before, chosen));
      setMarked([]);
    }),
    keepOnly: step(chosen.length > 0, (before) => keepOnly(before, chosen)),
    path: path(false),
    pathInTime: path(true),
    commonContacts: when(marked.length >= 2 && marked.length <= commonOfAtMost && !common.isRunning, () => common.find(marked)),
    mark: when(selectedNumbers.length > 0, () => setMarked(changeGroup(marked, selectedNumbers, selectedNumbers.every((number) => marked.includes(number)) ? 'remove' : 'add'))),
    toggleGathered: step(hasPicture, toggleGathered),
    invertMarks: when(hasPicture, () => setMarked([...nodes!.keys()].filter((number) => !marked.includes(number)))),
    unmark: when(marked.length > 0, () => setMarked([])),
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
