/** The colour of each series, the same on every screen and in every chart. */
import type { Trends } from '../../analysis/answers.ts';
import { detectorIds } from '../../scoring/detectorIds.ts';

export type SeriesKey = Trends['series'][number]['key'];

/** Colours of categories in `tokens.css`; a further detector takes the next, and starts over after the last. */
const categories = 6;

/** CSS colour of a series. Colour is never the only sign: each line carries its name at its end. */
export function seriesColour(key: SeriesKey | 'share'): string {
  if (key === 'suspects' || key === 'share') return 'var(--ink)';
  return `var(--cat-${detectorIds.indexOf(key) % categories})`;
}
