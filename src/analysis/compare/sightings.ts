/** Where a number was seen: its records that name a cell. */
import { DAY_S } from '../../records/days.ts';
import { oncePerDataset } from '../datasetCache.ts';
import { daySpan } from '../recordSpan.ts';
import type { ScoredDataset } from '../scoredDataset.ts';
import { metresBetween } from '../../features/travel.ts';
import type { Point } from '../../features/travel.ts';
import { cellSites } from '../tables/cellSites.ts';

/** In order of time: local seconds, and cell id + 1. */
export interface Sightings {
  readonly at: Uint32Array;
  readonly cell: Uint32Array;
}

/** @param cells only those in these; null for all */
export function sightingsOf({ records }: ScoredDataset, row: number, cells: { has(cell: number): boolean } | null = null): Sightings {
  const { u32, from, to } = records.recordsOf(row);
  const halves = records.recordWords * 2;
  const at: number[] = [];
  const cell: number[] = [];
  for (let half = from * halves; half < to * halves; half += halves) {
    const seen = u32[half + 7]!;
    if (seen === 0 || (cells !== null && !cells.has(seen))) continue;
    at.push(u32[half + 4]!);
    cell.push(seen);
  }
  return { at: Uint32Array.from(at), cell: Uint32Array.from(cell) };
}

/** Cell id + 1 → where it stands, of those whose place is known. */
const points = oncePerDataset((dataset): ReadonlyMap<number, Point> => new Map([...cellSites(dataset)].flatMap(([cell, { point }]) => (point === null ? [] : [[cell, point]]))));

/** True when the dataset knows where some of its cells stand, so that metres mean something. */
export function knowsSites(dataset: ScoredDataset): boolean {
  return points(dataset).size > 0;
}

/** Cells (id + 1) within `metres` of one, itself included; itself alone where its place is not known. */
export function cellsNear(dataset: ScoredDataset, cell: number, metres: number): number[] {
  const known = points(dataset);
  const here = known.get(cell);
  if (here === undefined || metres <= 0) return [cell];
  return [...known].filter(([other, site]) => other === cell || metresBetween(here, site) <= metres).map(([other]) => other);
}

const encoder = new TextEncoder();

/** Cell (id + 1) of a name; 0 for one that no record names. */
export function cellOf({ cells }: ScoredDataset, name: string): number {
  const bytes = encoder.encode(name);
  return cells.find(bytes, 0, bytes.length) + 1;
}

/** Days of the dataset or window as a ring: what a day's habits give by chance shows when one life is turned by whole days. */
export class DayRing {
  readonly fromS: number;
  readonly days: number;

  constructor(dataset: ScoredDataset) {
    const { first, last } = daySpan(dataset);
    this.fromS = first * DAY_S;
    this.days = Math.max(1, last - first + 1);
  }

  /** Turns by which others are compared: whole weeks where there are enough, so that a working day falls on a working day. */
  turns(most = 30): number[] {
    const weeks = Math.floor(this.days / 7);
    if (weeks >= 4) return Array.from({ length: Math.min(most, weeks - 1) }, (_, i) => (i + 1) * 7).filter((turn) => turn % this.days !== 0);
    return Array.from({ length: Math.min(most, this.days - 1) }, (_, i) => i + 1);
  }

  turned(at: number, days: number): number {
    const lengthS = this.days * DAY_S;
    return this.fromS + ((at - this.fromS + days * DAY_S) % lengthS);
  }
}
