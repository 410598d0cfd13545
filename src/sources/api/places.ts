import * as z from 'zod/mini';
import type { DayWindow, Page } from '../../analysis/answers.ts';
import type { Arrival, HabitualPlace, Move, NumberPlaces, SeenCell, SeenPlace, Stay, StayKind, StayPage } from '../../analysis/places/placeAnswers.ts';
import { placeVerdicts, stayKinds } from '../../analysis/places/placeAnswers.ts';
import { speedVerdicts } from '../../features/travel.ts';
import { count, fromWindow, pageParameters, time, wholeWindow, windowParameters } from './common.ts';
import type { ParameterValue } from './parameters.ts';

const place = z.nullable(z.string());
const latitude = z.nullable(z.number().check(z.minimum(-90), z.maximum(90)));
const longitude = z.nullable(z.number().check(z.minimum(-180), z.maximum(180)));

const seenCellSchema = z.object({
  cell: z.string(), latitude, longitude, place, country: place, at: count, records: count, nights: count, workdays: count, first: time, last: time,
}) satisfies z.ZodMiniType<SeenCell>;

const seenPlaceSchema = z.object({
  cell: z.string(), place, latitude, longitude, cells: count, records: count, nights: count, workdays: count,
}) satisfies z.ZodMiniType<SeenPlace>;

const habitualSchema = z.object({
  verdict: z.enum(placeVerdicts), at: z.nullable(count), times: count, of: count, records: count, recordsOf: count,
}) satisfies z.ZodMiniType<HabitualPlace>;

export const placesSchema = z.object({
  records: count,
  sightings: count,
  cells: z.array(seenCellSchema),
  cellCount: count,
  places: z.array(seenPlaceSchema),
  home: habitualSchema,
  work: habitualSchema,
  moves: z.array(z.object({ from: count, to: count, times: count, impossible: count }) satisfies z.ZodMiniType<Move>),
  stays: count,
  unlikely: count,
  impossible: count,
}) satisfies z.ZodMiniType<NumberPlaces>;

const arrivalSchema = z.object({
  km: z.number().check(z.minimum(0)), seconds: count, since: time, cell: z.string(), verdict: z.nullable(z.enum(speedVerdicts)),
}) satisfies z.ZodMiniType<Arrival>;

const staySchema = z.object({
  cell: z.string(), place, cells: count, from: time, to: time, records: count, arrival: z.nullable(arrivalSchema),
}) satisfies z.ZodMiniType<Stay>;

export const stayPageSchema = z.object({ total: count, rows: z.array(staySchema) }) satisfies z.ZodMiniType<StayPage>;

export const placesParameters = z.strictObject(windowParameters).check(wholeWindow);
export const stayParameters = z.strictObject({ ...windowParameters, kind: z._default(z.enum(stayKinds), 'all'), ...pageParameters }).check(wholeWindow);

export function fromStayQuery(window: DayWindow | null, kind: StayKind, { offset, limit }: Page): Record<string, ParameterValue> {
  return { ...fromWindow(window), kind, offset, limit };
}
