/** The current case source for screens, and its answers as queries keyed by source, resource and parameters. */
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { createContext, use } from 'react';
import type {
  CommonContactQuery, CompanionQuery, ContactSort, DayWindow, MeetingQuery, NetworkQuery, Page, PathQuery, RecordFilter, SceneQuery, SuccessorQuery, SuspectQuery,
  TrendQuery,
} from '../analysis/answers.ts';
import type { MoneyQuery } from '../analysis/money/moneyAnswers.ts';
import type { StayKind } from '../analysis/places/placeAnswers.ts';
import type { PortraitQuery } from '../analysis/compare/portrait.ts';
import type { SequenceQuery } from '../analysis/compare/sequences.ts';
import type { CollisionQuery } from '../analysis/sets/collision.ts';
import type { ThingQuery } from '../analysis/things/thing.ts';
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
  places: (source: CaseSource, number: string, window: DayWindow | null) =>
    queryOptions({ queryKey: [source.key, 'places', number, window], queryFn: ({ signal }) => source.places(number, window, signal) }),
  stays: (source: CaseSource, number: string, window: DayWindow | null, kind: StayKind, page: Page) =>
    queryOptions({ queryKey: [source.key, 'stays', number, window, kind, page], queryFn: ({ signal }) => source.stays(number, window, kind, page, signal), placeholderData: keepPreviousData }),
  similar: (source: CaseSource, number: string, window: DayWindow | null) =>
    queryOptions({ queryKey: [source.key, 'similar', number, window], queryFn: ({ signal }) => source.similar(number, window, signal) }),
  cards: (source: CaseSource, number: string, window: DayWindow | null) =>
    queryOptions({ queryKey: [source.key, 'cards', number, window], queryFn: ({ signal }) => source.cards(number, window, signal) }),
  money: (source: CaseSource, query: MoneyQuery, window: DayWindow | null) =>
    queryOptions({ queryKey: [source.key, 'money', query, window], queryFn: ({ signal }) => source.money(query, window, signal), placeholderData: keepPreviousData }),
  notes: (source: CaseSource, number: string) =>
    queryOptions({ queryKey: [source.key, 'notes', number], queryFn: ({ signal }) => source.notes(number, signal) }),
  network: (source: CaseSource, query: NetworkQuery) =>
    queryOptions({ queryKey: [source.key, 'network', query], queryFn: ({ signal }) => source.network(query, signal), placeholderData: keepPreviousData }),
  path: (source: CaseSource, query: PathQuery) =>
    queryOptions({ queryKey: [source.key, 'path', query], queryFn: ({ signal }) => source.path(query, signal) }),
  things: (source: CaseSource, query: ThingQuery) =>
    queryOptions({ queryKey: [source.key, 'things', query], queryFn: ({ signal }) => source.things(query, signal) }),
  trends: (source: CaseSource, query: TrendQuery) =>
    queryOptions({ queryKey: [source.key, 'trends', query], queryFn: ({ signal }) => source.trends(query, signal), placeholderData: keepPreviousData }),
  successors: (source: CaseSource, query: SuccessorQuery) =>
    queryOptions({ queryKey: [source.key, 'successors', query], queryFn: ({ signal }) => source.successors(query, signal) }),
  companions: (source: CaseSource, query: CompanionQuery) =>
    queryOptions({ queryKey: [source.key, 'companions', query], queryFn: ({ signal }) => source.companions(query, signal) }),
  meetings: (source: CaseSource, query: MeetingQuery) =>
    queryOptions({ queryKey: [source.key, 'meetings', query], queryFn: ({ signal }) => source.meetings(query, signal) }),
  commonContacts: (source: CaseSource, query: CommonContactQuery) =>
    queryOptions({ queryKey: [source.key, 'commonContacts', query], queryFn: ({ signal }) => source.commonContacts(query, signal) }),
  scenes: (source: CaseSource, query: SceneQuery) =>
    queryOptions({ queryKey: [source.key, 'scenes', query], queryFn: ({ signal }) => source.scenes(query, signal) }),
  /**
   * @param name tells the question from others: its lists may be millions of characters, too long for a key
   * @param question makes it of the lists that are kept here
   */
  collision: (source: CaseSource, name: readonly unknown[], question: () => Promise<CollisionQuery>) =>
    queryOptions({ queryKey: [source.key, 'collision', ...name], queryFn: async ({ signal }) => source.collision(await question(), signal) }),
  sequences: (source: CaseSource, query: SequenceQuery) =>
    queryOptions({ queryKey: [source.key, 'sequences', query], queryFn: ({ signal }) => source.sequences(query, signal) }),
  portrait: (source: CaseSource, query: PortraitQuery) =>
    queryOptions({ queryKey: [source.key, 'portrait', query], queryFn: ({ signal }) => source.portrait(query, signal) }),
  /** Asked anew whenever it is opened: it depends on every decision. */
  refitPreview: (source: CaseSource) =>
    queryOptions({ queryKey: [source.key, 'refitPreview'], queryFn: ({ signal }) => source.refitPreview(signal), staleTime: 0, gcTime: 0 }),
  search: (source: CaseSource, text: string, limit: number) =>
    queryOptions({ queryKey: [source.key, 'search', text, limit], queryFn: ({ signal }) => source.search(text, limit, signal) }),
};
