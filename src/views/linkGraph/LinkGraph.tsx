import cytoscape from 'cytoscape';
import type { Core } from 'cytoscape';
import { useEffect, useImperativeHandle, useRef, useState } from 'react';
import type { Ref } from 'react';
import { useFormat } from '../../words/format.ts';
import { useTexts } from '../../words/language.tsx';
import type { SelectionTool } from './AreaSelection.tsx';
import { AreaSelection } from './AreaSelection.tsx';
import type { Area } from './area.ts';
import { isInside } from './area.ts';
import type { Point, Positions } from './arrangement.ts';
import { GraphOverlay } from './graphOverlay.ts';
import { readPalette, watchScheme } from './graphPalette.ts';
import type { GraphPalette } from './graphPalette.ts';
import { graphStyle } from './graphStyle.ts';
import { addLinks, syncElements, syncSelection } from './graphSync.ts';
import type { LinkGraph as LinkGraphModel } from './linkGraphModel.ts';
import { linkGraphTexts } from './linkGraphTexts.ts';
import { nodeLabel } from './nodeLabel.ts';
import { BLEED_PX, PictureMotion } from './pictureMotion.ts';
import classes from './LinkGraph.module.css';

/** What a toolbar may ask of the camera. */
export interface LinkGraphCamera {
  fit(): void;
  /** Above 1 comes nearer. */
  zoomBy(factor: number): void;
}

export interface LinkGraphProps {
  readonly graph: LinkGraphModel;
  /** Numbers without a place are not drawn yet. */
  readonly positions: Positions;
  readonly pinned: readonly string[];
  readonly selected: string | null;
  /** Numbers marked together. */
  readonly group: readonly string[];
  readonly tool: SelectionTool;
  /** Id of the chosen pair. */
  readonly chosenPair: string | null;
  /** Says in words what is drawn; the canvas itself is a picture to a screen reader. */
  readonly summary: string;
  readonly camera: Ref<LinkGraphCamera>;
  readonly onSelect: (number: string | null) => void;
  /** Numbers were marked by an area, or one by Shift and click. */
  readonly onMark: (numbers: readonly string[], how: Marking) => void;
  readonly onChoosePair: (id: string | null) => void;
  /** Double click on a number, and on a line. */
  readonly onExpand: (number: string) => void;
  readonly onOpenPair: (id: string) => void;
  /** A number was dragged to a place. */
  readonly onMove: (number: string, to: Point) => void;
}

/** The marked are these alone, these too, or no longer these; one that is pointed at changes sides. */
export type Marking = 'set' | 'add' | 'remove' | 'toggle';

/** Around the graph when all of it is shown, px. */
const fitPaddingPx = 48;
/** A handful of numbers must not fill the screen. */
const fitZoomMax = 1.4;
const moveMs = 150;

/**
 * The link graph on a canvas. Props in, callbacks out: it decides neither what is shown nor where. Everything it does
 * by pointer has its twin in `LinkGraphTable` and the screen's shortcuts.
 */
export function LinkGraph(props: LinkGraphProps) {
  const { graph, positions, pinned, selected, group, tool, chosenPair, summary, camera } = props;
  const t = useTexts(linkGraphTexts);
  const format = useFormat();
  const graphElement = useRef<HTMLDivElement>(null);
  const overlayElement = useRef<HTMLCanvasElement>(null);
  const [cy, setCy] = useState<Core | null>(null);
  const [overlay, setOverlay] = useState<GraphOverlay | null>(null);
  const [motion, setMotion] = useState<PictureMotion | null>(null);
  const [palette, setPalette] = useState<GraphPalette | null>(null);
  const [hovered, setHovered] = useState<string | null>(null);
  const latest = useRef(props);
  useEffect(() => {
    latest.current = props;
  });

  // Cytoscape owns its canvas for as long as the component lives.
  useEffect(() => {
    const container = graphElement.current!;
    const core = cytoscape({
      container,
      style: graphStyle(readPalette(container)),
      layout: { name: 'preset' },
      minZoom: 0.04,
      maxZoom: 4,
      // Shift and drag marks a rectangle whatever the tool.
      boxSelectionEnabled: true,
      autounselectify: true,
    });
    const drawn = new GraphOverlay(core, overlayElement.current!);
    core.on('render', () => drawn.draw());
    const moved = new PictureMotion(core, container, () => drawn.extent, () => drawn.follow());
    listen(core, latest, setHovered, container);
    followSize(core);
    setCy(core);
    setOverlay(drawn);
    setMotion(moved);
    return () => {
      setCy(null);
      moved.close();
      core.destroy();
    };
  }, []);

  // The canvas knows no CSS variables, so a change of scheme is read and given to it.
  useEffect(() => {
    const read = () => setPalette((before) => {
      const now = readPalette(graphElement.current!);
      return before !== null && JSON.stringify(before) === JSON.stringify(now) ? before : now;
    });
    read();
    return watchScheme(read);
  }, []);
  useEffect(() => {
    if (cy !== null && palette !== null) cy.style(graphStyle(palette));
  }, [cy, palette]);

  useEffect(() => {
    if (cy === null) return undefined;
    const wasEmpty = cy.nodes().empty();
    const { numbers, links } = syncElements(cy, graph, positions);
    overlay?.chooseAnew();
    if (numbers.length > 0 && wasEmpty) fit(cy, 0);
    else if (numbers.length > 0) showArrivals(cy, numbers);
    return addLinks(cy, links, () => syncSelection(cy, latest.current));
  }, [cy, overlay, graph, positions]);
  useEffect(() => {
    if (cy !== null) syncSelection(cy, { selected, group, chosenPair });
  }, [cy, selected, group, chosenPair]);

  useEffect(() => {
    if (overlay === null || palette === null) return;
    overlay.setContent({
      nodes: graph.nodes, communities: graph.communities, pinned: new Set(pinned), selected, group: new Set(group), hovered, palette,
      label: (node) => nodeLabel(node, t, format),
      badge: (notShown) => `+${notShown < 1000 ? format.count(notShown) : format.short(notShown)}`,
    });
  }, [overlay, palette, graph, pinned, selected, group, hovered, format, t]);

  useImperativeHandle(camera, () => ({
    fit: () => cy && fit(cy, durationMs()),
    zoomBy: (factor) => {
      cy?.scratch(fitted, false);
      motion?.begin();
      cy?.zoom({ level: cy.zoom() * factor, renderedPosition: { x: cy.width() / 2, y: cy.height() / 2 } });
    },
  }), [cy, motion]);

  return (
    <div className={classes.frame}>
      {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a canvas is drawn into it */}
      <div className={classes.picture} role="img" aria-label={summary} data-pointing={hovered !== null}>
        <div ref={graphElement} className={classes.graph} />
      </div>
      <canvas ref={overlayElement} className={classes.overlay} aria-hidden />
      {tool !== 'move' && cy !== null && (
        <AreaSelection tool={tool} onArea={(area, { shiftKey, altKey }) => props.onMark(numbersIn(cy, area), altKey ? 'remove' : shiftKey ? 'add' : 'set')} />
      )}
    </div>
  );
}

/** Numbers whose centre lies in an area of the screen. */
function numbersIn(cy: Core, area: Area): string[] {
  const inFrame = ({ x, y }: Point) => ({ x: x - BLEED_PX, y: y - BLEED_PX });
  return cy.nodes().filter((node) => isInside(area, inFrame(node.renderedPosition()))).map((node) => node.id());
}

function listen(cy: Core, latest: { readonly current: LinkGraphProps }, setHovered: (number: string | null) => void, container: HTMLElement): void {
  cy.on('tap', (event) => {
    if (event.target !== cy) return;
    latest.current.onSelect(null);
    latest.current.onMark([], 'set');
    latest.current.onChoosePair(null);
  });
  cy.on('tap', 'node', (event) => {
    const isMark = (event.originalEvent as MouseEvent | undefined)?.shiftKey === true;
    if (isMark) latest.current.onMark([event.target.id()], 'toggle');
    else latest.current.onSelect(event.target.id());
  });
  let boxed: string[] = [];
  cy.on('box', 'node', (event) => {
    // Cytoscape tells of each number by itself.
    if (boxed.length === 0) {
      queueMicrotask(() => {
        latest.current.onMark(boxed, 'add');
        boxed = [];
      });
    }
    boxed.push(event.target.id());
  });
  cy.on('tap', 'edge', (event) => latest.current.onChoosePair(event.target.id()));
  cy.on('dbltap', 'node', (event) => latest.current.onExpand(event.target.id()));
  cy.on('dbltap', 'edge', (event) => latest.current.onOpenPair(event.target.id()));
  cy.on('dragfree', 'node', (event) => latest.current.onMove(event.target.id(), { ...event.target.position() }));
  cy.on('mouseover', 'node', (event) => setHovered(event.target.id()));
  cy.on('mouseout', 'node', () => setHovered(null));
  cy.on('mouseover', 'edge', (event) => {
    event.target.addClass('hovered');
    container.style.cursor = 'pointer';
  });
  cy.on('mouseout', 'edge', (event) => {
    event.target.removeClass('hovered');
    container.style.cursor = '';
  });
}

/** All of the graph is in sight, and nobody has moved the camera since. */
const fitted = '_fitted';

/** A pane that opens beside the graph must not cut it off: what was fitted stays so, otherwise the middle stays. */
function followSize(cy: Core): void {
  let width = cy.width();
  let height = cy.height();
  cy.on('resize', () => {
    // Cytoscape tells of a change of size late, also after its end.
    if (cy.destroyed()) return;
    const before = { width, height };
    width = cy.width();
    height = cy.height();
    if (cy.scratch(fitted) === true) fit(cy, 0);
    else cy.panBy({ x: (width - before.width) / 2, y: (height - before.height) / 2 });
  });
  cy.on('dragpan scrollzoom pinchzoom', () => cy.scratch(fitted, false));
}

function fit(cy: Core, duration: number): void {
  cy.scratch(fitted, true);
  if (cy.elements().empty()) return;
  const box = cy.elements().boundingBox({});
  const marginPx = fitPaddingPx + BLEED_PX;
  const zoom = Math.min(fitZoomMax, (cy.width() - 2 * marginPx) / box.w, (cy.height() - 2 * marginPx) / box.h);
  const pan = { x: cy.width() / 2 - zoom * (box.x1 + box.w / 2), y: cy.height() / 2 - zoom * (box.y1 + box.h / 2) };
  if (!(zoom > 0)) return;
  if (duration === 0) cy.viewport({ zoom, pan });
  else cy.animate({ zoom, pan }, { duration });
}

/** Moves the camera only when something that arrived would be out of sight. */
function showArrivals(cy: Core, added: readonly string[]): void {
  const view = cy.extent();
  const margin = (fitPaddingPx + BLEED_PX) / cy.zoom();
  const isSeen = added.every((number) => {
    const { x, y } = cy.getElementById(number).position();
    return x > view.x1 + margin && x < view.x2 - margin && y > view.y1 + margin && y < view.y2 - margin;
  });
  if (!isSeen) fit(cy, durationMs());
}

function durationMs(): number {
  return matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : moveMs;
}
