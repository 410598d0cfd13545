import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { detectorIds } from '../../scoring/detectorIds.ts';
import { seriesLook, shapePath } from './seriesLooks.ts';
import type { SeriesKey } from './seriesLooks.ts';

type Triple = readonly [number, number, number];

const css = readFileSync(new URL('../../ui/tokens.css', import.meta.url), 'utf8');
const keys: readonly SeriesKey[] = ['suspects', ...detectorIds];
const pairs = keys.flatMap((a, i) => keys.slice(i + 1).map((b) => [a, b] as const));

/** A colour of `tokens.css` as linear RGB, 0–1. */
function linear(name: string, scheme: 'light' | 'dark'): Triple {
  const hex = new RegExp(`${name}: light-dark\\(#(\\w{6}), #(\\w{6})\\)`).exec(css)?.[scheme === 'light' ? 1 : 2];
  if (hex === undefined) throw new Error(`${name} is no colour`);
  const channel = (at: number) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [channel(0), channel(2), channel(4)];
}

const times = (rows: readonly Triple[], [x, y, z]: Triple) => rows.map(([a, b, c]) => a * x + b * y + c * z) as unknown as Triple;

/** How people see: all cones; without those for red, and for green (Machado, Oliveira and Fernandes 2009, severity 1). */
const eyes = {
  usual: [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
  protanopia: [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
  deuteranopia: [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.01182, 0.04294, 0.968881]],
} as const;

/** Oklab (Ottosson 2020) of linear RGB. */
function oklab(colour: Triple): Triple {
  const cones = times([[0.4122214708, 0.5363325363, 0.0514459929], [0.2119034982, 0.6806995451, 0.1073969566], [0.0883024619, 0.2817188376, 0.6299787005]], colour);
  const [l, m, s] = cones.map((cone) => Math.cbrt(Math.max(0, cone))) as unknown as Triple;
  return times([[0.2104542553, 0.793617785, -0.0040720468], [1.9779984951, -2.428592205, 0.4505937099], [0.0259040371, 0.7827717662, -0.808675766]], [l, m, s]);
}

const nameOf = (key: SeriesKey) => /--[\w-]+/.exec(seriesLook(key).colour)![0];

/** Euclidean in Oklab: .02 is just seen side by side. */
function difference(a: SeriesKey, b: SeriesKey, scheme: 'light' | 'dark', eye: keyof typeof eyes): number {
  const [one, other] = [a, b].map((key) => oklab(times(eyes[eye], linear(nameOf(key), scheme)).map((value) => Math.min(1, Math.max(0, value))) as unknown as Triple));
  return Math.hypot(...one!.map((value, i) => value - other![i]!));
}

describe.each(['light', 'dark'] as const)('Series on the %s page', (scheme) => {
  test('stand out from it by 3 : 1 (WCAG 1.4.11)', () => {
    const luminance = (name: string) => times([[0.2126, 0.7152, 0.0722], [0, 0, 0], [0, 0, 0]], linear(name, scheme))[0];
    for (const key of keys) {
      const [darker, lighter] = [luminance(nameOf(key)), luminance('--surface')].sort((a, b) => a - b) as [number, number];
      expect((lighter + 0.05) / (darker + 0.05), `${key} on the surface`).toBeGreaterThanOrEqual(3);
    }
  });

  test('have a colour each', () => {
    for (const [a, b] of pairs) expect(difference(a, b, scheme, 'usual'), `${a} and ${b}`).toBeGreaterThan(0.06);
  });

  test('are told apart by colour-blind eyes, too: by shape where not clearly by colour', () => {
    for (const [a, b] of pairs) {
      if (seriesLook(a).shape !== seriesLook(b).shape) continue;
      for (const eye of ['protanopia', 'deuteranopia'] as const) expect(difference(a, b, scheme, eye), `${a} and ${b}, ${eye}`).toBeGreaterThan(0.1);
    }
  });
});

test('every shape covers what a circle covers', () => {
  for (const shape of ['square', 'diamond', 'triangle'] as const) {
    const [start, ...steps] = shapePath(shape, 10, 20, 3).matchAll(/([Mlhv])(-?[\d.]+)(?: (-?[\d.]+))?/g);
    const corners = [[Number(start![2]), Number(start![3])] as const];
    for (const [, how, first, second] of steps) {
      const [x, y] = corners.at(-1)!;
      corners.push([x + (how === 'v' ? 0 : Number(first)), y + (how === 'v' ? Number(first) : how === 'h' ? 0 : Number(second))]);
    }
    const area = Math.abs(corners.reduce((sum, [x, y], i) => sum + x * corners[(i + 1) % corners.length]![1] - corners[(i + 1) % corners.length]![0] * y, 0)) / 2;
    expect(area, `area of a ${shape}`).toBeCloseTo(Math.PI * 9, 6);
  }
});
