import * as z from 'zod/mini';
import type { Decision } from '../../analysis/answers.ts';
import { number } from './common.ts';
import { statusSchema } from './suspects.ts';

export const decisionSchema = z.object({
  number,
  status: statusSchema,
  reason: z.string().check(z.maxLength(2000)),
  assignee: z.nullable(z.string().check(z.minLength(1))),
}) satisfies z.ZodMiniType<Decision>;

/** Request: what to set. Answer: what stood before. */
export const decisionsSchema = z.array(decisionSchema);

/** Most decisions of one request: as many as can be selected on a page. */
export const MAX_DECISIONS = 1000;
export const decisionsRequestSchema = z.array(decisionSchema).check(z.minLength(1), z.maxLength(MAX_DECISIONS));
