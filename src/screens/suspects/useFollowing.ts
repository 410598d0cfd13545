import { useCallback, useEffect, useRef } from 'react';

/** How long the active row rests before an open inspector follows: who runs down the queue does not want every dossier. */
const restMs = 150;

/** Keeps an open inspector on the active row; the answer is called with each row one moves to. */
export function useFollowing(selected: string | null, numberAt: (index: number) => string | undefined, select: (number: string) => void): (index: number) => void {
  const latest = useRef({ selected, numberAt, select });
  useEffect(() => {
    latest.current = { selected, numberAt, select };
  });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  return useCallback((index: number) => {
    clearTimeout(timer.current);
    if (latest.current.selected === null) return;
    timer.current = setTimeout(() => {
      const number = latest.current.numberAt(index);
      if (number !== undefined && latest.current.selected !== null) latest.current.select(number);
    }, restMs);
  }, []);
}
