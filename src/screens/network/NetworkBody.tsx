import { lazy, Suspense } from 'react';
import { collapse, move, showHidden } from '../../views/linkGraph/arrangement.ts';
import { LinkGraphLegend } from '../../views/linkGraph/LinkGraphLegend.tsx';
import { LinkGraphTable } from '../../views/linkGraph/LinkGraphTable.tsx';
import { useFormat } from '../../words/format.ts';
import { useTexts } from '../../words/language.tsx';
import { CanvasTools } from './CanvasTools.tsx';
import { LinkPanel } from './LinkPanel.tsx';
import classes from './NetworkScreen.module.css';
import { eachChoices, eachUsual, gatherings } from './networkSearch.ts';
import { networkTexts } from './networkTexts.ts';
import { RecordsLink } from './RecordsLink.tsx';
import { ThingPanel } from './ThingPanel.tsx';
import type { NetworkState } from './useNetwork.ts';
import type { NetworkSteps } from './useNetworkSteps.ts';

const LinkGraph = lazy(async () => ({ default: (await import('../../views/linkGraph/LinkGraph.tsx')).LinkGraph }));

/** The legend, and beside it the graph or its tables with what is chosen there. */
export function NetworkBody({ network, steps, isLegendOpen }: { network: NetworkState; steps: NetworkSteps; isLegendOpen: boolean }) {
  const t = useTexts(networkTexts);
  const format = useFormat();
  const { graph, arrangement, apply, isTable, chosen, chosenNode, chosenPair, pair, marked, measure, label, select, kinds, title } = network;
  if (graph === null) return <div className={classes.body}><div className={classes.work} /></div>;
  const highest = graph.nodes.reduce<{ number: string; score: number } | null>((best, { number, score }) => (score !== null && score > (best?.score ?? -1) ? { number, score } : best), null);
  const isOffered = (by: (typeof gatherings)[number]) => by === 'communities' || by === arrangement.gather || kinds.includes(by);
  const thing = chosenNode !== undefined && chosenNode.thing !== null ? chosenNode : undefined;
  const numbersOfThing = () => graph.pairs.flatMap(({ tie, numbers: [number, of], a, b }) => (tie !== null && of === thing?.number ? [a === of ? b : a === number ? a : b] : []));
  return (
    <div className={classes.body}>
      {isLegendOpen && (
        <LinkGraphLegend
          graph={graph}
          choices={{
            bandsOff: network.bandsOff, kindsOff: network.kindsOff, minRecords: network.minRecords, each: network.search.each ?? eachUsual, eachChoices,
            gather: arrangement.gather, gatherings: gatherings.filter(isOffered), measure,
          }}
          actions={{
            onToggleBand: steps.toggleBand, onToggleKind: steps.toggleKind, onMinRecords: steps.setMinRecords, onEach: steps.setEach, onGather: steps.gather, onMeasure: steps.setMeasure,
            onShowHidden: () => apply(showHidden),
          }}
          hidden={arrangement.hidden.length}
          isMeasured={network.isMeasured}
        />
      )}
      <div className={classes.work}>
        {isTable && (
          <LinkGraphTable
            graph={graph}
            pinned={arrangement.pinned}
            selected={chosen}
            marked={marked}
            chosenPair={chosenPair}
            measure={measure}
            onSelect={select}
            onMark={(number) => steps.markNodes([number], 'toggle')}
            onChoosePair={steps.choosePair}
            onExpand={steps.open}
            onCollapse={(number) => apply((before) => collapse(before, number))}
            renderRecords={(of) => <RecordsLink pair={of} isShort />}
          />
        )}
        {!isTable && (
          <Suspense fallback={null}>
            <LinkGraph
              graph={graph}
              positions={arrangement.positions}
              pinned={arrangement.pinned}
              selected={chosen}
              group={marked}
              tool={network.tool}
              chosenPair={chosenPair}
              summary={t.summary(title, highest ? t.highest(label(highest.number), format.score(highest.score)) : '')}
              camera={network.setCamera}
              onSelect={select}
              onMark={steps.markNodes}
              onChoosePair={steps.choosePair}
              onExpand={steps.open}
              onOpenPair={steps.openRecords}
              onMove={(number, to) => apply((before) => move(before, number, to))}
            />
          </Suspense>
        )}
        {!isTable && <CanvasTools actions={network.actions} tool={network.tool} onTool={network.setTool} />}
        {!isTable && graph.nodes.length === 0 && graph.filtered > 0 && <p className={classes.message}>{t.allFiltered}</p>}
        {pair !== undefined && <LinkPanel pair={pair} label={label} records={<RecordsLink pair={pair} isShort={false} />} onClose={() => steps.choosePair(null)} />}
        {pair === undefined && thing !== undefined && (
          <ThingPanel
            node={thing}
            name={label(thing.number)}
            onExpand={thing.isOpen ? null : () => steps.open(thing.number)}
            onMarkNumbers={() => steps.markNodes(numbersOfThing(), 'set')}
            onClose={() => select(null)}
          />
        )}
      </div>
    </div>
  );
}
