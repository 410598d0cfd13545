import { OFFSET_SHIFT } from '../../records/communication.ts';
import { metresBetween, speedVerdict } from '../travel.ts';
import type { CloserFeature } from './closerFeature.ts';
import { inReadingOrder, isTurn } from './closerFeature.ts';

/**
 * Records in turn that cannot both be of one phone, by where their cells stand: a copied card, or one card's calls let out at
 * several places.
 */
export const impossibleMoves: CloserFeature = {
  candidates: ({ number_of_antennas: cells }) => (row) => cells[row]! >= 2,
  *measure({ records, facts: { sites, offsetsS }, closer }, rows) {
    if (sites.size < 2) return;
    const halves = records.recordWords * 2;
    for (const [place, row] of inReadingOrder(rows).entries()) {
      if (isTurn(place)) yield;
      const { u32, from, to } = records.recordsOf(row);
      let moves = 0;
      let isKnown = false;
      let lastSite = 0;
      let lastAt = 0;
      for (let half = from * halves; half < to * halves; half += halves) {
        const cell = u32[half + 7]!;
        const here = sites.get(cell);
        if (here === undefined) continue;
        const at = u32[half + 4]! - (offsetsS[u32[half + 5]! >>> OFFSET_SHIFT] ?? 0);
        const before = sites.get(lastSite);
        if (before !== undefined && lastSite !== cell) {
          isKnown = true;
          if (speedVerdict(metresBetween(before, here) / 1000, at - lastAt) === 'impossible') moves++;
        }
        lastSite = cell;
        lastAt = at;
      }
      if (isKnown) closer.set('impossible_moves', row, moves);
    }
  },
};
