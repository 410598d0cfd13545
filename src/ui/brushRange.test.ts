import { assert, boolean, constantFrom, double, nat, property, tuple } from 'fast-check';
import { expect, test } from 'vitest';
import { dragRange, moveEnd } from './brushRange.ts';
import type { BrushDrag, Range } from './brushRange.ts';

const count = 60;
const ranges = tuple(nat(count - 1), nat(count - 1)).map(([a, b]): Range => [Math.min(a, b), Math.max(a, b)]);
const hows = constantFrom<BrushDrag['how']>('first', 'last', 'move', 'draw');
const isWithin = ([first, last]: Range) => first >= 0 && first <= last && last < count;

test('no drag and no key leaves a range that is upside down or outside the days', () => {
  assert(
    property(ranges, hows, double({ min: -20, max: 80, noNaN: true }), double({ min: -20, max: 80, noNaN: true }), (from, how, start, at) => {
      expect(dragRange({ how, at: start, from }, at, count)).toSatisfy(isWithin);
    }),
  );
  const keys = constantFrom('ArrowLeft', 'ArrowRight', 'PageUp', 'PageDown', 'Home', 'End');
  assert(
    property(ranges, constantFrom('first' as const, 'last' as const), keys, boolean(), (range, end, key, isWhole) => {
      expect(moveEnd(range, end, key, isWhole, count)).toSatisfy(isWithin);
    }),
  );
});

test('moving a range keeps its length', () => {
  assert(
    property(ranges, double({ min: -80, max: 80, noNaN: true }), (from, by) => {
      const [first, last] = dragRange({ how: 'move', at: 10, from }, 10 + by, count);
      expect(last - first).toBe(from[1] - from[0]);
    }),
  );
});

test('an arrow moves one end by a day, a page by a week, and other keys are left alone', () => {
  expect(moveEnd([10, 20], 'first', 'ArrowRight', false, count)).toEqual([11, 20]);
  expect(moveEnd([10, 20], 'last', 'PageUp', false, count)).toEqual([10, 27]);
  expect(moveEnd([10, 20], 'last', 'ArrowLeft', true, count)).toEqual([9, 19]);
  expect(moveEnd([10, 20], 'last', 'Enter', false, count)).toBeNull();
});

test('drawing backwards gives the same days as drawing forwards', () => {
  expect(dragRange({ how: 'draw', at: 8.5, from: [0, 59] }, 3.2, count)).toEqual(dragRange({ how: 'draw', at: 3.2, from: [0, 59] }, 8.5, count));
});
