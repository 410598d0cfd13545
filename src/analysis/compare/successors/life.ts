import { HAS_DURATION, IS_OUT, IS_TEXT, MAX_DURATION_S } from '../../../records/communication.ts';
import { DAY_S } from '../../../records/days.ts';
import type { ScoredDataset } from '../../scoredDataset.ts';

/** A tie to one contact during a life. */
export interface Tie {
  /** Number key of the contact. */
  readonly key: number;
  out: number;
  in: number;
  /** Distinct days with records. */
  days: number;
  readonly firstDay: number;
  lastDay: number;
}

/** What a number did in one stretch of time: the whole life of a phone, or the part of it before or after a date. */
export interface Life {
  readonly row: number;
  readonly key: number;
  /** Local seconds of its first and last record. */
  readonly firstAt: number;
  readonly lastAt: number;
  /** From the first record to the last, at least one day. */
  readonly days: number;
  readonly records: number;
  readonly out: number;
  readonly texts: number;
  readonly ties: ReadonlyMap<number, Tie>;
  /** Cell id + 1 → half days in which it was used. */
  readonly cells: ReadonlyMap<number, number>;
  /** Device key → records. */
  readonly devices: ReadonlyMap<number, number>;
  /** Distinct hours with records, by hour of the day: 24 counts. */
  readonly hours: Float64Array;
  /** Calls with a duration above 0, and the sum of its logarithms. */
  readonly talks: number;
  readonly logTalkS: number;
}

const HALF_DAY_S = DAY_S / 2;

/** The life of a row in [fromS, toS), in one pass over its records. null when it has no record there. */
export function lifeOf({ records, features }: ScoredDataset, row: number, fromS: number, toS: number): Life | null {
  const { recordWords: words } = records;
  const { f64, u32, from, to } = records.recordsOf(row);
  const ties = new Map<number, Tie>();
  const cells = new Map<number, number>();
  const devices = new Map<number, number>();
  const hours = new Float64Array(24);
  const lastHalfDay = new Map<number, number>();
  let count = 0;
  let out = 0;
  let texts = 0;
  let talks = 0;
  let logTalkS = 0;
  let lastHour = -1;
  let firstAt = -1;
  let lastAt = -1;
  for (let record = from; record < to; record++) {
    const half = record * words * 2;
    const at = u32[half + 4]!;
    if (at < fromS || at >= toS) continue;
    if (firstAt < 0) firstAt = at;
    lastAt = at;
    count++;
    const traits = u32[half + 5]!;
    const isOut = (traits & IS_OUT) !== 0;
    if (isOut) out++;
    const talkS = traits & MAX_DURATION_S;
    if ((traits & IS_TEXT) !== 0) texts++;
    else if ((traits & HAS_DURATION) !== 0 && talkS > 0) {
      talks++;
      logTalkS += Math.log(talkS);
    }
    const hour = Math.floor(at / 3600);
    if (hour !== lastHour) hours[hour % 24]!++;
    lastHour = hour;

    const day = Math.floor(at / DAY_S);
    const key = f64[record * words + 1]!;
    let tie = ties.get(key);
    if (tie === undefined) ties.set(key, (tie = { key, out: 0, in: 0, days: 0, firstDay: day, lastDay: -1 }));
    if (isOut) tie.out++;
    else tie.in++;
    if (tie.lastDay !== day) tie.days++;
    tie.lastDay = day;

    const cell = u32[half + 7]!;
    if (cell !== 0) {
      const halfDay = Math.floor(at / HALF_DAY_S);
      if (lastHalfDay.get(cell) !== halfDay) cells.set(cell, (cells.get(cell) ?? 0) + 1);
      lastHalfDay.set(cell, halfDay);
    }
    const device = words > 4 ? f64[record * words + 4]! : 0;
    if (device !== 0) devices.set(device, (devices.get(device) ?? 0) + 1);
  }
  if (count === 0) return null;
  return {
    row, key: features.numbers[row]!, firstAt, lastAt, days: Math.max(1, (lastAt - firstAt) / DAY_S), records: count, out, texts, ties, cells, devices, hours, talks, logTalkS,
  };
}

/**
 * True for ties that outlive the days of their beginning. Others are of the kind that one call leads to: a list that is worked
 * through, a delivery, a missed call that is returned.
 */
export function isLasting({ days, firstDay, lastDay }: Tie, life: Life): boolean {
  return days > 1 && lastDay - firstDay >= Math.min(6, life.days / 4);
}

/** Share of a life's ties that last. */
export function lastingShare(life: Life): number {
  let lasting = 0;
  for (const tie of life.ties.values()) if (isLasting(tie, life)) lasting++;
  return (lasting + 0.5) / (life.ties.size + 1);
}
