import * as z from 'zod/mini';
import type { RejectedRow } from '../../analysis/answers.ts';
import { rejectionReasons } from '../../records/communication.ts';
import { count, pageParameters } from './common.ts';

export const rejectedRowSchema = z.object({
  file: z.string(),
  line: count,
  reason: z.enum(rejectionReasons),
  text: z.string(),
}) satisfies z.ZodMiniType<RejectedRow>;

export const rejectedSchema = z.object({ total: count, rows: z.array(rejectedRowSchema) });

export const rejectedParameters = z.strictObject(pageParameters);
