import { useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { SuspectRow } from '../../analysis/answers.ts';
import type { CaseSource } from '../../sources/caseSource.ts';
import { useGroup } from '../../state/group.ts';
import { showToast } from '../../ui/toasts.ts';
import { describeError } from '../../words/describeError.ts';
import { useFormat } from '../../words/format.ts';
import { useLanguage, useTexts } from '../../words/language.tsx';
import { MAX_PICKED, numbersOfRows } from './queueRows.ts';
import type { QueueQuery } from './suspectsSearch.ts';
import { suspectsTexts } from './suspectsTexts.ts';

/** Rows selected for a decision on many, by number: they stay selected whatever the sort, and on every other screen. */
export function usePicked({ source, query, total, rowAt }: {
  source: CaseSource;
  query: QueueQuery;
  total: number | null;
  rowAt: (index: number) => SuspectRow | undefined;
}) {
  const queries = useQueryClient();
  const t = useTexts(suspectsTexts);
  const f = useFormat();
  const language = useLanguage();
  const { group, setGroup, alterGroup, undoGroup } = useGroup();
  const [anchor, setAnchor] = useState(0);
  const numbers = useMemo(() => new Set(group), [group]);

  const addRows = async (first: number, end: number) => {
    if (end - first > MAX_PICKED) {
      showToast({ kind: 'error', text: t.tooMany(f.count(end - first), f.count(MAX_PICKED)) });
      return;
    }
    try {
      alterGroup(await numbersOfRows(queries, source, query, first, end), 'add');
    } catch (error) {
      const { what, advice } = describeError(error, language);
      showToast({ kind: 'error', text: `${what}. ${advice}` });
    }
  };

  const pick = (index: number, isRange: boolean) => {
    if (isRange) {
      void addRows(Math.min(anchor, index), Math.max(anchor, index) + 1);
      return;
    }
    const number = rowAt(index)?.number;
    if (number === undefined) return;
    setAnchor(index);
    alterGroup([number], numbers.has(number) ? 'remove' : 'add');
  };

  return {
    numbers,
    pick,
    clear: () => setGroup([]),
    undo: undoGroup,
    /** All rows that match, or none when some are selected. */
    pickAll: () => {
      if (numbers.size > 0) setGroup([]);
      else void addRows(0, total ?? 0);
    },
    extent: numbers.size === 0 ? ('none' as const) : numbers.size === total ? ('all' as const) : ('some' as const),
  };
}
