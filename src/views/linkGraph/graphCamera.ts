/** Where the camera of the link graph stands: all in sight, what arrived, and what stays when the frame changes its size. */
import type { Core } from 'cytoscape';
import { BLEED_PX } from './pictureMotion.ts';

/** Around the graph when all of it is shown, px. */
const fitPaddingPx = 48;
/** A handful of numbers must not fill the screen. */
const fitZoomMax = 1.4;
const moveMs = 150;

/** All of the graph is in sight, and nobody has moved the camera since. */
export const fitted = '_fitted';

/** A pane that opens beside the graph must not cut it off: what was fitted stays so, otherwise the middle stays. */
export function followSize(cy: Core): void {
  let width = cy.width();
  let height = cy.height();
  cy.on('resize', () => {
    // Cytoscape tells of a change of size late, also after its end.
    if (cy.destroyed()) return;
    const before = { width, height };
    width = cy.width();
    height = cy.height();
    if (cy.scratch(fitted) === true) fit(cy, 0);
    else cy.panBy({ x: (width - before.width) / 2, y: (height - before.height) / 2 });
  });
  cy.on('dragpan scrollzoom pinchzoom', () => cy.scratch(fitted, false));
}

export function fit(cy: Core, duration: number): void {
  cy.scratch(fitted, true);
  if (cy.elements().empty()) return;
  const box = cy.elements().boundingBox({});
  const marginPx = fitPaddingPx + BLEED_PX;
  const zoom = Math.min(fitZoomMax, (cy.width() - 2 * marginPx) / box.w, (cy.height() - 2 * marginPx) / box.h);
  const pan = { x: cy.width() / 2 - zoom * (box.x1 + box.w / 2), y: cy.height() / 2 - zoom * (box.y1 + box.h / 2) };
  if (!(zoom > 0)) return;
  if (duration === 0) cy.viewport({ zoom, pan });
  else cy.animate({ zoom, pan }, { duration });
}

/** Moves the camera only when something that arrived would be out of sight. */
export function showArrivals(cy: Core, added: readonly string[]): void {
  const view = cy.extent();
  const margin = (fitPaddingPx + BLEED_PX) / cy.zoom();
  const isSeen = added.every((number) => {
    const { x, y } = cy.getElementById(number).position();
    return x > view.x1 + margin && x < view.x2 - margin && y > view.y1 + margin && y < view.y2 - margin;
  });
  if (!isSeen) fit(cy, durationMs());
}

export function durationMs(): number {
  return matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : moveMs;
}
