/**
 * A plain force layout for graphs that are too large for fcose, which took 37 s for 1,100 numbers and 4,300 links.
 *
 * Fruchterman and Reingold (1991), grid variant: springs along links, repulsion only within a grid cell and its
 * neighbours, steps that cool down. Deterministic.
 */
import type { LayoutRequest } from './layoutProtocol.ts';
import type { Point, Positions } from './arrangement.ts';
import { LINK_LENGTH } from './seedPositions.ts';

const iterations = 150;
/** Side of a grid cell, and how far repulsion reaches; graph units. */
const reach = 1.5 * LINK_LENGTH;
const repulsion = 0.35 * LINK_LENGTH * LINK_LENGTH;
/** Draws everything together, so that islands stay in sight. */
const gravity = 0.01;

/** Places for all nodes that are not fixed; `starts` has a place for every node. */
export function springLayout({ nodes, pairs }: LayoutRequest, starts: Positions): Positions {
  const count = nodes.length;
  const index = new Map(nodes.map(({ number }, i) => [number, i]));
  const x = Float64Array.from(nodes, ({ number }) => placeOf(starts, number).x);
  const y = Float64Array.from(nodes, ({ number }) => placeOf(starts, number).y);
  const ends = pairs.flatMap(({ a, b }) => (a === b || !index.has(a) || !index.has(b) ? [] : [[index.get(a)!, index.get(b)!] as const]));
  const degree = new Uint32Array(count);
  for (const [a, b] of ends) {
    degree[a]!++;
    degree[b]!++;
  }
  const pushX = new Float64Array(count);
  const pushY = new Float64Array(count);
  const push = (i: number, byX: number, byY: number) => {
    pushX[i]! += byX;
    pushY[i]! += byY;
  };
  for (let step = 0; step < iterations; step++) {
    pushX.fill(0);
    pushY.fill(0);
    repel(x, y, push);
    for (const [a, b] of ends) {
      const dx = x[b]! - x[a]!;
      const dy = y[b]! - y[a]!;
      const distance = Math.hypot(dx, dy) || 1;
      // A link between two hubs pulls less than one that holds a single contact.
      const pull = (distance - LINK_LENGTH) / distance / Math.sqrt(Math.max(1, Math.min(degree[a]!, degree[b]!)));
      push(a, 0.5 * pull * dx, 0.5 * pull * dy);
      push(b, -0.5 * pull * dx, -0.5 * pull * dy);
    }
    const longest = LINK_LENGTH * (1 - step / iterations) ** 2 + 1;
    for (let i = 0; i < count; i++) {
      if (nodes[i]!.isFixed) continue;
      const byX = pushX[i]! - gravity * x[i]!;
      const byY = pushY[i]! - gravity * y[i]!;
      const scale = Math.min(1, longest / (Math.hypot(byX, byY) || 1));
      x[i]! += byX * scale;
      y[i]! += byY * scale;
    }
  }
  return Object.fromEntries(nodes.flatMap(({ number, isFixed }, i) => (isFixed ? [] : [[number, { x: round(x[i]!), y: round(y[i]!) }] as const])));
}

function repel(x: Float64Array, y: Float64Array, push: (i: number, byX: number, byY: number) => void): void {
  const cells = new Map<number, number[]>();
  for (let i = 0; i < x.length; i++) {
    const cell = cellOf(Math.floor(x[i]! / reach), Math.floor(y[i]! / reach));
    const there = cells.get(cell);
    if (there) there.push(i);
    else cells.set(cell, [i]);
  }
  for (let i = 0; i < x.length; i++) {
    const column = Math.floor(x[i]! / reach);
    const row = Math.floor(y[i]! / reach);
    for (let c = column - 1; c <= column + 1; c++) {
      for (let r = row - 1; r <= row + 1; r++) {
        for (const j of cells.get(cellOf(c, r)) ?? []) {
          if (j <= i) continue;
          // Two at one place part along a direction of their own.
          const dx = x[i]! - x[j]! || Math.cos(i);
          const dy = y[i]! - y[j]! || Math.sin(i);
          const squared = dx * dx + dy * dy;
          if (squared > reach * reach) continue;
          const force = repulsion / Math.max(squared, 1);
          push(i, force * dx, force * dy);
          push(j, -force * dx, -force * dy);
        }
      }
    }
  }
}

const cellOf = (column: number, row: number) => column * 1_048_576 + row;

function placeOf(places: Positions, number: string): Point {
  return places[number] ?? { x: 0, y: 0 };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
