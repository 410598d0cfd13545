import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextCell, weekHourName } from './weekHours.ts';

const cell = fc.integer({ min: 0, max: 167 });
const keys = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End'] as const;

describe('moving through the week by keyboard', () => {
  it('never leaves the week, and sideways never leaves the day', () => {
    fc.assert(fc.property(cell, fc.constantFrom(...keys), (from, key) => {
      const to = nextCell(from, key) ?? NaN;
      expect(to >= 0 && to <= 167).toBe(true);
      const isSideways = key !== 'ArrowUp' && key !== 'ArrowDown';
      expect(isSideways ? Math.floor(to / 24) : to % 24).toBe(isSideways ? Math.floor(from / 24) : from % 24);
    }));
  });

  it('reaches every hour from every other', () => {
    fc.assert(fc.property(cell, cell, (from, to) => {
      let at = from;
      for (let day = 0; day < 7; day++) at = nextCell(at, Math.floor(at / 24) < Math.floor(to / 24) ? 'ArrowDown' : Math.floor(at / 24) > Math.floor(to / 24) ? 'ArrowUp' : '') ?? at;
      for (let hour = 0; hour < 24; hour++) at = nextCell(at, at < to ? 'ArrowRight' : at > to ? 'ArrowLeft' : '') ?? at;
      expect(at).toBe(to);
    }));
  });

  it('leaves other keys alone', () => {
    expect(nextCell(30, 'n')).toBeNull();
  });
});

describe('an hour of the week', () => {
  it('begins on Monday and is named in both languages', () => {
    expect(weekHourName(0, 'en')).toBe('Monday 00:00–01:00');
    expect(weekHourName(167, 'en')).toBe('Sunday 23:00–24:00');
    expect(weekHourName(24, 'zh')).toBe('星期二 00:00–01:00');
  });
});
