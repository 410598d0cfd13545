/**
 * What speaks for two lives being one person's, besides the contacts: log-likelihood ratios (natural logarithm) of "the same
 * person under another number" against "any two persons". Each is bounded, because none is as independent as it looks.
 */
import { DAY_S } from '../../../records/days.ts';
import type { Habits } from './habits.ts';
import type { Life } from './life.ts';
import { traits } from './traits.ts';
import type { Turnover } from './turnover.ts';

/** Shares of habits that people keep up however well they are known (assumed). */
const KEPT_HABIT = 0.9;

/** What places tell beside a device used on, of what they tell by themselves (assumed): numbers of one device are in one room anyhow. */
const CELLS_BESIDE_DEVICE = 0.4;

/** What speaks for a pair besides contacts and time. */
export interface Traces {
  readonly cells: number;
  readonly devices: number;
  readonly rhythm: number;
}

/**
 * Places, devices and rhythm of two lives.
 * @param usersOf lives, old and new, that used a device
 * @param active numbers in the dataset
 */
export function traceEvidence(habits: Habits, usersOf: (device: number) => number, active: number, old: Life, newer: Life): Traces {
  const devices = deviceEvidence(usersOf, active, old, newer);
  return { cells: cellEvidence(habits, old, newer) * (devices > 0 ? CELLS_BESIDE_DEVICE : 1), devices, rhythm: rhythmEvidence(habits, old, newer) };
}

/** Cells used again, each the more telling the fewer use it. A place is one observation, however often it is visited. */
export function cellEvidence(habits: Habits, old: Life, newer: Life): number {
  if (old.cells.size === 0 || newer.cells.size === 0) return 0;
  const before = totalOf(old.cells.values());
  const after = totalOf(newer.cells.values());
  const kept = habits.cellsKept * KEPT_HABIT;
  let mean = 0;
  for (const [cell, count] of newer.cells) {
    const common = habits.cellShare.get(cell) ?? 1;
    mean += (count / after) * Math.log((kept * (old.cells.get(cell) ?? 0)) / before / common + 1 - kept);
  }
  return within(-4, 5, mean * Math.min(2, after / 2, before / 2));
}

/** A device used on, the more telling the fewer others of those at hand used it. */
export function deviceEvidence(usersOf: (device: number) => number, active: number, old: Life, newer: Life): number {
  if (old.devices.size === 0 || newer.devices.size === 0) return 0;
  let best = -0.5;
  for (const device of newer.devices.keys()) {
    if (old.devices.has(device)) best = Math.max(best, Math.min(7, Math.log(active)) - Math.log(Math.max(1, usersOf(device) - 1)));
  }
  return best;
}

/** Hours of the day and traits: how much, on whose initiative, how long, with how many. */
export function rhythmEvidence(habits: Habits, old: Life, newer: Life): number {
  // Traits hang together: together they tell about 0.6 of what they would one by one (assumed).
  return hourEvidence(habits, old, newer) + 0.6 * traitEvidence(habits, old, newer);
}

function hourEvidence({ hourShare }: Habits, old: Life, newer: Life): number {
  const before = totalOf(old.hours);
  const after = totalOf(newer.hours);
  let mean = 0;
  for (let hour = 0; hour < 24; hour++) {
    if (newer.hours[hour] === 0) continue;
    // Hours beside the known ones count too; eight hours of everybody's keep a short life from being taken at its word.
    const near = 0.4 * old.hours[hour]! + 0.2 * (old.hours[(hour + 1) % 24]! + old.hours[(hour + 23) % 24]!) + 0.1 * (old.hours[(hour + 2) % 24]! + old.hours[(hour + 22) % 24]!);
    mean += (newer.hours[hour]! / after) * Math.log((near + 8 * hourShare[hour]!) / (before + 8) / hourShare[hour]!);
  }
  return within(-2, 2.5, mean * Math.min(12, after));
}

function traitEvidence(habits: Habits, old: Life, newer: Life): number {
  let sum = 0;
  for (const [i, trait] of traits.entries()) {
    const difference = trait.value(old) - trait.value(newer);
    if (!Number.isFinite(difference)) continue;
    const { within: drift, between } = habits.traits[i]!;
    const same = trait.noise(old) + trait.noise(newer) + drift;
    sum += within(-2, 2, normalRatio(difference, same, same + 2 * between));
  }
  return sum;
}

/**
 * When the one fell silent and the other began, how surely, and how near to the cut. A successor mostly begins within a day,
 * sometimes within a week; a newcomer any day.
 * @param daysAfter days of records after the cut
 */
export function timingEvidence(cutS: number, daysAfter: number, old: Turnover & { readonly life: Life }, newer: Turnover & { readonly life: Life }): number {
  const gap = ({ life }: { readonly life: Life }) => life.days / life.records;
  const slack = 0.5 + gap(old) + gap(newer);
  const lag = (newer.at - old.at) / DAY_S;
  const away = Math.max(0, Math.abs(lag) - slack);
  const density = (0.6 * Math.exp(-away / 0.7)) / (1 + slack) + (0.37 * Math.exp(-away / 3)) / (3 + slack) + 0.03 / (daysAfter + 2);
  // Who has both for a few hours may be changing; who has both for days mostly has two.
  const overlap = lag >= 0 ? 1 : lag > -0.5 ? 0.5 : 0.15;
  const lagEvidence = within(-4, 3, Math.log(density * overlap * (daysAfter + 2)));
  const silentOn = (old.at - cutS) / DAY_S;
  const offDays = Math.max(0, Math.max(-0.5 - silentOn, silentOn - 1) - gap(old)) + Math.max(0, (cutS - newer.at) / DAY_S - 0.5);
  // A change of rate that is worth three log units is no more than the luck of one number among some twenty.
  return lagEvidence - 0.5 * offDays + Math.min(5, old.evidence) - 3 + Math.min(5, newer.evidence) - 3;
}

/** Log of the ratio of two centred normal densities, of variance `same` and `other`. */
export function normalRatio(difference: number, same: number, other: number): number {
  return 0.5 * Math.log(other / same) - (difference ** 2 / 2) * (1 / same - 1 / other);
}

function within(low: number, high: number, value: number): number {
  return Math.max(low, Math.min(high, value));
}

function totalOf(values: Iterable<number>): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
