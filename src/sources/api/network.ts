import * as z from 'zod/mini';
import type { Network, NetworkEdge, NetworkNode, NetworkQuery, PathAnswer, PathQuery } from '../../analysis/answers.ts';
import type { ThingPage, ThingQuery } from '../../analysis/things/thing.ts';
import { groupingKinds, parseThing, thingKinds } from '../../analysis/things/thing.ts';
import { count, detector, fromWindow, number, score, time, toWindow, wholeWindow, windowParameters } from './common.ts';
import type { ParameterValue } from './parameters.ts';

const nodeSchema = z.object({
  number,
  score: z.nullable(score),
  detectors: z.array(detector),
  contacts: count,
  hidden: count,
  isOpen: z.boolean(),
  group: z._default(z.nullable(z.string()), null),
}) satisfies z.ZodMiniType<NetworkNode>;

const thingKind = z.enum(thingKinds);
const thingText = z.string().check(z.refine((text) => parseThing(text) !== null, 'a kind and a name: device:86740913144950'));

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
  // A server that knows of calls alone leaves these out.
  things: z._default(z.array(z.object({ kind: thingKind, name: z.string(), numbers: count, hidden: count, isOpen: z.boolean() })), []),
  ties: z._default(z.array(z.object({ kind: thingKind, name: z.string(), number, records: count, first: z.nullable(time), last: z.nullable(time) })), []),
  kinds: z._default(z.array(thingKind), []),
}) satisfies z.ZodMiniType<Network>;

export const networkParameters = z.strictObject({
  ...windowParameters,
  number: z._default(z.array(number).check(z.maxLength(50)), []),
  also: z._default(z.array(number).check(z.maxLength(500)), []),
  contactsEach: z._default(z.int().check(z.minimum(0), z.maximum(500)), 12),
  openThing: z._default(z.array(thingText).check(z.maxLength(50)), []),
  thing: z._default(z.array(thingText).check(z.maxLength(500)), []),
  groupBy: z.optional(z.enum(groupingKinds)),
}).check(wholeWindow, z.refine(
  ({ number, also, openThing, thing }: Readonly<Record<'number' | 'also' | 'openThing' | 'thing', readonly string[]>>) => number.length + also.length + openThing.length + thing.length > 0,
  { error: 'at least one number, here or in also, or a thing', path: ['number'] },
));

export function fromNetworkQuery({ window, numbers, also, contactsEach, openThings, things, groupBy }: NetworkQuery): Record<string, ParameterValue> {
  return { ...fromWindow(window), number: numbers, also, contactsEach, openThing: openThings, thing: things, groupBy };
}

export function toNetworkQuery({ from, to, number, also, contactsEach, openThing, thing, groupBy }: z.output<typeof networkParameters>): NetworkQuery {
  return { window: toWindow({ from, to }), numbers: number, also, contactsEach, openThings: openThing, things: thing, groupBy: groupBy ?? null };
}

export const thingsSchema = z.object({
  unknown: z.array(z.string()),
  total: count,
  rows: z.array(z.object({ name: z.string(), numbers: count, records: count })),
}) satisfies z.ZodMiniType<ThingPage>;

export const thingsParameters = z.strictObject({
  ...windowParameters,
  number: z.array(number).check(z.minLength(1), z.maxLength(50)),
  kind: thingKind,
  limit: z._default(z.int().check(z.minimum(1), z.maximum(100)), 15),
}).check(wholeWindow);

export function fromThingQuery({ window, numbers, kind, limit }: ThingQuery): Record<string, ParameterValue> {
  return { ...fromWindow(window), number: numbers, kind, limit };
}

export function toThingQuery({ from, to, number, kind, limit }: z.output<typeof thingsParameters>): ThingQuery {
  return { window: toWindow({ from, to }), numbers: number, kind, limit };
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
