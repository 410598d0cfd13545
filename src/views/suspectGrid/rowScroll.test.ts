import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LOCAL_MOVE_PX, MAX_PHYSICAL_PX, physicalHeightPx, rowsInView, scrolled, showingRow, toPhysicalPx, toVirtualPx } from './rowScroll.ts';

const rowPx = 30;
const sizes = fc.record({ rows: fc.oneof(fc.nat(200), fc.nat(20_000_000)), viewportPx: fc.integer({ min: 60, max: 3000 }) }).map(({ rows, viewportPx }) => ({ contentPx: rows * rowPx, viewportPx }));
const share = fc.double({ min: 0, max: 1, noNaN: true });

describe('scrolling through the queue', () => {
  it('never makes an element taller than any browser allows', () => {
    fc.assert(fc.property(sizes, (size) => { expect(physicalHeightPx(size)).toBeLessThanOrEqual(MAX_PHYSICAL_PX); }));
  });

  it('reaches the first and the last row exactly, however many there are', () => {
    fc.assert(
      fc.property(sizes, (size) => {
        const physicalMax = Math.max(0, physicalHeightPx(size) - size.viewportPx);
        expect(toVirtualPx(0, size)).toBe(0);
        expect(toVirtualPx(physicalMax, size)).toBeCloseTo(Math.max(0, size.contentPx - size.viewportPx), 5);
        const atEnd = rowsInView(toVirtualPx(physicalMax, size), rowPx, size);
        expect(atEnd.end).toBe(size.contentPx / rowPx);
      }),
    );
  });

  it('gives each place among the rows one place of the scrollbar, and back', () => {
    fc.assert(
      fc.property(sizes, share, (size, at) => {
        const virtualPx = at * Math.max(0, size.contentPx - size.viewportPx);
        expect(toVirtualPx(toPhysicalPx(virtualPx, size), size)).toBeCloseTo(virtualPx, 2);
      }),
    );
  });

  it('never goes up when the scrollbar goes down', () => {
    fc.assert(
      fc.property(sizes, share, share, (size, a, b) => {
        const physicalMax = Math.max(0, physicalHeightPx(size) - size.viewportPx);
        const [low, high] = [Math.min(a, b) * physicalMax, Math.max(a, b) * physicalMax];
        expect(toVirtualPx(low, size)).toBeLessThanOrEqual(toVirtualPx(high, size) + 1e-6);
      }),
    );
  });

  it('moves a million rows by as many pixels as the wheel did', () => {
    const size = { contentPx: 1_000_000 * rowPx, viewportPx: 800 };
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 0.99, noNaN: true }), fc.integer({ min: -LOCAL_MOVE_PX, max: LOCAL_MOVE_PX }), (at, movedPx) => {
        const physicalPx = at * (physicalHeightPx(size) - size.viewportPx);
        const from = { physicalPx, virtualPx: toVirtualPx(physicalPx, size) };
        expect(scrolled(from, physicalPx + movedPx, size).virtualPx - from.virtualPx).toBeCloseTo(movedPx, 5);
      }),
    );
  });

  it('goes to the middle row when the thumb is dragged to the middle', () => {
    const size = { contentPx: 1_000_000 * rowPx, viewportPx: 900 };
    const middle = (physicalHeightPx(size) - size.viewportPx) / 2;
    const { virtualPx } = scrolled({ physicalPx: 0, virtualPx: 0 }, middle, size);
    expect(rowsInView(virtualPx, rowPx, size).first).toBe(499_985);
  });

  it('stays within the rows through any series of movements', () => {
    fc.assert(
      fc.property(sizes, fc.array(share, { maxLength: 30 }), (size, moves) => {
        const physicalMax = Math.max(0, physicalHeightPx(size) - size.viewportPx);
        let position = { physicalPx: 0, virtualPx: 0 };
        for (const move of moves) {
          position = scrolled(position, move * physicalMax, size);
          expect(position.virtualPx).toBeGreaterThanOrEqual(0);
          expect(position.virtualPx).toBeLessThanOrEqual(Math.max(0, size.contentPx - size.viewportPx));
        }
      }),
    );
  });

  it('fills the view with rows: none is blank', () => {
    fc.assert(
      fc.property(sizes, share, (size, at) => {
        const virtualPx = at * Math.max(0, size.contentPx - size.viewportPx);
        const { first, end } = rowsInView(virtualPx, rowPx, size);
        expect(first * rowPx).toBeLessThanOrEqual(virtualPx);
        expect(end * rowPx).toBeGreaterThanOrEqual(Math.min(size.contentPx, virtualPx + size.viewportPx) - 1e-6);
      }),
    );
  });

  it('shows a row whole by the smallest movement, and none when it is in view', () => {
    fc.assert(
      fc.property(sizes.filter((size) => size.contentPx > 0), share, share, (size, at, rowShare) => {
        const rows = size.contentPx / rowPx;
        const row = Math.min(rows - 1, Math.floor(rowShare * rows));
        const virtualPx = at * Math.max(0, size.contentPx - size.viewportPx);
        const next = showingRow(virtualPx, row, rowPx, size);
        expect(row * rowPx).toBeGreaterThanOrEqual(next - 1e-6);
        expect((row + 1) * rowPx).toBeLessThanOrEqual(next + size.viewportPx + 1e-6);
        const wasInView = row * rowPx >= virtualPx && (row + 1) * rowPx <= virtualPx + size.viewportPx;
        expect(wasInView ? next : virtualPx).toBeCloseTo(virtualPx, 6);
      }),
    );
  });
});
