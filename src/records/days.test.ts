import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf, dayOfWeekStart, dayText, DAY_S, localTimeText, parseDay, weekOf } from './days.ts';

const at = fc.integer({ min: Date.UTC(1970, 0, 5) / 1000, max: Date.UTC(2100, 0, 1) / 1000 });

describe('A local time', () => {
  it('lies on the day whose text is the beginning of its own', () => {
    fc.assert(fc.property(at, (at) => {
      expect(localTimeText(at, 0).slice(0, 10)).toBe(dayText(dayOf(at)));
    }));
  });

  it('lies in a week that begins on a Monday at most six days before', () => {
    fc.assert(fc.property(at, (at) => {
      const first = dayOfWeekStart(weekOf(at));
      expect(new Date(first * DAY_S * 1000).getUTCDay()).toBe(1);
      expect(dayOf(at) - first).toBeGreaterThanOrEqual(0);
      expect(dayOf(at) - first).toBeLessThan(7);
    }));
  });

  it('is written so that the platform reads the same moment', () => {
    fc.assert(fc.property(at, fc.integer({ min: -14 * 4, max: 14 * 4 }), (at, quarters) => {
      const offsetS = quarters * 900;
      expect(Date.parse(localTimeText(at, offsetS)) / 1000).toBe(at - offsetS);
    }));
  });
});

describe('A day', () => {
  it('comes back from its text', () => {
    fc.assert(fc.property(fc.integer({ min: -10_000, max: 60_000 }), (day) => {
      expect(parseDay(dayText(day))).toBe(day);
    }));
  });

  it('that does not exist is none', () => {
    for (const text of ['2016-02-30', '2015-02-29', '2016-13-01', '2016-00-01', '2016-1-1', '20160101', '', '2016-01-01T00:00', ' 2016-01-01']) expect(parseDay(text)).toBeNaN();
    expect(parseDay('2016-02-29')).toBe(16_860);
  });
});
