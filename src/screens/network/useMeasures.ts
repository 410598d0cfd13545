import { useEffect, useState } from 'react';
import type { SizeMeasure } from '../../views/linkGraph/centrality.ts';
import { startLayoutClient } from '../../views/linkGraph/layoutClient.ts';
import type { LinkGraph } from '../../views/linkGraph/linkGraphModel.ts';
import type { MeasuredValues } from '../../views/linkGraph/nodeSizes.ts';

export interface Measures {
  /** The latest that were found, perhaps of another measure or of fewer numbers; null before the first, and by contacts. */
  readonly sizes: MeasuredValues | null;
  /** Which community each number is in; null before they are found, and where they are not asked for. */
  readonly communities: ReadonlyMap<string, number> | null;
  readonly error: Error | null;
}

const nothing: Measures = { sizes: null, communities: null, error: null };

/** What each number shown weighs and where it belongs, found in a worker. */
export function useMeasures(graph: LinkGraph | null, measure: SizeMeasure, hasCommunities: boolean): Measures {
  const [client] = useState(() => startLayoutClient());
  const [found, setFound] = useState<Measures>(nothing);
  useEffect(() => () => client.close(), [client]);
  useEffect(() => {
    if (graph === null || (measure === 'contacts' && !hasCommunities)) return undefined;
    const controller = new AbortController();
    const numbers = graph.nodes.map(({ number }) => number);
    const pairs = graph.pairs.map(({ a, b, fromA, fromB, records }) => ({ a, b, calls: fromA.calls + fromB.calls, records }));
    const ask = async () => {
      try {
        const { values, communities } = await client.measure({ numbers, pairs, measure: measure === 'contacts' ? null : measure, hasCommunities }, controller.signal);
        setFound({
          sizes: values === null ? null : { measure, values: new Map(numbers.map((number, i) => [number, values[i]!])) },
          communities: communities === null ? null : new Map(numbers.map((number, i) => [number, communities[i]!])),
          error: null,
        });
      } catch (failure) {
        if (!controller.signal.aborted) setFound({ ...nothing, error: failure instanceof Error ? failure : new Error(String(failure)) });
      }
    };
    void ask();
    return () => controller.abort();
  }, [client, graph, measure, hasCommunities]);
  return { sizes: measure === 'contacts' ? null : found.sizes, communities: hasCommunities ? found.communities : null, error: found.error };
}
