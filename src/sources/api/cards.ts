import * as z from 'zod/mini';
import { cardChangeKinds } from '../../analysis/cards/cardAnswers.ts';
import type { CardChange, CardInDevice, CardsInDevices, DeviceWithCards, Spell } from '../../analysis/cards/cardAnswers.ts';
import { count, day, number, time, wholeWindow, windowParameters } from './common.ts';

const spellSchema = z.object({ from: day, to: day }) satisfies z.ZodMiniType<Spell>;

const cardSchema = z.object({
  number, imsi: z.nullable(z.string()), records: count, first: time, last: time, spells: z.array(spellSchema),
}) satisfies z.ZodMiniType<CardInDevice>;

const placeSchema = z.object({ imei: z.string(), imsi: z.nullable(z.string()) });

export const cardsSchema = z.object({
  devices: z.array(z.object({ imei: z.nullable(z.string()), users: count, cards: z.array(cardSchema) }) satisfies z.ZodMiniType<DeviceWithCards>),
  deviceCount: count,
  imsiCount: count,
  changes: z.array(z.object({ kind: z.enum(cardChangeKinds), at: time, from: placeSchema, to: placeSchema }) satisfies z.ZodMiniType<CardChange>),
  changeCount: count,
}) satisfies z.ZodMiniType<CardsInDevices>;

export const cardsParameters = z.strictObject(windowParameters).check(wholeWindow);
