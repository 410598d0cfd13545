import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { setOf } from './fixtures/setOf.ts';
import { combineSets, emptySet, hasNumber, keysOf, NumberSetBuilder } from './numberSet.ts';

/** Keys that lie alone, close together, and so thick that a chunk becomes a bitmap. */
const keys = fc.oneof(
  fc.array(fc.integer({ min: 1, max: 2 ** 52 })),
  fc.array(fc.integer({ min: 113_800_000_000, max: 113_800_200_000 })),
  fc.tuple(fc.integer({ min: 113_800_000_000, max: 113_800_100_000 }), fc.integer({ min: 1, max: 9000 }), fc.integer({ min: 1, max: 3 }))
    .map(([from, count, step]) => Array.from({ length: count }, (_, i) => from + i * step)),
);
const lists = fc.array(keys, { maxLength: 3 }).map((parts) => parts.flat());
const ascending = (set: ReadonlySet<number>) => [...set].toSorted((a, b) => a - b);

describe('a set of numbers', () => {
  it('holds exactly what was put in, in any order and any number of times', () => {
    fc.assert(fc.property(lists, fc.boolean(), (list, isTwice) => {
      const set = setOf(isTwice ? [...list, ...list.toReversed()] : list);
      const plain = new Set(list);
      expect([...keysOf(set)]).toEqual(ascending(plain));
      expect(set.size).toBe(plain.size);
      for (const key of [...list.slice(0, 50), ...list.slice(0, 50).map((key) => key + 1), 0, 2 ** 52]) expect(hasNumber(set, key)).toBe(plain.has(key));
    }), { numRuns: 60 });
  });

  it('is combined as sets are', () => {
    fc.assert(fc.property(lists, lists, fc.array(fc.nat()), (a, more, picks) => {
      const b = [...more, ...picks.flatMap((pick) => (a.length === 0 ? [] : [a[pick % a.length]!]))];
      const [first, second] = [new Set(a), new Set(b)];
      const [x, y] = [setOf(a), setOf(b)];
      expect([...keysOf(combineSets(x, '&', y))]).toEqual(ascending(new Set(a.filter((key) => second.has(key)))));
      expect([...keysOf(combineSets(x, '|', y))]).toEqual(ascending(new Set([...a, ...b])));
      expect([...keysOf(combineSets(x, '-', y))]).toEqual(ascending(new Set(a.filter((key) => !second.has(key)))));
      expect([...keysOf(combineSets(x, '^', y))]).toEqual(ascending(new Set([...a.filter((key) => !second.has(key)), ...b.filter((key) => !first.has(key))])));
    }), { numRuns: 60 });
  });

  it('with nothing in it changes nothing', () => {
    const some = setOf([1, 70_000, 5]);
    expect([...keysOf(combineSets(some, '|', emptySet))]).toEqual([1, 5, 70_000]);
    expect(combineSets(emptySet, '&', some).size).toBe(0);
    expect(new NumberSetBuilder().finish()).toEqual(emptySet);
  });

  it('takes no more than two bytes for each number and little beside', () => {
    const builder = new NumberSetBuilder();
    for (let i = 0; i < 1_000_000; i++) builder.add(113_000_000_000 + i * 97);
    const { size, low, chunks } = builder.finish();
    expect(size).toBe(1_000_000);
    expect(low.byteLength + chunks.length * 16).toBeLessThan(2.2e6);
  });
});
