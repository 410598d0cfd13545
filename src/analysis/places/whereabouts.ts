/** Where a number was, from one pass over its records: cells, places, stays. */
import { metresBetween, speedVerdict } from '../../features/travel.ts';
import { OFFSET_SHIFT } from '../../records/communication.ts';
import { DAY_S, dayOf } from '../../records/days.ts';
import { recentPerDataset } from '../datasetCache.ts';
import type { ScoredDataset } from '../scoredDataset.ts';
import { cellSites } from '../tables/cellSites.ts';
import { groupCells } from './groupCells.ts';
import type { CellGroup } from './groupCells.ts';
import type { Arrival } from './placeAnswers.ts';

/** Night as the features have it (bandicoot) and Isaacman et al. 2011: from 19:00 to 07:00, and one night. */
const NIGHT_START_S = 19 * 3600;
const NIGHT_END_S = 7 * 3600;
/** Working hours, Monday to Friday (assumed; Isaacman et al. take 13:00 to 17:00, which leaves few records). */
const WORK_START_S = 9 * 3600;
const WORK_END_S = 17 * 3600;
/** A day without a record ends a stay: where it was meanwhile, nobody knows (assumed). */
const LONGEST_SILENCE_S = DAY_S;

/** Nights or working days on which something was seen, each counted once. */
class DayCounter {
  days = 0;
  records = 0;
  #last = NaN;

  see(day: number): void {
    this.records++;
    if (day !== this.#last) this.days++;
    this.#last = day;
  }
}

/** A cell or a place in time; first and last are local seconds. */
export interface Presence {
  records: number;
  readonly first: number;
  last: number;
  readonly nights: DayCounter;
  readonly workdays: DayCounter;
}

/** Records at one place in turn; `from` and `to` are indices of sightings, `to` the last of them. */
export interface StaySpan {
  readonly place: number;
  readonly from: number;
  readonly to: number;
  /** How it was come to from the sighting before `from`; null where it is not known how far that is. */
  readonly arrival: Omit<Arrival, 'since' | 'cell'> | null;
}

export interface NumberWhereabouts {
  readonly records: number;
  /** Sightings in order of time: local seconds, offset id and cell id + 1. */
  readonly at: Uint32Array;
  readonly offset: Uint8Array;
  readonly cell: Uint32Array;
  readonly cells: ReadonlyMap<number, Presence>;
  readonly groups: readonly CellGroup[];
  readonly places: readonly Presence[];
  readonly nights: DayCounter;
  readonly workdays: DayCounter;
  readonly stays: readonly StaySpan[];
}

/** The last few numbers asked about are kept: places, stays and the map ask in turn. */
export const whereaboutsOf = recentPerDataset(4, (row: number) => String(row), (dataset, row): NumberWhereabouts => {
  const { at, offset, cell, records } = sightingsOf(dataset, row);
  const cells = new Map<number, Presence>();
  const [nights, workdays] = [new DayCounter(), new DayCounter()];
  for (let i = 0; i < at.length; i++) {
    see(known(cells, cell[i]!, at[i]!), at[i]!);
    count(nights, workdays, at[i]!);
  }
  const groups = groupCells(dataset, [...cells].sort(([a, one], [b, other]) => other.records - one.records || one.first - other.first || a - b).map(([id]) => id));
  const placeOf = new Map(groups.flatMap((group, place) => group.cells.map((id) => [id, place] as const)));
  const places = new Map<number, Presence>();
  for (let i = 0; i < at.length; i++) see(known(places, placeOf.get(cell[i]!)!, at[i]!), at[i]!);
  return {
    records, at, offset, cell, cells, groups, places: groups.map((_, place) => places.get(place)!), nights, workdays,
    stays: staysOf(dataset, { at, offset, cell }, placeOf),
  };
});

function sightingsOf({ records }: ScoredDataset, row: number) {
  const { u32, from, to } = records.recordsOf(row);
  const halves = records.recordWords * 2;
  const at = new Uint32Array(to - from);
  const offset = new Uint8Array(to - from);
  const cell = new Uint32Array(to - from);
  let seen = 0;
  for (let half = from * halves; half < to * halves; half += halves) {
    if (u32[half + 7] === 0) continue;
    at[seen] = u32[half + 4]!;
    offset[seen] = u32[half + 5]! >>> OFFSET_SHIFT;
    cell[seen++] = u32[half + 7]!;
  }
  return { records: to - from, at: at.slice(0, seen), offset: offset.slice(0, seen), cell: cell.slice(0, seen) };
}

function known(presences: Map<number, Presence>, key: number, at: number): Presence {
  let presence = presences.get(key);
  if (presence === undefined) presences.set(key, (presence = { records: 0, first: at, last: at, nights: new DayCounter(), workdays: new DayCounter() }));
  return presence;
}

function see(presence: Presence, at: number): void {
  presence.records++;
  presence.last = at;
  count(presence.nights, presence.workdays, at);
}

function count(nights: DayCounter, workdays: DayCounter, at: number): void {
  const secondOfDay = at % DAY_S;
  if (secondOfDay >= NIGHT_START_S || secondOfDay < NIGHT_END_S) nights.see(dayOf(at - NIGHT_END_S));
  // 1970-01-01 was a Thursday.
  else if (secondOfDay >= WORK_START_S && secondOfDay < WORK_END_S && (dayOf(at) + 3) % 7 < 5) workdays.see(dayOf(at));
}

function staysOf(dataset: ScoredDataset, { at, offset, cell }: Pick<NumberWhereabouts, 'at' | 'offset' | 'cell'>, placeOf: ReadonlyMap<number, number>): StaySpan[] {
  const sites = cellSites(dataset);
  const { offsetsS } = dataset.context;
  const utc = (i: number) => at[i]! - (offsetsS[offset[i]!] ?? 0);
  const arrivalAt = (i: number): StaySpan['arrival'] => {
    const before = sites.get(cell[i - 1]!)?.point ?? null;
    const here = sites.get(cell[i]!)?.point ?? null;
    if (before === null || here === null) return null;
    const km = metresBetween(before, here) / 1000;
    const seconds = Math.abs(utc(i) - utc(i - 1));
    return { km, seconds, verdict: speedVerdict(km, seconds) };
  };
  const stays: StaySpan[] = [];
  let from = 0;
  for (let i = 1; i <= at.length; i++) {
    const place = placeOf.get(cell[from]!)!;
    if (i < at.length && placeOf.get(cell[i]!) === place && Math.abs(utc(i) - utc(i - 1)) < LONGEST_SILENCE_S) continue;
    stays.push({ place, from, to: i - 1, arrival: from === 0 || stays.at(-1)!.place === place ? null : arrivalAt(from) });
    from = i;
  }
  return at.length === 0 ? [] : stays;
}
