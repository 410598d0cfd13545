import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { numbersNear } from './numbersNear.ts';
import { atOnce } from '../../records/steps.ts';

const number = fc.oneof(fc.integer({ min: 13_800_000_000, max: 13_800_002_000 }), fc.nat(500));

test('numbers near some keys are all those within the distance, in order, and none that is far', () => {
  fc.assert(fc.property(fc.array(number), fc.array(number, { maxLength: 5 }), fc.integer({ min: 1, max: 300 }), (numbers, keys, distance) => {
    const near = [...atOnce(numbersNear(Float64Array.from(numbers), keys, distance))];
    const within = (most: number) => numbers.filter((each) => keys.some((key) => Math.abs(each - key) <= most));
    expect(near).toEqual(near.toSorted((a, b) => a - b));
    expect(near.filter((each) => keys.some((key) => Math.abs(each - key) <= distance))).toEqual(within(distance).toSorted((a, b) => a - b));
    expect(near.length).toBeLessThanOrEqual(within(2 * distance).length);
  }));
});
