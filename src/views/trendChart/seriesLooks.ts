/** How each series looks, the same in every chart: a colour and the shape of its points. */
import type { Trends } from '../../analysis/answers.ts';
import { detectorIds } from '../../scoring/detectorIds.ts';

export type SeriesKey = Trends['series'][number]['key'];
export type Shape = 'circle' | 'square' | 'triangle' | 'diamond';

export interface SeriesLook {
  /** CSS colour. */
  readonly colour: string;
  readonly shape: Shape;
}

/** By category of `tokens.css`: colours that look alike to colour-blind eyes have different shapes. */
const shapes: readonly Shape[] = ['diamond', 'circle', 'triangle', 'circle', 'square', 'diamond', 'square', 'triangle', 'square', 'triangle', 'diamond', 'square'];

/** No two detectors look the same as long as there are as many categories; beside the colour and the shape each line carries its name at its end. */
export function seriesLook(key: SeriesKey | 'share'): SeriesLook {
  if (key === 'suspects' || key === 'share') return { colour: 'var(--ink)', shape: 'circle' };
  const category = detectorIds.indexOf(key) % shapes.length;
  return { colour: `var(--cat-${category})`, shape: shapes[category]! };
}

/** SVG path of a shape around (x, y); all four cover the same area as a circle of radius `r`, px. */
export function shapePath(shape: Shape, x: number, y: number, r: number): string {
  if (shape === 'circle') return `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0Z`;
  const area = Math.PI * r * r;
  const half = Math.sqrt(area) / 2;
  if (shape === 'square') return `M${x - half} ${y - half}h${2 * half}v${2 * half}h${-2 * half}Z`;
  const diagonal = half * Math.SQRT2;
  if (shape === 'diamond') return `M${x} ${y - diagonal}l${diagonal} ${diagonal}l${-diagonal} ${diagonal}l${-diagonal} ${-diagonal}Z`;
  // Equilateral, around its centre of gravity.
  const side = Math.sqrt((4 * area) / Math.sqrt(3));
  const height = (side * Math.sqrt(3)) / 2;
  return `M${x} ${y - (2 * height) / 3}l${side / 2} ${height}h${-side}Z`;
}
