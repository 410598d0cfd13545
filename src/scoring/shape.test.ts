import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shapeAt, shapeFunction } from './shape.ts';

const curve = fc.uniqueArray(fc.double({ min: -1e4, max: 1e4, noNaN: true }), { minLength: 2, maxLength: 24 })
  .map((knots) => knots.toSorted((a, b) => a - b))
  .filter((knots) => knots.every((knot, i) => i === 0 || knot - knots[i - 1]! > 1e-6));

describe('a curve asked for many values', () => {
  it('gives exactly what it gives for one', () => {
    fc.assert(fc.property(curve, fc.array(fc.double({ min: -2e4, max: 2e4, noNaN: true })), (knots, more) => {
      const values = knots.map((_, i) => Math.sin(i * 7));
      const shapeOf = shapeFunction({ knots, values });
      for (const x of [...knots, ...more, ...knots.map((knot) => knot + 1e-7)]) expect(shapeOf(x)).toBe(shapeAt(knots, values, x));
    }));
  });
});
