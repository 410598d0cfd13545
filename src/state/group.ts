/**
 * The numbers that are marked to do something with together: picked in the queue, marked in the network, chosen in a comparison.
 * One group, in the URL, so it goes along to every screen; each change of it can be undone.
 */
import { useNavigate, useRouter, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import { formatNumbers, parseNumbers } from './numberList.ts';
import type { RawSearch } from './search.ts';
import { parseText } from './search.ts';

/** More would not fit into a link. */
export const groupAtMost = 200;
/** Larger groups are told whole to this page only; a link to them opens with their first ones. By the text that stands for them. */
const larger = new Map<string, readonly string[]>();
/** What stood before each change, oldest first. */
const past: (string | undefined)[] = [];
const undoAtMost = 100;

/** `1380…,1390…`; of more than a link holds the first, and a mark of how many there are: `…,…4800.1`. */
export function formatGroup(numbers: readonly string[]): string | undefined {
  const all = [...new Set(numbers)];
  if (all.length <= groupAtMost) return formatNumbers(all);
  const text = `${formatNumbers(all.slice(0, groupAtMost))},…${all.length}.${larger.size}`;
  larger.set(text, all);
  return text;
}

/** The inverse of `formatGroup`; of a larger group that came with a link, its first numbers. */
export function parseGroup(text: string | undefined): readonly string[] {
  return larger.get(text ?? '') ?? parseNumbers(text).filter((number) => !/^…\d+\.\d+$/.test(number)).slice(0, groupAtMost);
}

export interface Group {
  readonly group: readonly string[];
  readonly setGroup: (numbers: readonly string[]) => void;
  /** Adds to the group, or takes out of it, as it is when this is called. */
  readonly alterGroup: (numbers: readonly string[], how: GroupChange) => void;
  /** Puts back what stood before the last change; null when there was none. */
  readonly undoGroup: (() => void) | null;
}

export function useGroup(): Group {
  const raw: RawSearch = useSearch({ strict: false });
  const navigate = useNavigate();
  const router = useRouter();
  const text = parseText(raw['group']);
  const group = useMemo(() => parseGroup(text), [text]);
  const write = useCallback((next: string | undefined) => void navigate({ to: '.', search: (previous: RawSearch) => ({ ...previous, group: next }), replace: true }), [navigate]);
  const alterGroup = useCallback((numbers: readonly string[], how: GroupChange) => {
    // What the URL says now, not when this was rendered: several changes may come before the next frame.
    const now: RawSearch = router.latestLocation.search;
    const before = parseText(now['group']);
    const after = formatGroup(changeGroup(parseGroup(before), numbers, how));
    if (after === before) return;
    past.push(before);
    if (past.length > undoAtMost) past.shift();
    write(after);
  }, [router, write]);
  const setGroup = useCallback((numbers: readonly string[]) => alterGroup(numbers, 'set'), [alterGroup]);
  const undo = useCallback(() => write(past.pop()), [write]);
  return { group, setGroup, alterGroup, undoGroup: past.length === 0 ? null : undo };
}

export type GroupChange = 'set' | 'add' | 'remove';

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
