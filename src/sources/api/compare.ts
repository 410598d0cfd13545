/** Questions that compare numbers. Their schemas stand together because they share how numbers, tolerances and chance are written. */
import * as z from 'zod/mini';
import type {
  CommonContact, CommonContactQuery, CommonContacts, Companion, CompanionQuery, Companions, Meeting, MeetingPair, MeetingQuery, Meetings, SceneNumber, SceneQuery,
  Scenes, SuccessorEvidence, SuccessorPair, SuccessorQuery, Successors,
} from '../../analysis/answers.ts';
import { formatScene, parseScene } from '../../analysis/compare/sceneText.ts';
import { parseDay } from '../../records/days.ts';
import { count, day, fromWindow, number, score, share, time, toWindow, wholeWindow, windowParameters } from './common.ts';
import type { ParameterValue } from './parameters.ts';

const pair = z.readonly(z.tuple([z.number(), z.number()]));
const texts = z.array(z.string());
const expected = z.number().check(z.minimum(0));

const tolerance = {
  minutes: z._default(z.int().check(z.minimum(0), z.maximum(1440)), 30),
  metres: z._default(z.int().check(z.minimum(0), z.maximum(100_000)), 0),
};
const severalNumbers = z.array(number).check(z.minLength(2), z.maxLength(50));

const evidenceSchema = z.object({
  logOdds: z.number(),
  silentSince: time,
  activeSince: time,
  recordsBefore: count,
  strayAfter: count,
  recordsAfter: count,
  strayBefore: count,
  contacts: z.object({
    logRatio: z.number(),
    old: count,
    new: count,
    sharedCount: count,
    shared: z.array(z.object({ number, before: count, after: count })),
    mappedCount: count,
    mapped: z.array(z.object({ old: number, new: number, before: count, after: count })),
  }),
  cells: z.nullable(z.object({
    logRatio: z.number(), knownShare: share, sharedCount: count, shared: z.array(z.object({ cell: z.string(), before: count, after: count })),
  })),
  devices: z.nullable(z.object({ logRatio: z.number(), shared: texts })),
  registers: z.nullable(z.object({
    logRatio: z.number(), document: z.nullable(z.string()), outlet: z.nullable(z.string()), contract: z.nullable(z.string()), activated: z.nullable(time),
  })),
  rhythm: z.object({ logRatio: z.number(), hoursOverlap: z.number().check(z.minimum(0), z.maximum(1.000001)), recordsPerDay: pair, outgoingShare: pair, typicalTalkS: z.nullable(pair) }),
  timing: z.object({ logRatio: z.number(), gapDays: z.number() }),
}) satisfies z.ZodMiniType<SuccessorEvidence>;

export const successorsSchema = z.object({
  cut: day,
  silent: count,
  begun: count,
  expectedFalse: expected,
  pairs: z.array(z.object({ old: number, new: number, similarity: share, evidence: evidenceSchema }) satisfies z.ZodMiniType<SuccessorPair>),
}) satisfies z.ZodMiniType<Successors>;

export const successorParameters = z.strictObject({
  ...windowParameters,
  cut: z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/), z.refine((text) => !Number.isNaN(parseDay(text)), 'no such day')),
}).check(wholeWindow);

export function fromSuccessorQuery({ window, cut }: SuccessorQuery): Record<string, ParameterValue> {
  return { ...fromWindow(window), cut };
}

export function toSuccessorQuery({ from, to, cut }: z.output<typeof successorParameters>): SuccessorQuery {
  return { window: toWindow({ from, to }), cut };
}

export const companionsSchema = z.object({
  isKnown: z.boolean(),
  number,
  hasSites: z.boolean(),
  sightings: count,
  tested: count,
  rows: z.array(z.object({
    number, score: z.nullable(score), hours: count, expected, elsewhere: z.object({ days: count, expected }), chance: share, falseDiscovery: share, first: time, last: time, cells: texts,
  }) satisfies z.ZodMiniType<Companion>),
}) satisfies z.ZodMiniType<Companions>;

export const companionParameters = z.strictObject({ ...windowParameters, number, ...tolerance }).check(wholeWindow);

export function fromCompanionQuery({ window, number, minutes, metres }: CompanionQuery): Record<string, ParameterValue> {
  return { ...fromWindow(window), number, minutes, metres };
}

export function toCompanionQuery({ from, to, number, minutes, metres }: z.output<typeof companionParameters>): CompanionQuery {
  return { window: toWindow({ from, to }), number, minutes, metres };
}

export const meetingsSchema = z.object({
  hasSites: z.boolean(),
  unknown: texts,
  pairs: z.array(z.object({ a: number, b: number, hours: count, expected, chance: share, cells: texts }) satisfies z.ZodMiniType<MeetingPair>),
  total: count,
  meetings: z.array(z.object({ at: time, until: time, cell: z.string(), numbers: texts }) satisfies z.ZodMiniType<Meeting>),
}) satisfies z.ZodMiniType<Meetings>;

export const meetingParameters = z.strictObject({ ...windowParameters, number: severalNumbers, ...tolerance }).check(wholeWindow);

export function fromMeetingQuery({ window, numbers, minutes, metres }: MeetingQuery): Record<string, ParameterValue> {
  return { ...fromWindow(window), number: numbers, minutes, metres };
}

export function toMeetingQuery({ from, to, number, minutes, metres }: z.output<typeof meetingParameters>): MeetingQuery {
  return { window: toWindow({ from, to }), numbers: number, minutes, metres };
}

export const commonContactSchema = z.object({
  number, score: z.nullable(score), isAsked: z.boolean(), contacts: count, records: count, numbers: texts, expected, chance: share,
}) satisfies z.ZodMiniType<CommonContact>;

export const commonContactsSchema = z.object({
  asked: count,
  unknown: texts,
  total: count,
  rows: z.array(commonContactSchema),
}) satisfies z.ZodMiniType<CommonContacts>;

export const commonContactParameters = z.strictObject({
  ...windowParameters, number: severalNumbers, least: z._default(z.int().check(z.minimum(1), z.maximum(50)), 2), services: z._default(z.boolean(), false),
}).check(wholeWindow);

export function fromCommonContactQuery({ window, numbers, least, services }: CommonContactQuery): Record<string, ParameterValue> {
  return { ...fromWindow(window), number: numbers, least, services };
}

export function toCommonContactQuery({ from, to, number, least, services }: z.output<typeof commonContactParameters>): CommonContactQuery {
  return { window: toWindow({ from, to }), numbers: number, least, services };
}

export const scenesSchema = z.object({
  scenes: z.array(z.object({ cells: count, unknown: texts })),
  expected,
  total: count,
  rows: z.array(z.object({
    number, score: z.nullable(score), scenes: z.array(count), records: z.array(count), chance: share,
  }) satisfies z.ZodMiniType<SceneNumber>),
}) satisfies z.ZodMiniType<Scenes>;

export const sceneParameters = z.strictObject({
  ...windowParameters,
  scene: z.array(z.string().check(z.refine((text) => parseScene(text) !== null, 'not a scene: from/to/cell,cell'))).check(z.minLength(1), z.maxLength(10)),
  least: z._default(z.int().check(z.minimum(1), z.maximum(10)), 2),
  metres: tolerance.metres,
}).check(wholeWindow);

export function fromSceneQuery({ window, scenes, least, metres }: SceneQuery): Record<string, ParameterValue> {
  return { ...fromWindow(window), scene: scenes.map(formatScene), least, metres };
}

export function toSceneQuery({ from, to, scene, least, metres }: z.output<typeof sceneParameters>): SceneQuery {
  return { window: toWindow({ from, to }), scenes: scene.flatMap((text) => parseScene(text) ?? []), least, metres };
}
