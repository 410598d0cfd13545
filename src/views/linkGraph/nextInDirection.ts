/** Going from number to number with the arrow keys. */
import type { Point, Positions } from './arrangement.ts';

export const directions = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] } as const;
export type DirectionKey = keyof typeof directions;

/**
 * The number one comes to from `from`: the nearest within a quarter turn around the key's direction, where straying to
 * the side counts double. null when there is nothing that way. Without a start, the first of `numbers` that has a place.
 */
export function nextInDirection(numbers: readonly string[], positions: Positions, from: string | null, key: DirectionKey): string | null {
  const start = from === null ? undefined : positions[from];
  if (start === undefined || from === null || !numbers.includes(from)) return numbers.find((number) => positions[number] !== undefined) ?? null;
  const [stepX, stepY] = directions[key];
  let best: string | null = null;
  let bestCost = Infinity;
  for (const number of numbers) {
    const at = positions[number];
    if (at === undefined || number === from) continue;
    const { ahead, aside } = split(start, at, stepX, stepY);
    if (ahead <= 0 || aside > ahead) continue;
    const cost = ahead + 2 * aside;
    if (cost < bestCost) {
      bestCost = cost;
      best = number;
    }
  }
  return best;
}

function split(from: Point, to: Point, stepX: number, stepY: number): { readonly ahead: number; readonly aside: number } {
  const x = to.x - from.x;
  const y = to.y - from.y;
  return { ahead: x * stepX + y * stepY, aside: Math.abs(x * stepY - y * stepX) };
}
