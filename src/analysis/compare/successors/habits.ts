import { DAY_S } from '../../../records/days.ts';
import type { ScoredDataset } from '../../scoredDataset.ts';
import type { Life, Tie } from './life.ts';
import { isLasting, lastingShare, lifeOf } from './life.ts';
import { traits } from './traits.ts';
import type { Turnovers } from './turnover.ts';

/**
 * How much people stay the same over the cut, learnt from those who kept their number, and what is common among all: what a
 * likeness between two lives is to be weighed with.
 */
export interface Habits {
  /** Chance that a tie of a kind (`kindOf`) before the cut is seen after it too, and the other way round. */
  readonly kept: readonly number[];
  readonly known: readonly number[];
  /** Variance of each trait within a person over the cut, and between persons. */
  readonly traits: readonly { readonly within: number; readonly between: number }[];
  /** Cell id + 1 → share of all. */
  readonly cellShare: ReadonlyMap<number, number>;
  /** Hour of the day → share of all: 24 shares. */
  readonly hourShare: Float64Array;
  /** Share of a person's half days after the cut in cells known before it, 0–1. */
  readonly cellsKept: number;
  /** Mean share of ties that last, and mean count of ties before and after the cut. */
  readonly lastingShare: number;
  readonly tiesBefore: number;
  readonly tiesAfter: number;
  /** Length of the time before and after the cut. */
  readonly daysBefore: number;
  readonly daysAfter: number;
}

const MOST_SAMPLED = 400;
/** What is assumed counts as much as so many ties or persons. */
const PRIOR_TIES = 8;
const PRIOR_PERSONS = 8;
/** Assumed chances that a passing tie, and lasting ones of 2, 3–4, 5–8 and more days, are kept. */
const ASSUMED_KEPT = [0.25, 0.5, 0.7, 0.85, 0.92] as const;
const ASSUMED_TIES = 8;
const ASSUMED_LASTING = 0.4;

/** 0 for a tie that passes; 1–4 for one that lasts, by its days. */
export function kindOf(tie: Tie, life: Life): number {
  if (!isLasting(tie, life)) return 0;
  return tie.days === 2 ? 1 : tie.days <= 4 ? 2 : tie.days <= 8 ? 3 : 4;
}

interface Stayer {
  readonly before: Life;
  readonly after: Life;
}

/** @param lives further lives that show what is common */
export function learnHabits(dataset: ScoredDataset, cutS: number, turnovers: Turnovers, lives: readonly Life[]): Habits {
  const { fromS, toS } = turnovers;
  const stayers = sampleStayers(dataset, cutS, turnovers);
  const halves = stayers.flatMap(({ before, after }) => [before, after]);
  const all = [...lives, ...halves];
  return {
    kept: keptShares(dataset, stayers, cutS, false),
    known: keptShares(dataset, stayers, cutS, true),
    traits: traits.map((trait) => spreadOf(trait, stayers)),
    cellShare: cellShares(all),
    hourShare: hourShares(all),
    cellsKept: cellsKept(stayers),
    lastingShare: meanOf(halves.map(lastingShare), ASSUMED_LASTING),
    tiesBefore: meanOf(stayers.map(({ before }) => before.ties.size), ASSUMED_TIES),
    tiesAfter: meanOf(stayers.map(({ after }) => after.ties.size), ASSUMED_TIES),
    daysBefore: Math.max(1, (cutS - fromS) / DAY_S),
    daysAfter: Math.max(1, (toS - cutS) / DAY_S),
  };
}

/** Numbers with records on both sides of the cut that did not change at it, evenly spread over the dataset. */
function sampleStayers(dataset: ScoredDataset, cutS: number, { silent, begun, fromS, toS }: Turnovers): Stayer[] {
  const turned = new Set([...silent, ...begun].map(({ row }) => row));
  const count = dataset.features.numbers.length;
  const stayers: Stayer[] = [];
  const step = Math.max(1, Math.floor(count / (MOST_SAMPLED * 4)));
  for (let row = 0; row < count && stayers.length < MOST_SAMPLED; row += step) {
    if (turned.has(row) || !isThere(dataset, row, cutS, true) || !isThere(dataset, row, cutS, false)) continue;
    const before = lifeOf(dataset, row, fromS, cutS);
    const after = lifeOf(dataset, row, cutS, toS);
    if (before !== null && after !== null) stayers.push({ before, after });
  }
  return stayers;
}

/** True when a row has records before the cut, or after it. */
function isThere({ presence: { first, last } }: ScoredDataset, row: number, cutS: number, isBefore: boolean): boolean {
  return isBefore ? first[row]! < cutS : last[row]! >= cutS;
}

/** By kind: the share of ties that the other life has too. Ties to those who are not there in the other life say nothing. */
function keptShares(dataset: ScoredDataset, stayers: readonly Stayer[], cutS: number, isBackwards: boolean): number[] {
  const kept: number[] = ASSUMED_KEPT.map((share) => share * PRIOR_TIES);
  const all: number[] = ASSUMED_KEPT.map(() => PRIOR_TIES);
  for (const { before, after } of stayers) {
    const [from, to] = isBackwards ? [after, before] : [before, after];
    for (const tie of from.ties.values()) {
      const row = dataset.rowOf(tie.key);
      if (row >= 0 && !isThere(dataset, row, cutS, isBackwards)) continue;
      const kind = kindOf(tie, from);
      all[kind]!++;
      if (to.ties.has(tie.key)) kept[kind]!++;
    }
  }
  return kept.map((count, kind) => Math.min(0.95, count / all[kind]!));
}

/** Clipped, so that a few who changed their lives do not speak for all. */
function spreadOf(trait: (typeof traits)[number], stayers: readonly Stayer[]) {
  const values = stayers.flatMap(({ before, after }) => {
    const [a, b] = [trait.value(before), trait.value(after)];
    return Number.isFinite(a) && Number.isFinite(b) ? [{ a, b, noise: trait.noise(before) + trait.noise(after) }] : [];
  });
  const mean = values.reduce((sum, { a, b }) => sum + a + b, 0) / Math.max(1, values.length * 2);
  return {
    within: meanOf(values.map(({ a, b, noise }) => Math.min(4, Math.max(0, (a - b) ** 2 - noise))), trait.within),
    between: Math.max(0.02, meanOf(values.map(({ a, b, noise }) => Math.min(9, Math.max(0, ((a - mean) ** 2 + (b - mean) ** 2 - noise) / 2))), trait.between)),
  };
}

/** Each life counts once, however much it moves: the square root keeps its favourite places from counting as everybody's. */
function cellShares(lives: readonly Life[]): Map<number, number> {
  const shares = new Map<number, number>();
  let total = 0;
  for (const { cells } of lives) {
    for (const [cell, count] of cells) {
      shares.set(cell, (shares.get(cell) ?? 0) + Math.sqrt(count));
      total += Math.sqrt(count);
    }
  }
  for (const [cell, share] of shares) shares.set(cell, share / total);
  return shares;
}

function hourShares(lives: readonly Life[]): Float64Array {
  const shares = new Float64Array(24).fill(1);
  for (const { hours } of lives) for (let hour = 0; hour < 24; hour++) shares[hour]! += hours[hour]!;
  const total = shares.reduce((sum, count) => sum + count, 0);
  return shares.map((count) => count / total);
}

function cellsKept(stayers: readonly Stayer[]): number {
  let seen = 10;
  let again = 8;
  for (const { before, after } of stayers) {
    if (before.cells.size === 0) continue;
    for (const [cell, count] of after.cells) {
      seen += count;
      if (before.cells.has(cell)) again += count;
    }
  }
  return Math.min(0.95, again / seen);
}

function meanOf(values: readonly number[], assumed: number): number {
  return (values.reduce((sum, value) => sum + value, 0) + assumed * PRIOR_PERSONS) / (values.length + PRIOR_PERSONS);
}
