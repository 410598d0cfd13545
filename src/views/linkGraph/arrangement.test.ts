import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Arrangement, Positions } from './arrangement.ts';
import { collapse, emptyArrangement, expand, gatherAgain, gatherBy, hide, keepOnly, rearrange, settle, show, splitCommunities, togglePin } from './arrangement.ts';

const name = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f');
const point = fc.record({ x: fc.integer(), y: fc.integer() });
const positions: fc.Arbitrary<Positions> = fc.dictionary(name, point);
const arrangement: fc.Arbitrary<Arrangement> = fc.record({
  open: fc.uniqueArray(name), also: fc.uniqueArray(name), hidden: fc.uniqueArray(name), pinned: fc.uniqueArray(name), positions,
  gather: fc.constantFrom(null, 'communities' as const, 'outlet' as const), split: fc.uniqueArray(name),
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
  const after = hide(expand(emptyArrangement, ['a', 'b'], 50), ['a']);
  expect(after.open).toEqual(['b']);
  expect(after.hidden).toEqual(['a']);
});

test('a collapsed number stays where it is, without its contacts, and can be expanded again', () => {
  const closed = collapse(expand(emptyArrangement, ['a', 'b'], 50), 'a');
  expect(closed).toMatchObject({ open: ['b'], also: ['a'] });
  expect(expand(closed, ['a'], 50)).toMatchObject({ open: ['b', 'a'], also: [] });
});

test('what is kept is all that is shown, and nothing of it moves', () => {
  fc.assert(
    fc.property(arrangement, fc.uniqueArray(name, { minLength: 1 }), (before, kept) => {
      expect(keepOnly(before, kept)).toEqual({ ...before, open: [], also: kept, hidden: [] });
    }),
  );
});

test('a number that is to be shown is shown once, hidden or not', () => {
  fc.assert(
    fc.property(arrangement, fc.uniqueArray(name), (before, numbers) => {
      const consistent = { ...before, also: before.also.filter((number) => !before.open.includes(number)) };
      const after = show(consistent, numbers);
      for (const number of numbers) {
        expect([...after.open, ...after.also].filter((other) => other === number)).toHaveLength(1);
        expect(after.hidden).not.toContain(number);
      }
      expect(show(after, numbers)).toBe(after);
    }),
  );
});

test('several numbers are pinned together, and unpinned only when all are pinned', () => {
  const one = togglePin(emptyArrangement, ['a']);
  const both = togglePin(one, ['a', 'b']);
  expect(both.pinned).toEqual(['a', 'b']);
  expect(togglePin(both, ['a', 'b']).pinned).toEqual([]);
});

test('an opened community is gathered again whichever of its numbers opened it, and all are when gathering begins anew', () => {
  const opened = splitCommunities(gatherBy(emptyArrangement, 'communities'), ['a', 'd']);
  expect(opened).toMatchObject({ gather: 'communities', split: ['a', 'd'] });
  expect(splitCommunities(opened, ['d'])).toBe(opened);
  expect(gatherAgain(opened, ['c', 'd', 'e'])).toMatchObject({ split: ['a'] });
  expect(gatherAgain(opened, ['x'])).toBe(opened);
  expect(gatherBy(opened, 'cell')).toMatchObject({ gather: 'cell', split: [] });
});
