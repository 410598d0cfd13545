import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY_S, dayText, localTimeText } from '../../records/days.ts';
import { LEAST_LENGTH, placeSpan } from './deviceLayout.ts';

const second = fc.integer({ min: 0, max: 60 * DAY_S - 1 });
const BEGIN = 17_000;
const from = dayText(BEGIN);
const to = dayText(BEGIN + 59);
const at = (offset: number, zoneS = 28_800) => localTimeText(BEGIN * DAY_S + offset, zoneS);

describe('devices on one time axis', () => {
  it('stay on the axis, begin in the order they were first seen, and can be seen however short', () => {
    fc.assert(fc.property(second, second, second, second, (a, b, c, d) => {
      const one = placeSpan(at(Math.min(a, b)), at(Math.max(a, b)), from, to);
      const two = placeSpan(at(Math.min(c, d)), at(Math.max(c, d)), from, to);
      for (const span of [one, two]) {
        expect(span.start).toBeGreaterThanOrEqual(0);
        expect(span.length).toBeGreaterThanOrEqual(LEAST_LENGTH);
        expect(span.start + span.length).toBeLessThanOrEqual(1 + 1e-9);
      }
      expect(Math.sign(two.start - one.start) * Math.sign(Math.min(c, d) - Math.min(a, b))).toBeGreaterThanOrEqual(0);
    }));
  });

  it('stand where the clock on the wall says, whatever the zone', () => {
    expect(placeSpan(at(30 * DAY_S, 0), at(31 * DAY_S, 0), from, to)).toEqual(placeSpan(at(30 * DAY_S, -18_000), at(31 * DAY_S, 12_600), from, to));
    expect(placeSpan(at(30 * DAY_S), at(45 * DAY_S), from, to)).toEqual({ start: 0.5, length: 0.25 });
  });
});
