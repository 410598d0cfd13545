import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayText, parseDay } from '../../records/days.ts';
import { binDays, MAX_BINS, silences } from './dayBins.ts';
import type { DayActivity } from './dayBins.ts';

/** A life: a first day, a length, and some days with records (each day once). */
const life = fc
  .record({ first: fc.integer({ min: 8000, max: 20_000 }), length: fc.integer({ min: 1, max: 3000 }) })
  .chain(({ first, length }) => fc.record({
    from: fc.constant(dayText(first)),
    to: fc.constant(dayText(first + length - 1)),
    days: fc.uniqueArray(fc.record({ at: fc.integer({ min: 0, max: length - 1 }), out: fc.nat(500), in: fc.nat(500) }), { selector: (day) => day.at, maxLength: 200 })
      .map((days): DayActivity[] => days.map((day) => ({ day: dayText(first + day.at), out: day.out, in: day.in }))),
  }));
const total = (entries: readonly { out: number; in: number }[]) => entries.reduce((sum, entry) => [sum[0]! + entry.out, sum[1]! + entry.in], [0, 0]);

describe('the bars of the timeline', () => {
  it('hold every record exactly once, outgoing and incoming apart', () => {
    fc.assert(fc.property(life, ({ from, to, days }) => {
      expect(total(binDays(days, from, to))).toEqual(total(days));
    }));
  });

  it('follow one another without gap from the first day to the last, so that a silence keeps its length', () => {
    fc.assert(fc.property(life, ({ from, to, days }) => {
      const bins = binDays(days, from, to);
      expect(bins.length).toBeLessThanOrEqual(MAX_BINS);
      expect(bins[0]?.from).toBe(from);
      expect(bins.at(-1)?.to).toBe(to);
      expect(bins.slice(1).map((bin) => parseDay(bin.from))).toEqual(bins.slice(0, -1).map((bin) => parseDay(bin.to) + 1));
    }));
  });

  it('begin on Mondays when they are weeks', () => {
    const bins = binDays([], '2016-01-01', '2017-12-31');
    expect(bins.slice(1).every((bin) => new Date(`${bin.from}T00:00:00Z`).getUTCDay() === 1)).toBe(true);
  });

  it('leave out days beyond the span', () => {
    const bins = binDays([{ day: '2016-06-01', out: 4, in: 1 }, { day: '2016-06-09', out: 7, in: 7 }], '2016-06-01', '2016-06-03');
    expect(bins.map((bin) => bin.out)).toEqual([4, 0, 0]);
  });
});

describe('silences', () => {
  it('and days with records make up the whole span', () => {
    fc.assert(fc.property(life, ({ from, to, days }) => {
      const active = days.filter((day) => day.out + day.in > 0).length;
      const silent = silences(days, from, to, 1).reduce((sum, silence) => sum + silence.days, 0);
      expect(active + silent).toBe(parseDay(to) - parseDay(from) + 1);
    }));
  });

  it('hold no record and end where a record or the span does', () => {
    fc.assert(fc.property(life, fc.integer({ min: 1, max: 30 }), ({ from, to, days }, minDays) => {
      const active = new Set(days.filter((day) => day.out + day.in > 0).map((day) => day.day));
      for (const silence of silences(days, from, to, minDays)) {
        expect(silence.days).toBeGreaterThanOrEqual(minDays);
        expect([...active].some((day) => day >= silence.from && day <= silence.to)).toBe(false);
        const before = dayText(parseDay(silence.from) - 1);
        const after = dayText(parseDay(silence.to) + 1);
        expect(silence.from === from || active.has(before)).toBe(true);
        expect(silence.to === to || active.has(after)).toBe(true);
      }
    }));
  });
});
