import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { DirectionKey } from './nextInDirection.ts';
import { directions, nextInDirection } from './nextInDirection.ts';

const keys = Object.keys(directions) as DirectionKey[];

test('an arrow key leads to a number on that side, or nowhere', () => {
  const points = fc.array(fc.record({ x: fc.integer({ min: -500, max: 500 }), y: fc.integer({ min: -500, max: 500 }) }), { minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(points, fc.constantFrom(...keys), (points, key) => {
      const numbers = points.map((_, i) => String(i));
      const positions = Object.fromEntries(points.map((point, i) => [String(i), point]));
      const next = nextInDirection(numbers, positions, '0', key);
      const [stepX, stepY] = directions[key];
      const ahead = (number: string) => (positions[number]!.x - points[0]!.x) * stepX + (positions[number]!.y - points[0]!.y) * stepY;
      const aside = (number: string) => Math.abs((positions[number]!.x - points[0]!.x) * stepY - (positions[number]!.y - points[0]!.y) * stepX);
      const reachable = numbers.filter((number) => number !== '0' && ahead(number) > 0 && aside(number) <= ahead(number));
      expect(next === null ? reachable : reachable.includes(next)).toEqual(next === null ? [] : true);
    }),
  );
});

test('of two numbers to the right, the one straight ahead comes first', () => {
  const positions = { a: { x: 0, y: 0 }, straight: { x: 60, y: 0 }, slanting: { x: 50, y: 40 } };
  expect(nextInDirection(['a', 'slanting', 'straight'], positions, 'a', 'ArrowRight')).toBe('straight');
});

test('without a selection the first number is taken', () => {
  expect(nextInDirection(['x', 'y'], { y: { x: 0, y: 0 } }, null, 'ArrowUp')).toBe('y');
  expect(nextInDirection([], {}, null, 'ArrowUp')).toBeNull();
});
