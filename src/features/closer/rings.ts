import { HAS_DURATION, IS_ANSWERED, IS_OUT, IS_TEXT, IS_UNANSWERED, MAX_DURATION_S } from '../../records/communication.ts';
import { DAY_S } from '../../records/days.ts';
import type { CloserFeature } from './closerFeature.ts';
import { inReadingOrder, isTurn } from './closerFeature.ts';

/** A call that ended before a person could have spoken. Assumed. */
const RING_S = 3;
/** Of so many calls some are not answered, unless the file leaves those out, as bills do. Assumed. */
const SURELY_SOME_RING = 200;

/** Calls that only ring, and whether those called ring back within a day: also in files that tell no more than durations. */
export const rings: CloserFeature = {
  candidates: ({ number_of_calls_out: out, percent_initiated_interactions: initiated }) => (row) => out[row]! >= 30 && initiated[row]! >= 0.5,
  *measure({ closer, records }, rows) {
    const words = records.recordWords;
    let knownOfAll = 0;
    let rungOfAll = 0;
    const shares: (readonly [row: number, ringShare: number])[] = [];
    for (const [place, row] of inReadingOrder(rows).entries()) {
      if (isTurn(place)) yield;
      const { f64, u32, from, to } = records.recordsOf(row);
      const rungAt = new Map<number, number>();
      let known = 0;
      let rung = 0;
      let called = 0;
      for (let record = from; record < to; record++) {
        const traits = u32[record * words * 2 + 5]!;
        if ((traits & IS_TEXT) !== 0) continue;
        const start = u32[record * words * 2 + 4]!;
        const other = f64[record * words + 1]!;
        if ((traits & IS_OUT) === 0) {
          const at = rungAt.get(other);
          if (at !== undefined && at >= 0 && start - at <= DAY_S) {
            called++;
            rungAt.set(other, -1);
          }
          continue;
        }
        if ((traits & (HAS_DURATION | IS_ANSWERED | IS_UNANSWERED)) === 0) continue;
        known++;
        if ((traits & IS_UNANSWERED) === 0 && ((traits & HAS_DURATION) === 0 || (traits & MAX_DURATION_S) > RING_S)) continue;
        rung++;
        // One that rang back once is counted, whatever comes after.
        if (rungAt.get(other) !== -1) rungAt.set(other, start);
      }
      if (known === 0) continue;
      knownOfAll += known;
      rungOfAll += rung;
      shares.push([row, rung / known]);
      if (rungAt.size > 0) closer.set('callback_share', row, called / rungAt.size);
    }
    // A file of answered calls alone does not say that everybody answered.
    if (rungOfAll > 0 || knownOfAll < SURELY_SOME_RING) for (const [row, share] of shares) closer.set('ring_share', row, share);
  },
};
