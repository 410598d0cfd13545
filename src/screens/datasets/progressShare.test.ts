import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import type { OpenProgress } from '../../engine/protocol.ts';
import { progressShare } from './progressShare.ts';

const progress = (secondsLeft: number | null, bytes = 0): OpenProgress => ({ phase: 'reading', file: 'a', bytes, bytesTotal: 100, rows: 0, rejected: 0, rowsPerSecond: 0, secondsLeft, anew: null });

it('stands at a quarter when three times as long is left as has gone by', () => {
  expect(progressShare(progress(6), 2)).toBe(0.25);
});

it('goes by the bytes until a time can be told, which are half of the work', () => {
  expect(progressShare(progress(null, 50), 2)).toBe(0.25);
  expect(progressShare(null, 2)).toBeNull();
});

it('is always between nothing and all', () => {
  fc.assert(
    fc.property(fc.option(fc.double({ min: 0, max: 1e6, noNaN: true })), fc.nat(1000), fc.double({ min: 0, max: 1e6, noNaN: true }), (left, bytes, elapsedS) => {
      const share = progressShare(progress(left, bytes), elapsedS);
      expect(share).toBeGreaterThanOrEqual(0);
      expect(share).toBeLessThanOrEqual(1);
    }),
  );
});
