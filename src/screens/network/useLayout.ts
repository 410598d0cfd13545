import { useCallback, useEffect, useRef, useState } from 'react';
import type { Arrangement, Positions } from '../../views/linkGraph/arrangement.ts';
import { startLayoutClient } from '../../views/linkGraph/layoutClient.ts';
import type { LayoutRequest } from '../../views/linkGraph/layoutProtocol.ts';
import type { LinkGraph } from '../../views/linkGraph/linkGraphModel.ts';
import { seedPositions } from '../../views/linkGraph/seedPositions.ts';

export interface LayoutState {
  readonly isRunning: boolean;
  /** The last layout failed; numbers then stand in rings around what they hang on. */
  readonly error: Error | null;
  /** Lays out everything but the pinned anew, and gives the places to `onDone`. */
  readonly arrangeAnew: (onDone: (positions: Positions) => void) => void;
}

/**
 * Finds a place for each number that has none, in a worker. What is arranged holds still; a request that a newer graph
 * supersedes is ended.
 */
export function useLayout(graph: LinkGraph | null, arrangement: Arrangement, place: (positions: Positions) => void): LayoutState {
  const [client] = useState(() => startLayoutClient());
  const [isRunning, setRunning] = useState(false);
  const [error, setError] = useState<Error | null>(null);
  const running = useRef<AbortController | null>(null);
  const latest = useRef(arrangement);
  useEffect(() => {
    latest.current = arrangement;
  });

  const ask = useCallback(
    async (request: LayoutRequest, onDone: (positions: Positions) => void) => {
      running.current?.abort();
      const controller = new AbortController();
      running.current = controller;
      setRunning(true);
      try {
        const positions = await client.layOut(request, controller.signal);
        setError(null);
        onDone(positions);
      } catch (failure) {
        if (controller.signal.aborted) return;
        setError(failure instanceof Error ? failure : new Error(String(failure)));
        onDone(seedPositions(request.nodes.map(({ number }) => number), request.pairs, request.places));
      }
      setRunning(false);
    },
    [client],
  );

  const missing = graph === null ? '' : graph.nodes.flatMap(({ number }) => (arrangement.positions[number] ? [] : [number])).join('\t');
  useEffect(() => {
    if (graph === null || missing === '') return undefined;
    const { positions } = latest.current;
    void ask(requestOf(graph, positions, (number) => positions[number] !== undefined), place);
    return () => {
      running.current?.abort();
      setRunning(false);
    };
  }, [ask, place, graph, missing]);

  useEffect(() => () => {
    running.current?.abort();
    client.close();
  }, [client]);

  return {
    isRunning,
    error,
    arrangeAnew: (onDone) => {
      if (graph === null) return;
      const pinned = new Set(arrangement.pinned);
      const places = Object.fromEntries(Object.entries(arrangement.positions).filter(([number]) => pinned.has(number)));
      void ask(requestOf(graph, places, (number) => places[number] !== undefined), onDone);
    },
  };
}

function requestOf(graph: LinkGraph, positions: Positions, isFixed: (number: string) => boolean): LayoutRequest {
  const nodes = graph.nodes.map(({ number, size, community, gathered }) => ({ number, size, group: gathered === null ? community : null, isFixed: isFixed(number) }));
  const places = Object.fromEntries(nodes.flatMap(({ number }) => (positions[number] ? [[number, positions[number]] as const] : [])));
  return { nodes, pairs: graph.pairs.map(({ a, b, records }) => ({ a, b, records })), places };
}
