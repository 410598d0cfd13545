/** The queue is fetched in pages; which of them a view needs. */

export const PAGE_ROWS = 100;
/** Rows fetched ahead on either side of the view. */
const AHEAD_ROWS = 40;

/** Pages that hold rows [first, end) and what is next to them. Page 0 for an empty view: it tells how many rows there are. */
export function pagesFor(first: number, end: number): readonly number[] {
  const from = Math.floor(Math.max(0, first - AHEAD_ROWS) / PAGE_ROWS);
  const to = Math.floor(Math.max(0, end + AHEAD_ROWS - 1) / PAGE_ROWS);
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}

/** True when one page lies beside another, as when scrolling row by row; false after a leap. */
export function areNear(pages: readonly number[], others: readonly number[]): boolean {
  return pages.some((page) => others.some((other) => Math.abs(page - other) <= 1));
}
