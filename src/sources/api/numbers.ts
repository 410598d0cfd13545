import * as z from 'zod/mini';
import { companyFeatures, contactSorts } from '../../analysis/answers.ts';
import type {
  Contact, ContactPage, ContactSort, DayWindow, Dossier, Evidence, Finding, LeastChange, Page, RecordFilter, RecordPage, RecordRow,
} from '../../analysis/answers.ts';
import {
  count, day, detector, feature, fromWindow, number, pageParameters, percentile, score, share, time, wholeWindow, windowParameters,
} from './common.ts';
import { decisionSchema } from './decisions.ts';
import type { ParameterValue } from './parameters.ts';
import { reasonSchema } from './suspects.ts';

const evidenceSchema = z.object({ feature, value: z.number(), threshold: z.number() }) satisfies z.ZodMiniType<Evidence>;

export const findingSchema = z.object({
  id: detector,
  evidence: z.array(evidenceSchema),
  counterEvidence: z.array(evidenceSchema),
}) satisfies z.ZodMiniType<Finding>;

const leastChangeSchema = z.object({
  feature, value: z.number(), needed: z.number(), score,
}) satisfies z.ZodMiniType<LeastChange>;

export const dossierSchema = z.object({
  number,
  rank: count,
  of: count,
  score,
  coverage: share,
  baseRate: share,
  baseLogOdds: z.number(),
  logOdds: z.number(),
  contributions: z.array(reasonSchema),
  leastChange: z.nullable(leastChangeSchema),
  findings: z.array(findingSchema),
  company: z.array(z.object({ feature: z.enum(companyFeatures), count, numbers: z.array(z.object({ number, score })).check(z.maxLength(10)) })),
  features: z.array(z.object({ feature, value: z.nullable(z.number()), percentile: z.nullable(percentile) })),
  first: z.nullable(time),
  last: z.nullable(time),
  records: count,
  contacts: count,
  heatmap: z.array(count).check(z.length(168)),
  days: z.array(z.object({ day, out: count, in: count })),
  devices: z.array(z.object({ imei: z.string(), records: count, first: time, last: time, numbers: count })),
  cells: z.array(z.object({ cell: z.string(), records: count, nights: count, first: time, last: time })),
  decision: z.nullable(decisionSchema),
}) satisfies z.ZodMiniType<Dossier>;

export const contactSchema = z.object({
  number,
  score: z.nullable(score),
  callsOut: count,
  callsIn: count,
  textsOut: count,
  textsIn: count,
  seconds: count,
  first: time,
  last: time,
}) satisfies z.ZodMiniType<Contact>;

export const contactPageSchema = z.object({ total: count, rows: z.array(contactSchema) }) satisfies z.ZodMiniType<ContactPage>;

export const recordRowSchema = z.object({
  at: time,
  direction: z.enum(['out', 'in']),
  type: z.enum(['call', 'text']),
  other: number,
  durationS: z.nullable(count),
  answered: z.nullable(z.boolean()),
  imei: z.nullable(z.string()),
  imsi: z.nullable(z.string()),
  cell: z.nullable(z.string()),
  file: z.string(),
  line: count,
}) satisfies z.ZodMiniType<RecordRow>;

export const recordPageSchema = z.object({ total: count, rows: z.array(recordRowSchema) }) satisfies z.ZodMiniType<RecordPage>;

export const dossierParameters = z.strictObject(windowParameters).check(wholeWindow);

export const contactParameters = z.strictObject({
  ...windowParameters,
  sort: z._default(z.enum(contactSorts), 'interactions'),
  ...pageParameters,
}).check(wholeWindow);

/** `YYYY-MM-DDTHH:MM:SS` */
const localTime = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}$/), z.refine((text) => !Number.isNaN(Date.parse(`${text}Z`)), 'no such time'));

export const recordParameters = z.strictObject({
  ...windowParameters,
  other: z.optional(z.string()),
  weekHour: z.optional(z.int().check(z.minimum(0), z.maximum(167))),
  day: z.optional(day),
  imei: z.optional(z.string()),
  cell: z.optional(z.string()),
  since: z.optional(localTime),
  until: z.optional(localTime),
  ...pageParameters,
}).check(wholeWindow);

export function fromContactQuery(window: DayWindow | null, sort: ContactSort, page: Page): Record<string, ParameterValue> {
  return { ...fromWindow(window), sort, offset: page.offset, limit: page.limit };
}

export function fromRecordQuery(window: DayWindow | null, filter: RecordFilter, page: Page): Record<string, ParameterValue> {
  const { other, weekHour, day, imei, cell, since, until } = filter;
  return { ...fromWindow(window), other, weekHour, day, imei, cell, since, until, offset: page.offset, limit: page.limit };
}

export function toRecordFilter({ other, weekHour, day, imei, cell, since, until }: z.output<typeof recordParameters>): RecordFilter {
  return {
    other: other ?? null, weekHour: weekHour ?? null, day: day ?? null, imei: imei ?? null, cell: cell ?? null, since: since ?? null, until: until ?? null,
  };
}
