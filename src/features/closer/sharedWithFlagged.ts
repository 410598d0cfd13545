import { isServiceIn } from '../serviceNumbers.ts';
import type { CloserFeature } from './closerFeature.ts';
import { inReadingOrder, isTurn } from './closerFeature.ts';

/** Fewer contacts with a known number of callers say nothing. Assumed. */
const FEWEST_CALLERS = 20;

/**
 * How much more often than by chance the numbers that it called were also called by numbers flagged at the first look:
 * members of one gang work through one list. Chance is the share of all links that come from flagged numbers.
 */
export const sharedWithFlagged: CloserFeature = {
  candidates: ({ number_of_calls_out: out, percent_initiated_interactions: initiated }) => (row) => out[row]! >= 10 && initiated[row]! >= 0.6,
  *measure({ features, flagged, contactsOf, rowOf, linkCount, closer }, rows) {
    if (flagged.length === 0 || linkCount === 0) return;
    const inDegree = features.columns.in_degree;
    /** Flagged numbers that called each number. */
    const callers = new Map<number, number>();
    let links = 0;
    for (const [place, row] of inReadingOrder(flagged).entries()) {
      if (isTurn(place)) yield;
      const { other, callsOut } = contactsOf(row);
      for (let i = 0; i < other.length; i++) {
        if (callsOut[i] === 0 || isServiceIn(features, other[i]!)) continue;
        callers.set(other[i]!, (callers.get(other[i]!) ?? 0) + 1);
        links++;
      }
    }
    const chance = links / linkCount;
    const isFlagged = new Set(flagged);
    for (const [place, row] of inReadingOrder(rows).entries()) {
      if (isTurn(place)) yield;
      const { other, callsOut } = contactsOf(row);
      const own = isFlagged.has(row) ? 1 : 0;
      let byFlagged = 0;
      let byAll = 0;
      for (let i = 0; i < other.length; i++) {
        if (callsOut[i] === 0 || isServiceIn(features, other[i]!)) continue;
        const contact = rowOf(other[i]!);
        if (contact < 0) continue;
        const others = Math.max(0, inDegree[contact]! - 1);
        byAll += others;
        byFlagged += Math.min(others, (callers.get(other[i]!) ?? 0) - own);
      }
      if (byAll >= FEWEST_CALLERS) closer.set('shared_with_flagged', row, Math.max(0, byFlagged) / byAll / chance);
    }
  },
};
