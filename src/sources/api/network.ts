import * as z from 'zod/mini';
import type { Network, NetworkEdge, NetworkNode, NetworkQuery } from '../../analysis/answers.ts';
import { count, detector, fromWindow, number, score, time, toWindow, wholeWindow, windowParameters } from './common.ts';
import type { ParameterValue } from './parameters.ts';

const nodeSchema = z.object({
  number,
  score: z.nullable(score),
  detectors: z.array(detector),
  contacts: count,
  hidden: count,
  isOpen: z.boolean(),
}) satisfies z.ZodMiniType<NetworkNode>;

const edgeSchema = z.object({
  from: number,
  to: number,
  calls: count,
  texts: count,
  seconds: count,
  first: time,
  last: time,
}) satisfies z.ZodMiniType<NetworkEdge>;

export const networkSchema = z.object({
  nodes: z.array(nodeSchema),
  edges: z.array(edgeSchema),
  unknown: z.array(z.string()),
}) satisfies z.ZodMiniType<Network>;

export const networkParameters = z.strictObject({
  ...windowParameters,
  number: z.array(number).check(z.minLength(1), z.maxLength(50)),
  contactsEach: z._default(z.int().check(z.minimum(0), z.maximum(500)), 12),
}).check(wholeWindow);

export function fromNetworkQuery({ window, numbers, contactsEach }: NetworkQuery): Record<string, ParameterValue> {
  return { ...fromWindow(window), number: numbers, contactsEach };
}

export function toNetworkQuery({ from, to, number, contactsEach }: z.output<typeof networkParameters>): NetworkQuery {
  return { window: toWindow({ from, to }), numbers: number, contactsEach };
}
