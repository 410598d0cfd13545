import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { fitView, graticuleOf, kmOf, panned, projectionOf, scaleBar, zoomed } from './mapView.ts';

const size = { width: 640, height: 400 };
const point = fc.record({ latitude: fc.double({ min: -70, max: 70, noNaN: true }), longitude: fc.double({ min: -180, max: 180, noNaN: true }) });
const near = fc.tuple(point, fc.array(fc.tuple(fc.double({ min: -4, max: 4, noNaN: true }), fc.double({ min: -4, max: 4, noNaN: true })), { minLength: 1, maxLength: 9 }))
  .map(([{ latitude, longitude }, steps]) => steps.map(([north, east]) => ({ latitude: latitude + north, longitude: ((longitude + east + 540) % 360) - 180 })));

test('all points are on the map, on either side of the date line too', () => {
  fc.assert(
    fc.property(near, (points) => {
      const projection = projectionOf(fitView(points, size), size);
      for (const { longitude, latitude } of points) {
        const [x, y] = projection([longitude, latitude])!;
        expect(x).toBeGreaterThanOrEqual(40);
        expect(x).toBeLessThanOrEqual(size.width - 40);
        expect(y).toBeGreaterThanOrEqual(40);
        expect(y).toBeLessThanOrEqual(size.height - 40);
      }
    }),
  );
});

test('a single cell is shown with a few kilometres around it', () => {
  const view = fitView([{ latitude: 30.66, longitude: 104.06 }], size);
  expect(kmOf(view, size.height)).toBeGreaterThan(4);
  expect(kmOf(view, size.width)).toBeLessThan(12);
});

test('what is under the pointer stays under it when the map is pushed', () => {
  fc.assert(
    fc.property(near, fc.integer({ min: -200, max: 200 }), fc.integer({ min: -150, max: 150 }), (points, dx, dy) => {
      const view = fitView(points, size);
      const { longitude, latitude } = points[0]!;
      const before = projectionOf(view, size)([longitude, latitude])!;
      const after = projectionOf(panned(view, dx, dy), size)([longitude, latitude])!;
      expect(after[0] - before[0]).toBeCloseTo(dx, 3);
      expect(after[1] - before[1]).toBeCloseTo(dy, 3);
    }),
  );
});

test('the scale bar is a round length and fits', () => {
  fc.assert(
    fc.property(near, fc.double({ min: 0.1, max: 50, noNaN: true }), (points, factor) => {
      const view = zoomed(fitView(points, size), factor);
      const { km, px } = scaleBar(view, 120);
      expect(px).toBeLessThanOrEqual(120.001);
      expect(px).toBeGreaterThan(120 * 0.39);
      expect(kmOf(view, px)).toBeCloseTo(km, 6);
      expect([1, 2, 5].some((digit) => Math.abs(Math.log10(km / digit) % 1) < 1e-9 || Math.abs(Math.abs(Math.log10(km / digit) % 1) - 1) < 1e-9)).toBe(true);
    }),
  );
});

test('lines of the graticule are on the map, apart, and told apart by their labels', () => {
  fc.assert(
    fc.property(near, (points) => {
      const view = fitView(points, size);
      const { meridians, parallels, decimals } = graticuleOf(view, size);
      const projection = projectionOf(view, size);
      const xs = meridians.map((longitude) => projection([longitude, view.latitude])![0]);
      for (const [i, x] of xs.entries()) {
        expect(x).toBeGreaterThan(-1);
        expect(x).toBeLessThan(size.width + 1);
        if (i > 0) expect(x - xs[i - 1]!).toBeGreaterThanOrEqual(89.9);
      }
      expect(new Set(parallels.map((latitude) => latitude.toFixed(decimals))).size).toBe(parallels.length);
      expect(meridians.length).toBeGreaterThan(0);
    }),
  );
});
