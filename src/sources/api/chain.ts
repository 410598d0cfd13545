import * as z from 'zod/mini';
import type { Chain, ChainHop, MissingHop, RingMember } from '../../analysis/chain/chainHop.ts';
import { hopKinds, hopTests, missingRecords, recordHolders, tieKinds } from '../../analysis/chain/chainHop.ts';
import { count, number, time } from './common.ts';

const hopSchema = z.object({
  kind: z.enum(hopKinds),
  from: z.string(),
  to: z.string(),
  strength: z.number().check(z.minimum(0)),
  evidence: z.object({
    test: z.enum(hopTests),
    count,
    first: z.nullable(time),
    last: z.nullable(time),
    facts: z.record(z.string(), z.union([z.number(), z.string()])),
    records: z.array(z.object({ file: z.string(), line: count })),
  }),
  alternatives: z.array(z.object({ to: z.string(), strength: z.number() })),
}) satisfies z.ZodMiniType<ChainHop>;

const missingSchema = z.object({
  kind: z.enum(hopKinds), record: z.enum(missingRecords), from: z.enum(recordHolders), about: z.string(),
}) satisfies z.ZodMiniType<MissingHop>;

const memberSchema = z.object({
  number, score: z.nullable(z.number()), ties: z.array(z.object({ kind: z.enum(tieKinds), name: z.string() })), victims: z.array(number), victimCount: count,
}) satisfies z.ZodMiniType<RingMember>;

export const chainSchema = z.object({
  number, hops: z.array(hopSchema), weakest: z.nullable(count), missing: z.array(missingSchema),
  ring: z.object({ members: z.array(memberSchema), memberCount: count, victimCount: count }),
}) satisfies z.ZodMiniType<Chain>;
