import { useState } from 'react';
import { showToast } from '../../ui/toasts.ts';
import { describeError } from '../../words/describeError.ts';
import { useLanguage } from '../../words/language.tsx';

/** Asks one question at a time: whether one is being asked, and a way to ask, which says in words what went wrong. */
export function useAsking(): { readonly isRunning: boolean; readonly ask: (question: () => Promise<void>) => void } {
  const language = useLanguage();
  const [isRunning, setRunning] = useState(false);
  const ask = async (question: () => Promise<void>) => {
    setRunning(true);
    try {
      await question();
    } catch (error) {
      const { what, advice } = describeError(error, language);
      showToast({ kind: 'error', text: `${what}. ${advice}` });
    } finally {
      setRunning(false);
    }
  };
  return { isRunning, ask: (question) => void ask(question) };
}
