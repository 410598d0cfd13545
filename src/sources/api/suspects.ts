import * as z from 'zod/mini';
import { statuses, suspectSorts } from '../../analysis/answers.ts';
import type { Reason, SuspectFacets, SuspectPage, SuspectQuery, SuspectRow } from '../../analysis/answers.ts';
import { detectorIds } from '../../scoring/detectorIds.ts';
import { featureNames } from '../../features/featureNames.ts';
import { count, detector, listRole, fromWindow, number, pageParameters, percentile, score, share, time, toWindow, wholeWindow, windowParameters } from './common.ts';
import type { ParameterValue } from './parameters.ts';

export const statusSchema = z.enum(statuses);

export const reasonSchema = z.object({
  feature: z.enum([...featureNames, ...detectorIds]),
  value: z.nullable(z.number()),
  contribution: z.number(),
  percentile: z.nullable(percentile),
}) satisfies z.ZodMiniType<Reason>;

export const suspectRowSchema = z.object({
  number,
  rank: count,
  score,
  coverage: share,
  detectors: z.array(detector),
  lists: z.array(listRole),
  reasons: z.array(reasonSchema),
  weeks: z.array(count).check(z.maxLength(12)),
  callsPerContact: z.nullable(z.number()),
  outgoingShare: z.nullable(share),
  imeis: z.nullable(count),
  lastSeen: z.nullable(time),
  status: statusSchema,
  assignee: z.nullable(z.string()),
}) satisfies z.ZodMiniType<SuspectRow>;

export const suspectPageSchema = z.object({
  total: count,
  of: count,
  rows: z.array(suspectRowSchema),
}) satisfies z.ZodMiniType<SuspectPage>;

export const suspectFacetsSchema = z.object({
  detectors: z.array(z.object({ id: detector, count })),
  statuses: z.array(z.object({ status: statusSchema, count })),
  scores: z.array(count),
}) satisfies z.ZodMiniType<SuspectFacets>;

const filterParameters = {
  ...windowParameters,
  text: z._default(z.string().check(z.maxLength(200)), ''),
  detector: z._default(z.array(detector), []),
  status: z._default(z.array(statusSchema), []),
  minScore: z._default(score, 0),
  among: z.optional(z.array(number).check(z.maxLength(200))),
};

export const facetParameters = z.strictObject(filterParameters).check(wholeWindow);

export const suspectParameters = z.strictObject({
  ...filterParameters,
  sort: z._default(z.enum(suspectSorts), 'score'),
  descending: z._default(z.boolean(), true),
  ...pageParameters,
}).check(wholeWindow);

export function fromFacetQuery(query: SuspectQuery): Record<string, ParameterValue> {
  const { window, text, detectors, statuses, minScore, among } = query;
  return { ...fromWindow(window), text: text || null, detector: detectors, status: statuses, minScore: minScore || null, among };
}

export function fromSuspectQuery(query: SuspectQuery): Record<string, ParameterValue> {
  const { sort, descending, offset, limit } = query;
  return { ...fromFacetQuery(query), sort, descending, offset, limit };
}

export function toFacetQuery({ from, to, text, detector, status, minScore, among }: z.output<typeof facetParameters>): SuspectQuery {
  const window = toWindow({ from, to });
  return { window, text, detectors: detector, statuses: status, minScore, ...(among === undefined ? {} : { among }), sort: 'score', descending: true, offset: 0, limit: 0 };
}

export function toSuspectQuery({ sort, descending, offset, limit, ...filter }: z.output<typeof suspectParameters>): SuspectQuery {
  return { ...toFacetQuery(filter), sort, descending, offset, limit };
}
