/** The current case source for screens, and its answers as queries keyed by source, resource and parameters. */
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { createContext, use } from 'react';
import type {
  ContactSort, DayWindow, NetworkQuery, Page, PathQuery, RecordFilter, SuspectQuery, TrendQuery,
} from '../analysis/answers.ts';
import type { CaseSource } from './caseSource.ts';

export const CaseContext = createContext<CaseSource | null>(null);

export function useCase(): CaseSource {
  const source = use(CaseContext);
  if (source === null) throw new Error('useCase outside of CaseContext');
  return source;
}

/** One entry per resource: `useQuery(caseQueries.suspects(source, query))`. */
export const caseQueries = {
  all: (source: CaseSource) => [source.key] as const,
  whoAmI: (source: CaseSource) =>
    queryOptions({ queryKey: [source.key, 'whoAmI'], queryFn: ({ signal }) => source.whoAmI(signal) }),
  summary: (source: CaseSource, window: DayWindow | null) =>
    queryOptions({ queryKey: [source.key, 'summary', window], queryFn: ({ signal }) => source.summary(window, signal), placeholderData: keepPreviousData }),
  rejected: (source: CaseSource, page: Page) =>
    queryOptions({ queryKey: [source.key, 'rejected', page], queryFn: ({ signal }) => source.rejected(page, signal) }),
  suspects: (source: CaseSource, query: SuspectQuery) =>
    queryOptions({ queryKey: [source.key, 'suspects', query], queryFn: ({ signal }) => source.suspects(query, signal) }),
  facets: (source: CaseSource, query: SuspectQuery) =>
    queryOptions({ queryKey: [source.key, 'facets', query], queryFn: ({ signal }) => source.facets(query, signal), placeholderData: keepPreviousData }),
  dossier: (source: CaseSource, number: string, window: DayWindow | null) =>
    queryOptions({ queryKey: [source.key, 'dossier', number, window], queryFn: ({ signal }) => source.dossier(number, window, signal) }),
  background: (source: CaseSource, number: string) =>
    queryOptions({ queryKey: [source.key, 'background', number], queryFn: ({ signal }) => source.background(number, signal) }),
  chain: (source: CaseSource, number: string) =>
    queryOptions({ queryKey: [source.key, 'chain', number], queryFn: ({ signal }) => source.chain(number, signal) }),
  contacts: (source: CaseSource, number: string, window: DayWindow | null, sort: ContactSort, page: Page) =>
    queryOptions({ queryKey: [source.key, 'contacts', number, window, sort, page], queryFn: ({ signal }) => source.contacts(number, window, sort, page, signal), placeholderData: keepPreviousData }),
  records: (source: CaseSource, number: string, window: DayWindow | null, filter: RecordFilter, page: Page) =>
    queryOptions({ queryKey: [source.key, 'records', number, window, filter, page], queryFn: ({ signal }) => source.records(number, window, filter, page, signal), placeholderData: keepPreviousData }),
  network: (source: CaseSource, query: NetworkQuery) =>
    queryOptions({ queryKey: [source.key, 'network', query], queryFn: ({ signal }) => source.network(query, signal), placeholderData: keepPreviousData }),
  path: (source: CaseSource, query: PathQuery) =>
    queryOptions({ queryKey: [source.key, 'path', query], queryFn: ({ signal }) => source.path(query, signal) }),
  trends: (source: CaseSource, query: TrendQuery) =>
    queryOptions({ queryKey: [source.key, 'trends', query], queryFn: ({ signal }) => source.trends(query, signal), placeholderData: keepPreviousData }),
  search: (source: CaseSource, text: string, limit: number) =>
    queryOptions({ queryKey: [source.key, 'search', text, limit], queryFn: ({ signal }) => source.search(text, limit, signal) }),
};
