/** What the dossier keeps in the URL beside what every screen keeps: which records and which part of the tables. */
import { contactSorts } from '../../analysis/answers.ts';
import type { ContactSort, RecordFilter } from '../../analysis/answers.ts';
import { featureNames } from '../../features/featureNames.ts';
import type { FeatureName } from '../../features/featureNames.ts';
import { parseDay } from '../../records/days.ts';
import { detectorIds } from '../../scoring/detectorIds.ts';
import type { DetectorId } from '../../scoring/detectorIds.ts';
import { parseCount, parseOneOf, parseText } from '../../state/search.ts';
import type { RawSearch } from '../../state/search.ts';

export interface NumberSearch {
  readonly other?: string;
  /** Weekday × 24 + hour, Monday first. */
  readonly hour?: number;
  readonly day?: string;
  readonly imei?: string;
  readonly cell?: string;
  /** Local times `YYYY-MM-DDTHH:MM:SS`, both included. */
  readonly since?: string;
  readonly until?: string;
  /** First record and first contact shown. */
  readonly record?: number;
  readonly contact?: number;
  /** First stay shown, and whether only those reached faster than one travels. */
  readonly stay?: number;
  readonly stays?: 'fast';
  readonly by?: ContactSort;
  /** Minutes between a call and the money that moved around it. */
  readonly within?: number;
  /** The reason whose records are shown. */
  readonly why?: FeatureName | DetectorId;
}

/** Offsets beyond this are mangled links. */
const MAX_OFFSET = 2 ** 31;

export function parseNumberSearch(raw: RawSearch): NumberSearch {
  const day = parseText(raw['day']);
  const parsed = {
    other: parseText(raw['other']),
    hour: parseCount(raw['hour'], 167),
    day: day !== undefined && !Number.isNaN(parseDay(day)) ? day : undefined,
    imei: parseText(raw['imei']),
    cell: parseText(raw['cell']),
    since: parseTime(raw['since']),
    until: parseTime(raw['until']),
    record: parseCount(raw['record'], MAX_OFFSET),
    contact: parseCount(raw['contact'], MAX_OFFSET),
    stay: parseCount(raw['stay'], MAX_OFFSET),
    stays: parseOneOf(raw['stays'], ['fast']),
    by: parseOneOf(raw['by'], contactSorts),
    within: parseCount(raw['within'], 10_080) || undefined,
    why: parseOneOf(raw['why'], [...featureNames, ...detectorIds]),
  };
  return Object.fromEntries(Object.entries(parsed).filter(([, value]) => value !== undefined));
}

function parseTime(raw: unknown): string | undefined {
  const text = parseText(raw);
  return text !== undefined && /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}$/.test(text) && !Number.isNaN(Date.parse(`${text}Z`)) ? text : undefined;
}

/** A change of the search; undefined takes a part away. */
export type NumberSearchPatch = { readonly [K in keyof NumberSearch]?: NumberSearch[K] | undefined };

export function filterOf(search: NumberSearch): RecordFilter {
  return {
    other: search.other ?? null,
    weekHour: search.hour ?? null,
    day: search.day ?? null,
    imei: search.imei ?? null,
    cell: search.cell ?? null,
    since: search.since ?? null,
    until: search.until ?? null,
  };
}

/** True where the search asks for some of the records. */
export function asksForRecords(search: NumberSearch): boolean {
  return search.why !== undefined || search.record !== undefined || Object.values(filterOf(search)).some((part) => part !== null);
}

/** Takes every filter of the records away and goes back to the first. */
export const noFilter: NumberSearchPatch = {
  other: undefined, hour: undefined, day: undefined, imei: undefined, cell: undefined, since: undefined, until: undefined, record: undefined, why: undefined,
};
