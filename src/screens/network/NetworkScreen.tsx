import { SegmentedControl } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useSetting } from '../../state/setting.ts';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { ScreenHeader } from '../../ui/ScreenHeader.tsx';
import { drop } from '../../views/linkGraph/arrangement.ts';
import { useFormat } from '../../words/format.ts';
import { glossary } from '../../words/glossary.ts';
import { useTexts } from '../../words/language.tsx';
import { alsoAtMost } from './networkSearch.ts';
import { NetworkBody } from './NetworkBody.tsx';
import { NetworkMessages } from './NetworkMessages.tsx';
import { NetworkStart } from './NetworkStart.tsx';
import { networkTexts } from './networkTexts.ts';
import { NetworkToolbar } from './NetworkToolbar.tsx';
import { useNetwork } from './useNetwork.ts';
import { useNetworkShortcuts } from './useNetworkShortcuts.ts';
import { useNetworkSteps } from './useNetworkSteps.ts';

/** Who is in contact with whom around some numbers, and what do they share? */
export function NetworkScreen() {
  const t = useTexts(networkTexts);
  const g = useTexts(glossary);
  const format = useFormat();
  const network = useNetwork();
  const steps = useNetworkSteps(network);
  useNetworkShortcuts(network, steps);
  const isWide = useMediaQuery('(min-width: 1200px)', true, { getInitialValueInEffect: false });
  const [legendSetting, setLegend] = useSetting('networkLegend');
  const isLegendOpen = (legendSetting ?? (isWide ? 'open' : 'closed')) === 'open';
  const { query, group, title, isTable, actions } = network;

  if (network.isStart) {
    return (
      <>
        <ScreenHeader title={g.network} />
        <NetworkStart onStart={steps.open} onStartMarked={steps.showMarked} onPath={actions.path} />
      </>
    );
  }
  const settled = group.length === 0 ? title : t.withMarked(title, format.count(group.length));
  const status = query.isFetching && query.isPlaceholderData ? t.loading : network.layout.isRunning ? t.arranging : settled;
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
            onChange={steps.toggleView}
          />
        }
      />
      <NetworkToolbar
        actions={actions}
        selected={network.chosenNode === undefined || network.chosenNode.thing === null ? network.chosen : null}
        marked={group.length}
        isPinned={network.isPinned}
        isGathered={network.arrangement.gather !== null}
        isLegendOpen={isLegendOpen}
        onLegend={() => setLegend(isLegendOpen ? 'closed' : 'open')}
      />
      <NetworkMessages
        unknown={network.unknown}
        markedElsewhere={network.markedElsewhere.length}
        room={alsoAtMost - network.arrangement.also.length}
        onShowMarked={steps.showMarked}
        isFull={network.isFull}
        layoutError={network.layout.error}
        measureError={network.measureError}
        onRemoveUnknown={(numbers) => network.apply((before) => drop(before, numbers), group.filter((number) => !numbers.includes(number)))}
        onArrange={() => actions.arrange?.()}
      />
      {query.isError && <ErrorState error={query.error} where={t.where} onRetry={() => void query.refetch()} />}
      <NetworkBody network={network} steps={steps} isLegendOpen={isLegendOpen} />
    </>
  );
}
