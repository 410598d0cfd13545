import { useQueryClient } from '@tanstack/react-query';
import { caseQueries, useCase } from '../../sources/useCase.tsx';
import { useWindow } from '../../state/search.ts';
import { showToast } from '../../ui/toasts.ts';
import { useFormat } from '../../words/format.ts';
import { useTexts } from '../../words/language.tsx';
import { networkTexts } from './networkTexts.ts';
import { useAsking } from './useAsking.ts';

/** Finds what leads from one number to another, tells it in words, and gives the numbers of the way to `onFound`. */
export function usePathBetween(onFound: (numbers: readonly string[]) => void) {
  const t = useTexts(networkTexts);
  const format = useFormat();
  const queries = useQueryClient();
  const source = useCase();
  const { window } = useWindow();
  const { isRunning, ask } = useAsking(onFound);

  const find = async (from: string, to: string, isInTime: boolean, found: typeof onFound) => {
    const a = format.phone(from);
    const b = format.phone(to);
    const { steps, unknown, hubs } = await queries.fetchQuery(caseQueries.path(source, { window, from, to, isInTime }));
    if (unknown.length > 0) showToast({ kind: 'error', text: t.unknown(format.list(unknown.map(format.phone))) });
    else if (steps === null) showToast({ text: isInTime ? t.noPathInTime(a, b) : t.noPath(a, b) });
    else {
      const span = isInTime && steps.length > 0 ? t.inTime(format.time(steps[0]!.at!), format.time(steps.at(-1)!.at!)) : '';
      const through = hubs.length === 0 ? '' : t.throughHubs(format.list(hubs.map(format.phone)));
      found([from, ...steps.map((step) => step.to)]);
      showToast({ text: [t.path(a, b, format.count(steps.length), steps.length), span, through].filter(Boolean).join(' ') });
    }
  };
  return { isRunning, find: (from: string, to: string, isInTime: boolean) => ask((found) => find(from, to, isInTime, found)) };
}
