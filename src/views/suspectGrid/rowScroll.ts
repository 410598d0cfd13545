/**
 * Scrolling through any number of rows of one height.
 *
 * Browsers limit how tall an element can be (Chromium 33.5 M device pixels, Firefox 17.9 M CSS pixels), and a million rows
 * of 30 px come close. So two heights are kept apart: the *physical* one, of the element that the browser scrolls, which
 * is capped; and the *virtual* one, of all rows. Where they differ, a small movement moves the rows by as many pixels as
 * the hand did, a large one (the scrollbar's thumb) goes to the same share of the rows, and when scrolling rests the
 * physical position is put back to where it belongs. All lengths are CSS pixels.
 */

/** Below Chromium's limit even at four device pixels per CSS pixel. */
export const MAX_PHYSICAL_PX = 8_000_000;
/** A movement up to this is taken as one of the wheel or the hand, a larger one as one of the scrollbar. */
export const LOCAL_MOVE_PX = 1_500;
/** Part of the physical height at either end in which both heights go in step, so that the ends are reached exactly. */
const STEADY_SHARE = 1 / 8;

export interface ScrollSize {
  /** Height of all rows. */
  readonly contentPx: number;
  /** Height of the part that shows rows. */
  readonly viewportPx: number;
}

/** Where one is: the browser's scroll position and the rows' own. */
export interface ScrollPosition {
  readonly physicalPx: number;
  readonly virtualPx: number;
}

/** Height to give the scrolled element. */
export function physicalHeightPx({ contentPx }: ScrollSize): number {
  return Math.min(contentPx, MAX_PHYSICAL_PX);
}

function reach(size: ScrollSize) {
  return {
    virtualMax: Math.max(0, size.contentPx - size.viewportPx),
    physicalMax: Math.max(0, physicalHeightPx(size) - size.viewportPx),
  };
}

function clamp(value: number, max: number): number {
  return Math.min(max, Math.max(0, value));
}

/** Position among the rows that belongs to a position of the scrollbar; monotone, and exact at both ends. */
export function toVirtualPx(physicalPx: number, size: ScrollSize): number {
  const { virtualMax, physicalMax } = reach(size);
  const at = clamp(physicalPx, physicalMax);
  const steady = physicalMax * STEADY_SHARE;
  if (virtualMax <= physicalMax || at <= steady) return clamp(at, virtualMax);
  if (at >= physicalMax - steady) return virtualMax - (physicalMax - at);
  return steady + ((at - steady) * (virtualMax - 2 * steady)) / (physicalMax - 2 * steady);
}

/** The inverse of `toVirtualPx`. */
export function toPhysicalPx(virtualPx: number, size: ScrollSize): number {
  const { virtualMax, physicalMax } = reach(size);
  const at = clamp(virtualPx, virtualMax);
  const steady = physicalMax * STEADY_SHARE;
  if (virtualMax <= physicalMax || at <= steady) return clamp(at, physicalMax);
  if (at >= virtualMax - steady) return physicalMax - (virtualMax - at);
  return steady + ((at - steady) * (physicalMax - 2 * steady)) / (virtualMax - 2 * steady);
}

/** After the browser scrolled to `physicalPx`. */
export function scrolled(from: ScrollPosition, physicalPx: number, size: ScrollSize): ScrollPosition {
  const { virtualMax, physicalMax } = reach(size);
  const movedPx = physicalPx - from.physicalPx;
  const isLocal = Math.abs(movedPx) <= LOCAL_MOVE_PX && physicalPx > 0 && physicalPx < physicalMax;
  return { physicalPx, virtualPx: isLocal ? clamp(from.virtualPx + movedPx, virtualMax) : toVirtualPx(physicalPx, size) };
}

/** Rows [first, end) that are in view, in part or whole. */
export function rowsInView(virtualPx: number, rowPx: number, size: ScrollSize): { readonly first: number; readonly end: number } {
  const total = Math.round(size.contentPx / rowPx);
  return {
    first: Math.min(total, Math.max(0, Math.floor(virtualPx / rowPx))),
    end: Math.min(total, Math.max(0, Math.ceil((virtualPx + size.viewportPx) / rowPx))),
  };
}

/** The nearest position that shows the row whole. */
export function showingRow(virtualPx: number, row: number, rowPx: number, size: ScrollSize): number {
  const { virtualMax } = reach(size);
  const topPx = row * rowPx;
  if (topPx < virtualPx) return clamp(topPx, virtualMax);
  return clamp(Math.max(virtualPx, topPx + rowPx - size.viewportPx), virtualMax);
}
