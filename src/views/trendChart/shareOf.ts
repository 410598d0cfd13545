import type { Format } from '../../words/format.ts';

/** Share of a part, 0–1; 0 of 0 is 0. */
export function shareOf(part: number, all: number): number {
  return all === 0 ? 0 : part / all;
}

/** What is there but would round to nothing. */
const smallestShown = 0.001;

/** A share as a person reads it; something is never shown as nothing. */
export function shareText(format: Format, share: number): string {
  return share > 0 && share < smallestShown ? `< ${format.share(smallestShown)}` : format.share(share);
}

/** The same for a column: one place in every row, so that figures can be compared. */
export function shareInTable(format: Format, share: number): string {
  return share > 0 && share < smallestShown ? shareText(format, share) : format.tenthsInColumn(share);
}
