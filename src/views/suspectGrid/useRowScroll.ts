import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';
import { flushSync } from 'react-dom';
import { physicalHeightPx, rowsInView, scrolled, showingRow, toPhysicalPx } from './rowScroll.ts';
import type { ScrollPosition, ScrollSize } from './rowScroll.ts';

/** After the last movement, when the scrollbar is put where it belongs. */
const restMs = 160;

/**
 * Joins a scrolling element to `rowScroll.ts`. The element's content must be `physicalPx` tall plus `aboveRowsPx`; rows
 * [first, end) are drawn in a sticky part of it, shifted up by `shiftPx`. Because only React moves the rows, there is
 * never a place without them, however fast one scrolls.
 */
export function useRowScroll({ scroller, rows, rowPx, aboveRowsPx }: {
  scroller: RefObject<HTMLElement | null>;
  rows: number;
  rowPx: number;
  /** Height of the header that stays above the rows. */
  aboveRowsPx: number;
}) {
  const [box, setBox] = useState({ widthPx: 0, heightPx: 0 });
  const [virtualPx, setVirtualPx] = useState(0);
  const position = useRef<ScrollPosition>({ physicalPx: 0, virtualPx: 0 });
  const size: ScrollSize = { contentPx: rows * rowPx, viewportPx: Math.max(0, box.heightPx - aboveRowsPx) };
  const latest = useRef(size);

  // Before the browser paints, so that a shorter list is never drawn past its end.
  useLayoutEffect(() => {
    latest.current = size;
  });

  const goTo = useCallback((nextPx: number) => {
    const element = scroller.current;
    if (element === null) return;
    element.scrollTo({ top: Math.round(toPhysicalPx(nextPx, latest.current)), behavior: 'instant' });
    // What the browser made of it is what its scroll event will tell.
    position.current = { physicalPx: element.scrollTop, virtualPx: nextPx };
    setVirtualPx(nextPx);
  }, [scroller]);

  // The size of the element decides which rows and columns fit.
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return undefined;
    const measure = () => setBox({ widthPx: element.clientWidth, heightPx: element.clientHeight });
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [scroller]);

  // Rows are moved within the scroll event itself, so that they keep up with the scrollbar.
  useEffect(() => {
    const element = scroller.current;
    if (element === null) return undefined;
    let rest: ReturnType<typeof setTimeout> | undefined;
    const settle = () => goTo(position.current.virtualPx);
    const onScroll = () => {
      position.current = scrolled(position.current, element.scrollTop, latest.current);
      flushSync(() => setVirtualPx(position.current.virtualPx));
      clearTimeout(rest);
      if (physicalHeightPx(latest.current) < latest.current.contentPx) rest = setTimeout(settle, restMs);
    };
    element.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      clearTimeout(rest);
      element.removeEventListener('scroll', onScroll);
    };
  }, [goTo, scroller]);

  const maxPx = Math.max(0, size.contentPx - size.viewportPx);
  const atPx = Math.min(virtualPx, maxPx);
  // A list that became shorter leaves the position past its end.
  useEffect(() => {
    if (position.current.virtualPx > maxPx) goTo(maxPx);
  }, [goTo, maxPx]);

  const showRow = useCallback((row: number) => {
    if (latest.current.viewportPx > 0) goTo(showingRow(position.current.virtualPx, row, rowPx, latest.current));
  }, [goTo, rowPx]);

  const { first, end } = rowsInView(atPx, rowPx, size);
  return {
    ...box,
    first,
    end,
    shiftPx: atPx - first * rowPx,
    physicalPx: physicalHeightPx(size),
    /** Rows that fit whole. */
    rowsPerPage: Math.max(1, Math.floor(size.viewportPx / rowPx)),
    viewportRows: Math.ceil(size.viewportPx / rowPx),
    showRow,
    goToTop: useCallback(() => goTo(0), [goTo]),
  };
}
