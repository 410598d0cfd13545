import { expect, test } from 'vitest';
import type { GraphCommunity } from './linkGraphModel.ts';
import type { Point } from './arrangement.ts';
import { communityFrames } from './communityFrames.ts';
import { partFrames } from './partFrames.ts';

const node = (number: string, group: string | null, isFixed = false) => ({ number, size: 20, group, isFixed });
const community = (head: string, members: readonly string[]): GraphCommunity => ({ head, name: null, members, callsInside: 0, isOpen: true });
const square = (names: readonly string[], x: number, y: number) => Object.fromEntries(names.map((name, i) => [name, { x: x + 100 * (i % 2), y: y + 100 * (i >> 1) }]));
const red = ['r0', 'r1', 'r2', 'r3'];
const blue = ['b0', 'b1', 'b2', 'b3'];

test('two communities that overlap, and a number that lay in one, come to stand apart; what is in one keeps its shape', () => {
  const start: Record<string, Point> = { ...square(red, 0, 0), ...square(blue, 70, 40), other: { x: 50, y: 50 } };
  const places = partFrames([...red.map((name) => node(name, 'red')), ...blue.map((name) => node(name, 'blue')), node('other', null)], start);
  const [one, two] = communityFrames([community('r0', red), community('b0', blue)], (number) => places[number]);
  const isApart = one!.left + one!.width < two!.left || two!.left + two!.width < one!.left || one!.top + one!.height < two!.top || two!.top + two!.height < one!.top;
  expect(isApart).toBe(true);
  const { x, y } = places['other']!;
  for (const { left, top, width, height } of [one!, two!]) expect(x > left && x < left + width && y > top && y < top + height).toBe(false);
  expect(places['r3']!.x - places['r0']!.x).toBeCloseTo(100, 0);
  expect(places['r3']!.y - places['r0']!.y).toBeCloseTo(100, 0);
});

test('what is fixed does not move, and the frame of a fixed number neither: the other gives way', () => {
  const start: Record<string, Point> = { ...square(red, 0, 0), ...square(blue, 30, 30), other: { x: 50, y: 50 } };
  const places = partFrames([...red.map((name) => node(name, 'red', name === 'r0')), ...blue.map((name) => node(name, 'blue')), node('other', null, true)], start);
  expect(places['r0']).toBeUndefined();
  expect(places['other']).toBeUndefined();
  expect(places['r1']).toEqual(start['r1']);
  expect(places['b0']).not.toEqual(start['b0']);
});

test('without communities everything stays where the layout put it', () => {
  expect(partFrames([node('one', null), node('other', null)], { one: { x: 1, y: 2 }, other: { x: 1, y: 2 } })).toEqual({ one: { x: 1, y: 2 }, other: { x: 1, y: 2 } });
});
