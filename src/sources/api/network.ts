import * as z from 'zod/mini';
import type { Network, NetworkEdge, NetworkNode, NetworkQuery, PathAnswer, PathQuery } from '../../analysis/answers.ts';
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
  number: z._default(z.array(number).check(z.maxLength(50)), []),
  also: z._default(z.array(number).check(z.maxLength(500)), []),
  contactsEach: z._default(z.int().check(z.minimum(0), z.maximum(500)), 12),
}).check(wholeWindow, z.refine(
  ({ number, also }: { readonly number: readonly string[]; readonly also: readonly string[] }) => number.length + also.length > 0,
  { error: 'at least one number, here or in also', path: ['number'] },
));

export function fromNetworkQuery({ window, numbers, also, contactsEach }: NetworkQuery): Record<string, ParameterValue> {
  return { ...fromWindow(window), number: numbers, also, contactsEach };
}

export function toNetworkQuery({ from, to, number, also, contactsEach }: z.output<typeof networkParameters>): NetworkQuery {
  return { window: toWindow({ from, to }), numbers: number, also, contactsEach };
}

export const pathSchema = z.object({
  unknown: z.array(z.string()),
  steps: z.nullable(z.array(z.object({ from: number, to: number, records: count, at: z.nullable(time) }))),
  hubs: z.array(number),
}) satisfies z.ZodMiniType<PathAnswer>;

/** `from` and `to` are the window's days here as everywhere, so the ends of the path have names of their own. */
export const pathParameters = z.strictObject({
  ...windowParameters,
  number,
  other: number,
  isInTime: z._default(z.boolean(), false),
}).check(wholeWindow);

export function fromPathQuery({ window, from, to, isInTime }: PathQuery): Record<string, ParameterValue> {
  return { ...fromWindow(window), number: from, other: to, isInTime };
}

export function toPathQuery({ from, to, number, other, isInTime }: z.output<typeof pathParameters>): PathQuery {
  return { window: toWindow({ from, to }), from: number, to: other, isInTime };
}
