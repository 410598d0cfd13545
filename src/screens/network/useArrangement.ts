import { useCallback, useEffect, useMemo, useState } from 'react';
import { useSearchState } from '../../state/search.ts';
import type { Arrangement, Gathering, Positions } from '../../views/linkGraph/arrangement.ts';
import { emptyArrangement, restore, settle } from '../../views/linkGraph/arrangement.ts';
import type { History } from '../../views/linkGraph/history.ts';
import { noHistory, redo, remember, undo } from '../../views/linkGraph/history.ts';
import type { Group } from '../../state/group.ts';
import { formatNumbers, parseNumbers } from '../../state/numberList.ts';
import { alsoAtMost, openAtMost, parseNetworkSearch } from './networkSearch.ts';
import type { SavedArrangement } from './savedArrangements.ts';
import { arrangementKey, loadArrangement, saveArrangement } from './savedArrangements.ts';

const saveAfterMs = 300;
const nothing: SavedArrangement = { hidden: [], pinned: [], positions: {} };

export interface ArrangementState {
  readonly arrangement: Arrangement;
  /** Does a step that undo takes back; marks other numbers with it where they are given. */
  readonly apply: (step: (arrangement: Arrangement) => Arrangement, marked?: readonly string[]) => void;
  /** Marks these numbers together and no others; undo takes it back. */
  readonly mark: (numbers: readonly string[]) => void;
  /** Places found by a layout; no step of their own. */
  readonly place: (positions: Positions) => void;
  readonly undo: (() => void) | null;
  readonly redo: (() => void) | null;
}

/** What undo brings back. */
interface Step {
  readonly arrangement: Arrangement;
  readonly marked: readonly string[];
}

/** As the URL has it. */
interface Shown {
  readonly focus: string;
  readonly also: string;
  readonly gather: Gathering | null;
  readonly split: string;
}

/**
 * The arrangement on the screen. What is shown belongs to the URL, so a link restores it; the rest lasts for the visit,
 * kept by what is shown. Undo goes back over what was arranged and marked in the order in which it was done.
 */
export function useArrangement(sourceKey: string, { group, setGroup }: Pick<Group, 'group' | 'setGroup'>): ArrangementState {
  const [search, patch] = useSearchState(parseNetworkSearch);
  // The router commits a change of the URL a moment later. Until then the change itself counts, so that two quick steps
  // build on each other; whatever the URL says next takes over.
  const [intent, setIntent] = useState<{ readonly shown: Shown; readonly over: string } | null>(null);
  const ofUrl = { focus: search.focus ?? '', also: search.also ?? '', gather: search.gather ?? null, split: search.split ?? '' };
  const urlText = JSON.stringify(ofUrl);
  const { focus, also: alsoText, gather, split: splitText } = intent !== null && intent.over === urlText ? intent.shown : ofUrl;
  const open = useMemo(() => parseNumbers(focus).slice(0, openAtMost), [focus]);
  const also = useMemo(() => parseNumbers(alsoText).filter((number) => !open.includes(number)).slice(0, alsoAtMost), [alsoText, open]);
  const split = useMemo(() => parseNumbers(splitText), [splitText]);
  const key = arrangementKey(sourceKey, [...open, ...also]);

  const [rest, setRest] = useState<SavedArrangement>(() => loadArrangement(key) ?? nothing);
  const [history, setHistory] = useState<History<Step>>(noHistory);
  const arrangement = useMemo<Arrangement>(() => ({ ...rest, open, also, gather, split }), [rest, open, also, gather, split]);

  // Another set of numbers, by a link or by the browser's back: what was saved for it comes back where nothing is known.
  const [knownKey, setKnownKey] = useState(key);
  if (knownKey !== key) {
    setKnownKey(key);
    const saved = loadArrangement(key);
    if (saved !== null) setRest({ ...rest, positions: { ...saved.positions, ...rest.positions } });
  }
  useEffect(() => {
    if (Object.keys(rest.positions).length === 0) return undefined;
    const timer = setTimeout(() => saveArrangement(key, rest), saveAfterMs);
    return () => {
      clearTimeout(timer);
      saveArrangement(key, rest);
    };
  }, [key, rest]);

  const show = (next: Arrangement, nextHistory: History<Step>) => {
    setHistory(nextHistory);
    setRest({ hidden: next.hidden, pinned: next.pinned, positions: next.positions });
    const shown = { focus: formatNumbers(next.open) ?? '', also: formatNumbers(next.also.slice(0, alsoAtMost)) ?? '', gather: next.gather, split: formatNumbers(next.split) ?? '' };
    if (JSON.stringify(shown) === JSON.stringify({ focus, also: alsoText, gather, split: splitText })) return;
    setIntent({ shown, over: urlText });
    // Steps are undone here and not by the browser's back, which leaves the screen; the first number is a way in.
    patch(
      { focus: shown.focus || undefined, also: shown.also || undefined, gather: shown.gather ?? undefined, split: shown.split || undefined },
      { replace: open.length + also.length > 0 });
  };
  const markAll = (next: readonly string[]) => {
    if (next.join('\t') !== group.join('\t')) setGroup(next);
  };
  const present: Step = { arrangement, marked: group };
  const travel = (to: typeof undo<Step>) => {
    const there = to(history, present);
    return there === null ? null : () => {
      show(restore(arrangement, there.present.arrangement), there.history);
      markAll(there.present.marked);
    };
  };
  return {
    arrangement,
    apply: (step, marked = group) => {
      const next = step(arrangement);
      if (next !== arrangement || marked !== group) show(next, remember(history, present));
      markAll(marked);
    },
    mark: (numbers) => {
      setHistory(remember(history, present));
      markAll(numbers);
    },
    place: useCallback((positions: Positions) => setRest((before) => ({ ...before, positions: settle({ ...emptyArrangement, ...before }, positions).positions })), []),
    undo: travel(undo),
    redo: travel(redo),
  };
}
