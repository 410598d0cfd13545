import { DAY_S } from '../../../records/days.ts';
import { daySpan } from '../../recordSpan.ts';
import type { ScoredDataset } from '../../scoredDataset.ts';

/** A number that fell silent, or one that began. */
export interface Turnover {
  readonly row: number;
  /** Local seconds of the last record before the silence, or of the first after the beginning. */
  readonly at: number;
  /** Where the two rates part: records on the other side of it are stray ones. */
  readonly splitAt: number;
  /** Log-likelihood ratio of a change of rate here against a steady rate. */
  readonly evidence: number;
}

export interface Turnovers {
  /** Fell (almost) silent around the cut. */
  readonly silent: readonly Turnover[];
  /** Began around the cut or later, with (almost) nothing before. */
  readonly begun: readonly Turnover[];
  /** Numbers with records after the cut. */
  readonly active: number;
  /** Local seconds that are looked at, [fromS, toS). */
  readonly fromS: number;
  readonly toS: number;
}

/** What somebody did longer ago says little of the weeks around the cut. */
const MOST_DAYS = 90;
/** The cut is a day; it may be named a day too early or too late, and what is seen of a change lags a little. */
const TOLERANCE_S = 2 * DAY_S;
const FINE_S = DAY_S / 4;
/** What may remain of the rate of a number that is "almost" silent. */
const MOST_LEFT = 0.2;
/** Below this, silence is what a number of so few records may well show by chance. */
const LEAST_EVIDENCE = 1;
/** Hours in which somebody is active come in clusters: variance ÷ mean of their counts (assumed). */
const OVERDISPERSION = 1.5;
/** A silence that began before the cut must have been too short to be one. */
const LEAST_GAP_CHANCE = 0.02;
const LEAST_HOURS = 2;
/** A number that is known to have ended may have been quiet for so long before. */
const ENDED_BEFORE_S = 2 * DAY_S;
/** Log units by which another time may explain a number better. */
const MOST_BEHIND = 2;

/**
 * The numbers whose rate of records falls around the day that begins at local second `cutS`, and those whose rate rises then or
 * later: the split into two Poisson rates that explains a number best. Hours with records are counted, not records, so that a
 * burst is one thing. A number of a few days may be among both.
 * @param isEnded whether it is known that a number was closed, suspended or blocked: then even one record before the cut is the last of its kind
 */
export function findTurnovers(dataset: ScoredDataset, cutS: number, isEnded: (key: number) => boolean = () => false): Turnovers {
  const { records, features, firstAt, lastAt } = dataset;
  const { first: firstDay, last: lastDay } = daySpan(dataset);
  const fromS = Math.max(firstAt?.at ?? 0, firstDay * DAY_S, cutS - MOST_DAYS * DAY_S);
  const toS = Math.min((lastAt?.at ?? 0) + 1, (lastDay + 1) * DAY_S, cutS + MOST_DAYS * DAY_S);
  const grid = new Grid(fromS, cutS - TOLERANCE_S, cutS + DAY_S + TOLERANCE_S, toS);
  const halves = records.recordWords * 2;
  const hours = new Uint32Array(grid.steps);
  const silent: Turnover[] = [];
  const begun: Turnover[] = [];
  let active = 0;

  for (let row = 0; row < features.numbers.length; row++) {
    const { u32, from, to } = records.recordsOf(row);
    hours.fill(0);
    let total = 0;
    let daysBefore = 0;
    let lastHour = -1;
    let latestDay = -1;
    let first = -1;
    let last = -1;
    for (let half = from * halves + 4; half < to * halves; half += halves) {
      const at = u32[half]!;
      if (at < fromS || at >= toS) continue;
      if (first < 0) first = at;
      last = at;
      const hour = Math.floor(at / 3600);
      if (hour === lastHour) continue;
      lastHour = hour;
      total++;
      hours[grid.stepOf(at)]!++;
      const day = Math.floor(at / DAY_S);
      if (at < grid.fineFrom && day !== latestDay) daysBefore++;
      latestDay = day;
    }
    if (last >= cutS) active++;
    const isKnownToEnd = total > 0 && last >= grid.fineFrom - ENDED_BEFORE_S && last < grid.fineTo && isEnded(features.numbers[row]!);
    if (total < LEAST_HOURS) {
      if (isKnownToEnd) silent.push({ row, at: last, splitAt: last + 1, evidence: LEAST_EVIDENCE });
      continue;
    }

    // Of the end and of the beginning: where it is best explained at all, and where within reach of the cut.
    const end = new BestSplit();
    const beginning = new BestSplit();
    let until = 0;
    for (let step = 0; step < grid.steps; step++) {
      const splitAt = grid.startOf(step);
      const left = total - until;
      // Rates part best right after records for an end, right before them for a beginning.
      if (until >= LEAST_HOURS && hours[step - 1]! > 0) end.consider(splitAt, changeEvidence(until, splitAt - first, left, toS - splitAt), splitAt <= grid.fineTo);
      if (left >= LEAST_HOURS && hours[step]! > 0) {
        beginning.consider(splitAt, changeEvidence(left, Math.max(last - splitAt, DAY_S), until, splitAt - fromS), splitAt >= grid.fineFrom);
      }
      until += hours[step]!;
    }
    if (end.isWithinReach) {
      const at = u32[(firstFrom(u32, halves, from, to, end.splitAt) - 1) * halves + 4]!;
      const quietDays = Math.max(0, grid.fineFrom - at) / DAY_S;
      const activeShare = Math.min(0.99, daysBefore / Math.max(1, (at - first) / DAY_S));
      if (isKnownToEnd || (1 - activeShare) ** quietDays >= LEAST_GAP_CHANCE) silent.push({ row, at, splitAt: end.splitAt, evidence: end.evidence });
    } else if (isKnownToEnd) silent.push({ row, at: last, splitAt: last + 1, evidence: LEAST_EVIDENCE });
    if (beginning.isWithinReach) {
      const at = u32[firstFrom(u32, halves, from, to, beginning.splitAt) * halves + 4]!;
      begun.push({ row, at, splitAt: beginning.splitAt, evidence: beginning.evidence });
    }
  }
  return { silent, begun, active, fromS, toS };
}

/** The split of a number's records that explains them best, among those within reach of the cut, and how much better others do. */
class BestSplit {
  splitAt = 0;
  evidence = LEAST_EVIDENCE;
  #best = LEAST_EVIDENCE;

  consider(splitAt: number, evidence: number, isNear: boolean): void {
    this.#best = Math.max(this.#best, evidence);
    if (!isNear || evidence <= this.evidence) return;
    this.splitAt = splitAt;
    this.evidence = evidence;
  }

  /** A number that changed at another time much rather than now did not change now. */
  get isWithinReach(): boolean {
    return this.splitAt > 0 && this.evidence >= this.#best - MOST_BEHIND;
  }
}

/** Where rates may part: every six hours around the cut, every day before and after. */
class Grid {
  readonly fineFrom: number;
  readonly fineTo: number;
  readonly steps: number;
  readonly #before: number;
  readonly #fine: number;

  constructor(fromS: number, fineFrom: number, fineTo: number, toS: number) {
    this.fineFrom = fineFrom;
    this.fineTo = fineTo;
    this.#before = Math.max(0, Math.ceil((fineFrom - fromS) / DAY_S));
    this.#fine = (fineTo - fineFrom) / FINE_S;
    // And one step behind all records, so that an end may stand after the last of them.
    this.steps = this.#before + this.#fine + 1 + Math.max(0, Math.ceil((toS - fineTo) / DAY_S));
  }

  stepOf(at: number): number {
    if (at < this.fineFrom) return this.#before - Math.ceil((this.fineFrom - at) / DAY_S);
    if (at < this.fineTo) return this.#before + Math.floor((at - this.fineFrom) / FINE_S);
    return this.#before + this.#fine + Math.floor((at - this.fineTo) / DAY_S);
  }

  startOf(step: number): number {
    if (step < this.#before) return this.fineFrom - (this.#before - step) * DAY_S;
    const fine = step - this.#before;
    return fine < this.#fine ? this.fineFrom + fine * FINE_S : this.fineTo + (fine - this.#fine) * DAY_S;
  }
}

/** Index of the first of the records [from, to) at or after `at`. */
function firstFrom(u32: Uint32Array, halves: number, from: number, to: number, at: number): number {
  let index = from;
  while (index < to && u32[index * halves + 4]! < at) index++;
  return index;
}

/**
 * Log-likelihood ratio of two Poisson rates against one, where `many` in `manyS` seconds became `few` in `fewS`; −Infinity
 * where more is left of the rate than of a number that is almost silent.
 */
function changeEvidence(many: number, manyS: number, few: number, fewS: number): number {
  const longS = Math.max(manyS, FINE_S);
  // Right before the records end there is no time in which anybody could be silent.
  const shortS = Math.max(fewS, 1);
  const high = many / longS;
  const low = few / shortS;
  if (low > MOST_LEFT * high) return -Infinity;
  const steady = (many + few) / (longS + shortS);
  return (many * Math.log(high / steady) + (few === 0 ? 0 : few * Math.log(low / steady))) / OVERDISPERSION;
}
