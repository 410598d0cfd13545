/**
 * While the camera moves the last drawn picture is moved, and the graph is drawn anew when it rests: drawing thousands of lines takes
 * longer than a frame, moving a picture of them does not.
 */
import type { Core } from 'cytoscape';
import type { Point } from './arrangement.ts';

/** How far the picture reaches beyond what is in sight on each side, px: so far it can be moved before its edge shows. */
export const BLEED_PX = 240;
/** Without movement for so long, the camera rests. */
const restMs = 140;
/** In one long movement the picture is drawn anew no more often than this. */
const drawEveryMs = 450;
/** A picture enlarged beyond this is too coarse to look at. */
const largest = 2.5;

export interface Camera {
  readonly zoom: number;
  readonly pan: Readonly<Point>;
}

/** What of the model a rectangle holds: left, top, right, bottom. */
export type Extent = readonly [number, number, number, number];

/** Where a picture drawn at one camera stands, and how much it is enlarged, so that it shows what another camera sees. */
export function pictureShift(drawn: Camera, now: Camera): { readonly scale: number; readonly x: number; readonly y: number } {
  const scale = now.zoom / drawn.zoom;
  return { scale, x: now.pan.x - drawn.pan.x * scale, y: now.pan.y - drawn.pan.y * scale };
}

/** Whether some of the graph that `seen` would show lies beyond what was drawn. */
export function isBeyond(drawn: Extent, seen: Extent, graph: Extent): boolean {
  const left = Math.max(seen[0], graph[0]);
  const top = Math.max(seen[1], graph[1]);
  const right = Math.min(seen[2], graph[2]);
  const bottom = Math.min(seen[3], graph[3]);
  return left < right && top < bottom && (left < drawn[0] || top < drawn[1] || right > drawn[2] || bottom > drawn[3]);
}

/** One per graph; cytoscape draws `bleed` px more than is in sight on each side. */
export class PictureMotion {
  readonly #cy: Core;
  readonly #picture: HTMLElement;
  readonly #onMove: () => void;
  readonly #graphExtent: () => Extent;
  #drawn: Camera | null = null;
  #drawnAtMs = 0;
  /** A person or an animation moves the camera; cytoscape is told not to draw. */
  #isMoving = false;
  #isHeld = false;
  #frame = 0;
  #rest = 0;

  /**
   * @param container of cytoscape
   * @param graphExtent all that is drawn, in model units
   * @param onMove called once a frame while the picture moves, for what is drawn above it
   */
  constructor(cy: Core, container: HTMLElement, graphExtent: () => Extent, onMove: () => void) {
    this.#cy = cy;
    // Cytoscape listens on the container and draws into the only element in it.
    this.#picture = container.querySelector('div')!;
    this.#picture.style.transformOrigin = '0 0';
    this.#graphExtent = graphExtent;
    this.#onMove = onMove;
    cy.on('render', () => this.#onDrawn());
    cy.on('viewport', () => this.#onViewport());
    cy.on('resize', () => this.rest());
    container.addEventListener('wheel', () => this.begin(), { capture: true, passive: true });
    for (const press of ['mousedown', 'touchstart']) container.addEventListener(press, () => (this.#isHeld = true), { capture: true, passive: true });
    for (const end of ['mouseup', 'touchend', 'touchcancel']) addEventListener(end, this.#release);
  }

  get isMoving(): boolean {
    return this.#isMoving;
  }

  /** The camera is about to be moved. */
  begin(): void {
    if (this.#drawn === null) return;
    if (!this.#isMoving) this.#cy.startBatch();
    this.#isMoving = true;
    clearTimeout(this.#rest);
    this.#rest = window.setTimeout(() => this.rest(), restMs);
  }

  /** The camera rests: the graph is drawn where it is. */
  rest(): void {
    clearTimeout(this.#rest);
    if (!this.#isMoving) return;
    this.#isMoving = false;
    this.#cy.endBatch();
  }

  close(): void {
    clearTimeout(this.#rest);
    cancelAnimationFrame(this.#frame);
    for (const end of ['mouseup', 'touchend', 'touchcancel']) removeEventListener(end, this.#release);
  }

  readonly #release = () => {
    this.#isHeld = false;
  };

  #onDrawn(): void {
    this.#drawn = { zoom: this.#cy.zoom(), pan: { ...this.#cy.pan() } };
    this.#drawnAtMs = performance.now();
    this.#picture.style.transform = '';
  }

  #onViewport(): void {
    if (this.#isHeld || this.#isMoving || this.#cy.animated()) this.begin();
    if (!this.#isMoving || this.#frame !== 0) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      if (this.#isMoving) this.#move();
    });
  }

  #move(): void {
    const now: Camera = { zoom: this.#cy.zoom(), pan: this.#cy.pan() };
    const { scale, x, y } = pictureShift(this.#drawn!, now);
    this.#picture.style.transform = `translate(${x}px, ${y}px) scale(${scale})`;
    this.#onMove();
    const isSpent = scale > largest || isBeyond(this.#extent(this.#drawn!, 0), this.#extent(now, BLEED_PX), this.#graphExtent());
    if (!isSpent || performance.now() - this.#drawnAtMs < drawEveryMs) return;
    // What had to wait is done now; the movement goes on.
    this.#cy.endBatch();
    this.#cy.startBatch();
  }

  #extent({ zoom, pan }: Camera, insetPx: number): Extent {
    return [
      (insetPx - pan.x) / zoom, (insetPx - pan.y) / zoom, (this.#cy.width() - insetPx - pan.x) / zoom, (this.#cy.height() - insetPx - pan.y) / zoom,
    ];
  }
}
