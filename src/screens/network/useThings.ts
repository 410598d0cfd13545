import { useQueryClient } from '@tanstack/react-query';
import type { ThingKind } from '../../analysis/things/thing.ts';
import { caseQueries, useCase } from '../../sources/useCase.tsx';
import { useWindow } from '../../state/search.ts';
import { showToast } from '../../ui/toasts.ts';
import { thingId } from '../../views/linkGraph/graphThings.ts';
import { useFormat } from '../../words/format.ts';
import { useTexts } from '../../words/language.tsx';
import { networkTexts } from './networkTexts.ts';
import { thingCounts, thingTexts } from './thingTexts.ts';
import { useAsking } from './useAsking.ts';

/** Numbers that one question may ask about (`ThingQuery.numbers`). */
export const thingsOfAtMost = 50;

/** Finds the devices, cells, accounts … of some numbers, tells how many there are, and gives the first of them to `onFound` as ids of nodes. */
export function useThings(limit: number, onFound: (ids: readonly string[]) => void) {
  const t = useTexts(networkTexts);
  const names = useTexts(thingTexts);
  const counts = useTexts(thingCounts);
  const format = useFormat();
  const queries = useQueryClient();
  const source = useCase();
  const { window } = useWindow();
  const { isRunning, ask } = useAsking(onFound);

  const find = async (numbers: readonly string[], kind: ThingKind, found: typeof onFound) => {
    const of = numbers.length === 1 ? format.phone(numbers[0]!) : t.someNumbers(format.count(numbers.length));
    const { rows, total } = await queries.fetchQuery(caseQueries.things(source, { window, numbers, kind, limit }));
    if (rows.length === 0) showToast({ text: t.noThings(of, names[kind]) });
    else {
      const count = counts[kind](format.count(total));
      showToast({ text: total > rows.length ? t.someThings(of, count, format.count(rows.length)) : t.allThings(of, count) });
      found(rows.map(({ name }) => thingId({ kind, name })));
    }
  };
  return { isRunning, find: (numbers: readonly string[], kind: ThingKind) => ask((found) => find(numbers, kind, found)) };
}
