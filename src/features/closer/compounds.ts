import { DAY_S } from '../../records/days.ts';
import type { CloserFeature, CloserLook } from './closerLook.ts';

/** Two numbers keep the same hours when the cosine of their calls by hour reaches this. Assumed. */
const SAME_HOURS = 0.75;
/** And the same days when so many of the days of either are days of both. Assumed. */
const SAME_DAYS = 0.5;
/** Numbers compared at one cell: a cell with more is compared by its most suspicious. */
const MOST_AT_A_CELL = 300;

interface Routine {
  readonly row: number;
  readonly hours: Float64Array;
  readonly days: ReadonlySet<number>;
}

/** Numbers that call out from the same cell, in the same hours of the same days, itself included. */
export const compounds: CloserFeature = {
  fills: ['compound_numbers'],
  isCandidate: (columns, row) => columns.number_of_calls_out[row]! >= 20 && columns.percent_initiated_interactions[row]! >= 0.7 && columns.top_antenna_share[row]! >= 0.6,
  measure(look, rows) {
    const atCell = new Map<number, Routine[]>();
    for (const row of rows) {
      const { cell, routine } = routineOf(look, row);
      const there = atCell.get(cell);
      if (there === undefined) atCell.set(cell, [routine]);
      else if (there.length < MOST_AT_A_CELL) there.push(routine);
    }
    for (const there of atCell.values()) {
      for (const routine of there) {
        let together = 1;
        for (const other of there) if (other !== routine && areTogether(routine, other)) together++;
        look.features.columns.compound_numbers[routine.row] = together;
      }
    }
  },
};

function routineOf({ records }: CloserLook, row: number): { readonly cell: number; readonly routine: Routine } {
  const words = records.recordWords;
  const { u32, from, to } = records.recordsOf(row);
  const cells = new Map<number, number>();
  const hours = new Float64Array(24);
  const days = new Set<number>();
  for (let record = from; record < to; record++) {
    const start = u32[record * words * 2 + 4]!;
    const cell = u32[record * words * 2 + 7]!;
    if (cell !== 0) cells.set(cell, (cells.get(cell) ?? 0) + 1);
    hours[Math.floor((start % DAY_S) / 3600)]!++;
    days.add(Math.floor(start / DAY_S));
  }
  let main = 0;
  for (const [cell, count] of cells) if (count > (cells.get(main) ?? 0) || (count === cells.get(main) && cell < main)) main = cell;
  const length = Math.hypot(...hours);
  return { cell: main, routine: { row, hours: hours.map((count) => count / length), days } };
}

function areTogether(a: Routine, b: Routine): boolean {
  let cosine = 0;
  for (let hour = 0; hour < 24; hour++) cosine += a.hours[hour]! * b.hours[hour]!;
  if (cosine < SAME_HOURS) return false;
  let both = 0;
  for (const day of a.days) if (b.days.has(day)) both++;
  return both >= SAME_DAYS * (a.days.size + b.days.size - both);
}
