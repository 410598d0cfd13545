/** Labels, badges of hidden contacts and pins, drawn above the graph at a size that does not change with the zoom. */
import type { Core } from 'cytoscape';
import { communityFrames, frameDash, frameRadiusPx } from './communityFrames.ts';
import type { GraphPalette } from './graphPalette.ts';
import type { LabelCandidate, LabelSide } from './labelThinning.ts';
import { BADGE_HEIGHT, badgeBox, labelTop, thinLabels } from './labelThinning.ts';
import { HALO_PX, LabelSprites } from './labelSprites.ts';
import type { GraphCommunity, GraphNode } from './linkGraphModel.ts';
import type { Extent } from './pictureMotion.ts';
import { BLEED_PX } from './pictureMotion.ts';

export interface OverlayContent {
  readonly communities: readonly GraphCommunity[];
  readonly nodes: readonly GraphNode[];
  readonly pinned: ReadonlySet<string>;
  readonly selected: string | null;
  /** Marked numbers keep their labels as long as there is room at all. */
  readonly group: ReadonlySet<string>;
  readonly hovered: string | null;
  readonly label: (node: GraphNode) => string;
  readonly badge: (notShown: number) => string;
  readonly palette: GraphPalette;
}

const labelHeightPx = 16;
const labelFontPx = 12;
const badgeFontPx = 10;
/** Of the selected node's outline, graph units; see `graphStyle`. */
const outlinePx = 5;
/** How far the second line around a community reaches, graph units; see `graphStyle`. */
const gatheredLine = 4;
/** Drawn at once; more could not be read, and each costs. */
const labelLimit = 200;
/** Below this zoom a badge would be larger than its node. */
const badgeZoom = 0.35;

/** One per graph. `setContent` says what, `draw` puts it where cytoscape has the nodes now, `follow` where the camera has them. */
export class GraphOverlay {
  readonly #cy: Core;
  readonly #canvas: HTMLCanvasElement;
  readonly #sprites = new LabelSprites();
  /** Where the nodes were when they were drawn last. */
  #nodes: readonly PlacedNode[] = [];
  #extent: Extent = [0, 0, 0, 0];
  #content: OverlayContent | null = null;
  #shown: ReadonlyMap<string, LabelSide> = new Map();
  /** Camera at which `#shown` was chosen; NaN makes it be chosen again. */
  #chosenAt = { zoom: NaN, x: 0, y: 0 };

  constructor(cy: Core, canvas: HTMLCanvasElement) {
    this.#cy = cy;
    this.#canvas = canvas;
  }

  setContent(content: OverlayContent): void {
    this.#content = content;
    this.chooseAnew();
    this.draw();
  }

  /** Something moved: the next drawing decides again which labels have room. */
  chooseAnew(): void {
    this.#chosenAt = { ...this.#chosenAt, zoom: NaN };
  }

  /** All nodes with room for their outlines, in model units. */
  get extent(): Extent {
    return this.#extent;
  }

  draw(): void {
    this.#nodes = (this.#content?.nodes ?? []).flatMap((node) => {
      const element = this.#cy.getElementById(node.number);
      if (element.empty()) return [];
      const { x, y } = element.position();
      return [{ node, x, y, radius: (element.data('size') as number) / 2 + (node.gathered === null ? 0 : gatheredLine) }];
    });
    this.#extent = this.#nodes.reduce<Extent>(
      ([left, top, right, bottom], { x, y, radius }) => [Math.min(left, x - 2 * radius), Math.min(top, y - 2 * radius), Math.max(right, x + 2 * radius), Math.max(bottom, y + 2 * radius)],
      [Infinity, Infinity, -Infinity, -Infinity],
    );
    this.follow();
  }

  /** Draws for where the camera is now; the nodes have not moved. */
  follow(): void {
    const context = this.#canvas.getContext('2d');
    const content = this.#content;
    if (context === null || content === null) return;
    const { widthPx, heightPx } = this.#resize(context);
    context.clearRect(0, 0, widthPx, heightPx);
    const zoom = this.#cy.zoom();
    const places = this.#places(zoom, widthPx, heightPx);
    this.#choose(context, content, places);
    this.#drawFrames(context, content, zoom);
    for (const place of places) {
      if (content.pinned.has(place.node.number)) drawPin(context, place, content.palette);
      const isLabelled = this.#shown.has(place.node.number);
      if (isLabelled && place.node.notShown > 0 && zoom >= badgeZoom) drawBadge(context, place, content.badge(place.node.notShown), content.palette);
    }
    this.#drawLabels(context, content, places);
  }

  /** Of a point of the model, px of the frame. */
  #pan(): { readonly x: number; readonly y: number } {
    const { x, y } = this.#cy.pan();
    return { x: x - BLEED_PX, y: y - BLEED_PX };
  }

  #places(zoom: number, widthPx: number, heightPx: number): readonly Place[] {
    const pan = this.#pan();
    const places: Place[] = [];
    for (const placed of this.#nodes) {
      const x = placed.x * zoom + pan.x;
      const y = placed.y * zoom + pan.y;
      if (x > -60 && y > -60 && x < widthPx + 60 && y < heightPx + 60) places.push({ node: placed.node, x, y, radius: placed.radius * zoom });
    }
    return places;
  }

  /** Chooses anew only when the camera has moved enough to matter: labels must not flicker, nor cost, on every frame. */
  #choose(context: CanvasRenderingContext2D, content: OverlayContent, places: readonly Place[]): void {
    const { x, y } = this.#cy.pan();
    const zoom = this.#cy.zoom();
    const isSame = Math.abs(zoom / this.#chosenAt.zoom - 1) < 0.02 && Math.hypot(x - this.#chosenAt.x, y - this.#chosenAt.y) < 48;
    if (isSame) return;
    const candidates = places.map(({ node, x, y, radius }): LabelCandidate => ({
      id: node.number, x, y, radius,
      // Halos may touch; one that reached another's text would gnaw at it.
      width: this.#sprites.widthOf(content.label(node), context, font(labelFontPx)) - HALO_PX, height: labelFontPx + 2,
      badgeWidth: node.notShown > 0 && zoom >= badgeZoom ? 6 * content.badge(node.notShown).length + 6 : 0,
      importance: node.importance + (content.group.has(node.number) ? 1 : 0), mayCoverNodes: node.isOpen || node.thing !== null || node.gathered !== null || node.band === 'high' || content.group.has(node.number),
      isForced: node.number === content.selected || node.number === content.hovered,
    }));
    this.#shown = thinLabels(candidates, labelLimit);
    this.#chosenAt = { zoom, x, y };
  }

  #drawFrames(context: CanvasRenderingContext2D, { communities, palette }: OverlayContent, zoom: number): void {
    if (communities.length === 0) return;
    const pan = this.#pan();
    const places = new Map(this.#nodes.map(({ node, x, y }) => [node.number, { x: x * zoom + pan.x, y: y * zoom + pan.y }]));
    context.strokeStyle = palette.mark;
    context.lineWidth = 1;
    context.setLineDash([...frameDash]);
    for (const { left, top, width, height } of communityFrames(communities, (number) => places.get(number))) {
      context.beginPath();
      context.roundRect(left, top, width, height, frameRadiusPx);
      context.stroke();
    }
    context.setLineDash([]);
  }

  #drawLabels(context: CanvasRenderingContext2D, content: OverlayContent, places: readonly Place[]): void {
    const { accent, ink, dim, surface } = content.palette;
    for (const { node, x, y, radius } of places) {
      const side = this.#shown.get(node.number);
      if (side === undefined) continue;
      const isSelected = node.number === content.selected;
      const isOutlined = isSelected || content.group.has(node.number);
      const outline = isOutlined ? outlinePx * this.#cy.zoom() : 0;
      const top = 1 + labelTop({ y, radius: radius + outline, height: labelFontPx + 2 }, side);
      const look = { font: font(labelFontPx), heightPx: labelHeightPx, colour: isSelected ? accent : node.isOpen ? ink : dim, halo: surface };
      this.#sprites.draw(context, content.label(node), look, x, top);
    }
  }

  #resize(context: CanvasRenderingContext2D) {
    const widthPx = this.#cy.width() - 2 * BLEED_PX;
    const heightPx = this.#cy.height() - 2 * BLEED_PX;
    const ratio = window.devicePixelRatio || 1;
    if (this.#canvas.width !== Math.round(widthPx * ratio) || this.#canvas.height !== Math.round(heightPx * ratio)) {
      this.#canvas.width = Math.round(widthPx * ratio);
      this.#canvas.height = Math.round(heightPx * ratio);
      this.#chosenAt = { ...this.#chosenAt, zoom: NaN };
    }
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    return { widthPx, heightPx };
  }
}

/** In model units. */
interface PlacedNode {
  readonly node: GraphNode;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

interface Place {
  readonly node: GraphNode;
  /** Centre and radius on the screen, px. */
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

let family = '';
function font(px: number): string {
  family ||= getComputedStyle(document.body).fontFamily;
  return `${px}px ${family}`;
}

/** "+34" at the upper right of the node. */
function drawBadge(context: CanvasRenderingContext2D, { x, y, radius }: Place, text: string, palette: GraphPalette): void {
  context.font = font(badgeFontPx);
  context.textAlign = 'left';
  context.textBaseline = 'middle';
  const width = context.measureText(text).width + 6;
  const { left, top } = badgeBox({ x, y, radius, badgeWidth: width });
  context.fillStyle = palette.surface;
  context.strokeStyle = palette.lineStrong;
  context.lineWidth = 1;
  context.beginPath();
  context.roundRect(left, top, width, BADGE_HEIGHT, 3);
  context.fill();
  context.stroke();
  context.fillStyle = palette.dim;
  context.fillText(text, left + 3, top + 7);
}

/** Head and point, as in the legend; the point at 0, 0. */
const pinPath = typeof Path2D === 'undefined' ? null : new Path2D('M0 0L-3.5 -6a4 4 0 1 1 7 0z');

/** A pin stuck into the upper left of the node. */
function drawPin(context: CanvasRenderingContext2D, { x, y, radius }: Place, palette: GraphPalette): void {
  if (pinPath === null) return;
  context.save();
  context.translate(x - radius * 0.7, y - radius * 0.7);
  context.lineWidth = 2;
  context.strokeStyle = palette.surface;
  context.stroke(pinPath);
  context.fillStyle = palette.ink;
  context.fill(pinPath);
  context.restore();
}
