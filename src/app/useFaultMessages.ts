import { useEffect } from 'react';
import { showToast } from '../ui/toasts.ts';
import { describeError } from '../words/describeError.ts';
import { useLanguage } from '../words/language.tsx';

/** A promise that nobody caught, or a fault outside of any screen, is said and not swallowed. */
export function useFaultMessages(): void {
  const language = useLanguage();
  useEffect(() => {
    const say = (error: unknown) => {
      if (error instanceof DOMException && error.name === 'AbortError') return;
      const { what, advice } = describeError(error, language);
      showToast({ kind: 'error', text: `${what}. ${advice}` });
    };
    const onRejection = (event: PromiseRejectionEvent) => say(event.reason);
    const onError = (event: ErrorEvent) => {
      // Browsers report a resize loop as an error although nothing failed; it carries no error object.
      if (event.error instanceof Error) say(event.error);
    };
    window.addEventListener('unhandledrejection', onRejection);
    window.addEventListener('error', onError);
    return () => {
      window.removeEventListener('unhandledrejection', onRejection);
      window.removeEventListener('error', onError);
    };
  }, [language]);
}
