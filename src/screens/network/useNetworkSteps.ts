import { useNavigate } from '@tanstack/react-router';
import type { ThingKind } from '../../analysis/things/thing.ts';
import { changeGroup } from '../../state/group.ts';
import { formatNumbers } from '../../state/numberList.ts';
import { announce } from '../../ui/announce.ts';
import type { Gathering } from '../../views/linkGraph/arrangement.ts';
import { expand, gatherBy, show, splitCommunities } from '../../views/linkGraph/arrangement.ts';
import type { SizeMeasure } from '../../views/linkGraph/centrality.ts';
import { thingOf } from '../../views/linkGraph/graphThings.ts';
import type { Marking } from '../../views/linkGraph/graphPointer.ts';
import { gatheringText } from '../../views/linkGraph/LinkGraphLegend.tsx';
import type { ScoreBand } from '../../views/linkGraph/linkGraphModel.ts';
import { linkGraphTexts } from '../../views/linkGraph/linkGraphTexts.ts';
import type { DirectionKey } from '../../views/linkGraph/nextInDirection.ts';
import { nextInDirection } from '../../views/linkGraph/nextInDirection.ts';
import { useFormat } from '../../words/format.ts';
import { useTexts } from '../../words/language.tsx';
import { alsoAtMost, eachUsual, openAtMost } from './networkSearch.ts';
import { networkTexts } from './networkTexts.ts';
import { recordsLink } from './recordsLink.ts';
import type { NetworkState } from './useNetwork.ts';

/** What a person does by pointing, by key or in the legend, put into the arrangement and the URL, and said aloud where it cannot be seen. */
export function useNetworkSteps({ graph, nodeOf, arrangement, apply, mark, search, patch, group, chosen, select, label, isFull, isTable, bandsOff, kindsOff, isStart, markedElsewhere }: NetworkState) {
  const t = useTexts(networkTexts);
  const m = useTexts(linkGraphTexts);
  const format = useFormat();
  const navigate = useNavigate();
  const replace = { replace: true };

  const choosePair = (id: string | null) => {
    if (id === null && search.link === undefined) return;
    patch({ link: id === null ? undefined : formatNumbers(id.split('\t')) }, replace);
  };
  return {
    choosePair,
    /** Shows the contacts of a number, the numbers of a thing or of a community. */
    open: (id: string) => {
      if (nodeOf?.get(id)?.gathered) {
        apply((before) => splitCommunities(before, [id]));
        return;
      }
      if (isFull && !arrangement.open.includes(id)) announce(t.full(format.count(openAtMost)));
      apply((before) => expand(before, [id], openAtMost));
    },
    /** Marks belong to numbers: things among the nodes are left out. */
    markNodes: (nodes: readonly string[], how: Marking) => {
      const numbers = nodes.filter((id) => thingOf(id) === null).flatMap((number) => nodeOf?.get(number)?.gathered?.numbers ?? [number]);
      const next = changeGroup(group, numbers, how !== 'toggle' ? how : numbers.every((number) => group.includes(number)) ? 'remove' : 'add');
      if (next.length + group.length === 0 || (how === 'toggle' && numbers.length === 0)) return;
      mark(next);
      announce(t.announcedMarks(format.count(next.length)));
    },
    /** Brings marked numbers that are not shown, without their contacts: as many as there is room for. */
    showMarked: () => apply((before) => show(before, (isStart ? group : markedElsewhere).slice(0, alsoAtMost - before.also.length))),
    openRecords: (id: string) => {
      const of = graph?.pairs.find((one) => one.id === id);
      if (of === undefined) return;
      // Between communities there are many links, and no one list of records.
      if (of.links > 1) choosePair(id);
      else void navigate(recordsLink(of));
    },
    setMeasure: (next: SizeMeasure) => {
      patch({ size: next === 'contacts' ? undefined : next }, replace);
      announce(`${m.sizeBy}: ${m[next]}`);
    },
    gather: (next: Gathering | null) => {
      apply((before) => gatherBy(before, next));
      announce(next === null ? t.ungathered : t.gatheredBy(gatheringText(next, m)));
    },
    toggleView: () => patch({ view: isTable ? undefined : 'table' }, replace),
    toggleBand: (band: ScoreBand) => patch({ off: toggled(bandsOff, band).join(',') || undefined }, replace),
    toggleKind: (kind: ThingKind) => patch({ without: toggled(kindsOff, kind).join(',') || undefined }, replace),
    setMinRecords: (records: number) => patch({ min: records === 1 ? undefined : records }, replace),
    setEach: (each: number) => patch({ each: each === eachUsual ? undefined : each }, replace),
    goTo: (key: DirectionKey) => {
      const next = graph && nextInDirection(graph.nodes.map(({ number }) => number), arrangement.positions, chosen, key);
      const found = graph?.nodes.find(({ number }) => number === next);
      if (!found) return;
      select(found.number);
      const shown = format.count(found.contacts - found.notShown);
      const all = format.count(found.contacts);
      if (found.thing !== null) announce(`${label(found.number)}, ${t.ofNumbers(shown, all)}`);
      else announce(t.announced(label(found.number), found.score === null ? t.unscored : t.scored(format.score(found.score)), shown, all));
    },
  };
}

export type NetworkSteps = ReturnType<typeof useNetworkSteps>;

function toggled<T>(list: readonly T[], one: T): readonly T[] {
  return list.includes(one) ? list.filter((other) => other !== one) : [...list, one];
}
