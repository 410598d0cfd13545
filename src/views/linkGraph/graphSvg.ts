/** The link graph as a picture to put into a report: everything that is shown, wherever the camera stands. */
import type { Positions } from './arrangement.ts';
import { communityFrames, frameDash, frameRadiusPx } from './communityFrames.ts';
import type { GraphPalette } from './graphPalette.ts';
import { warmStep } from './graphStyle.ts';
import type { GraphNode, LinkGraph } from './linkGraphModel.ts';
import { pairWidth } from './linkGraphModel.ts';
import type { LabelSide } from './labelThinning.ts';
import { labelTop, thinLabels } from './labelThinning.ts';
import { polygonText, thingColours } from './nodeShapes.ts';

export interface GraphPicture {
  readonly svg: string;
  readonly widthPx: number;
  readonly heightPx: number;
}

const paddingPx = 64;
const titlePx = 28;
const fontPx = 12;
const labelHeightPx = fontPx + 4;
/** Up to so many nodes all are labelled, as a report may need any; of more, those that there is room for. */
const labelledAtMost = 100;

/**
 * @param label a node as people read it
 * @param title one line above the graph
 * @param fontFamily CSS font family of the labels
 */
export function graphSvg(
  { nodes, pairs, communities }: LinkGraph, positions: Positions, palette: GraphPalette, label: (node: GraphNode) => string, title: string, fontFamily: string,
): GraphPicture {
  const placed = nodes.flatMap((node) => {
    const at = positions[node.number];
    return at === undefined ? [] : [{ node, ...at, radius: node.size / 2 }];
  });
  const byNumber = new Map(placed.map((place) => [place.node.number, place]));
  const least = (values: readonly number[]) => values.reduce((a, b) => Math.min(a, b), values[0] ?? 0);
  const most = (values: readonly number[]) => values.reduce((a, b) => Math.max(a, b), values[0] ?? 0);
  const left = least(placed.map(({ x }) => x)) - paddingPx;
  const top = least(placed.map(({ y }) => y)) - paddingPx - titlePx;
  const widthPx = Math.ceil(Math.max(240, most(placed.map(({ x }) => x)) + paddingPx - left));
  const heightPx = Math.ceil(Math.max(160, most(placed.map(({ y }) => y)) + paddingPx - top));
  const frames = communityFrames(communities, (number) => byNumber.get(number));
  const lines = pairs.flatMap(({ a, b, records, tie }) => {
    const from = byNumber.get(a);
    const to = byNumber.get(b);
    if (from === undefined || to === undefined) return [];
    return [`<line x1="${from.x}" y1="${from.y}" x2="${to.x}" y2="${to.y}" stroke-width="${pairWidth(records).toFixed(1)}"${tie === null ? '' : ' stroke-dasharray="3 3"'}/>`];
  });
  const sides = sidesWithRoom(placed, label);
  const labelled = placed.length <= labelledAtMost ? placed : placed.filter(({ node }) => sides.has(node.number));
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${widthPx}" height="${heightPx}" viewBox="${left} ${top} ${widthPx} ${heightPx}" font-family="${escape(fontFamily)}" font-size="${fontPx}">`,
    `<rect x="${left}" y="${top}" width="${widthPx}" height="${heightPx}" fill="${palette.surface}"/>`,
    `<text x="${left + 12}" y="${top + 22}" fill="${palette.ink}" font-size="15" font-weight="600">${escape(title)}</text>`,
    `<g stroke="${palette.lineStrong}" stroke-opacity="0.8">${lines.join('')}</g>`,
    ...frames.map((frame) => `<rect x="${frame.left.toFixed(1)}" y="${frame.top.toFixed(1)}" width="${frame.width.toFixed(1)}" height="${frame.height.toFixed(1)}" rx="${frameRadiusPx}" fill="none" stroke="${palette.mark}" stroke-dasharray="${frameDash.join(' ')}"/>`),
    ...placed.map((place) => disc(place, palette)),
    `<g text-anchor="middle" fill="${palette.ink}" stroke="${palette.surface}" stroke-width="3" paint-order="stroke">`,
    ...labelled.map(({ node, x, y, radius }) => {
      const top = labelTop({ y, radius, height: labelHeightPx }, sides.get(node.number) ?? 'below');
      return `<text x="${x}" y="${(top + fontPx - 1).toFixed(1)}">${escape(label(node))}</text>`;
    }),
    '</g></svg>',
  ].join('\n');
  return { svg, widthPx, heightPx };
}

interface Placed {
  readonly node: GraphNode;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

/** Where there is room for labels that cover no other label nor node; figures are about 7 px wide, Chinese twice that. */
function sidesWithRoom(placed: readonly Placed[], label: (node: GraphNode) => string): ReadonlyMap<string, LabelSide> {
  return thinLabels(placed.map(({ node, x, y, radius }) => ({
    id: node.number, x, y, radius, width: Array.from(label(node)).reduce((sum, sign) => sum + (sign.charCodeAt(0) > 0x2e80 ? fontPx : 7), 6), height: labelHeightPx, badgeWidth: 0,
    importance: node.importance, mayCoverNodes: node.isOpen || node.thing !== null || node.gathered !== null || node.band === 'high', isForced: false,
  })), placed.length);
}

function disc({ node, x, y, radius }: Placed, palette: GraphPalette): string {
  if (node.thing !== null) {
    const colour = palette.categories[thingColours[node.thing.kind]] ?? palette.mark;
    return `<polygon points="${polygonText(node.thing.kind, { x, y }, radius)}" fill="${node.isOpen ? colour : palette.surface}" stroke="${colour}" stroke-width="2"/>`;
  }
  const isUnscored = node.score === null;
  const parts = [
    ...(node.gathered === null ? [] : [`<circle cx="${x}" cy="${y}" r="${(radius + 4).toFixed(1)}" fill="none" stroke="${palette.mark}"/>`]),
    `<circle cx="${x}" cy="${y}" r="${radius.toFixed(1)}" fill="${node.isOpen ? palette.mark : palette.surface}" stroke="${palette.mark}"${isUnscored ? ' stroke-dasharray="3 2"' : ''}/>`,
  ];
  if (node.score !== null && node.score > 0) {
    const ring = radius * 0.79;
    const around = 2 * Math.PI * ring;
    const shown = (around * node.score) / 100;
    const colour = palette.warm[warmStep(node.score)] ?? palette.mark;
    parts.push(
      `<circle cx="${x}" cy="${y}" r="${ring.toFixed(1)}" fill="none" stroke="${colour}" stroke-width="${(radius * 0.42).toFixed(1)}" stroke-dasharray="${shown.toFixed(1)} ${around.toFixed(1)}" transform="rotate(-90 ${x} ${y})"/>`,
    );
  }
  return parts.join('');
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
