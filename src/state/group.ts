/** Numbers marked to do something with together: path, comparison, hiding. In the URL, so it goes along to every screen. */
import { useCallback, useMemo } from 'react';
import { formatNumbers, parseNumbers } from './numberList.ts';
import type { RawSearch } from './search.ts';
import { parseText, useSearchState } from './search.ts';

/** More would not fit into a link. */
export const groupAtMost = 200;

function parseGroupSearch(raw: RawSearch): { readonly group?: string } {
  const group = parseText(raw['group']);
  return group === undefined ? {} : { group };
}

export interface Group {
  readonly group: readonly string[];
  /** Keeps the first `groupAtMost`. */
  readonly setGroup: (numbers: readonly string[]) => void;
}

export function useGroup(): Group {
  const [search, patch] = useSearchState(parseGroupSearch);
  const group = useMemo(() => parseNumbers(search.group).slice(0, groupAtMost), [search.group]);
  const setGroup = useCallback((numbers: readonly string[]) => patch({ group: formatNumbers([...new Set(numbers)].slice(0, groupAtMost)) }, { replace: true }), [patch]);
  return { group, setGroup };
}

export const groupChanges = ['set', 'add', 'remove'] as const;
export type GroupChange = (typeof groupChanges)[number];

/** A group after numbers were marked, added or taken out; order is kept, nothing stands twice. */
export function changeGroup(group: readonly string[], numbers: readonly string[], how: GroupChange): readonly string[] {
  switch (how) {
    case 'set': return [...new Set(numbers)];
    case 'add': return [...new Set([...group, ...numbers])];
    case 'remove': {
      const gone = new Set(numbers);
      return group.filter((number) => !gone.has(number));
    }
  }
}
