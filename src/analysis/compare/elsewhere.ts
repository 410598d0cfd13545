import { DAY_S } from '../../records/days.ts';
import { chanceOfAtLeast } from './chance.ts';
import type { Sightings } from './sightings.ts';

/** Where somebody is on more of the days than this, it is a habit; on up to so many days it never is. */
const HABIT_SHARE = 0.2;
const FEW_DAYS = 3;
/** People do the same thing up to so much earlier or later on another day (assumed). */
const DRIFT_S = 2 * 3600;
/** Whoever goes out at all goes out on the same days of the week: so much more is to be expected (assumed). */
const SAME_DAYS = 1.3;
/** Nothing like it on other days is not never. */
const LEAST_EXPECTED = 0.1;

/**
 * How surprising it is that two were together where neither goes by habit. Their days are taken as in any order: each visit of the one and
 * each of the other to the same place, on whatever days, would have fallen on one day with a chance of one in `days`; or those on the same
 * day of the week with a chance of one in so many weeks, where that is more: two who go to one market every Tuesday are no companions.
 * @param timesAt the one's times at or near a cell, in order; undefined where it never was
 * @param withinS how far apart in time is together
 * @param days days in which they could have been seen
 * @returns days on which they were together there, so many to be expected, and the chance of as many or more
 */
export function togetherElsewhere(
  timesAt: (cell: number) => readonly number[] | undefined, other: Sightings, withinS: number, days: number,
): { readonly days: number; readonly expected: number; readonly chance: number } {
  const mostDays = Math.max(FEW_DAYS, days * HABIT_SHARE);
  const theirs = new Map<number, number[]>();
  for (let i = 0; i < other.at.length; i++) {
    const known = theirs.get(other.cell[i]!);
    if (known === undefined) theirs.set(other.cell[i]!, [other.at[i]!]);
    else known.push(other.at[i]!);
  }
  const together = new Set<number>();
  const weeks = days / 7;
  let anyDay = 0;
  let sameWeekday = 0;
  for (const [cell, at] of theirs) {
    const [ours, visits] = [byDay(timesAt(cell) ?? []), byDay(at)];
    if (ours.size > mostDays || visits.size > mostDays) continue;
    for (const [day, mine] of ours) {
      for (const [otherDay, those] of visits) {
        if (day === otherDay) {
          if (mine.some((a) => those.some((b) => Math.abs(a - b) <= withinS))) together.add(day);
          continue;
        }
        const chance = Math.min(1, mine.reduce((sum, a) => sum + those.reduce((all, b) => all + meets(a - b, withinS), 0), 0));
        anyDay += chance / Math.max(1, days - 1);
        if (weeks >= 2 && (day - otherDay) % 7 === 0) sameWeekday += chance / (weeks - 1);
      }
    }
  }
  const expected = SAME_DAYS * Math.max(anyDay, sameWeekday);
  return { days: together.size, expected, chance: together.size === 0 ? 1 : chanceOfAtLeast(together.size, Math.max(expected, LEAST_EXPECTED / days)) };
}

/** Times of the day by day. */
function byDay(times: readonly number[]): Map<number, number[]> {
  const days = new Map<number, number[]>();
  for (const at of times) {
    const day = Math.floor(at / DAY_S);
    const known = days.get(day);
    if (known === undefined) days.set(day, [at % DAY_S]);
    else known.push(at % DAY_S);
  }
  return days;
}

/** Chance that two times of the day so far apart would be within reach of each other, as times drift. */
function meets(apartS: number, withinS: number): number {
  const from = Math.max(-withinS, apartS - DRIFT_S);
  const to = Math.min(withinS, apartS + DRIFT_S);
  return Math.max(0, to - from) / (2 * DRIFT_S);
}
