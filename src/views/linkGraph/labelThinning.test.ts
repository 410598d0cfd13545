import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { LabelCandidate } from './labelThinning.ts';
import { badgeBox, labelBox, overlap, thinLabels } from './labelThinning.ts';

const candidates = fc
  .array(
    fc.record({
      x: fc.integer({ min: -200, max: 1600 }), y: fc.integer({ min: -200, max: 1000 }), radius: fc.integer({ min: 4, max: 20 }),
      width: fc.integer({ min: 20, max: 110 }), importance: fc.double({ min: 0, max: 3, noNaN: true }), isForced: fc.boolean(), mayCoverNodes: fc.boolean(),
      badgeWidth: fc.constantFrom(0, 20, 34),
    }),
    { maxLength: 60 },
  )
  .map((list) => list.map((part, i): LabelCandidate => ({ ...part, id: `n${i}`, height: 16 })));

const rowOfTen = (apartPx: number) =>
  Array.from({ length: 10 }, (_, i): LabelCandidate => ({ id: String(i), x: i * apartPx, y: 0, radius: 8, width: 90, height: 16, importance: i, badgeWidth: 0, mayCoverNodes: false, isForced: false }));

test('a label that is drawn covers no other label, no badge and no node, unless it was asked for', () => {
  fc.assert(
    fc.property(candidates, (candidates) => {
      const shown = thinLabels(candidates, 1000);
      const drawn = candidates.filter((one) => shown.has(one.id));
      const boxOf = (one: LabelCandidate) => labelBox(one, shown.get(one.id));
      for (const one of drawn) {
        if (one.isForced) continue;
        for (const other of drawn) expect(other === one || !overlap(boxOf(one), boxOf(other))).toBe(true);
        for (const other of one.badgeWidth > 0 ? drawn : []) expect(other === one || !overlap(badgeBox(one), boxOf(other))).toBe(true);
        for (const { x, y, radius } of one.mayCoverNodes ? [] : candidates) {
          expect(overlap(boxOf(one), { left: x - radius, top: y - radius, right: x + radius, bottom: y + radius })).toBe(false);
        }
      }
      expect(candidates.filter((one) => one.isForced && !shown.has(one.id))).toEqual([]);
    }),
  );
});

test('the most important label that covers no node is always drawn', () => {
  fc.assert(
    fc.property(candidates, (list) => {
      const plain = list.map((one) => ({ ...one, isForced: false, mayCoverNodes: false, badgeWidth: 0 }));
      const isFree = (one: LabelCandidate) => (['below', 'above'] as const).some((side) =>
        plain.every(({ x, y, radius }) => !overlap(labelBox(one, side), { left: x - radius, top: y - radius, right: x + radius, bottom: y + radius })));
      const free = plain.filter(isFree).sort((one, other) => other.importance - one.importance || (one.id < other.id ? -1 : 1));
      fc.pre(free.length > 0);
      expect(thinLabels(plain, 1000).has(free[0]!.id)).toBe(true);
    }),
  );
});

test('a label that has no room below its node stands above it, clear of its badge', () => {
  const at = (id: string, x: number, importance: number): LabelCandidate => ({ id, x, y: 0, radius: 8, width: 90, height: 16, importance, badgeWidth: 20, mayCoverNodes: false, isForced: false });
  const shown = thinLabels([at('first', 0, 2), at('second', 60, 1), at('third', 120, 0)], 10);
  expect(Object.fromEntries(shown)).toEqual({ first: 'below', second: 'above', third: 'below' });
  expect(overlap(labelBox(at('second', 60, 1), 'above'), badgeBox(at('second', 60, 1)))).toBe(false);
});

test('zooming in never takes the labels away from numbers that stand apart', () => {
  const counts = [0.5, 1, 2, 4].map((zoom) => thinLabels(rowOfTen(60 * zoom), 100).size);
  expect(counts).toEqual([...counts].sort((one, other) => one - other));
  expect(counts.at(-1)).toBe(10);
});

test('there is an upper bound on what is drawn at once', () => {
  const apart = Array.from({ length: 50 }, (_, i): LabelCandidate => ({ id: String(i), x: i * 500, y: 0, radius: 5, width: 90, height: 16, importance: 1, badgeWidth: 0, mayCoverNodes: false, isForced: false }));
  expect(thinLabels(apart, 20).size).toBe(20);
});
