import { useCallback, useState } from 'react';

interface Place {
  /** Which rows it is a place in. */
  readonly key: string;
  readonly index: number;
}

/** The last place of this visit: whoever comes back from a dossier finds the queue as it was left. */
let lastPlace: Place = { key: '', index: 0 };

/** The active row: the first of a queue that was not seen before, at most the last. */
export function useQueuePlace(key: string, total: number | null): readonly [index: number, set: (index: number) => void] {
  const [place, setPlace] = useState(lastPlace);
  const set = useCallback((index: number) => {
    lastPlace = { key, index };
    setPlace(lastPlace);
  }, [key]);
  const index = place.key === key ? place.index : 0;
  return [total === null ? index : Math.min(index, Math.max(0, total - 1)), set];
}
