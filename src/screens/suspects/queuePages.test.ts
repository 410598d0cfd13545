import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { areNear, PAGE_ROWS, pagesFor } from './queuePages.ts';

it('asks for every row in view, and never for more than a few pages', () => {
  fc.assert(
    fc.property(fc.nat(10_000_000), fc.nat(120), (first, rows) => {
      const pages = pagesFor(first, first + rows);
      const isCovered = (row: number) => pages.includes(Math.floor(row / PAGE_ROWS));
      expect([...Array(rows).keys()].every((i) => isCovered(first + i))).toBe(true);
      expect(pages.length).toBeLessThanOrEqual(4);
    }),
  );
});

it('asks for the first page before anything is known', () => {
  expect(pagesFor(0, 0)).toEqual([0]);
});

it('tells a step from a leap', () => {
  expect(areNear([3, 4], [5])).toBe(true);
  expect(areNear([3, 4], [400])).toBe(false);
});
