import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Arrangement, Positions } from './arrangement.ts';
import { emptyArrangement, expand, hide, rearrange, settle } from './arrangement.ts';

const name = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f');
const point = fc.record({ x: fc.integer(), y: fc.integer() });
const positions: fc.Arbitrary<Positions> = fc.dictionary(name, point);
const arrangement: fc.Arbitrary<Arrangement> = fc.record({
  open: fc.uniqueArray(name), hidden: fc.uniqueArray(name), pinned: fc.uniqueArray(name), positions,
});

test('arrivals never move what is already arranged', () => {
  fc.assert(
    fc.property(arrangement, positions, (before, laidOut) => {
      const after = settle(before, laidOut);
      for (const [number, point] of Object.entries(before.positions)) expect(after.positions[number]).toEqual(point);
      for (const number of Object.keys(laidOut)) expect(after.positions[number]).toBeDefined();
    }),
  );
});

test('arranging anew moves all but the pinned', () => {
  fc.assert(
    fc.property(arrangement, positions, (before, laidOut) => {
      const after = rearrange(before, laidOut);
      for (const [number, point] of Object.entries({ ...before.positions, ...laidOut })) {
        const isPinned = before.pinned.includes(number) && before.positions[number] !== undefined;
        expect(after.positions[number]).toEqual(isPinned ? before.positions[number] : point);
      }
    }),
  );
});

test('no more numbers are opened than a question may hold', () => {
  const many = Array.from({ length: 60 }, (_, i) => String(i));
  expect(expand(emptyArrangement, many, 50).open).toHaveLength(50);
  const full = expand(emptyArrangement, many, 50);
  expect(expand(full, ['another'], 50)).toBe(full);
});

test('hiding an opened number closes it', () => {
  const after = hide(expand(emptyArrangement, ['a', 'b'], 50), 'a');
  expect(after.open).toEqual(['b']);
  expect(after.hidden).toEqual(['a']);
});
