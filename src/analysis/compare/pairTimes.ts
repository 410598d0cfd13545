/** Two numbers in time: who follows whom, and when both talk at once. */
import { IS_OUT, IS_TEXT, MAX_DURATION_S } from '../../records/communication.ts';
import type { ScoredDataset } from '../scoredDataset.ts';
import type { DayRing, Sightings } from './sightings.ts';

/** A contact: with whom, and from when to when, local seconds. */
export interface Moment {
  readonly at: number;
  readonly end: number;
  readonly other: number;
  readonly isOut: boolean;
  readonly isText: boolean;
}

export function momentsOf({ records }: ScoredDataset, row: number): Moment[] {
  const { f64, u32, from, to } = records.recordsOf(row);
  const words = records.recordWords;
  return Array.from({ length: to - from }, (_, i) => {
    const record = from + i;
    const traits = u32[record * words * 2 + 5]!;
    const at = u32[record * words * 2 + 4]!;
    return { at, end: at + (traits & MAX_DURATION_S), other: f64[record * words + 1]!, isOut: (traits & IS_OUT) !== 0, isText: (traits & IS_TEXT) !== 0 };
  });
}

/** The same life some days later, its end put before its beginning. */
export function turnedMoments(moments: readonly Moment[], ring: DayRing, turn: number): Moment[] {
  return moments
    .map((moment) => {
      const at = ring.turned(moment.at, turn);
      return { ...moment, at, end: at + moment.end - moment.at };
    })
    .sort((a, b) => a.at - b.at);
}

/** Talks of the one that run while the other talks with somebody else. */
export function talksAtOnce(a: readonly Moment[], b: readonly Moment[], keyA: number, keyB: number): number {
  const talksOf = (moments: readonly Moment[], other: number) => moments.filter((moment) => !moment.isText && moment.end > moment.at && moment.other !== other);
  const [ours, theirs] = [talksOf(a, keyB), talksOf(b, keyA)];
  let count = 0;
  let start = 0;
  for (const talk of ours) {
    // No talk is longer than a day; whoever began earlier is over.
    while (start < theirs.length && theirs[start]!.at < talk.at - 86_400) start++;
    for (let i = start; i < theirs.length && theirs[i]!.at < talk.end; i++) {
      if (theirs[i]!.end <= talk.at) continue;
      count++;
      break;
    }
  }
  return count;
}

/** Contacts of the first that the second follows up with the same number within seconds, each once. */
export function relaysBetween(first: readonly Moment[], second: readonly Moment[], withinS: number, left: ReadonlySet<number>): number {
  const used = new Set<number>();
  let start = 0;
  let count = 0;
  for (const moment of first) {
    if (left.has(moment.other)) continue;
    while (start < second.length && second[start]!.at <= moment.at) start++;
    for (let i = start; i < second.length && second[i]!.at <= moment.end + withinS; i++) {
      if (second[i]!.other !== moment.other || used.has(i)) continue;
      used.add(i);
      count++;
      break;
    }
  }
  return count;
}

/** Hours in which both were seen within so many seconds, wherever. */
export function hoursBothSeen(a: Sightings, b: Sightings, withinS: number): number {
  const hours = new Set<number>();
  let next = 0;
  for (const at of b.at) {
    while (next < a.at.length && a.at[next]! < at - withinS) next++;
    if (next < a.at.length && a.at[next]! <= at + withinS) hours.add(Math.floor(a.at[next]! / 3600));
  }
  return hours.size;
}
