/** Where arrivals start before a layout refines them, and where they stay when no layout can be had. */
import type { Point, Positions } from './arrangement.ts';

/** Graph units between a number and its contacts. */
export const LINK_LENGTH = 110;
/** Graph units along a ring for each contact on it. */
const ringSpacing = 34;
/** The golden angle spreads any count evenly without knowing it. */
const goldenAngle = Math.PI * (3 - Math.sqrt(5));

/**
 * A place for each of `numbers` that has none in `known`: around the neighbour that has one, on the side away from the
 * rest; numbers without such a neighbour beside everything. Deterministic: the same graph starts the same.
 */
export function seedPositions(numbers: readonly string[], pairs: readonly { readonly a: string; readonly b: string }[], known: Positions): Positions {
  const neighbours = new Map<string, string[]>(numbers.map((number) => [number, []]));
  for (const { a, b } of pairs) {
    neighbours.get(a)?.push(b);
    neighbours.get(b)?.push(a);
  }
  const places = new Map<string, Point>(numbers.flatMap((number) => (known[number] ? [[number, known[number]] as const] : [])));
  const seeded: Record<string, Point> = {};
  const put = (number: string, point: Point) => {
    places.set(number, point);
    seeded[number] = point;
  };
  const order = [...numbers].sort((one, other) => neighbours.get(other)!.length - neighbours.get(one)!.length);
  let islands = 0;
  for (const start of order) {
    if (!places.has(start)) put(start, places.size === 0 ? { x: 0, y: 0 } : islandPlace(places, islands++));
    for (const queue = [start]; queue.length > 0; ) {
      const from = queue.shift()!;
      const arrivals = neighbours.get(from)!.filter((number) => !places.has(number));
      placeAround(from, [...new Set(arrivals)], places, put);
      queue.push(...arrivals);
    }
  }
  return seeded;
}

function placeAround(from: string, arrivals: readonly string[], places: ReadonlyMap<string, Point>, put: (number: string, point: Point) => void): void {
  if (arrivals.length === 0) return;
  const centre = places.get(from)!;
  const middle = mean([...places.values()]);
  const isAlone = places.size === 1;
  // Away from the rest: half a turn opens outwards; the first number of a graph has the whole.
  const outwards = Math.atan2(centre.y - middle.y, centre.x - middle.x);
  const sweep = isAlone ? 2 * Math.PI : Math.PI * 1.2;
  const perRing = Math.max(8, Math.floor((sweep * LINK_LENGTH) / ringSpacing));
  arrivals.forEach((number, i) => {
    const ring = Math.floor(i / perRing);
    const onRing = Math.min(perRing, arrivals.length - ring * perRing);
    const share = ((i % perRing) + 0.5) / onRing;
    const angle = outwards - sweep / 2 + share * sweep + ring * goldenAngle * 0.1;
    const radius = LINK_LENGTH * (1 + 0.5 * ring);
    put(number, { x: centre.x + radius * Math.cos(angle), y: centre.y + radius * Math.sin(angle) });
  });
}

function islandPlace(places: ReadonlyMap<string, Point>, island: number): Point {
  const all = [...places.values()];
  const middle = mean(all);
  const reach = Math.max(...all.map((point) => Math.hypot(point.x - middle.x, point.y - middle.y))) + 2 * LINK_LENGTH;
  const angle = island * goldenAngle;
  return { x: middle.x + reach * Math.cos(angle), y: middle.y + reach * Math.sin(angle) };
}

function mean(points: readonly Point[]): Point {
  const count = Math.max(1, points.length);
  return { x: points.reduce((sum, point) => sum + point.x, 0) / count, y: points.reduce((sum, point) => sum + point.y, 0) / count };
}
