import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { arbitraryRecords, someNumbers } from '../../../mocks/arbitraryRecords.ts';
import { buildDataset } from '../../../mocks/buildDataset.ts';
import { parseLocalTime } from '../../records/days.ts';
import { listContacts } from '../listContacts.ts';
import { collideScenes } from './collideScenes.ts';
import { findCommonContacts } from './findCommonContacts.ts';
import { formatScene, parseScene } from './sceneText.ts';
import { atOnce } from '../../records/steps.ts';

test('common contacts are those that the contact lists of the numbers share', () => {
  fc.assert(fc.property(arbitraryRecords(), fc.uniqueArray(fc.constantFrom(...someNumbers), { minLength: 2, maxLength: 4 }), fc.integer({ min: 1, max: 3 }), (records, numbers, least) => {
    const dataset = buildDataset(records);
    const counts = new Map<string, string[]>();
    for (const number of numbers) {
      for (const contact of listContacts(dataset, { number, sort: 'number', page: { offset: 0, limit: 500 } }).rows) {
        if (contact.number !== number) counts.set(contact.number, [...(counts.get(contact.number) ?? []), number]);
      }
    }
    const expected = [...counts].filter(([, those]) => those.length >= least).map(([number, those]) => [number, those.toSorted()] as const);
    const { rows, asked, unknown } = findCommonContacts(dataset, { window: null, numbers, least, services: true });
    expect(new Map(rows.map((row) => [row.number, row.numbers.toSorted()] as const))).toEqual(new Map(expected));
    expect(asked + unknown.length).toBe(numbers.length);
    for (const { numbers: those, chance, expected: byChance } of rows) {
      expect(chance).toBeGreaterThanOrEqual(0);
      expect(chance).toBeLessThanOrEqual(1);
      expect(byChance).toBeLessThanOrEqual(numbers.length);
      expect(those.length).toBeGreaterThanOrEqual(least);
    }
  }), { numRuns: 40 });
});

test('who was at the scenes is who has a record there at the time', () => {
  const scenes = [
    { cells: ['460-00-1-1'], from: '2026-05-15T00:00', to: '2026-05-30T00:00' },
    { cells: ['460-00-1-2', 'nowhere'], from: '2026-05-20T06:00', to: '2026-06-20T18:00' },
  ];
  fc.assert(fc.property(arbitraryRecords(), fc.integer({ min: 1, max: 2 }), (records, least) => {
    const answer = atOnce(collideScenes(buildDataset(records), { window: null, scenes, least, metres: 0 }));
    const there = new Map<string, number[]>();
    for (const { caller, cell, at } of records) {
      scenes.forEach((scene, i) => {
        if (cell === undefined || !scene.cells.includes(cell) || at < scene.from || at >= scene.to) return;
        const counts = there.get(caller) ?? [0, 0];
        counts[i]!++;
        there.set(caller, counts);
      });
    }
    const expected = [...there].filter(([, counts]) => counts.filter((count) => count > 0).length >= least);
    expect(new Map(answer.rows.map(({ number, records: counts }) => [number, counts] as const))).toEqual(new Map(expected));
    expect(answer.scenes[1]!.unknown).toContain('nowhere');
  }), { numRuns: 40 });
});

test('who is at a place every day is less of a find than who came once', () => {
  const daily = Array.from({ length: 20 }, (_, day) => ({ caller: '1', callee: '9', at: `2026-03-${String(day + 1).padStart(2, '0')}T10:00:00`, cell: 'x' }));
  const dataset = buildDataset([...daily, { caller: '2', callee: '9', at: '2026-03-10T10:00:00', cell: 'x' }]);
  const { rows, expected } = atOnce(collideScenes(dataset, { window: null, scenes: [{ cells: ['x'], from: '2026-03-10T09:00', to: '2026-03-10T11:00' }], least: 1, metres: 0 }));
  expect(rows.map(({ number }) => number)).toEqual(['2', '1']);
  expect(rows[0]!.chance).toBeLessThan(0.1);
  expect(rows[1]!.chance).toBeGreaterThan(0.9);
  expect(expected).toBeCloseTo(rows[0]!.chance + rows[1]!.chance, 9);
});

test('a scene is the same after having been an address', () => {
  const cell = fc.string({ minLength: 1, maxLength: 12 }).filter((text) => text.trim() === text && text !== '');
  fc.assert(fc.property(fc.array(cell, { minLength: 1, maxLength: 4 }), (cells) => {
    const scene = { cells, from: '2026-05-01T10:00', to: '2026-05-02' };
    expect(parseScene(formatScene(scene))).toEqual(scene);
  }));
  for (const wrong of ['', '2026-05-01/2026-05-02/', '2026-05-02/2026-05-01/a', '2026-05-01/2026-05-02/a/b', 'x/y/a']) expect(parseScene(wrong)).toBeNull();
  expect(parseLocalTime('2026-05-01T25:00')).toBeNaN();
});
