import { useQueries, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { SuspectPage, SuspectRow } from '../../analysis/answers.ts';
import type { CaseSource } from '../../sources/caseSource.ts';
import { caseQueries } from '../../sources/useCase.tsx';
import { areNear, PAGE_ROWS, pagesFor } from './queuePages.ts';
import type { QueueQuery } from './suspectsSearch.ts';

/** After a leap, pages are asked for once the view rests this long: what is only scrolled past is never fetched. */
const restMs = 60;

/** A page as a query; dropping its last observer aborts it. */
export function pageQuery(source: CaseSource, query: QueueQuery, page: number) {
  return caseQueries.suspects(source, { ...query, offset: page * PAGE_ROWS, limit: PAGE_ROWS });
}

interface Shown {
  readonly key: string;
  readonly query: QueueQuery;
  readonly total: number;
  readonly of: number;
}

/**
 * The rows of the queue around a view. When the query changes, the rows of the last one stay until the first page of the
 * new one is there; `shownKey` then changes.
 */
export function useQueuePages(source: CaseSource, query: QueueQuery, view: { readonly first: number; readonly end: number }) {
  const queries = useQueryClient();
  const key = JSON.stringify([source.key, query]);
  const [shown, setShown] = useState<Shown | null>(null);
  // A new query begins at its first page, wherever the view still is.
  const pages = useRestingPages(key, shown?.key === key ? pagesFor(view.first, view.end) : [0]);
  const results = useQueries({ queries: pages.map((page) => pageQuery(source, query, page)) });

  const answer = results.find((result) => result.data !== undefined)?.data;
  if (answer !== undefined && (shown?.key !== key || shown.total !== answer.total || shown.of !== answer.of)) {
    setShown({ key, query, total: answer.total, of: answer.of });
  }

  // Read from the cache rather than from `results`, so that rows seen before are there in the very first render.
  const cached = new Map<number, SuspectPage | undefined>();
  const rowAt = (index: number): SuspectRow | undefined => {
    if (shown === null) return undefined;
    const page = Math.floor(index / PAGE_ROWS);
    if (!cached.has(page)) cached.set(page, queries.getQueryData(pageQuery(source, shown.query, page).queryKey));
    return cached.get(page)?.rows[index % PAGE_ROWS];
  };

  const failed = results.find((result) => result.isError && result.data === undefined);
  return {
    total: shown?.total ?? null,
    of: shown?.of ?? null,
    shownKey: shown?.key ?? key,
    /** What the rows shown answer. */
    shownQuery: shown?.query ?? query,
    rowAt,
    isWaiting: shown?.key !== key,
    error: failed?.error ?? null,
    /** Asks again for the pages that failed. */
    retry: () => {
      for (const result of results) if (result.isError) void result.refetch();
    },
  };
}

function useRestingPages(key: string, pages: readonly number[]): readonly number[] {
  const [resting, setResting] = useState({ key, pages });
  const text = pages.join(',');
  const isNear = resting.key === key && areNear(pages, resting.pages);
  useEffect(() => {
    const timer = setTimeout(() => setResting({ key, pages: text.split(',').map(Number) }), isNear ? 0 : restMs);
    return () => clearTimeout(timer);
  }, [key, text, isNear]);
  return resting.key === key ? resting.pages : pages;
}
