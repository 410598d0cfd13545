import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Refit } from '../../../analysis/refit/refitAnswers.ts';
import { caseQueries, useCase } from '../../../sources/useCase.tsx';
import { showToast } from '../../../ui/toasts.ts';
import { describeError } from '../../../words/describeError.ts';
import { useLanguage, useTexts } from '../../../words/language.tsx';
import { learningTexts } from './learningTexts.ts';

/** Puts what was learned to use, or goes back to the shipped model; a message offers to undo either. */
export function useRefit() {
  const source = useCase();
  const queries = useQueryClient();
  const t = useTexts(learningTexts);
  const language = useLanguage();
  const [isBusy, setBusy] = useState(false);

  /** What stood before; undefined when it was not saved, which a message says. */
  const write = async (refit: Refit | null): Promise<Refit | null | undefined> => {
    try {
      const before = await source.applyRefit(refit);
      // All scores change, wherever they are shown.
      void queries.invalidateQueries({ queryKey: caseQueries.all(source) });
      return before;
    } catch (error) {
      const { what, advice } = describeError(error, language, 'write');
      showToast({ kind: 'error', text: t.failed(`${what}. ${advice}`) });
      return undefined;
    }
  };

  /** True when it was saved. */
  const put = async (refit: Refit | null, told: string): Promise<boolean> => {
    setBusy(true);
    const before = await write(refit);
    setBusy(false);
    if (before === undefined) return false;
    showToast({
      text: told,
      undo: async () => {
        if ((await write(before)) !== undefined) showToast({ text: t.undone });
      },
    });
    return true;
  };
  return { put, isBusy };
}
