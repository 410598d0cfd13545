import { assert, double, integer, property } from 'fast-check';
import { expect, test } from 'vitest';
import { Random } from './random.ts';

test('a stream begun again gives the same draws, and two streams of a seed differ', () => {
  assert(property(integer(), integer({ min: 0, max: 1e6 }), (seed, stream) => {
    const random = new Random(seed, stream);
    const first = eightOf(random);
    random.restart(seed, stream);
    expect(eightOf(random)).toEqual(first);
    expect(eightOf(new Random(seed, stream + 1))).not.toEqual(first);
  }));
});

test('draws have the mean and spread of their distributions', () => {
  const random = new Random(5);
  expect(measured(() => random.unit()).mean).toBeCloseTo(0.5, 1);
  const normal = measured(() => random.normal());
  expect(normal.mean).toBeCloseTo(0, 1);
  expect(normal.std).toBeCloseTo(1, 1);
  for (const mean of [0.3, 4, 80]) {
    const poisson = measured(() => random.poisson(mean));
    expect(poisson.mean / mean).toBeCloseTo(1, 1);
    expect(poisson.std ** 2 / mean).toBeCloseTo(1, 0);
  }
  expect(measured(() => random.logNormal(50, 1)).median / 50).toBeCloseTo(1, 1);
});

test('exactly the dealt share is true', () => {
  assert(property(integer({ min: 0, max: 200 }), double({ min: 0, max: 1, noNaN: true }), (count, share) => {
    expect(new Random(count).deal(count, share).filter(Boolean)).toHaveLength(Math.round(share * count));
  }));
});

test('a draw by weights takes each as often as it weighs, and never one without weight', () => {
  const random = new Random(9);
  const counts = [0, 0, 0, 0];
  for (let i = 0; i < 30_000; i++) counts[random.fromCumulative([1, 1, 3, 6])]!++;
  expect(counts[1]).toBe(0);
  expect(counts[0]! / 30_000).toBeCloseTo(1 / 6, 1);
  expect(counts[3]! / 30_000).toBeCloseTo(1 / 2, 1);
});

function eightOf(random: Random): number[] {
  return Array.from({ length: 8 }, () => random.u32());
}

function measured(draw: () => number): { mean: number; std: number; median: number } {
  const values = Array.from({ length: 40_000 }, draw);
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const std = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
  return { mean, std, median: values.toSorted((a, b) => a - b)[20_000]! };
}
