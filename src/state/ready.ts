import { useEffect } from 'react';

/**
 * Marks the page ready once the first answer is on the screen: a screen calls it with true when what it shows came from
 * its source (an empty answer or an error is an answer too). The mark stays.
 */
export function useReady(isAnswered: boolean): void {
  useEffect(() => {
    if (isAnswered) document.documentElement.dataset['ready'] = 'true';
  }, [isAnswered]);
}
