import { assert, double, property, record } from 'fast-check';
import type { Arbitrary } from 'fast-check';
import { expect, test } from 'vitest';
import type { Camera, Extent } from './pictureMotion.ts';
import { isBeyond, pictureShift } from './pictureMotion.ts';

const coordinate = double({ min: -5_000, max: 5_000, noNaN: true });
const point = record({ x: coordinate, y: coordinate });
const camera: Arbitrary<Camera> = record({ zoom: double({ min: 0.04, max: 4, noNaN: true }), pan: point });
const extent: Extent = [-100, -100, 100, 100];

test('a moved picture shows every point where the camera sees it, so that nothing jumps when it is drawn anew', () => {
  assert(
    property(camera, camera, point, (drawn, now, at) => {
      const { scale, x, y } = pictureShift(drawn, now);
      const inPicture = { x: at.x * drawn.zoom + drawn.pan.x, y: at.y * drawn.zoom + drawn.pan.y };
      expect(inPicture.x * scale + x).toBeCloseTo(at.x * now.zoom + now.pan.x, 4);
      expect(inPicture.y * scale + y).toBeCloseTo(at.y * now.zoom + now.pan.y, 4);
    }),
  );
});

test('where the graph ends nothing is missing, however far the camera goes', () => {
  expect(isBeyond([-200, -200, 200, 200], [-1_000, -1_000, 1_000, 1_000], extent)).toBe(false);
  expect(isBeyond([0, 0, 10, 10], [500, 500, 900, 900], extent)).toBe(false);
});

test('a part of the graph that was not drawn is missed as soon as it would be seen', () => {
  expect(isBeyond([-50, -50, 50, 50], [-40, -40, 60, 40], extent)).toBe(true);
  expect(isBeyond([-50, -50, 50, 50], [-40, -40, 40, 40], extent)).toBe(false);
});
