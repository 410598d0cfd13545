import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { WeighedGraph } from './centrality.ts';
import { centrality } from './centrality.ts';

const pair = (a: string, b: string, calls = 1, records = calls) => ({ a, b, calls, records });
const star: WeighedGraph = { numbers: ['hub', '1', '2', '3', '4'], pairs: ['1', '2', '3', '4'].map((end) => pair('hub', end, 2, 3)) };

test('calls and links here are those on the links shown', () => {
  expect([...centrality(star, 'calls')]).toEqual([8, 2, 2, 2, 2]);
  expect([...centrality(star, 'degree')]).toEqual([4, 1, 1, 1, 1]);
});

test('all paths of a star pass its hub, and half of those around a square each corner', () => {
  expect([...centrality(star, 'betweenness')]).toEqual([1, 0, 0, 0, 0]);
  const square = { numbers: ['a', 'b', 'c', 'd'], pairs: [pair('a', 'b'), pair('b', 'c'), pair('c', 'd'), pair('a', 'd')] };
  // Of the three pairs of others one is opposite, and half of its paths pass.
  for (const value of centrality(square, 'betweenness')) expect(value).toBeCloseTo(1 / 6);
});

test('the walk of a star of five is at its hub 47.6 % of the time', () => {
  // h = 0.03 + 0.85 (1 - h), so h = 0.88 / 1.85.
  expect(centrality(star, 'pageRank')[0]).toBeCloseTo(0.88 / 1.85, 5);
});

const graphs = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 14 }), fc.integer({ min: 0, max: 14 }), fc.integer({ min: 0, max: 9 }), fc.integer({ min: 1, max: 9 })), { maxLength: 40 })
  .map((pairs): WeighedGraph => ({ numbers: Array.from({ length: 15 }, (_, i) => String(i)), pairs: pairs.map(([a, b, calls, texts]) => pair(String(a), String(b), calls, calls + texts)) }));

test('shares of a walk add up to one, and no number is passed by more than all paths', () => {
  fc.assert(
    fc.property(graphs, (graph) => {
      expect(centrality(graph, 'pageRank').reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 6);
      for (const value of centrality(graph, 'betweenness')) {
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(1 + 1e-9);
      }
    }),
  );
});
