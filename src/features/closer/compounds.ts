import { DAY_S } from '../../records/days.ts';
import type { CloserFeature, Scene } from './closerFeature.ts';
import { inReadingOrder, isTurn } from './closerFeature.ts';
import type { CellShares } from './whereabouts.ts';
import { areAtOnePlace, cellShares, mainCells } from './whereabouts.ts';

/** Two numbers at one place keep the same hours when the cosine of their records by hour reaches this. Assumed. */
const SAME_HOURS = 0.75;
/** And the same days when so many of the days of the shorter-lived are days of both. Assumed. */
const SAME_DAYS = 0.6;
/** Who works in one place is seen by a few cells. Assumed. */
const MOST_CELLS = 12;
/** Numbers compared at one cell: a cell with more is compared by its most suspicious. */
const MOST_AT_A_CELL = 300;

interface Routine {
  readonly row: number;
  /** Share of records by cell and by hour, of length 1. */
  readonly cells: CellShares;
  readonly hours: Float64Array;
  readonly days: ReadonlySet<number>;
}

/** Numbers that call out from the same few cells, in the same hours of the same days, itself included. */
export const compounds: CloserFeature = {
  candidates: ({ number_of_calls_out: out, percent_initiated_interactions: initiated, number_of_antennas: cells }) => (row) =>
    out[row]! >= 20 && initiated[row]! >= 0.65 && cells[row]! <= MOST_CELLS,
  *measure(look, rows) {
    const atCell = new Map<number, Routine[]>();
    const read = new Map<number, Routine>();
    for (const [place, row] of inReadingOrder(rows).entries()) {
      if (isTurn(place)) yield;
      read.set(row, routineOf(look, row));
    }
    const routines = rows.map((row) => read.get(row)!);
    for (const routine of routines) {
      for (const cell of mainCells(routine.cells)) {
        const there = atCell.get(cell);
        if (there === undefined) atCell.set(cell, [routine]);
        else if (there.length < MOST_AT_A_CELL) there.push(routine);
      }
    }
    for (const [place, routine] of routines.entries()) {
      if (isTurn(place)) yield;
      const others = new Set(mainCells(routine.cells).flatMap((cell) => atCell.get(cell)!));
      others.delete(routine);
      const together = [...others].filter((other) => areTogether(routine, other)).map(({ row }) => row);
      look.closer.set('compound_numbers', routine.row, together.length + 1);
      if (together.length > 0) look.rooms.set(routine.row, together);
    }
  },
};

/** Those of other rows that call out from the same cells in the same hours of the same days as a row. */
export function inOneRoom(scene: Scene, row: number, others: readonly number[]): readonly number[] {
  const own = routineOf(scene, row);
  return others.filter((other) => other !== row && areTogether(own, routineOf(scene, other)));
}

function routineOf({ records }: Scene, row: number): Routine {
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
  const length = Math.hypot(...hours);
  return { row, cells: cellShares(cells), hours: hours.map((count) => count / length), days };
}

function areTogether(a: Routine, b: Routine): boolean {
  if (!areAtOnePlace(a.cells, b.cells)) return false;
  let cosine = 0;
  for (let hour = 0; hour < 24; hour++) cosine += a.hours[hour]! * b.hours[hour]!;
  if (cosine < SAME_HOURS) return false;
  let both = 0;
  for (const day of a.days) if (b.days.has(day)) both++;
  return both >= SAME_DAYS * Math.min(a.days.size, b.days.size);
}
