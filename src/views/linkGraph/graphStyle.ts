/** How nodes and lines look. Labels, badges and pins are drawn by `graphOverlay.ts`, above the graph. */
import type { StylesheetJson } from 'cytoscape';
import { thingKinds } from '../../analysis/things/thing.ts';
import { warmSteps } from '../../ui/warmScale.ts';
import type { GraphPalette } from './graphPalette.ts';
import { thingColours, thingShapes } from './nodeShapes.ts';

/** The step of the warm scale of a score 0–100; the same as the queue's bars. */
export function warmStep(score: number): number {
  return Math.min(warmSteps - 1, Math.max(0, Math.floor((score / 100) * warmSteps)));
}

/**
 * The score is a ring that closes at 100, in the warm scale, so length says it as well as colour. The centre is filled
 * for opened numbers; a number without a score has a broken outline.
 */
export function graphStyle(palette: GraphPalette): StylesheetJson {
  return [
    {
      selector: 'node',
      style: {
        width: 'data(size)',
        height: 'data(size)',
        'background-color': palette.surface,
        'border-width': 1,
        'border-color': palette.mark,
        'pie-size': '100%',
        'pie-hole': '58%',
        'pie-1-background-size': 'data(ring)',
        'pie-1-background-color': palette.track,
        // Whatever the first slice leaves.
        'pie-2-background-size': 100,
        'pie-2-background-color': palette.track,
        'overlay-opacity': 0,
        'z-index': 1,
      },
    },
    ...palette.warm.map((colour, step) => ({ selector: `node.warm-${step}`, style: { 'pie-1-background-color': colour } })),
    { selector: 'node.unscored', style: { 'pie-size': '0%', 'border-style': 'dashed', 'border-width': 1.5 } },
    ...thingKinds.map((kind) => {
      const colour = palette.categories[thingColours[kind]] ?? palette.mark;
      return {
        selector: `node.${kind}`,
        style: {
          shape: 'polygon', 'shape-polygon-points': thingShapes[kind].flatMap(({ x, y }) => [x, y]), 'pie-size': '0%',
          'background-color': palette.surface, 'border-style': 'solid', 'border-width': 2, 'border-color': colour,
        },
      };
    }),
    ...thingKinds.map((kind) => ({ selector: `node.${kind}.open`, style: { 'background-color': palette.categories[thingColours[kind]] ?? palette.mark } })),
    { selector: 'node.number.open', style: { 'background-color': palette.mark } },
    // Numbers lie behind it: a second line around it says so.
    { selector: 'node.gathered', style: { 'outline-width': 1, 'outline-style': 'solid', 'outline-color': palette.mark, 'outline-offset': 3 } },
    { selector: 'node.marked', style: { 'outline-width': 2, 'outline-style': 'dashed', 'outline-color': palette.accent, 'outline-offset': 2 } },
    { selector: 'node.selected', style: { 'outline-width': 3, 'outline-style': 'solid', 'outline-color': palette.accent, 'outline-offset': 2 } },
    {
      selector: 'edge',
      style: {
        width: 'data(width)',
        'line-color': palette.lineStrong,
        'line-opacity': 0.8,
        'curve-style': 'haystack',
        'haystack-radius': 0,
        'overlay-opacity': 0,
      },
    },
    { selector: 'edge.tie', style: { 'line-style': 'dashed', 'line-dash-pattern': [3, 3] } },
    { selector: 'edge.loop', style: { 'curve-style': 'bezier', 'loop-direction': '-45deg', 'loop-sweep': '-60deg' } },
    { selector: 'edge.pointed', style: { 'curve-style': 'straight', 'line-color': palette.mark, 'line-opacity': 1, 'arrow-scale': 0.8 } },
    { selector: 'edge.pointed.toA', style: { 'source-arrow-shape': 'triangle', 'source-arrow-color': palette.mark } },
    { selector: 'edge.pointed.toB', style: { 'target-arrow-shape': 'triangle', 'target-arrow-color': palette.mark } },
    { selector: 'edge.hovered', style: { 'line-color': palette.mark, 'line-opacity': 1 } },
    {
      selector: 'edge.chosen',
      style: { 'line-color': palette.accent, 'source-arrow-color': palette.accent, 'target-arrow-color': palette.accent },
    },
  ] as StylesheetJson;
}
