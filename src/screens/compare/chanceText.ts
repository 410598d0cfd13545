import type { Format } from '../../words/format.ts';

/** A chance for a column: percent with a place, and "< 0.1%" for all below, where more places would only look exact. */
export function chanceText(chance: number, format: Format): string {
  return chance < 0.001 ? `< ${format.tenthsInColumn(0.001)}` : format.tenthsInColumn(chance);
}
