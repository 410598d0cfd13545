import { DAY_S, dayText, parseDay } from '../../../records/days.ts';
import type { Successors } from '../../answers.ts';
import { daySpan } from '../../recordSpan.ts';
import type { ScoredDataset } from '../../scoredDataset.ts';
import { findSuccessors } from './findSuccessors.ts';

/** So many days are looked into; where there are more, those on which most numbers end and others begin. */
const MOST_DAYS = 12;
/** What a day must find of what the best one does, to be it because it parts old and new better. */
const LEAST_KEPT = 0.7;

/**
 * The day on which most numbers gave way to others, where nobody knows it: each day is asked as a cut, and the one whose pairs make up
 * the most right ones by their own probabilities is it. null where the records are of one day. Yields the share done, 0–1.
 */
export function* findChangeDay(dataset: ScoredDataset): Generator<number, Successors | null> {
  const days = likelyDays(dataset);
  const answers: Successors[] = [];
  const ask = function* (day: number): Generator<number, Successors> {
    const search = findSuccessors(dataset, { cut: dayText(day) });
    for (;;) {
      const step = search.next();
      if (step.done === true) return step.value;
      yield (answers.length + step.value) / (days.length + 1);
    }
  };
  for (const day of days) answers.push(yield* ask(day));
  const best = answers.reduce<Successors | null>((most, answer) => (most === null || rightPairs(answer) > rightPairs(most) ? answer : most), null);
  if (best === null) return null;
  // The days beside it find the same pairs; which of them it was, their last and first records tell.
  const cut = dayText(partingDay(best));
  const parted = answers.find((answer) => answer.cut === cut) ?? (yield* ask(parseDay(cut)));
  return rightPairs(parted) >= LEAST_KEPT * rightPairs(best) ? parted : best;
}

/** Right pairs to expect. */
function rightPairs({ pairs }: Successors): number {
  return pairs.reduce((sum, { similarity }) => sum + similarity, 0);
}

/** The day whose beginning parts the last records of the old numbers from the first ones of the new best, and is nearest to both. */
function partingDay({ pairs, cut }: Successors): number {
  const about = parseDay(cut);
  const misfit = (day: number) => pairs.reduce((sum, { similarity, evidence }) => {
    const after = localDays(evidence.activeSince) - day;
    const before = day - localDays(evidence.silentSince);
    return sum + similarity * (Math.max(0, -after) + Math.max(0, -before) + (Math.abs(after) + Math.abs(before)) / 10);
  }, 0);
  return [0, 1, -1, 2, -2].map((off) => about + off).reduce((best, day) => (misfit(day) < misfit(best) ? day : best));
}

function localDays(time: string): number {
  return Date.parse(`${time.slice(0, 19)}Z`) / 1000 / DAY_S;
}

function likelyDays(dataset: ScoredDataset): number[] {
  const { first, last } = daySpan(dataset);
  const days = Array.from({ length: Math.max(0, last - first) }, (_, i) => first + 1 + i);
  if (days.length <= MOST_DAYS) return days;
  const ends = new Float64Array(last - first + 2);
  const beginnings = new Float64Array(last - first + 2);
  for (let row = 0; row < dataset.features.numbers.length; row++) {
    const began = Math.floor(dataset.presence.first[row]! / DAY_S) - first;
    const ended = Math.floor(dataset.presence.last[row]! / DAY_S) - first;
    if (began > 0 && began < beginnings.length) beginnings[began]!++;
    if (ended >= 0 && ended < ends.length - 1) ends[ended + 1]!++;
  }
  // The first and last days are those on which records of everybody begin and end.
  const excess = (counts: Float64Array, at: number) => counts[at]! / (1 + (counts[at - 1]! + (counts[at + 1] ?? 0)) / 2);
  const turnover = (day: number) => Math.min(excess(ends, day - first), excess(beginnings, day - first));
  return days.slice(1, -1).sort((a, b) => turnover(b) - turnover(a)).slice(0, MOST_DAYS).sort((a, b) => a - b);
}
