import * as z from 'zod/mini';
import type { BehavesLike, SharesContacts, SharesDevice, SimilarNumbers } from '../../analysis/similar/similarAnswers.ts';
import { count, feature, number, percentile, score, share, wholeWindow, windowParameters } from './common.ts';

const like = { number, score: z.nullable(score), devices: z.array(z.string()), cells: z.array(z.string()) };

export const similarSchema = z.object({
  behaviour: z.array(z.object({
    ...like,
    similarity: share,
    alike: z.array(z.object({ feature, value: z.number(), otherValue: z.number(), percentile, otherPercentile: percentile })),
  }) satisfies z.ZodMiniType<BehavesLike>),
  contacts: z.array(z.object({
    ...like, shared: z.array(number), sharedCount: count, jaccard: share, weight: z.number().check(z.minimum(0)),
  }) satisfies z.ZodMiniType<SharesContacts>),
  devices: z.array(z.object({ ...like, users: count }) satisfies z.ZodMiniType<SharesDevice>),
  commonContacts: count,
}) satisfies z.ZodMiniType<SimilarNumbers>;

export const similarParameters = z.strictObject(windowParameters).check(wholeWindow);
