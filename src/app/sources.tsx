/** Which sources there are, which one answers, and what stands in the way when none does. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { createContext, use, useCallback, useEffect, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import type { CaseSource } from '../sources/caseSource.ts';
import { createLocalSource, localKey } from '../sources/local/localSource.ts';
import { CaseContext } from '../sources/useCase.tsx';
import { datasetsQuery, useEngine } from '../sources/useEngine.tsx';
import { usePageIsReady } from '../state/ready.ts';
import { parseSharedSearch, useSearchState } from '../state/search.ts';
import { defineTexts, useLanguage, useTexts } from '../words/language.tsx';
import { ApiContext } from './apiSetup.ts';
import { namedApart } from './namedApart.ts';
import type { DatasetChoice } from './namedApart.ts';
import { useRefusedSaves } from './useRefusedSaves.ts';

const texts = defineTexts({ demo: ['Demo', '演示'], api: ['API', 'API'] });

/** `value` is as in `?source=`; the API's is its name, `demo` or `api`. */
export type SourceChoice = Pick<DatasetChoice, 'value' | 'label'> & Partial<DatasetChoice>;

export type SourceState =
  | { readonly is: 'pending' }
  | { readonly is: 'ready'; readonly source: CaseSource }
  | { readonly is: 'failed'; readonly error: unknown; readonly retry: () => void };

export interface Sources {
  readonly state: SourceState;
  readonly current: string;
  readonly choices: readonly SourceChoice[];
  readonly choose: (value: string) => void;
  readonly isLocal: boolean;
}

const SourcesContext = createContext<Sources | null>(null);

export function useSources(): Sources {
  const sources = use(SourcesContext);
  if (sources === null) throw new Error('useSources outside of SourcesProvider');
  return sources;
}

/** After the first answer is on the screen; and where none comes. */
const calmMs = 1_000;
const longestMs = 10_000;

/** False while the first screen is being put up, however slow the machine: listing datasets starts a worker, which then would compete with it. */
function useIsCalm(): boolean {
  const [isCalm, setCalm] = useState(false);
  const isReady = usePageIsReady();
  useEffect(() => {
    const timer = setTimeout(() => setCalm(true), isReady ? calmMs : longestMs);
    return () => clearTimeout(timer);
  }, [isReady]);
  return isCalm;
}

/** Gives the chosen source to every screen through `CaseContext`; null there until it is known. */
export function SourcesProvider({ children }: { children: ReactNode }) {
  const t = useTexts(texts);
  const language = useLanguage();
  const api = use(ApiContext);
  if (api === null) throw new Error('SourcesProvider outside of ApiContext');
  const engine = useEngine();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [{ source: wanted }] = useSearchState(parseSharedSearch);
  const datasetId = wanted === undefined || wanted === 'demo' || wanted === 'api' ? null : wanted;
  const connected = useQuery({ queryKey: ['connect'], queryFn: api.connect, staleTime: Infinity, gcTime: Infinity });
  const datasets = useQuery({ ...datasetsQuery(engine), enabled: useIsCalm() || datasetId !== null }).data;

  useRefusedSaves(datasets);

  // Opened, saved, hashed or removed: the engine says so, and the list is asked for anew.
  useEffect(() => engine.onChanged(() => void queries.invalidateQueries({ queryKey: datasetsQuery(engine).queryKey })), [engine, queries]);

  // A closer look was taken: what the screens show of the dataset is asked for anew.
  useEffect(() => engine.onRescored((dataset) => void queries.invalidateQueries({ queryKey: [localKey(dataset)] })), [engine, queries]);

  const local = useMemo(() => (datasetId === null ? null : createLocalSource(engine, datasetId)), [engine, datasetId]);

  const { data: apiSource, error, refetch } = connected;
  const state = useMemo((): SourceState => {
    const source = local ?? apiSource;
    if (source !== undefined) return { is: 'ready', source };
    return error === null ? { is: 'pending' } : { is: 'failed', error, retry: () => void refetch() };
  }, [local, apiSource, error, refetch]);

  const choose = useCallback(
    (value: string) => {
      // A window and a selection belong to the records they were made on.
      const search = { source: value === api.name ? undefined : value, from: undefined, to: undefined, sel: undefined };
      void navigate({ to: location.pathname.startsWith('/numbers/') ? '/suspects' : '.', search });
    },
    [api.name, navigate],
  );

  const sources = useMemo((): Sources => {
    const opened = namedApart(datasets ?? [], language);
    const isUnknown = datasetId !== null && !opened.some((choice) => choice.value === datasetId);
    return {
      state,
      current: datasetId ?? api.name,
      choices: [{ value: api.name, label: t[api.name] }, ...opened, ...(isUnknown ? [{ value: datasetId, label: datasets === undefined ? '…' : datasetId.slice(0, 12) }] : [])],
      choose,
      isLocal: datasetId !== null,
    };
  }, [state, datasets, datasetId, api, choose, t, language]);

  return (
    <SourcesContext value={sources}>
      <CaseContext value={state.is === 'ready' ? state.source : null}>{children}</CaseContext>
    </SourcesContext>
  );
}
