import { useQueryClient } from '@tanstack/react-query';
import { caseQueries, useCase } from '../../sources/useCase.tsx';
import { useWindow } from '../../state/search.ts';
import { showToast } from '../../ui/toasts.ts';
import { useFormat } from '../../words/format.ts';
import { useTexts } from '../../words/language.tsx';
import { networkTexts } from './networkTexts.ts';
import { useAsking } from './useAsking.ts';

/** Numbers that one question may ask about (`CommonContactQuery.numbers`). */
export const commonOfAtMost = 50;
/** Brought in at once; more make a hairball, and the comparison lists them all. */
const broughtInAtMost = 25;

/** Finds whom numbers have in common in the whole dataset, tells how many, and gives the most surprising to `onFound`. */
export function useCommonContacts(onFound: (numbers: readonly string[]) => void) {
  const t = useTexts(networkTexts);
  const format = useFormat();
  const queries = useQueryClient();
  const source = useCase();
  const { window } = useWindow();
  const { isRunning, ask } = useAsking(onFound);

  const find = async (numbers: readonly string[], found: typeof onFound) => {
    const { rows, total } = await queries.fetchQuery(caseQueries.commonContacts(source, { window, numbers, least: 2, services: false }));
    const brought = rows.filter(({ isAsked }) => !isAsked).slice(0, broughtInAtMost).map(({ number }) => number);
    const of = format.count(numbers.length);
    if (brought.length === 0) showToast({ text: t.noCommon(of) });
    else {
      showToast({ text: total > brought.length ? t.someCommon(of, format.count(total), format.count(brought.length)) : t.common(of, format.count(total)) });
      found(brought);
    }
  };
  return { isRunning, find: (numbers: readonly string[]) => ask((found) => find(numbers, found)) };
}
