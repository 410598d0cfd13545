import { rowOfNumber } from '../rowOfNumber.ts';
import type { ScoredDataset } from '../scoredDataset.ts';
import { cellSites } from '../tables/cellSites.ts';
import type { HabitualPlace, Move, NumberPlaces, SeenCell, SeenPlace } from './placeAnswers.ts';
import { timeTextAt } from '../recordSpan.ts';
import type { NumberWhereabouts, Presence } from './whereabouts.ts';
import { whereaboutsOf } from './whereabouts.ts';

const MOST_CELLS = 500;
const MOST_MOVES = 300;
/** Of fewer nights nothing is said (assumed: two may be a visit). */
const LEAST_TIMES = 3;
/** The place must have this share of the nights on which the number was seen at all (assumed: the most there can be only one of). */
const LEAST_SHARE = 0.5;

const nowhere: HabitualPlace = { verdict: 'none', at: null, times: 0, of: 0, records: 0, recordsOf: 0 };

/**
 * Where a number was: its cells, likely home (居住地) by nights and day place by working hours, and how it moved. A number that
 * the dataset (or window) does not hold was nowhere.
 */
export function findPlaces(dataset: ScoredDataset, { number }: { readonly number: string }): NumberPlaces {
  const row = rowOfNumber(dataset, number);
  if (row < 0) {
    return { records: 0, sightings: 0, cells: [], cellCount: 0, places: [], home: nowhere, work: nowhere, moves: [], stays: 0, unlikely: 0, impossible: 0 };
  }
  const whereabouts = whereaboutsOf(dataset, row);
  const { records, at, cells, groups, places, nights, workdays, stays } = whereabouts;
  const placeOf = new Map(groups.flatMap((group, place) => group.cells.map((id) => [id, place] as const)));
  const shown = groups.flatMap((group) => group.cells).sort((a, b) => cells.get(b)!.records - cells.get(a)!.records || cells.get(a)!.first - cells.get(b)!.first || a - b).slice(0, MOST_CELLS);
  // Places are in the order of their busiest cells, so those of the cells shown come first.
  const placesShown = 1 + Math.max(-1, ...shown.map((cell) => placeOf.get(cell)!));
  const verdicts = stays.map(({ arrival }) => arrival?.verdict ?? null);
  return {
    records,
    sightings: at.length,
    cells: shown.map((cell) => seenCell(dataset, row, cell, placeOf.get(cell)!, cells.get(cell)!)),
    cellCount: cells.size,
    places: groups.slice(0, placesShown).map((group, i) => seenPlace(dataset, group, places[i]!)),
    home: habitual(places.slice(0, placesShown), nights, 'nights'),
    work: habitual(places.slice(0, placesShown), workdays, 'workdays'),
    moves: movesOf(whereabouts, placesShown),
    stays: stays.length,
    unlikely: verdicts.filter((verdict) => verdict === 'unlikely').length,
    impossible: verdicts.filter((verdict) => verdict === 'impossible').length,
  };
}

function seenCell(dataset: ScoredDataset, row: number, cell: number, at: number, { records, nights, workdays, first, last }: Presence): SeenCell {
  const { point = null, place = null, country = null } = cellSites(dataset).get(cell) ?? {};
  return {
    cell: dataset.cells.text(cell - 1), latitude: point?.latitude ?? null, longitude: point?.longitude ?? null, place, country, at, records,
    nights: nights.days, workdays: workdays.days, first: timeTextAt(dataset, row, first), last: timeTextAt(dataset, row, last),
  };
}

function seenPlace(dataset: ScoredDataset, { leader, point, cells }: NumberWhereabouts['groups'][number], { records, nights, workdays }: Presence): SeenPlace {
  return {
    cell: dataset.cells.text(leader - 1), place: cellSites(dataset).get(leader)?.place ?? null, latitude: point?.latitude ?? null, longitude: point?.longitude ?? null,
    cells: cells.length, records, nights: nights.days, workdays: workdays.days,
  };
}

/** The place with most of the nights (or working days); of several the one with most records then. */
function habitual(places: readonly Presence[], all: { readonly days: number; readonly records: number }, hours: 'nights' | 'workdays'): HabitualPlace {
  let at = -1;
  for (const [i, place] of places.entries()) {
    const [here, best] = [place[hours], places[at]?.[hours]];
    if (here.days > 0 && (best === undefined || here.days > best.days || (here.days === best.days && here.records > best.records))) at = i;
  }
  if (at < 0) return nowhere;
  const { days, records } = places[at]![hours];
  const verdict = all.days < LEAST_TIMES ? 'few' : days < all.days * LEAST_SHARE ? 'unclear' : 'likely';
  return { verdict, at, times: days, of: all.days, records, recordsOf: all.records };
}

function movesOf({ stays }: NumberWhereabouts, placesShown: number): Move[] {
  const moves = new Map<string, { readonly from: number; readonly to: number; times: number; impossible: number }>();
  for (const [i, stay] of stays.entries()) {
    const before = stays[i - 1];
    if (before === undefined || before.place === stay.place || Math.max(before.place, stay.place) >= placesShown) continue;
    const [from, to] = [Math.min(before.place, stay.place), Math.max(before.place, stay.place)];
    const key = `${from} ${to}`;
    let move = moves.get(key);
    if (move === undefined) moves.set(key, (move = { from, to, times: 0, impossible: 0 }));
    move.times++;
    if (stay.arrival?.verdict === 'impossible') move.impossible++;
  }
  return [...moves.values()].sort((a, b) => b.times - a.times || a.from - b.from || a.to - b.to).slice(0, MOST_MOVES);
}
