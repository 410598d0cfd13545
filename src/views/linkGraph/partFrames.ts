/** Whatever stands within the frame of a community belongs to it: layouts alone do not keep others out. */
import type { Point, Positions } from './arrangement.ts';
import { frameReach } from './communityFrames.ts';
import type { LayoutNode } from './layoutProtocol.ts';

/** Between two frames, and from a frame to a number outside it, graph units. */
const apart = 24;
/** A frame that gives way to one may come upon another; then it gives way again. */
const roundsAtMost = 40;

interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/**
 * Moves frames off each other, and numbers that belong to none out of them. Fixed numbers do not move, nor does the frame of a
 * community that holds one.
 * @returns the places of all nodes that are not fixed
 */
export function partFrames(nodes: readonly LayoutNode[], laidOut: Positions): Positions {
  const places = new Map<string, Point>(nodes.flatMap(({ number }) => (laidOut[number] ? [[number, laidOut[number]] as const] : [])));
  const grouped = Map.groupBy(nodes.filter(({ group, number }) => group !== null && places.has(number)), ({ group }) => group!);
  const frames = [...grouped.values()].filter(({ length }) => length > 1);
  const single = nodes.filter(({ number, group, isFixed }) => !isFixed && places.has(number) && (group === null || grouped.get(group)!.length === 1));
  const shift = (members: readonly LayoutNode[], byX: number, byY: number) => {
    for (const { number } of members) {
      const { x, y } = places.get(number)!;
      places.set(number, { x: x + byX, y: y + byY });
    }
  };
  const round = (): boolean => {
    let isMoved = false;
    frames.forEach((one, i) => {
      for (const other of frames.slice(i + 1)) isMoved = partTwo(one, other) || isMoved;
    });
    return isMoved;
  };
  const partTwo = (one: readonly LayoutNode[], other: readonly LayoutNode[]): boolean => {
    const [moving, standing] = isFree(other) ? [other, one] : [one, other];
    if (!isFree(moving)) return false;
    const way = wayOut(boxOf(moving, places), boxOf(standing, places));
    if (way === null) return false;
    // Both give way where both can.
    const share = isFree(standing) ? 0.5 : 1;
    shift(moving, way.x * share, way.y * share);
    if (share < 1) shift(standing, way.x * (share - 1), way.y * (share - 1));
    return true;
  };
  for (let rounds = 0; rounds < roundsAtMost && round(); rounds++);
  const boxes = frames.map((members) => boxOf(members, places));
  for (const node of single) {
    const { x, y } = places.get(node.number)!;
    const way = wayOutOfAll({ left: x - node.size / 2, top: y - node.size / 2, right: x + node.size / 2, bottom: y + node.size / 2 }, boxes);
    if (way !== null) shift([node], way.x, way.y);
  }
  return Object.fromEntries(nodes.flatMap(({ number, isFixed }) => (isFixed || !places.has(number) ? [] : [[number, rounded(places.get(number)!)] as const])));
}

function isFree(members: readonly LayoutNode[]): boolean {
  return members.every(({ isFixed }) => !isFixed);
}

function boxOf(members: readonly LayoutNode[], places: ReadonlyMap<string, Point>): Box {
  const box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  for (const { number } of members) {
    const { x, y } = places.get(number)!;
    box.left = Math.min(box.left, x - frameReach.side);
    box.right = Math.max(box.right, x + frameReach.side);
    box.top = Math.min(box.top, y - frameReach.above);
    box.bottom = Math.max(box.bottom, y + frameReach.below);
  }
  return box;
}

/** The shortest move that takes `one` off `other`; null where they are apart. */
function wayOut(one: Box, other: Box): Point | null {
  return isApart(one, other) ? null : shortest(waysOut(one, other));
}

/** The shortest move that takes `one` off whatever it lies on, and onto nothing else where that can be. */
function wayOutOfAll(one: Box, others: readonly Box[]): Point | null {
  const under = others.filter((other) => !isApart(one, other));
  if (under.length === 0) return null;
  const ways = others.flatMap((other) => waysOut(one, other));
  const free = ways.filter(({ x, y }) => others.every((other) => isApart({ left: one.left + x, right: one.right + x, top: one.top + y, bottom: one.bottom + y }, other)));
  return shortest(free.length > 0 ? free : ways);
}

/** To the right, left, below and above. */
function waysOut(one: Box, other: Box): readonly Point[] {
  return [
    { x: other.right + apart - one.left, y: 0 }, { x: other.left - apart - one.right, y: 0 },
    { x: 0, y: other.bottom + apart - one.top }, { x: 0, y: other.top - apart - one.bottom },
  ];
}

/** But for the hair's breadth that rounding leaves. */
function isApart(one: Box, other: Box): boolean {
  const [right, left, below, above] = waysOut(one, other);
  return right!.x < 0.5 || left!.x > -0.5 || below!.y < 0.5 || above!.y > -0.5;
}

function shortest(ways: readonly Point[]): Point {
  return ways.reduce((best, way) => (Math.hypot(way.x, way.y) < Math.hypot(best.x, best.y) ? way : best));
}

function rounded({ x, y }: Point): Point {
  return { x: Math.round(x * 10) / 10, y: Math.round(y * 10) / 10 };
}
