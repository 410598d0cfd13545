import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { isInside, rectangle } from './area.ts';

const coordinate = fc.integer({ min: -50, max: 50 });

test('a rectangle holds what lies between its corners, whichever is drawn first', () => {
  fc.assert(
    fc.property(coordinate, coordinate, coordinate, coordinate, coordinate, coordinate, (x1, y1, x2, y2, x, y) => {
      const area = rectangle({ x: x1, y: y1 }, { x: x2, y: y2 });
      // Half a unit beside the grid, so that no point lies on the edge.
      const point = { x: x + 0.5, y: y + 0.5 };
      const isBetween = (value: number, a: number, b: number) => value > Math.min(a, b) && value < Math.max(a, b);
      expect(isInside(area, point)).toBe(isBetween(point.x, x1, x2) && isBetween(point.y, y1, y2));
      expect(isInside([...area].reverse(), point)).toBe(isInside(area, point));
    }),
  );
});

test('a lasso with a bay does not hold what lies in the bay', () => {
  const horseshoe = [{ x: 0, y: 0 }, { x: 9, y: 0 }, { x: 9, y: 9 }, { x: 6, y: 9 }, { x: 6, y: 3 }, { x: 3, y: 3 }, { x: 3, y: 9 }, { x: 0, y: 9 }];
  expect(isInside(horseshoe, { x: 4.5, y: 6 })).toBe(false);
  expect(isInside(horseshoe, { x: 1.5, y: 6 })).toBe(true);
  expect(isInside([], { x: 1, y: 1 })).toBe(false);
});
