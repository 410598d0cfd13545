import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { spreadLabels } from './spreadLabels.ts';

const wanted = fc.array(fc.integer({ min: 0, max: 200 }), { maxLength: 12 });

test('labels that have room stand where they belong', () => {
  expect(spreadLabels([10, 60, 120], 16, 0, 200)).toEqual([10, 60, 120]);
});

test('labels never cover each other, stay in the chart and keep the order of their lines', () => {
  fc.assert(
    fc.property(wanted, (wanted) => {
      const placed = spreadLabels(wanted, 16, 0, 200);
      const sorted = [...placed].sort((one, other) => one - other);
      for (let i = 1; i < sorted.length; i++) expect(sorted[i]! - sorted[i - 1]!).toBeGreaterThanOrEqual(16 - 1e-9);
      for (const place of placed) expect(place >= 0 && place <= 200).toBe(true);
      wanted.forEach((one, i) => wanted.forEach((other, j) => expect(one < other ? placed[i]! < placed[j]! : true).toBe(true)));
    }),
  );
});

test('more labels than there is room for are spread evenly', () => {
  expect(spreadLabels([5, 5, 5], 16, 0, 20)).toEqual([0, 10, 20]);
});
