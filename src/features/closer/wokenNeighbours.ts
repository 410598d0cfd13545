import { DAY_S } from '../../records/days.ts';
import { firstAtLeast } from '../../records/sortedKeys.ts';
import type { CloserFeature } from './closerFeature.ts';
import { isTurn } from './closerFeature.ts';
import { numbersNear } from './numbersNear.ts';

/** Numbers so near lie in one block of a pool. Assumed. */
const NEAR = 200;
/** They woke together when their first days are so near. Assumed. */
const TOGETHER_DAYS = 3;
/** A number seen within so many days of the beginning may have been awake before. Assumed. */
const SILENT_BEFORE_DAYS = 10;

/** Numbers of the same block that were never seen and then woke in the same days, beyond what chance gives. */
export const wokenNeighbours: CloserFeature = {
  candidates: ({ number_of_calls_out: out }) => (row) => out[row]! >= 5,
  *measure({ features: { numbers }, presence, rowOf, closer }, rows) {
    let beginning = Infinity;
    for (const at of presence.first) beginning = Math.min(beginning, Math.floor(at / DAY_S));
    const dayOf = (row: number) => Math.floor(presence.first[row]! / DAY_S) - beginning;
    // How many numbers woke up to each day, for chance.
    const until: number[] = [];
    for (let row = 0; row < numbers.length; row++) {
      const day = dayOf(row);
      until[day] = (until[day] ?? 0) + 1;
    }
    for (let day = 0; day < until.length; day++) until[day] = (until[day] ?? 0) + (until[day - 1] ?? 0);
    const wokeWithin = (from: number, to: number) => (until[Math.min(to, until.length - 1)] ?? 0) - (until[from - 1] ?? 0);
    yield;
    const woke = rows.filter((row) => dayOf(row) >= SILENT_BEFORE_DAYS);
    const sorted = yield* numbersNear(numbers, woke.map((row) => numbers[row]!), NEAR);
    for (const [place, row] of woke.entries()) {
      if (isTurn(place)) yield;
      const day = dayOf(row);
      let near = 0;
      let woken = 0;
      for (let i = firstAtLeast(sorted, numbers[row]! - NEAR); i < sorted.length && sorted[i]! <= numbers[row]! + NEAR; i++) {
        const other = rowOf(sorted[i]!);
        if (other === row) continue;
        near++;
        if (Math.abs(dayOf(other) - day) <= TOGETHER_DAYS) woken++;
      }
      const chance = (near * wokeWithin(day - TOGETHER_DAYS, day + TOGETHER_DAYS)) / numbers.length;
      const beyond = Math.round(woken - chance);
      if (beyond > 0) closer.set('woken_neighbours', row, beyond);
    }
  },
};
