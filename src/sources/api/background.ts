import * as z from 'zod/mini';
import type { AccountRow, NumberBackground, PoolRow, RegistrationRow, TransferRow } from '../../analysis/answers.ts';
import { tableKinds } from '../../records/recordKinds.ts';
import { count, listRole, number, time } from './common.ts';

const text = z.nullable(z.string());
const place = { file: z.string(), line: count };

const registrationSchema = z.object({
  document: text, holder: text, outlet: text, agent: text, operator: text, contract: text, status: text, activated: z.nullable(time), closed: z.nullable(time),
  documentNumbers: count, outletNumbers: count, agentNumbers: count, ...place,
}) satisfies z.ZodMiniType<RegistrationRow>;

const poolSchema = z.object({
  contract: z.string(), first: number, last: number, customer: text, clerk: text, approver: text, signed: z.nullable(time), ...place,
}) satisfies z.ZodMiniType<PoolRow>;

const accountSchema = z.object({
  platform: text, type: text, account: text, at: z.nullable(time), device: text, ip: text, deviceNumbers: count, ...place,
}) satisfies z.ZodMiniType<AccountRow>;

const transferSchema = z.object({
  at: time, direction: z.enum(['out', 'in']), card: text, otherCard: text, otherHolder: text, otherNumber: z.nullable(number), amount: z.number(),
  call: z.nullable(z.object({ other: number, secondsBefore: count })), ...place,
}) satisfies z.ZodMiniType<TransferRow>;

export const backgroundSchema = z.object({
  opened: z.array(z.enum(tableKinds)),
  lists: z.array(z.object({ name: z.string(), role: listRole, label: text, line: z.nullable(count) })),
  registrations: z.array(registrationSchema),
  pools: z.array(poolSchema),
  accounts: z.array(accountSchema),
  accountCount: count,
  transfers: z.array(transferSchema),
  transferCount: count,
}) satisfies z.ZodMiniType<NumberBackground>;
