import { useEffect, useRef, useState } from 'react';
import { showToast } from '../../ui/toasts.ts';
import { describeError } from '../../words/describeError.ts';
import { useLanguage } from '../../words/language.tsx';

/**
 * Asks one question at a time: whether one is being asked, and a way to ask, which says in words what went wrong.
 * @param onFound what is done with the answer; as it is when the answer comes, since a person goes on working meanwhile
 */
export function useAsking<Found>(onFound: (found: Found) => void): {
  readonly isRunning: boolean; readonly ask: (question: (found: (found: Found) => void) => Promise<void>) => void;
} {
  const language = useLanguage();
  const [isRunning, setRunning] = useState(false);
  const latest = useRef(onFound);
  useEffect(() => {
    latest.current = onFound;
  });
  const ask = async (question: (found: (found: Found) => void) => Promise<void>) => {
    setRunning(true);
    try {
      await question((found) => latest.current(found));
    } catch (error) {
      const { what, advice } = describeError(error, language);
      showToast({ kind: 'error', text: `${what}. ${advice}` });
    } finally {
      setRunning(false);
    }
  };
  return { isRunning, ask: (question) => void ask(question) };
}
