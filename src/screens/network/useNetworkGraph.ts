import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { Network } from '../../analysis/answers.ts';
import { caseQueries, useCase } from '../../sources/useCase.tsx';
import { useWindow } from '../../state/search.ts';
import type { Arrangement } from '../../views/linkGraph/arrangement.ts';
import type { SizeMeasure } from '../../views/linkGraph/centrality.ts';
import { gatherCommunities } from '../../views/linkGraph/gatherCommunities.ts';
import type { LinkGraph } from '../../views/linkGraph/linkGraphModel.ts';
import { buildLinkGraph } from '../../views/linkGraph/linkGraphModel.ts';
import { sizeByMeasure } from '../../views/linkGraph/nodeSizes.ts';
import type { NetworkSearch } from './networkSearch.ts';
import { eachUsual, parseBands } from './networkSearch.ts';
import { useMeasures } from './useMeasures.ts';

/** From what is opened to what is drawn: asked of the source, filtered, sized by the measure, communities gathered. */
export function useNetworkGraph(arrangement: Arrangement, search: NetworkSearch) {
  const source = useCase();
  const { window } = useWindow();
  const { open, also, hidden, isGathered, split, positions } = arrangement;
  const isStart = open.length + also.length === 0;
  const query = useQuery({ ...caseQueries.network(source, { window, numbers: open, also, contactsEach: search.each ?? eachUsual }), enabled: !isStart });
  // What is on the screen stays when the next answer fails.
  const [network, setNetwork] = useState<Network | null>(null);
  if (query.data !== undefined && query.data !== network) setNetwork(query.data);
  const bandsOff = useMemo(() => parseBands(search.off), [search.off]);
  const minRecords = search.min ?? 1;
  const whole = useMemo(
    () => (network === null || isStart ? null : buildLinkGraph(network, { kept: also, hidden, bandsOff, minRecords })),
    [network, isStart, also, hidden, bandsOff, minRecords],
  );
  const isBlank = Object.keys(positions).length === 0;
  const measure: SizeMeasure = search.size ?? 'contacts';
  const { sizes, communities, error: measureError } = useMeasures(whole, measure, isGathered);
  const graph = useMemo<LinkGraph | null>(() => {
    if (whole === null) return null;
    // A link that asks for communities shows them at once, and not all numbers first.
    if (isGathered && communities === null && measureError === null && isBlank) return null;
    const sized = sizeByMeasure(whole, sizes);
    return communities === null ? sized : gatherCommunities(sized, communities, split);
  }, [whole, sizes, communities, split, isGathered, measureError, isBlank]);
  return { query, network, isStart, graph, bandsOff, minRecords, measure, isMeasured: measure === (sizes?.measure ?? 'contacts'), measureError };
}
