import { useEffect, useRef } from 'react';
import { announce } from '../../ui/announce.ts';

/** Says how many rows there are whenever other rows are shown, but not for the first ones: the screen's name says enough. */
export function useAnnouncedTotal(shownKey: string, total: string | null): void {
  const said = useRef<string | null>(null);
  useEffect(() => {
    if (total === null || said.current === shownKey) return;
    if (said.current !== null) announce(total);
    said.current = shownKey;
  }, [shownKey, total]);
}
