import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { layOut } from './layOut.ts';
import { seedPositions } from './seedPositions.ts';

const star = (hub: string, contacts: number) => Array.from({ length: contacts }, (_, i) => ({ a: hub, b: `${hub}-${i}`, records: 1 + i }));
const numbersOf = (pairs: readonly { a: string; b: string }[]) => [...new Set(pairs.flatMap(({ a, b }) => [a, b]))];
const nodesOf = (pairs: readonly { a: string; b: string }[], fixed: ReadonlySet<string> = new Set()) =>
  numbersOf(pairs).map((number) => ({ number, size: 18, group: null, isFixed: fixed.has(number) }));

test('a neighbourhood is laid out the same each time, and no two numbers cover each other', () => {
  const pairs = star('hub', 30);
  const places = layOut({ nodes: nodesOf(pairs), pairs, places: {} });
  expect(layOut({ nodes: nodesOf(pairs), pairs, places: {} })).toEqual(places);
  const points = Object.values(places);
  for (const one of points) for (const other of points) expect(one === other || Math.hypot(one.x - other.x, one.y - other.y) > 18).toBe(true);
});

test('fifty arrivals settle around the number that was opened and move nothing', () => {
  const before = star('hub', 15);
  const arranged = layOut({ nodes: nodesOf(before), pairs: before, places: {} });
  const after = [...before, ...star('hub-3', 50)];
  const arrivals = layOut({ nodes: nodesOf(after, new Set(Object.keys(arranged))), pairs: after, places: arranged });
  expect(Object.keys(arrivals).sort()).toEqual(star('hub-3', 50).map(({ b }) => b).sort());
  const opened = arranged['hub-3']!;
  for (const { x, y } of Object.values(arrivals)) {
    expect(Math.hypot(x - opened.x, y - opened.y)).toBeLessThan(400);
    for (const there of Object.values(arranged)) expect(Math.hypot(x - there.x, y - there.y)).toBeGreaterThan(15);
  }
});

test('a number that calls itself, an island and a lone number are laid out too', () => {
  const pairs = [{ a: 'self', b: 'self', records: 1 }, ...star('island', 3)];
  const nodes = [...nodesOf(pairs), { number: 'alone', size: 18, group: null, isFixed: false }];
  const places = layOut({ nodes, pairs, places: {} });
  expect(Object.keys(places).sort()).toEqual(nodes.map(({ number }) => number).sort());
});

test('every number gets a finite place of its own to start from, and known places are not given again', () => {
  const graphs = fc.array(fc.record({ a: fc.integer({ min: 0, max: 12 }).map(String), b: fc.integer({ min: 0, max: 12 }).map(String) }), { maxLength: 40 });
  fc.assert(
    fc.property(graphs, fc.dictionary(fc.integer({ min: 0, max: 12 }).map(String), fc.record({ x: fc.integer({ min: -500, max: 500 }), y: fc.integer({ min: -500, max: 500 }) })), (pairs, known) => {
      const numbers = numbersOf(pairs);
      const seeded = seedPositions(numbers, pairs, known);
      expect(Object.keys(seeded).sort()).toEqual(numbers.filter((number) => known[number] === undefined).sort());
      const places = Object.values(seeded);
      expect(places.every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y))).toBe(true);
      expect(new Set(places.map(({ x, y }) => `${x.toFixed(3)} ${y.toFixed(3)}`)).size).toBe(places.length);
    }),
  );
});

test('a graph of a thousand numbers is spread out, and arrivals in it move nothing', () => {
  const hubs = Array.from({ length: 25 }, (_, i) => `hub${i}`);
  const before = [...hubs.flatMap((hub) => star(hub, 40)), ...hubs.slice(1).map((hub, i) => ({ a: hub, b: hubs[i]!, records: 1 }))];
  const arranged = layOut({ nodes: nodesOf(before), pairs: before, places: {} });
  const points = Object.values(arranged);
  expect(points).toHaveLength(numbersOf(before).length);
  const covered = points.filter((one) => points.some((other) => one !== other && Math.hypot(one.x - other.x, one.y - other.y) < 18));
  expect(covered.length / points.length).toBeLessThan(0.05);

  const after = [...before, ...star('hub3-7', 50)];
  const arrivals = layOut({ nodes: nodesOf(after, new Set(Object.keys(arranged))), pairs: after, places: arranged });
  expect(Object.keys(arrivals)).toHaveLength(50);
  const opened = arranged['hub3-7']!;
  for (const { x, y } of Object.values(arrivals)) expect(Math.hypot(x - opened.x, y - opened.y)).toBeLessThan(600);
});

test('numbers of one community stand together, apart from those of another, though every hub shares its contacts', () => {
  const members = (group: string) => Array.from({ length: 8 }, (_, i) => `${group}${i}`);
  const groups = { a: members('a'), b: members('b') };
  const inside = Object.values(groups).flatMap((numbers) => numbers.slice(1).map((number) => ({ a: numbers[0]!, b: number, records: 2 })));
  const pairs = [...inside, ...groups.a.map((number, i) => ({ a: number, b: groups.b[i]!, records: 1 }))];
  const nodes = Object.entries(groups).flatMap(([group, numbers]) => numbers.map((number) => ({ number, size: 18, group, isFixed: false })));
  const places = layOut({ nodes, pairs, places: {} });
  const box = (numbers: readonly string[]) => {
    const of = (axis: 'x' | 'y') => numbers.map((number) => places[number]![axis]);
    return { left: Math.min(...of('x')), right: Math.max(...of('x')), top: Math.min(...of('y')), bottom: Math.max(...of('y')) };
  };
  const [one, other] = [box(groups.a), box(groups.b)];
  expect(one.right < other.left || other.right < one.left || one.bottom < other.top || other.bottom < one.top).toBe(true);
});
