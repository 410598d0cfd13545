/** What the queue keeps in the URL: `?q=138&det=simBox&status=new&min=50&sort=imeis&dir=asc`. */
import type { DayWindow, Status, SuspectQuery, SuspectSort } from '../../analysis/answers.ts';
import { statuses, suspectSorts } from '../../analysis/answers.ts';
import { detectorIds } from '../../scoring/detectorIds.ts';
import type { DetectorId } from '../../scoring/detectorIds.ts';
import type { RawSearch } from '../../state/search.ts';
import { groupAtMost } from '../../state/group.ts';
import { parseCount, parseListOf, parseOneOf, parseText } from '../../state/search.ts';

export interface SuspectsSearch {
  /** Part of a number. */
  readonly q?: string;
  readonly det?: readonly DetectorId[];
  readonly status?: readonly Status[];
  /** Least score, 0–100. */
  readonly min?: number;
  /** Only the marked numbers, while there are any. */
  readonly among?: 'group';
  readonly sort?: SuspectSort;
  readonly dir?: 'asc' | 'desc';
}

/** All of a query but which rows of it. */
export type QueueQuery = Omit<SuspectQuery, 'offset' | 'limit'>;

export function parseSuspectsSearch(raw: RawSearch): SuspectsSearch {
  const det = parseListOf(raw['det'], detectorIds);
  const status = parseListOf(raw['status'], statuses);
  const parsed = {
    q: parseText(raw['q']),
    det: det.length > 0 ? det : undefined,
    status: status.length > 0 ? status : undefined,
    min: parseCount(raw['min'], 100) || undefined,
    among: parseOneOf(raw['among'], ['group'] as const),
    sort: parseOneOf(raw['sort'], suspectSorts),
    dir: parseOneOf(raw['dir'], ['asc', 'desc'] as const),
  };
  return Object.fromEntries(Object.entries(parsed).filter(([, value]) => value !== undefined));
}

/** A number as people type it, without what they put in to read it: `138-1234 5678` finds 13812345678. */
export function foldTyped(text: string): string {
  const bare = text.replace(/[\s\-()]/g, '');
  return /^\+?\d*$/.test(bare) ? bare : text.trim();
}

/** Which end of a column one wants to see first: few calls per contact are telling, many of all else. */
function isDescendingAtFirst(sort: SuspectSort): boolean {
  return sort !== 'calls_per_contact' && sort !== 'number';
}

/** @param group the marked numbers, of which as many as a link holds can be shown alone */
export function queueQuery(search: SuspectsSearch, window: DayWindow | null, group: readonly string[]): QueueQuery {
  const sort = search.sort ?? 'score';
  return {
    window,
    text: foldTyped(search.q ?? ''),
    detectors: search.det ?? [],
    statuses: search.status ?? [],
    minScore: search.min ?? 0,
    ...(search.among === 'group' && group.length > 0 ? { among: group.slice(0, groupAtMost) } : {}),
    sort,
    descending: search.dir === undefined ? isDescendingAtFirst(sort) : search.dir === 'desc',
  };
}

/** The same rows' facets: which of them, and in what order, does not matter there. */
export function facetQuery(query: QueueQuery): SuspectQuery {
  return { ...query, sort: 'score', descending: true, offset: 0, limit: 1 };
}

/** The search after a click on a column's header: the same column turns round, another begins at its telling end. */
export function sortedBy(query: QueueQuery, sort: SuspectSort): Pick<SuspectsSearch, 'sort' | 'dir'> {
  const descending = sort === query.sort ? !query.descending : isDescendingAtFirst(sort);
  return { sort, dir: descending ? 'desc' : 'asc' };
}

export function isFiltered(search: SuspectsSearch): boolean {
  return search.q !== undefined || search.det !== undefined || search.status !== undefined || search.min !== undefined || search.among !== undefined;
}

/** Takes all filters away; the sort stays. */
export const noFilters = { q: undefined, det: undefined, status: undefined, min: undefined, among: undefined } as const;

/** The list with the entry put in or taken out; undefined when nothing is left, which removes it from the URL. */
export function toggled<T>(list: readonly T[] | undefined, entry: T): readonly T[] | undefined {
  const next = list?.includes(entry) ? list.filter((other) => other !== entry) : [...(list ?? []), entry];
  return next.length > 0 ? next : undefined;
}
