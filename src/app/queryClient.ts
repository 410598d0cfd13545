import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { retryDelay, retryPolicy } from '../sources/api/retry.ts';
import { reportAnswer, reportFailure } from './connection.ts';

const apiFreshMs = 60_000;

/** Answers of a dataset on this machine never go stale: its key changes when its records do. */
const localKeyPrefix = 'local';

function isLocal(key: readonly unknown[]): boolean {
  return typeof key[0] === 'string' && key[0].startsWith(localKeyPrefix);
}

/** The one cache of answers. */
export function makeQueryClient(): QueryClient {
  return new QueryClient({
    queryCache: new QueryCache({
      onError: (error, query) => !isLocal(query.queryKey) && reportFailure(error),
      onSuccess: (_answer, query) => !isLocal(query.queryKey) && reportAnswer(),
    }),
    mutationCache: new MutationCache({ onError: (error) => reportFailure(error) }),
    defaultOptions: {
      queries: {
        // Datasets on this machine answer without a network, and the fetcher says itself when there is none.
        networkMode: 'always',
        staleTime: (query) => (isLocal(query.queryKey) ? Infinity : apiFreshMs),
        refetchOnWindowFocus: false,
        retry: retryPolicy,
        retryDelay,
      },
      mutations: { networkMode: 'always' },
    },
  });
}
