import type { ScoredDataset } from '../scoredDataset.ts';
import type { DayRing, Sightings } from './sightings.ts';
import { cellsNear, sightingsOf } from './sightings.ts';

export interface Tolerance {
  readonly minutes: number;
  /** 0 asks for the same cell. */
  readonly metres: number;
}

/** A moment at which two were at one place: local seconds of the first, and its cell. */
export interface Together {
  readonly at: number;
  readonly cell: number;
}

/** One life, ready to be asked who was there too. */
export class Whereabouts {
  readonly sightings: Sightings;
  /** Cell id + 1, of it or near it → its times there, in order. */
  readonly #times = new Map<number, number[]>();
  readonly #toleranceS: number;

  constructor(dataset: ScoredDataset, row: number, { minutes, metres }: Tolerance) {
    this.#toleranceS = minutes * 60;
    this.sightings = sightingsOf(dataset, row);
    const near = new Map<number, readonly number[]>();
    const { at, cell } = this.sightings;
    for (let i = 0; i < at.length; i++) {
      let around = near.get(cell[i]!);
      if (around === undefined) near.set(cell[i]!, (around = cellsNear(dataset, cell[i]!, metres)));
      for (const place of around) {
        const times = this.#times.get(place);
        if (times === undefined) this.#times.set(place, [at[i]!]);
        else times.push(at[i]!);
      }
    }
  }

  /** True for cells at or near which it was. */
  has(cell: number): boolean {
    return this.#times.has(cell);
  }

  /** Its times at or near a cell, in order; undefined where it never was. */
  timesAt(cell: number): readonly number[] | undefined {
    return this.#times.get(cell);
  }

  /**
   * The hours in which another was there too: one entry an hour, because being together is one thing however many records it
   * leaves. @param ring,turn the other's days are turned round by so many
   */
  together(other: Sightings, ring: DayRing | null = null, turn = 0): Together[] {
    const found = new Map<number, Together>();
    for (let i = 0; i < other.at.length; i++) {
      const times = this.#times.get(other.cell[i]!);
      if (times === undefined) continue;
      const at = ring === null ? other.at[i]! : ring.turned(other.at[i]!, turn);
      const next = firstNotBefore(times, at - this.#toleranceS);
      const mine = times[next];
      if (mine === undefined || mine > at + this.#toleranceS) continue;
      const hour = Math.floor(mine / 3600);
      if (!found.has(hour)) found.set(hour, { at: mine, cell: other.cell[i]! });
    }
    return [...found.values()].sort((a, b) => a.at - b.at);
  }
}

function firstNotBefore(times: readonly number[], at: number): number {
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (times[middle]! < at) low = middle + 1;
    else high = middle;
  }
  return low;
}
