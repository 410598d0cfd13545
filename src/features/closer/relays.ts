import { IS_OUT, IS_TEXT } from '../../records/communication.ts';
import { DAY_S } from '../../records/days.ts';
import type { CloserFeature } from './closerFeature.ts';
import { inReadingOrder, isTurn } from './closerFeature.ts';

/** A relayed call leaves within so many seconds of the one that came in. Assumed. */
const RELAY_S = 300;
/** Shifts of the calls that came in, in whole days: the hours of the day stay, only who caused what is lost. */
const SHIFTS_DAYS = [-5, -4, -3, -2, -1, 1, 2, 3, 4, 5];

/** Calls received that were followed within minutes by a call to somebody else, against the same calls shifted by days. */
export const relays: CloserFeature = {
  candidates: ({ number_of_calls_in: came, number_of_calls_out: out, percent_initiated_interactions: initiated, reciprocated_share: reciprocated }) => (row) =>
    came[row]! >= 15 && out[row]! >= 15 && initiated[row]! >= 0.2 && initiated[row]! <= 0.8 && reciprocated[row]! <= 0.25,
  *measure({ closer, records }, rows) {
    const words = records.recordWords;
    for (const [place, row] of inReadingOrder(rows).entries()) {
      if (isTurn(place)) yield;
      const { f64, u32, from, to } = records.recordsOf(row);
      const cameAt: number[] = [];
      const cameFrom: number[] = [];
      const wentAt: number[] = [];
      const wentTo: number[] = [];
      for (let record = from; record < to; record++) {
        const traits = u32[record * words * 2 + 5]!;
        if ((traits & IS_TEXT) !== 0) continue;
        const isOut = (traits & IS_OUT) !== 0;
        (isOut ? wentAt : cameAt).push(u32[record * words * 2 + 4]!);
        (isOut ? wentTo : cameFrom).push(f64[record * words + 1]!);
      }
      const observed = relayed(cameAt, cameFrom, wentAt, wentTo, 0);
      let expected = 0;
      for (const days of SHIFTS_DAYS) expected += relayed(cameAt, cameFrom, wentAt, wentTo, days * DAY_S) / SHIFTS_DAYS.length;
      closer.set('relayed_calls', row, observed);
      // Less than one expected is no firmer ground than one.
      closer.set('relay_ratio', row, observed / Math.max(1, expected));
    }
  },
};

/** Calls received, `shiftS` later, after which a call left to another number in time; each call that left counts once. */
function relayed(cameAt: readonly number[], cameFrom: readonly number[], wentAt: readonly number[], wentTo: readonly number[], shiftS: number): number {
  let count = 0;
  let next = 0;
  for (let i = 0; i < cameAt.length; i++) {
    const at = cameAt[i]! + shiftS;
    while (next < wentAt.length && wentAt[next]! <= at) next++;
    if (next === wentAt.length) break;
    if (wentAt[next]! - at > RELAY_S || wentTo[next] === cameFrom[i]) continue;
    count++;
    next++;
  }
  return count;
}
