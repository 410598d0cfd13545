import { metresBetween } from '../../features/travel.ts';
import type { Point } from '../../features/travel.ts';
import type { ScoredDataset } from '../scoredDataset.ts';
import { cellSites } from '../tables/cellSites.ts';

/**
 * Cells within a mile of each other are one place (Isaacman et al., "Identifying Important Places in People's Lives from Cellular
 * Network Data", Pervasive 2011, who group by Hartigan's leader algorithm as here): a phone at rest changes between them.
 */
const PLACE_M = 1609;

export interface CellGroup {
  /** The first of its cells, which is its busiest. */
  readonly leader: number;
  readonly point: Point | null;
  readonly cells: number[];
}

/**
 * Cells as places. Where it is not known where a cell stands, it goes with the others of the same written place; where that is
 * not known either, it is a place of its own.
 * @param cells ids + 1, the busiest first
 */
export function groupCells(dataset: ScoredDataset, cells: readonly number[]): CellGroup[] {
  const sites = cellSites(dataset);
  const groups: CellGroup[] = [];
  const located: (CellGroup & { readonly point: Point })[] = [];
  const named = new Map<string, CellGroup>();
  for (const cell of cells) {
    const { point = null, place = null } = sites.get(cell) ?? {};
    const known = point !== null ? nearest(located, point) : place !== null ? named.get(place) : undefined;
    if (known !== undefined) {
      known.cells.push(cell);
      continue;
    }
    const group = { leader: cell, point, cells: [cell] };
    groups.push(group);
    if (point !== null) located.push({ ...group, point });
    else if (place !== null) named.set(place, group);
  }
  return groups;
}

function nearest(groups: readonly (CellGroup & { readonly point: Point })[], point: Point): CellGroup | undefined {
  let best: CellGroup | undefined;
  let least = PLACE_M;
  for (const group of groups) {
    // A mile is less than 0.0146° of latitude.
    if (Math.abs(group.point.latitude - point.latitude) > 0.0146) continue;
    const metres = metresBetween(group.point, point);
    if (metres > least) continue;
    least = metres;
    best = group;
  }
  return best;
}
