import { useLocation } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import type { RefObject } from 'react';

/** A screen's heading can be replaced while the screen loads; longer than this nobody waits with their hands still. */
const watchMs = 5_000;

/**
 * On a new screen the focus goes to its `h1` and the scroll to the top, as on a new page; the screen may take the focus
 * for something of its own. Not on the first screen, where the browser has put it.
 */
export function useHeadingFocus(main: RefObject<HTMLElement | null>): void {
  const path = useLocation({ select: (location) => location.pathname });
  const previous = useRef<string | null>(null);
  useEffect(() => {
    const from = previous.current;
    previous.current = path;
    const container = main.current;
    // '/' only redirects.
    if (from === null || from === '/' || from === path || container === null) return undefined;
    container.scrollTo(0, 0);

    let isFirst = true;
    const focusHeading = () => {
      const active = document.activeElement;
      const isElsewhere = active !== null && active !== document.body && container.contains(active);
      if (isElsewhere && !isFirst) return;
      isFirst = false;
      const heading = container.querySelector('h1');
      if (heading === null) return;
      heading.tabIndex = -1;
      heading.focus({ preventScroll: true });
    };
    const observer = new MutationObserver(focusHeading);
    const stop = () => {
      observer.disconnect();
      for (const name of events) window.removeEventListener(name, stop, true);
    };
    const events = ['keydown', 'pointerdown'] as const;
    focusHeading();
    observer.observe(container, { childList: true, subtree: true });
    for (const name of events) window.addEventListener(name, stop, true);
    const timer = setTimeout(stop, watchMs);
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [main, path]);
}
