import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { SuspectRow } from '../../analysis/answers.ts';
import type { CaseSource } from '../../sources/caseSource.ts';
import { showToast } from '../../ui/toasts.ts';
import { describeError } from '../../words/describeError.ts';
import { useFormat } from '../../words/format.ts';
import { useLanguage, useTexts } from '../../words/language.tsx';
import { MAX_PICKED, numbersOfRows } from './queueRows.ts';
import type { QueueQuery } from './suspectsSearch.ts';
import { suspectsTexts } from './suspectsTexts.ts';

const none: ReadonlySet<string> = new Set();

/** Rows selected for a decision on many, by number: they stay selected whatever the sort. */
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
  const [picked, setPicked] = useState({ of: source.key, numbers: none });
  const [anchor, setAnchor] = useState(0);
  const numbers = picked.of === source.key ? picked.numbers : none;
  const set = (next: ReadonlySet<string>) => setPicked({ of: source.key, numbers: next });

  const addRows = async (first: number, end: number) => {
    if (end - first > MAX_PICKED) {
      showToast({ kind: 'error', text: t.tooMany(f.count(end - first), f.count(MAX_PICKED)) });
      return;
    }
    try {
      const found = await numbersOfRows(queries, source, query, first, end);
      setPicked((before) => ({ of: source.key, numbers: new Set([...(before.of === source.key ? before.numbers : none), ...found]) }));
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
    const next = new Set(numbers);
    if (!next.delete(number)) next.add(number);
    set(next);
  };

  return {
    numbers,
    pick,
    clear: () => set(none),
    /** All rows that match, or none when some are selected. */
    pickAll: () => {
      if (numbers.size > 0) set(none);
      else void addRows(0, total ?? 0);
    },
    extent: numbers.size === 0 ? ('none' as const) : numbers.size === total ? ('all' as const) : ('some' as const),
  };
}
