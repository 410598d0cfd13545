import * as z from 'zod/mini';
import type { Refit, RefitMove, RefitPreview } from '../../analysis/refit/refitAnswers.ts';
import { refitLacks } from '../../analysis/refit/refitAnswers.ts';
import { featureNames } from '../../features/featureNames.ts';
import { detectorIds } from '../../scoring/detectorIds.ts';
import { count, model, number } from './common.ts';

const term = z.enum([...featureNames, ...detectorIds]);
const factor = z.number().check(z.minimum(0), z.maximum(2));
const factors = z.array(z.object({ term, against: factor, inFavour: factor })).check(z.maxLength(featureNames.length + detectorIds.length));

export const refitSchema = z.object({
  confirmed: count,
  dismissed: count,
  at: z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/)),
  model,
  factors,
}) satisfies z.ZodMiniType<Refit>;

/** Request: what to score by; null for the shipped model. Answer: what stood before. */
export const refitAnswerSchema = z.nullable(refitSchema);

const move = z.object({
  number,
  rankBefore: count,
  rankAfter: count,
  scoreBefore: z.number(),
  scoreAfter: z.number(),
  reasons: z.array(z.object({ feature: term, value: z.nullable(z.number()), before: z.number(), after: z.number() })),
}) satisfies z.ZodMiniType<RefitMove>;

const figures = z.object({ auc: z.number(), logLoss: z.number() });

export const refitPreviewSchema = z.object({
  confirmed: count,
  dismissed: count,
  unused: count,
  model,
  lacks: z.array(z.enum(refitLacks)),
  factors,
  entering: z.array(move),
  leaving: z.array(move),
  moves: z.array(move),
  heldOut: z.nullable(z.object({
    decisions: count, folds: count, repeats: count, shipped: figures, refitted: figures, verdict: z.enum(['better', 'worse', 'open']),
  })),
}) satisfies z.ZodMiniType<RefitPreview>;
