import { useEffect, useState } from 'react';
import type { SizeMeasure } from '../../views/linkGraph/centrality.ts';
import { startLayoutClient } from '../../views/linkGraph/layoutClient.ts';
import type { LinkGraph } from '../../views/linkGraph/linkGraphModel.ts';
import type { MeasuredValues } from '../../views/linkGraph/nodeSizes.ts';

export interface Measures {
  /** The latest that were found, perhaps of another measure or of fewer numbers; null before the first, and by contacts. */
  readonly sizes: MeasuredValues | null;
  readonly error: Error | null;
}

/** What each number shown weighs, found in a worker. */
export function useMeasures(graph: LinkGraph | null, measure: SizeMeasure): Measures {
  const [client] = useState(() => startLayoutClient());
  const [found, setFound] = useState<Measures>({ sizes: null, error: null });
  useEffect(() => () => client.close(), [client]);
  useEffect(() => {
    if (graph === null || measure === 'contacts') return undefined;
    const controller = new AbortController();
    const numbers = graph.nodes.map(({ number }) => number);
    const pairs = graph.pairs.map(({ a, b, fromA, fromB, records }) => ({ a, b, calls: fromA.calls + fromB.calls, records }));
    const ask = async () => {
      try {
        const { values } = await client.measure({ numbers, pairs, measure, hasCommunities: false }, controller.signal);
        setFound({ sizes: values === null ? null : { measure, values: new Map(numbers.map((number, i) => [number, values[i]!])) }, error: null });
      } catch (failure) {
        if (!controller.signal.aborted) setFound({ sizes: null, error: failure instanceof Error ? failure : new Error(String(failure)) });
      }
    };
    void ask();
    return () => controller.abort();
  }, [client, graph, measure]);
  return measure === 'contacts' ? { sizes: null, error: null } : found;
}
