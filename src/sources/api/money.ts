import * as z from 'zod/mini';
import type { FoundMoney, MoneyAroundCalls, MoneyEnd, MoneyMove } from '../../analysis/money/moneyAnswers.ts';
import { count, number, time, wholeWindow, windowParameters } from './common.ts';

const text = z.nullable(z.string());
const atLeast0 = z.number().check(z.minimum(0));
const endSchema = z.object({ card: text, number: z.nullable(number), holder: text }) satisfies z.ZodMiniType<MoneyEnd>;
const foundSchema = z.object({ transfers: count, amount: z.number(), expected: atLeast0 }) satisfies z.ZodMiniType<FoundMoney>;

const moveSchema = z.object({
  at: time,
  amount: z.number(),
  from: endSchema,
  to: endSchema,
  party: number,
  call: z.object({ at: time, other: number, isOut: z.boolean(), durationS: z.nullable(count), secondsBefore: z.int() }),
  file: z.string(),
  line: count,
}) satisfies z.ZodMiniType<MoneyMove>;

export const moneySchema = z.object({
  after: foundSchema, before: foundSchema, contacts: count, transfers: count, rows: z.array(moveSchema),
}) satisfies z.ZodMiniType<MoneyAroundCalls>;

/** A week at most. */
const within = z._default(z.int().check(z.minimum(1), z.maximum(10_080)), 120);

export const moneyParameters = z.strictObject({ ...windowParameters, within }).check(wholeWindow);
