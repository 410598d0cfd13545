import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Trends } from '../../analysis/answers.ts';
import { changeStrength, findHeadline } from './headline.ts';

const monday = (i: number) => new Date(Date.UTC(2026, 3, 6 + 7 * i)).toISOString().slice(0, 10);

function trends(simBox: readonly number[], partial: readonly number[] = [], burner: readonly number[] = simBox.map(() => 0)): Trends {
  return {
    weeks: simBox.map((_, i) => monday(i)),
    isPartial: simBox.map((_, i) => partial.includes(i)),
    series: [{ key: 'simBox', values: simBox }, { key: 'burner', values: burner }],
    all: simBox.map(() => 1000),
  };
}

test('a doubling beyond the usual ups and downs is told with its size and what it is compared with', () => {
  expect(findHeadline(trends([20, 22, 18, 21, 19, 20, 44]))).toEqual({
    is: 'change', key: 'simBox', week: monday(6), value: 44, before: 20, weeksBefore: 6, change: 44 / 20 - 1,
  });
});

test('a half-counted week at the end is not called a fall', () => {
  expect(findHeadline(trends([20, 22, 18, 21, 19, 20, 4], [6]))).toMatchObject({ is: 'none', week: monday(5) });
});

test('the ups and downs that a series always has are no change', () => {
  expect(findHeadline(trends([5, 60, 12, 48, 9, 55, 58])).is).toBe('none');
  expect(findHeadline(trends([1, 0, 2, 1, 0, 1, 3])).is).toBe('none');
});

test('too little to compare with is said', () => {
  expect(findHeadline(trends([3, 40, 90], [0]))).toEqual({ is: 'tooFew', fullWeeks: 2 });
  expect(findHeadline(trends([]))).toEqual({ is: 'tooFew', fullWeeks: 0 });
});

test('the first weeks of a dataset, where every number is new, are not compared with', () => {
  const newNumbers = trends([900, 300, 20, 21, 19, 20, 45]);
  expect(findHeadline(newNumbers).is).toBe('none');
  expect(findHeadline(newNumbers, monday(2))).toMatchObject({ is: 'change', before: 20 });
});

test('something where there never was anything has no percentage', () => {
  expect(findHeadline(trends([0, 0, 0, 0, 0, 0, 12]))).toMatchObject({ is: 'change', before: 0, change: null });
});

test('of several changes the clearest is told', () => {
  expect(findHeadline(trends([20, 22, 18, 21, 19, 20, 40], [], [20, 22, 18, 21, 19, 20, 70]))).toMatchObject({ key: 'burner' });
});

test('what is told is true of the figures, whatever they are', () => {
  const values = fc.array(fc.nat(300), { minLength: 0, maxLength: 14 });
  fc.assert(
    fc.property(values, fc.array(fc.nat(13), { maxLength: 3 }), (simBox, partial) => {
      const given = trends(simBox, partial);
      const headline = findHeadline(given);
      const full = given.weeks.filter((_, i) => !given.isPartial[i]);
      expect('week' in headline ? headline.week : full.at(-1)).toBe(full.at(-1));
      const told = headline.is === 'change' ? given.series.find(({ key }) => key === headline.key)!.values[given.weeks.indexOf(headline.week)] : null;
      expect(headline.is === 'change' ? headline.value : null).toBe(told);
      expect(headline.is !== 'change' || headline.change === null || Math.sign(headline.change) === Math.sign(headline.value - headline.before)).toBe(true);
    }),
  );
});

test('the same week again is never a change, and moving further away never makes it weaker', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(500), { minLength: 3, maxLength: 8 }), fc.nat(500), fc.nat(500), (earlier, one, further) => {
      const mean = earlier.reduce((sum, value) => sum + value, 0) / earlier.length;
      expect(changeStrength(mean, earlier)).toBe(0);
      expect(changeStrength(mean + one + further, earlier)).toBeGreaterThanOrEqual(changeStrength(mean + one, earlier));
    }),
  );
});

test('a steady world is hardly ever called changed', () => {
  // 2,000 series of seven weeks from one Poisson law (mean 30, seeded): 1 % is what the quantiles promise, 2 % leaves room.
  let state = 1;
  const random = () => (state = (Math.imul(state, 48_271) >>> 0) % 2_147_483_647) / 2_147_483_647;
  const poisson = (mean: number) => {
    let count = 0;
    for (let product = random(); product > Math.exp(-mean); product *= random()) count++;
    return count;
  };
  let alarms = 0;
  for (let i = 0; i < 2000; i++) {
    const week = Array.from({ length: 7 }, () => poisson(30));
    if (changeStrength(week[6]!, week.slice(0, 6)) > 1) alarms++;
  }
  expect(alarms / 2000).toBeLessThan(0.02);
});
