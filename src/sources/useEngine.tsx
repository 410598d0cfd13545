/** The engine for the parts that open and list datasets; answers about a dataset come through `useCase`. */
import { queryOptions } from '@tanstack/react-query';
import { createContext, use } from 'react';
import type { EngineClient } from '../engine/engineClient.ts';

export const EngineContext = createContext<EngineClient | null>(null);

export function useEngine(): EngineClient {
  const engine = use(EngineContext);
  if (engine === null) throw new Error('useEngine outside of EngineContext');
  return engine;
}

/** The datasets opened on this machine. The shell asks anew whenever the engine says that they changed. */
export const datasetsQuery = (engine: EngineClient) =>
  queryOptions({ queryKey: ['local', 'datasets'], queryFn: () => engine.list() });
