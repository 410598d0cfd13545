import * as z from 'zod/mini';
import type { SearchHit } from '../../analysis/answers.ts';
import { number, score } from './common.ts';

export const searchSchema = z.array(z.object({ number, score }) satisfies z.ZodMiniType<SearchHit>);

export const searchParameters = z.strictObject({
  text: z.string().check(z.maxLength(200)),
  limit: z._default(z.int().check(z.minimum(1), z.maximum(100)), 10),
});
