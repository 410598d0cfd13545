/** Where a number is seen, compared with where another is. */

/** Cell id + 1 → share of a number's records, scaled so that the squares sum to 1. */
export type CellShares = ReadonlyMap<number, number>;

/** Two numbers are at the same place when the cosine of their records by cell reaches this. Assumed. */
const SAME_CELLS = 0.8;
/** Whoever shares a place shares at least one of so many cells that see it most. */
const MAIN_CELLS = 3;

/** @param counts records by cell id + 1 */
export function cellShares(counts: ReadonlyMap<number, number>): CellShares {
  const length = Math.hypot(...counts.values());
  return new Map([...counts].map(([cell, count]) => [cell, count / length]));
}

/** The cells that see a number most. */
export function mainCells(cells: CellShares): number[] {
  return [...cells].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, MAIN_CELLS).map(([cell]) => cell);
}

export function areAtOnePlace(a: CellShares, b: CellShares): boolean {
  let cosine = 0;
  for (const [cell, share] of a) cosine += share * (b.get(cell) ?? 0);
  return cosine >= SAME_CELLS;
}
