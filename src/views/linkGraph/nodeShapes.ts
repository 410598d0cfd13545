/** The outline of each kind of node, one for the canvas, the saved picture and the legend. */
import type { ThingKind } from '../../analysis/things/thing.ts';
import type { Point } from './arrangement.ts';

/** A number is a disc; all else has corners. Around 0, 0, from -1 to 1 as cytoscape counts them. */
export const thingShapes: Readonly<Record<ThingKind, readonly Point[]>> = {
  device: corners([-0.62, -1, 0.62, -1, 0.62, 1, -0.62, 1]),
  cell: corners([-0.5, -0.87, 0.5, -0.87, 1, 0, 0.5, 0.87, -0.5, 0.87, -1, 0]),
  outlet: corners([0, -1, 1, -0.15, 0.72, -0.15, 0.72, 0.9, -0.72, 0.9, -0.72, -0.15, -1, -0.15]),
  contract: corners([-1, -0.72, 0.55, -0.72, 1, -0.27, 1, 0.72, -1, 0.72]),
  account: corners([0, -1, 1, 0, 0, 1, -1, 0]),
  bankCard: corners([-0.62, -0.66, 1, -0.66, 0.62, 0.66, -1, 0.66]),
};

/** Colour of each kind among the page's categories (`--cat-…`); the shape says the same. */
export const thingColours: Readonly<Record<ThingKind, number>> = { device: 0, cell: 2, outlet: 1, contract: 4, account: 3, bankCard: 5 };

/** Corners as `x,y x,y`, for an SVG polygon of that radius around a point. */
export function polygonText(kind: ThingKind, at: Point, radius: number): string {
  return thingShapes[kind].map(({ x, y }) => `${(at.x + x * radius).toFixed(1)},${(at.y + y * radius).toFixed(1)}`).join(' ');
}

function corners(coordinates: readonly number[]): readonly Point[] {
  return coordinates.flatMap((x, i) => (i % 2 === 0 ? [{ x, y: coordinates[i + 1]! }] : []));
}
