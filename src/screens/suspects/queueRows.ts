/** Numbers of many rows at once, also of rows that were never on the screen. */
import type { QueryClient } from '@tanstack/react-query';
import type { CaseSource } from '../../sources/caseSource.ts';
import { PAGE_ROWS } from './queuePages.ts';
import type { QueueQuery } from './suspectsSearch.ts';
import { pageQuery } from './useQueuePages.ts';

/** Rows that can be selected at once: 50 pages. Beyond it one should filter rather than decide. */
export const MAX_PICKED = 5_000;

/** Numbers of rows [first, end), in order, from the cache where they are there. Rejects when a page cannot be had. */
export async function numbersOfRows(queries: QueryClient, source: CaseSource, query: QueueQuery, first: number, end: number): Promise<readonly string[]> {
  const numbers: string[] = [];
  for (let page = Math.floor(first / PAGE_ROWS); page * PAGE_ROWS < end; page++) {
    const { rows } = await queries.fetchQuery(pageQuery(source, query, page));
    const start = page * PAGE_ROWS;
    numbers.push(...rows.slice(Math.max(0, first - start), end - start).map((row) => row.number));
  }
  return numbers;
}
