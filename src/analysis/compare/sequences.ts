/** Sequences of calls that repeat: what is asked and answered. Survives JSON, like all of `answers.ts`. */
import type { DayWindow } from '../../records/days.ts';

export interface SequenceQuery {
  readonly window: DayWindow | null;
  /** Numbers in whose records sequences are looked for, each by itself; 1 to 50. */
  readonly numbers: readonly string[];
  /** Most minutes from the end of the first contact to the beginning of the second. */
  readonly minutes: number;
}

/** A contact, and who began it: `out` means that the number in the middle did. */
export interface SequenceEnd {
  readonly number: string;
  readonly score: number | null;
  readonly direction: 'out' | 'in';
}

/** `first`, and `second` within minutes, again and again, at the number `via`. */
export interface Sequence {
  readonly via: string;
  readonly first: SequenceEnd;
  readonly second: SequenceEnd;
  /** Second contacts that followed a first one. */
  readonly times: number;
  /** As many of all first contacts were followed so. */
  readonly of: number;
  /** Times that the two habits alone would give: the same with the first one's days shifted. */
  readonly expected: number;
  readonly chance: number;
  /** Share of false ones among all that are as sure as this or surer, 0–1. */
  readonly falseDiscovery: number;
  /** Median time from the end of the first to the beginning of the second; seconds, 0 where they overlap. */
  readonly gapS: number;
  /** The latest of them, at most 20, oldest first. */
  readonly occasions: readonly { readonly at: string; readonly secondAt: string }[];
}

export interface Sequences {
  readonly unknown: readonly string[];
  /** Pairs of contacts that were held against chance. */
  readonly tested: number;
  /** Surest first; at most 200. */
  readonly rows: readonly Sequence[];
}
