import { useShortcuts } from '../../ui/useShortcuts.ts';
import { sizeMeasures } from '../../views/linkGraph/centrality.ts';
import type { DirectionKey } from '../../views/linkGraph/nextInDirection.ts';
import { directions } from '../../views/linkGraph/nextInDirection.ts';
import { glossary } from '../../words/glossary.ts';
import { useTexts } from '../../words/language.tsx';
import { networkTexts } from './networkTexts.ts';
import type { NetworkState } from './useNetwork.ts';
import type { NetworkSteps } from './useNetworkSteps.ts';

const arrowKeys = Object.keys(directions) as DirectionKey[];

/** Everything in the network by keys. */
export function useNetworkShortcuts({ actions, graph, isPinned, isStart, isTable, measure, pair, chosenNode, select, group }: NetworkState, steps: NetworkSteps): void {
  const t = useTexts(networkTexts);
  const g = useTexts(glossary);
  const isThing = chosenNode !== undefined && chosenNode.thing !== null;
  useShortcuts(g.network, [
    { keys: 'e', label: t.expand, ...whenOn(actions.expand) },
    { keys: 'Enter', label: t.expand, ...whenOn(actions.expand) },
    { keys: 'Backspace', label: t.collapse, ...whenOn(actions.collapse) },
    { keys: 'p', label: isPinned ? t.unpin : t.pin, ...whenOn(actions.togglePin) },
    { keys: 'h', label: t.hide, ...whenOn(actions.hide) },
    { keys: 'k', label: t.keepOnly, ...whenOn(actions.keepOnly) },
    { keys: 'x', label: t.mark, ...whenOn(actions.mark) },
    { keys: 'i', label: t.invertMarks, ...whenOn(actions.invertMarks) },
    { keys: 'w', label: t.findPath, ...whenOn(actions.path) },
    { keys: 'Shift+W', label: t.findPathInTime, ...whenOn(actions.pathInTime) },
    { keys: 'o', label: t.commonContacts, ...whenOn(actions.commonContacts) },
    { keys: 'mod+z', label: t.undo, ...whenOn(actions.undo) },
    { keys: 'mod+y', label: t.redo, ...whenOn(actions.redo) },
    { keys: 'mod+Shift+z', label: t.redo, ...whenOn(actions.redo) },
    { keys: 'a', label: t.arrange, ...whenOn(actions.arrange) },
    { keys: 'f', label: t.fit, ...whenOn(actions.fit) },
    { keys: '+', label: t.zoomIn, ...whenOn(actions.zoomIn) },
    { keys: '-', label: t.zoomOut, ...whenOn(actions.zoomOut) },
    { keys: 'm', label: t.gather, ...whenOn(actions.toggleGathered) },
    { keys: 's', label: t.nextMeasure, isOn: graph !== null, run: () => steps.setMeasure(sizeMeasures[(sizeMeasures.indexOf(measure) + 1) % sizeMeasures.length]!) },
    { keys: 't', label: t.toggleTable, isOn: !isStart, run: steps.toggleView },
    { keys: 'Escape', label: t.closeLink, isOn: pair !== undefined, run: () => steps.choosePair(null) },
    { keys: 'Escape', label: t.closeThing, isOn: pair === undefined && isThing, run: () => select(null) },
    { keys: 'Escape', label: t.unmark, isOn: pair === undefined && !isThing && group.length > 0, run: () => actions.unmark?.() },
    ...arrowKeys.map((keys) => ({ keys, label: t.moveTo, isOn: !isTable && graph !== null, run: () => steps.goTo(keys) })),
  ]);
}

function whenOn(run: (() => void) | null) {
  return { isOn: run !== null, run: () => run?.() };
}
