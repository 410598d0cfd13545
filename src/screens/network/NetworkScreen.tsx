import { SegmentedControl } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { Link, useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useMemo, useState } from 'react';
import { useCase } from '../../sources/useCase.tsx';
import { useReady } from '../../state/ready.ts';
import { changeGroup, useGroup } from '../../state/group.ts';
import { formatNumbers } from '../../state/numberList.ts';
import { useSearchState, useSelection } from '../../state/search.ts';
import { useSetting } from '../../state/setting.ts';
import { announce } from '../../ui/announce.ts';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { ScreenHeader } from '../../ui/ScreenHeader.tsx';
import { useShortcuts } from '../../ui/useShortcuts.ts';
import { useFormat } from '../../words/format.ts';
import { glossary } from '../../words/glossary.ts';
import { useTexts } from '../../words/language.tsx';
import type { SelectionTool } from '../../views/linkGraph/AreaSelection.tsx';
import { collapse, drop, expand, move, showHidden, splitCommunities } from '../../views/linkGraph/arrangement.ts';
import { endsOf, nodesByNumber } from '../../views/linkGraph/gatherCommunities.ts';
import type { LinkGraphCamera, Marking } from '../../views/linkGraph/LinkGraph.tsx';
import { LinkGraphLegend } from '../../views/linkGraph/LinkGraphLegend.tsx';
import type { GraphPair } from '../../views/linkGraph/linkGraphModel.ts';
import { sizeMeasures } from '../../views/linkGraph/centrality.ts';
import type { SizeMeasure } from '../../views/linkGraph/centrality.ts';
import { linkGraphTexts } from '../../views/linkGraph/linkGraphTexts.ts';
import { LinkGraphTable } from '../../views/linkGraph/LinkGraphTable.tsx';
import { nodeLabel } from '../../views/linkGraph/nodeLabel.ts';
import type { DirectionKey } from '../../views/linkGraph/nextInDirection.ts';
import { directions, nextInDirection } from '../../views/linkGraph/nextInDirection.ts';
import { LinkPanel } from './LinkPanel.tsx';
import classes from './NetworkScreen.module.css';
import { eachUsual, openAtMost, parseLink, parseNetworkSearch } from './networkSearch.ts';
import { NetworkMessages } from './NetworkMessages.tsx';
import { NetworkStart } from './NetworkStart.tsx';
import { networkTexts } from './networkTexts.ts';
import { NetworkToolbar } from './NetworkToolbar.tsx';
import { markedNodes, shownText } from './shownText.ts';
import { useArrangement } from './useArrangement.ts';
import { useLayout } from './useLayout.ts';
import { useNetworkActions } from './useNetworkActions.ts';
import { useNetworkGraph } from './useNetworkGraph.ts';

const LinkGraph = lazy(async () => ({ default: (await import('../../views/linkGraph/LinkGraph.tsx')).LinkGraph }));

const arrowKeys = Object.keys(directions) as DirectionKey[];

/** Who is in contact with whom around some numbers? */
export function NetworkScreen() {
  const t = useTexts(networkTexts);
  const m = useTexts(linkGraphTexts);
  const g = useTexts(glossary);
  const format = useFormat();
  const source = useCase();
  const navigate = useNavigate();
  const { selected, select } = useSelection();
  const [search, patch] = useSearchState(parseNetworkSearch);
  const { group, setGroup } = useGroup();
  const state = useArrangement(source.key);
  const { arrangement, apply, place } = state;
  const { query, network, isStart, graph, bandsOff, minRecords, measure, isMeasured, measureError } = useNetworkGraph(arrangement, search);
  const isTable = search.view === 'table';
  const chosenPair = parseLink(search.link);
  // A gathered community stands for its numbers: chosen by any, marked when all are.
  const nodeOf = useMemo(() => (graph === null ? null : nodesByNumber(graph)), [graph]);
  const chosen = selected === null ? null : (nodeOf?.get(selected)?.number ?? selected);
  const marked = useMemo(() => markedNodes(graph, group), [graph, group]);
  const label = (number: string) => {
    const node = nodeOf?.get(number);
    return node?.number === number ? nodeLabel(node, m, format) : format.phone(number);
  };
  const layout = useLayout(graph, arrangement, place);
  useReady(graph !== null || query.isError);

  const [camera, setCamera] = useState<LinkGraphCamera | null>(null);
  const [tool, setTool] = useState<SelectionTool>('move');
  const isWide = useMediaQuery('(min-width: 1200px)', true, { getInitialValueInEffect: false });
  const [legendSetting, setLegend] = useSetting('networkLegend');
  const isLegendOpen = (legendSetting ?? (isWide ? 'open' : 'closed')) === 'open';

  const pair = graph?.pairs.find(({ id }) => id === chosenPair);
  const isFull = arrangement.open.length >= openAtMost;
  const open = (number: string) => {
    if (nodeOf?.get(number)?.gathered) {
      apply((before) => splitCommunities(before, [number]));
      return;
    }
    if (isFull && !arrangement.open.includes(number)) announce(t.full(format.count(openAtMost)));
    apply((before) => expand(before, [number], openAtMost));
  };
  const mark = (nodes: readonly string[], how: Marking) => {
    const numbers = nodes.flatMap((number) => nodeOf?.get(number)?.gathered?.numbers ?? [number]);
    const next = changeGroup(group, numbers, how !== 'toggle' ? how : numbers.every((number) => group.includes(number)) ? 'remove' : 'add');
    if (next.length + group.length === 0) return;
    setGroup(next);
    announce(t.announcedMarks(format.count(next.length)));
  };
  const choosePair = (id: string | null) => patch({ link: id === null ? undefined : formatNumbers(id.split('\t')) }, { replace: true });
  const openRecords = (id: string) => {
    const of = graph?.pairs.find((one) => one.id === id);
    if (of === undefined) return;
    // Between communities there are many links, and no one list of records.
    if (of.links > 1) {
      choosePair(id);
      return;
    }
    const [a, b] = endsOf(of);
    void navigate({ to: '/numbers/$number', params: { number: a }, search: { other: b } });
  };
  const setMeasure = (next: SizeMeasure) => {
    patch({ size: next === 'contacts' ? undefined : next }, { replace: true });
    announce(`${m.sizeBy}: ${m[next]}`);
  };
  const toggleView = () => patch({ view: isTable ? undefined : 'table' }, { replace: true });
  const goTo = (key: DirectionKey) => {
    const next = graph && nextInDirection(graph.nodes.map(({ number }) => number), arrangement.positions, chosen, key);
    const found = graph?.nodes.find(({ number }) => number === next);
    if (!found) return;
    select(found.number);
    const score = found.score === null ? t.unscored : t.scored(format.score(found.score));
    announce(t.announced(label(found.number), score, format.count(found.contacts - found.notShown), format.count(found.contacts)));
  };
  const shown = graph === null ? '' : shownText(graph, t, format);
  const actions = useNetworkActions({ graph, state, layout, selected: chosen, marked: group, setMarked: setGroup, camera: isTable || isStart ? null : camera, title: shown });
  const isPinned = (group.length > 0 ? group : [selected ?? '']).every((number) => arrangement.pinned.includes(number));
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
    { keys: 's', label: t.nextMeasure, isOn: graph !== null, run: () => setMeasure(sizeMeasures[(sizeMeasures.indexOf(measure) + 1) % sizeMeasures.length]!) },
    { keys: 't', label: t.toggleTable, isOn: !isStart, run: toggleView },
    { keys: 'Escape', label: t.closeLink, isOn: pair !== undefined, run: () => choosePair(null) },
    { keys: 'Escape', label: t.unmark, isOn: pair === undefined && group.length > 0, run: () => setGroup([]) },
    ...arrowKeys.map((keys) => ({ keys, label: t.moveTo, isOn: !isTable && graph !== null, run: () => goTo(keys) })),
  ]);

  const status = query.isFetching && query.isPlaceholderData ? t.loading : layout.isRunning ? t.arranging : group.length === 0 ? shown : t.withMarked(shown, format.count(group.length));
  const highest = graph?.nodes.reduce<{ number: string; score: number } | null>((best, { number, score }) => (score !== null && score > (best?.score ?? -1) ? { number, score } : best), null);

  if (isStart) {
    return (
      <>
        <ScreenHeader title={g.network} />
        <NetworkStart onStart={open} />
      </>
    );
  }
  const renderRecords = (of: GraphPair, isShort: boolean) => {
    const count = format.count(of.records);
    if (of.links > 1) return isShort ? count : t.recordsOfLinks(count, format.count(of.links));
    const [a, b] = endsOf(of);
    return (
      <Link
        to="/numbers/$number"
        params={{ number: a }}
        search={{ other: b }}
        className={classes.records}
        {...(isShort ? { 'aria-label': t.recordsBetween(count, format.phone(a), format.phone(b)) } : {})}
      >
        {isShort ? count : t.records(of.records, count)}
      </Link>
    );
  };
  return (
    <>
      <ScreenHeader
        title={g.network}
        shown={status}
        actions={
          <SegmentedControl
            size="xs"
            aria-label={t.view}
            value={isTable ? 'table' : 'graph'}
            data={[{ value: 'graph', label: t.graph }, { value: 'table', label: t.table }]}
            onChange={toggleView}
          />
        }
      />
      <NetworkToolbar
        actions={actions}
        selected={selected}
        marked={group.length}
        isPinned={isPinned}
        tool={isTable ? null : tool}
        onTool={setTool}
        each={search.each ?? eachUsual}
        isGathered={arrangement.isGathered}
        isLegendOpen={isLegendOpen}
        onEach={(next) => patch({ each: next === eachUsual ? undefined : next }, { replace: true })}
        onLegend={() => setLegend(isLegendOpen ? 'closed' : 'open')}
      />
      <NetworkMessages
        unknown={network?.unknown ?? []}
        isFull={isFull}
        layoutError={layout.error}
        measureError={measureError}
        onRemoveUnknown={(numbers) => apply((before) => drop(before, numbers))}
        onArrange={() => actions.arrange?.()}
      />
      {query.isError && <ErrorState error={query.error} where={t.where} onRetry={() => void query.refetch()} />}
      <div className={classes.body}>
        {graph !== null && isLegendOpen && (
          <LinkGraphLegend
            graph={graph}
            bandsOff={bandsOff}
            minRecords={minRecords}
            hidden={arrangement.hidden.length}
            measure={measure}
            isMeasured={isMeasured}
            onMeasure={setMeasure}
            onToggleBand={(band) => patch({ off: (bandsOff.includes(band) ? bandsOff.filter((other) => other !== band) : [...bandsOff, band]).join(',') || undefined }, { replace: true })}
            onMinRecords={(next) => patch({ min: next === 1 ? undefined : next }, { replace: true })}
            onShowHidden={() => apply(showHidden)}
          />
        )}
        <div className={classes.work}>
          {graph !== null && isTable && (
            <LinkGraphTable
              graph={graph}
              pinned={arrangement.pinned}
              selected={chosen}
              marked={marked}
              chosenPair={chosenPair}
              measure={measure}
              onSelect={select}
              onMark={(number) => mark([number], 'toggle')}
              onChoosePair={choosePair}
              onExpand={open}
              onCollapse={(number) => apply((before) => collapse(before, number))}
              renderRecords={(of) => renderRecords(of, true)}
            />
          )}
          {graph !== null && !isTable && (
            <Suspense fallback={null}>
              <LinkGraph
                graph={graph}
                positions={arrangement.positions}
                pinned={arrangement.pinned}
                selected={chosen}
                group={marked}
                tool={tool}
                chosenPair={chosenPair}
                summary={t.summary(shown, highest ? t.highest(label(highest.number), format.score(highest.score)) : '')}
                camera={setCamera}
                onSelect={select}
                onMark={mark}
                onChoosePair={choosePair}
                onExpand={open}
                onOpenPair={openRecords}
                onMove={(number, to) => apply((before) => move(before, number, to))}
              />
            </Suspense>
          )}
          {graph !== null && !isTable && graph.nodes.length === 0 && graph.filtered > 0 && <p className={classes.message}>{t.allFiltered}</p>}
          {pair !== undefined && <LinkPanel pair={pair} label={label} records={renderRecords(pair, false)} onClose={() => choosePair(null)} />}
        </div>
      </div>
    </>
  );
}

function whenOn(run: (() => void) | null) {
  return { isOn: run !== null, run: () => run?.() };
}
