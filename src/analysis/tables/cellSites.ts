/** Where cells stand, from the opened tables of cells (基站). */
import type { Point } from '../../features/travel.ts';
import { oncePerDataset } from '../datasetCache.ts';
import { textAt } from './tableIndex.ts';

export interface CellSite {
  /** null where the table gives none, or 0° 0°, which exports write for "not known". */
  readonly point: Point | null;
  readonly place: string | null;
  readonly country: string | null;
}

/** Cell id + 1 → what the tables say of it; cells that no record names are left out. Of several rows about a cell the last with a point counts. */
export const cellSites = oncePerDataset((dataset): ReadonlyMap<number, CellSite> => {
  const { cells, tables } = dataset;
  const table = tables.byKind.cells;
  const found = new Map<number, CellSite>();
  if (table === undefined) return found;
  const encoder = new TextEncoder();
  const { columns } = table;
  for (let row = 0; row < table.rowCount; row++) {
    const id = columns.cell[row]!;
    if (id === 0) continue;
    const name = encoder.encode(tables.texts.text(id - 1));
    const cell = cells.find(name, 0, name.length);
    if (cell < 0) continue;
    const point = pointOf(columns.latitude[row]!, columns.longitude[row]!);
    if (point === null && found.has(cell + 1)) continue;
    found.set(cell + 1, { point, place: textAt(dataset, columns.place[row]!), country: textAt(dataset, columns.country[row]!) });
  }
  return found;
});

function pointOf(latitude: number, longitude: number): Point | null {
  const isKnown = !Number.isNaN(latitude) && !Number.isNaN(longitude) && (latitude !== 0 || longitude !== 0);
  return isKnown ? { latitude, longitude } : null;
}
