/** What stands on the map, and how large. */
import type { NumberPlaces, SeenCell } from '../../analysis/places/placeAnswers.ts';

/** Cells that stand at one point: the sectors of a site. */
export interface SiteMark {
  readonly latitude: number;
  readonly longitude: number;
  readonly cells: readonly SeenCell[];
  readonly records: number;
}

/** A place to which a word or a line is tied. */
export interface PlaceMark {
  readonly at: number;
  readonly latitude: number;
  readonly longitude: number;
}

export interface MoveMark {
  readonly from: PlaceMark;
  readonly to: PlaceMark;
  readonly times: number;
  readonly impossible: number;
}

const LEAST_RADIUS = 4;
const MOST_RADIUS = 14;

/** Sites with a point, the busiest first so that small ones are drawn over large ones. */
export function siteMarks(cells: readonly SeenCell[]): SiteMark[] {
  const sites = new Map<string, SeenCell[]>();
  for (const cell of cells) {
    if (cell.latitude === null || cell.longitude === null) continue;
    const key = `${cell.latitude} ${cell.longitude}`;
    const known = sites.get(key);
    if (known === undefined) sites.set(key, [cell]);
    else known.push(cell);
  }
  return [...sites.values()]
    .map((own) => ({ latitude: own[0]!.latitude!, longitude: own[0]!.longitude!, cells: own, records: own.reduce((sum, cell) => sum + cell.records, 0) }))
    .sort((a, b) => b.records - a.records);
}

/** Circles by area: a site with all the records is the largest. */
export function radiusOf(records: number, most: number): number {
  return Math.max(LEAST_RADIUS, MOST_RADIUS * Math.sqrt(records / Math.max(1, most)));
}

/** Moves between places whose points are known and differ; the impossible ones last, so that they are drawn over the others. */
export function moveMarks({ places, moves }: Pick<NumberPlaces, 'places' | 'moves'>): MoveMark[] {
  const mark = (at: number): PlaceMark | null => {
    const place = places[at];
    return place === undefined || place.latitude === null || place.longitude === null ? null : { at, latitude: place.latitude, longitude: place.longitude };
  };
  return moves.flatMap(({ from, to, times, impossible }) => {
    const [a, b] = [mark(from), mark(to)];
    return a === null || b === null ? [] : [{ from: a, to: b, times, impossible }];
  }).sort((a, b) => Number(a.impossible > 0) - Number(b.impossible > 0));
}

/** Width of a move's line, px; an impossible one is wider than any other, as both often lie on one another. */
export function widthOf({ times, impossible }: Pick<MoveMark, 'times' | 'impossible'>): number {
  return (impossible > 0 ? 2.5 : 0.75) + Math.min(1.5, Math.log2(times) * 0.3);
}

export interface Label {
  readonly text: string;
  /** What it names; '' for what has no name. */
  readonly name: string;
  readonly x: number;
  readonly y: number;
}

/** Of labels in order of importance, those that overlap none before them and name nothing anew. Text is about so many px wide per letter. */
export function apart<Kind extends Label>(labels: readonly Kind[], heightPx = 14): Kind[] {
  const kept: Kind[] = [];
  const widthPx = ({ text }: Label) => Array.from(text).reduce((sum, letter) => sum + (letter > '\u2e7f' ? 12 : 7), 8);
  for (const label of labels) {
    const isFree = kept.every((other) => (other.name === '' || other.name !== label.name) && (Math.abs(other.y - label.y) >= heightPx || Math.abs(other.x - label.x) >= (widthPx(other) + widthPx(label)) / 2));
    if (isFree) kept.push(label);
  }
  return kept;
}
