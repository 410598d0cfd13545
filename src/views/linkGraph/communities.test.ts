import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { findCommunities } from './communities.ts';

const clique = (numbers: readonly string[]) => numbers.flatMap((a, i) => numbers.slice(i + 1).map((b) => ({ a, b, records: 3 })));
const ring = Array.from({ length: 6 }, (_, i) => Array.from({ length: 5 }, (_unused, j) => `${i}-${j}`));
const bridges = ring.map((one, i) => ({ a: one[0]!, b: ring[(i + 1) % ring.length]![1]!, records: 1 }));

test('six circles of friends joined in a ring are six communities', () => {
  const numbers = ring.flat();
  const found = findCommunities({ numbers, pairs: [...ring.flatMap(clique), ...bridges] });
  expect([...found]).toEqual(ring.flatMap((friends, i) => friends.map(() => i)));
});

test('numbers without links are each alone', () => {
  expect([...findCommunities({ numbers: ['a', 'b', 'c'], pairs: [{ a: 'a', b: 'a', records: 4 }] })]).toEqual([0, 1, 2]);
});

test('every number has a community, none is torn between parts that nothing joins, and the same graph is parted the same', () => {
  const pairs = fc.array(fc.record({ a: fc.integer({ min: 0, max: 20 }).map(String), b: fc.integer({ min: 0, max: 20 }).map(String), records: fc.integer({ min: 1, max: 50 }) }), { maxLength: 60 });
  fc.assert(
    fc.property(pairs, (links) => {
      const numbers = Array.from({ length: 21 }, (_, i) => String(i));
      const found = findCommunities({ numbers, pairs: links });
      expect(findCommunities({ numbers, pairs: links })).toEqual(found);
      expect(found).toHaveLength(numbers.length);
      const part = new Map(numbers.map((number) => [number, number]));
      const root = (number: string): string => (part.get(number) === number ? number : root(part.get(number)!));
      for (const { a, b } of links) part.set(root(a), root(b));
      for (const [i, one] of numbers.entries()) for (const [j, other] of numbers.entries()) if (found[i] === found[j]) expect(root(one)).toBe(root(other));
    }),
  );
});
