/** When things happen: weights of the 24 hours, as cumulative sums. Each is drawn from habit, not from any detector. */
import type { Random } from './random.ts';

export interface Rhythm {
  readonly workday: Float64Array;
  readonly weekend: Float64Array;
}

function hours(...weights: readonly number[]): Float64Array {
  if (weights.length !== 24) throw new RangeError('a day has 24 hours');
  let sum = 0;
  return Float64Array.from(weights, (weight) => (sum += weight));
}

//                       0    1    2   3   4   5   6   7   8   9   10  11  12  13  14  15  16  17  18  19  20  21  22  23
const privateWorkday = hours(1, 0.5, 0.3, 0.2, 0.2, 0.5, 2, 5, 8, 9, 9, 10, 11, 7, 7, 8, 9, 12, 14, 14, 12, 9, 5, 2);
const privateWeekend = hours(2, 1, 0.5, 0.3, 0.2, 0.3, 1, 2, 5, 9, 12, 12, 11, 8, 8, 9, 10, 11, 12, 12, 11, 9, 6, 3);
const office = hours(0, 0, 0, 0, 0, 0, 0, 0, 3, 12, 14, 11, 3, 5, 12, 13, 11, 7, 2, 0.5, 0, 0, 0, 0);
const delivery = hours(0, 0, 0, 0, 0, 0, 0, 2, 7, 12, 13, 14, 11, 7, 9, 11, 12, 11, 9, 6, 2, 0, 0, 0);
const ride = hours(3, 2, 1, 0.5, 0.5, 1, 4, 10, 11, 7, 5, 5, 6, 5, 5, 5, 6, 9, 11, 9, 8, 9, 8, 5);
const frontDesk = hours(0, 0, 0, 0, 0, 0, 0.2, 3, 14, 15, 13, 9, 2, 4, 12, 11, 9, 4, 1, 0, 0, 0, 0, 0);
const machine = hours(...Array.from({ length: 24 }, () => 1));
const gangRoom = hours(0, 0, 0, 0, 0, 0, 0, 0, 0, 9, 14, 13, 5, 6, 12, 13, 12, 8, 3, 0, 0, 0, 0, 0);
const gangEvening = hours(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3, 6, 7, 8, 9, 9, 8, 9, 12, 13, 10, 3, 0);
const shopping = hours(4, 2, 1, 0.5, 0.3, 0.5, 1, 3, 5, 7, 8, 8, 9, 8, 7, 7, 7, 7, 8, 10, 12, 13, 12, 8);

export const rhythms = {
  private: { workday: privateWorkday, weekend: privateWeekend },
  office: { workday: office, weekend: office },
  delivery: { workday: delivery, weekend: delivery },
  ride: { workday: ride, weekend: ride },
  frontDesk: { workday: frontDesk, weekend: frontDesk },
  machine: { workday: machine, weekend: machine },
  gangRoom: { workday: gangRoom, weekend: gangRoom },
  gangEvening: { workday: gangEvening, weekend: gangEvening },
  shopping: { workday: shopping, weekend: shopping },
} satisfies Record<string, Rhythm>;

/** A second of the day, drawn by the rhythm's hours. */
export function secondOfDay(rhythm: Rhythm, isWeekend: boolean, random: Random): number {
  const hour = random.fromCumulative(isWeekend ? rhythm.weekend : rhythm.workday);
  return hour * 3600 + random.below(3600);
}
