import * as z from 'zod/mini';
import type { CaseSummary, SourceFile } from '../../analysis/answers.ts';
import { featureNames } from '../../features/featureNames.ts';
import { noticeCodes } from '../../records/communication.ts';
import { tableKinds } from '../../records/recordKinds.ts';
import { refitSchema } from './refit.ts';
import { count, day, listRole, model, share, time, wholeWindow, windowParameters } from './common.ts';

export const sourceFileSchema = z.object({
  name: z.string(),
  /** Absent for communications. */
  kind: z.optional(z.enum(tableKinds)),
  bytes: count,
  sha256: z.nullable(z.string().check(z.regex(/^[0-9a-f]{64}$/))),
  rows: count,
  rejected: count,
  /** What was wrong with it although it was read. */
  problems: z.optional(z.array(z.object({ code: z.enum(noticeCodes), what: z.string() }))),
}) satisfies z.ZodMiniType<SourceFile>;

export const summarySchema = z.object({
  name: z.string(),
  files: z.array(sourceFileSchema),
  numbers: count,
  links: count,
  records: count,
  rejected: count,
  /** Records that stood in several files and were counted once. */
  duplicates: z.optional(count),
  /** Number lists that were opened. */
  lists: z.optional(z.array(z.object({ name: z.string(), role: listRole, numbers: count }))),
  first: z.nullable(time),
  last: z.nullable(time),
  zone: z.string(),
  scoredInMs: z.nullable(z.number()),
  baseRate: share,
  /** Fingerprint of the shipped model. */
  model,
  /** How much of the score's evidence the files give: coverage that half of the numbers reach, the highest, and features that no number has. */
  evidence: z.object({ median: share, most: share, missing: z.array(z.enum(featureNames)) }),
  /** What was learned from decisions and scores by; absent under the shipped model. */
  refit: z.optional(refitSchema),
  activity: z.array(z.object({ day, records: count })),
}) satisfies z.ZodMiniType<CaseSummary>;

export const summaryParameters = z.strictObject(windowParameters).check(wholeWindow);
