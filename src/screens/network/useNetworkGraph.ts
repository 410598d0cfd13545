import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { Network } from '../../analysis/answers.ts';
import { caseQueries, useCase } from '../../sources/useCase.tsx';
import { useWindow } from '../../state/search.ts';
import type { Arrangement } from '../../views/linkGraph/arrangement.ts';
import type { SizeMeasure } from '../../views/linkGraph/centrality.ts';
import { gatherCommunities, membershipOf } from '../../views/linkGraph/gatherCommunities.ts';
import { apart } from '../../views/linkGraph/graphThings.ts';
import type { LinkGraph } from '../../views/linkGraph/linkGraphModel.ts';
import { buildLinkGraph } from '../../views/linkGraph/linkGraphModel.ts';
import { sizeByMeasure } from '../../views/linkGraph/nodeSizes.ts';
import type { NetworkSearch } from './networkSearch.ts';
import { eachUsual, parseBands, parseKinds } from './networkSearch.ts';
import { useMeasures } from './useMeasures.ts';

/** From what is opened to what is drawn: asked of the source, filtered, sized by the measure, communities gathered. */
export function useNetworkGraph(arrangement: Arrangement, search: NetworkSearch) {
  const source = useCase();
  const { window } = useWindow();
  const { open, also, hidden, gather, split, positions } = arrangement;
  const isStart = open.length + also.length === 0;
  const opened = apart(open);
  const shown = apart(also);
  const groupBy = gather === null || gather === 'communities' ? null : gather;
  const query = useQuery({
    ...caseQueries.network(source, { window, numbers: opened.numbers, also: shown.numbers, contactsEach: search.each ?? eachUsual, openThings: opened.things, things: shown.things, groupBy }),
    enabled: !isStart,
  });
  // What is on the screen stays when the next answer fails.
  const [network, setNetwork] = useState<Network | null>(null);
  if (query.data !== undefined && query.data !== network) setNetwork(query.data);
  const bandsOff = useMemo(() => parseBands(search.off), [search.off]);
  const kindsOff = useMemo(() => parseKinds(search.without), [search.without]);
  const minRecords = search.min ?? 1;
  const whole = useMemo(
    () => (network === null || isStart ? null : buildLinkGraph(network, { kept: also, hidden, bandsOff, kindsOff, minRecords })),
    [network, isStart, also, hidden, bandsOff, kindsOff, minRecords],
  );
  const isBlank = Object.keys(positions).length === 0;
  const measure: SizeMeasure = search.size ?? 'contacts';
  const { sizes, communities, error: measureError } = useMeasures(whole, measure, gather === 'communities');
  const graph = useMemo<LinkGraph | null>(() => {
    if (whole === null) return null;
    // A link that asks for communities shows them at once, and not all numbers first.
    if (gather === 'communities' && communities === null && measureError === null && isBlank) return null;
    const sized = sizeByMeasure(whole, sizes);
    if (groupBy !== null) return gatherCommunities(sized, membershipOf(sized.nodes), split);
    return communities === null ? sized : gatherCommunities(sized, { communityOf: communities, names: null }, split);
  }, [whole, sizes, communities, split, gather, groupBy, measureError, isBlank]);
  // As the arrangement knows them.
  const unknown = (network?.unknown ?? []).map((name) => (open.includes(`:${name}`) || also.includes(`:${name}`) ? `:${name}` : name));
  return { query, unknown, kinds: network?.kinds ?? [], isStart, graph, bandsOff, kindsOff, minRecords, measure, isMeasured: measure === (sizes?.measure ?? 'contacts'), measureError };
}
