import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isZone, makeZone } from './zone.ts';

/** Wall clock of a UTC second, as the platform formats it: the slow way to know an offset. */
function offsetByFormat(name: string, utc: number): number {
  const text = new Intl.DateTimeFormat('sv-SE', { timeZone: name, dateStyle: 'short', timeStyle: 'medium' }).format(utc * 1000);
  return Date.parse(`${text.replace(' ', 'T')}Z`) / 1000 - utc;
}

const local = (text: string) => Date.parse(`${text}Z`) / 1000;
const names = ['Asia/Shanghai', 'Asia/Kolkata', 'Europe/London', 'Europe/Berlin', 'America/New_York', 'America/Sao_Paulo', 'Australia/Lord_Howe', 'Africa/Casablanca', 'Pacific/Apia', 'Asia/Yangon', 'UTC', 'Pacific/Kiritimati', 'Asia/Pyongyang', 'America/Caracas'];
const zones = new Map(names.map((name) => [name, makeZone(name)]));
const utcSecond = fc.integer({ min: Date.UTC(1990, 0, 1) / 1000, max: Date.UTC(2037, 11, 31) / 1000 });

describe('The offset of a zone', () => {
  it('at a UTC time is what the platform’s clock shows', () => {
    fc.assert(fc.property(fc.constantFrom(...names), utcSecond, (name, utc) => {
      expect(zones.get(name)!.offsetAtUtc(utc)).toBe(offsetByFormat(name, utc));
    }), { numRuns: 1500 });
  });

  it('at a local time leads back to that local time, wherever the clock did not skip it', () => {
    fc.assert(fc.property(fc.constantFrom(...names), utcSecond, (name, utc) => {
      const zone = zones.get(name)!;
      const at = utc + offsetByFormat(name, utc);
      const back = at - zone.offsetAtLocal(at);
      expect(back + offsetByFormat(name, back)).toBe(at);
      // Of two moments with the same wall clock the earlier is meant.
      expect(back).toBeLessThanOrEqual(utc);
    }), { numRuns: 1500 });
  });

  it('does not depend on what was asked before', () => {
    fc.assert(fc.property(fc.constantFrom(...names), fc.array(utcSecond, { minLength: 1, maxLength: 5 }), utcSecond, (name, before, at) => {
      const used = zones.get(name)!;
      for (const other of before) {
        used.offsetAtLocal(other);
        used.offsetAtUtc(other);
      }
      const fresh = makeZone(name);
      expect(used.offsetAtLocal(at)).toBe(fresh.offsetAtLocal(at));
      expect(used.offsetAtUtc(at)).toBe(fresh.offsetAtUtc(at));
    }), { numRuns: 40 });
  });

  it('changes to the second: New York springs forward and falls back', () => {
    const zone = makeZone('America/New_York');
    expect(zone.offsetAtUtc(local('2016-03-13T06:59:59'))).toBe(-18_000);
    expect(zone.offsetAtUtc(local('2016-03-13T07:00:00'))).toBe(-14_400);
    expect(zone.offsetAtLocal(local('2016-03-13T01:59:59'))).toBe(-18_000);
    // 02:30 never was: read with the offset before the change.
    expect(zone.offsetAtLocal(local('2016-03-13T02:30:00'))).toBe(-18_000);
    expect(zone.offsetAtLocal(local('2016-03-13T03:00:00'))).toBe(-14_400);
    // 01:30 was twice: the first is meant.
    expect(zone.offsetAtLocal(local('2016-11-06T01:30:00'))).toBe(-14_400);
    expect(zone.offsetAtLocal(local('2016-11-06T02:00:00'))).toBe(-18_000);
  });

  it('knows that China had summer time until 1991', () => {
    const zone = makeZone('Asia/Shanghai');
    expect(zone.offsetAtLocal(local('1991-07-01T12:00:00'))).toBe(32_400);
    expect(zone.offsetAtLocal(local('1992-07-01T12:00:00'))).toBe(28_800);
  });

  it('answers millions of times a second within a span', () => {
    const zone = makeZone('Europe/Berlin');
    let sum = 0;
    const began = performance.now();
    for (let at = 0; at < 2_000_000; at++) sum += zone.offsetAtLocal(1_472_680_872 + at);
    expect(sum).toBeGreaterThan(0);
    expect(performance.now() - began).toBeLessThan(2000);
  });
});

it('A zone that nobody knows is refused', () => {
  expect(() => makeZone('Mars/Olympus')).toThrow(RangeError);
  expect([isZone('Asia/Shanghai'), isZone('UTC'), isZone('Mars/Olympus'), isZone('')]).toEqual([true, true, false, false]);
});
