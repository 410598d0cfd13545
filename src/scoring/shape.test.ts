import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shapeAt, weighShapes } from './shape.ts';

const curve = fc.uniqueArray(fc.double({ min: -1e4, max: 1e4, noNaN: true }), { minLength: 2, maxLength: 24 })
  .map((knots) => knots.toSorted((a, b) => a - b))
  .filter((knots) => knots.every((knot, i) => i === 0 || knot - knots[i - 1]! > 1e-6));

describe('a curve asked for many values', () => {
  it('gives exactly what it gives for one, times its weight', () => {
    fc.assert(fc.property(curve, fc.array(fc.double({ min: -2e4, max: 2e4, noNaN: true })), (knots, more) => {
      const values = knots.map((_, i) => Math.sin(i * 7));
      const xs = Float64Array.from([...knots, ...more, ...knots.map((knot) => knot + 1e-7)]);
      const weights = xs.map((_, i) => 1 / (i + 1));
      const weighed = new Float64Array(xs.length);
      weighShapes({ knots, values }, xs, weights, weighed);
      expect([...weighed]).toEqual(Array.from(xs, (x, i) => weights[i]! * shapeAt(knots, values, x)));
    }));
  });

  it('gives a missing value no weight', () => {
    const weights = Float64Array.of(0.5, 0.5);
    const weighed = Float64Array.of(NaN, NaN);
    weighShapes({ knots: [0, 1], values: [2, 4] }, Float64Array.of(NaN, 0.5), weights, weighed);
    expect([[...weights], [...weighed]]).toEqual([[0, 0.5], [0, 1.5]]);
  });
});
