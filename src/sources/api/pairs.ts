/** Two numbers beside each other, and contacts that follow each other. */
import * as z from 'zod/mini';
import type { Portrait, PortraitQuery } from '../../analysis/compare/portrait.ts';
import { samePersonSigns } from '../../analysis/compare/portrait.ts';
import type { SequenceQuery, Sequences } from '../../analysis/compare/sequences.ts';
import { count, fromWindow, number, score, share, time, toWindow, wholeWindow, windowParameters } from './common.ts';
import { commonContactSchema } from './compare.ts';
import type { ParameterValue } from './parameters.ts';

const expected = z.number().check(z.minimum(0));
const texts = z.array(z.string());

const end = z.object({ number, score: z.nullable(score), direction: z.enum(['out', 'in']) });

export const sequencesSchema = z.object({
  unknown: texts,
  tested: count,
  rows: z.array(z.object({
    via: number, first: end, second: end, times: count, of: count, expected, chance: share, falseDiscovery: z.number().check(z.minimum(0)), gapS: count,
    occasions: z.array(z.object({ at: time, secondAt: time })),
  })),
}) satisfies z.ZodMiniType<Sequences>;

export const sequenceParameters = z.strictObject({
  ...windowParameters, number: z.array(number).check(z.minLength(1), z.maxLength(50)), minutes: z._default(z.int().check(z.minimum(1), z.maximum(1440)), 15),
}).check(wholeWindow);

export function fromSequenceQuery({ window, numbers, minutes }: SequenceQuery): Record<string, ParameterValue> {
  return { ...fromWindow(window), number: numbers, minutes };
}

export function toSequenceQuery({ from, to, number, minutes }: z.output<typeof sequenceParameters>): SequenceQuery {
  return { window: toWindow({ from, to }), numbers: number, minutes };
}

const side = z.object({
  number, score: z.nullable(score), records: count, contacts: count, first: time, last: time, heatmap: z.array(count).check(z.length(168)),
  recordsPerDay: expected, outgoingShare: share, typicalTalkS: z.nullable(z.number()),
});
const direct = z.object({ calls: count, texts: count, seconds: count });
const relay = z.object({ times: count, expected, chance: share });

export const portraitSchema = z.object({
  unknown: texts,
  both: z.nullable(z.object({
    a: side,
    b: side,
    direct: z.object({ fromA: direct, fromB: direct, first: z.nullable(time), last: z.nullable(time) }),
    common: z.object({ total: count, expected, rows: z.array(commonContactSchema) }),
    devices: z.array(z.object({ imei: z.string(), a: count, b: count })),
    cells: z.array(z.object({ cell: z.string(), a: count, b: count })),
    together: z.nullable(z.object({ hours: count, seen: count, expected, chance: share, cells: texts })),
    relays: z.object({ fromA: relay, fromB: relay }),
    samePerson: z.object({
      logRatio: z.number(), terms: z.array(z.object({ sign: z.enum(samePersonSigns), logRatio: z.number(), found: z.number(), expected: z.nullable(z.number()) })),
    }),
  })),
}) satisfies z.ZodMiniType<Portrait>;

export const portraitParameters = z.strictObject({
  ...windowParameters, a: number, b: number,
  minutes: z._default(z.int().check(z.minimum(0), z.maximum(1440)), 30), metres: z._default(z.int().check(z.minimum(0), z.maximum(100_000)), 0),
}).check(wholeWindow);

export function fromPortraitQuery({ window, a, b, minutes, metres }: PortraitQuery): Record<string, ParameterValue> {
  return { ...fromWindow(window), a, b, minutes, metres };
}

export function toPortraitQuery({ from, to, ...query }: z.output<typeof portraitParameters>): PortraitQuery {
  return { window: toWindow({ from, to }), ...query };
}
