/** An area drawn over the graph, as its corners; the last is joined to the first. */
import type { Point } from './arrangement.ts';

export type Area = readonly Point[];

/** The rectangle between two corners. */
export function rectangle(from: Point, to: Point): Area {
  return [from, { x: to.x, y: from.y }, to, { x: from.x, y: to.y }];
}

/** Whether a point lies inside, by the even-odd rule: a ray to the right crosses the edge an odd number of times. */
export function isInside(area: Area, { x, y }: Point): boolean {
  let isIn = false;
  area.forEach((a, i) => {
    const b = area[(i + 1) % area.length]!;
    if (a.y > y !== b.y > y && x < ((b.x - a.x) * (y - a.y)) / (b.y - a.y) + a.x) isIn = !isIn;
  });
  return isIn;
}
