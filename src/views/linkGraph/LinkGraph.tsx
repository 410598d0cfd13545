import cytoscape from 'cytoscape';
import type { Core } from 'cytoscape';
import { useEffect, useImperativeHandle, useRef, useState } from 'react';
import type { Ref } from 'react';
import { useFormat } from '../../words/format.ts';
import { useTexts } from '../../words/language.tsx';
import type { SelectionTool } from './AreaSelection.tsx';
import { AreaSelection } from './AreaSelection.tsx';
import type { Positions } from './arrangement.ts';
import { durationMs, fit, fitted, followSize, showArrivals } from './graphCamera.ts';
import { GraphOverlay } from './graphOverlay.ts';
import { readPalette, watchScheme } from './graphPalette.ts';
import type { GraphPalette } from './graphPalette.ts';
import type { PointerCallbacks } from './graphPointer.ts';
import { listen, numbersIn } from './graphPointer.ts';
import { graphStyle } from './graphStyle.ts';
import { addLinks, syncElements, syncSelection } from './graphSync.ts';
import type { LinkGraph as LinkGraphModel } from './linkGraphModel.ts';
import { linkGraphTexts } from './linkGraphTexts.ts';
import { nodeLabel } from './nodeLabel.ts';
import { PictureMotion } from './pictureMotion.ts';
import classes from './LinkGraph.module.css';

/** What a toolbar may ask of the camera. */
export interface LinkGraphCamera {
  fit(): void;
  /** Above 1 comes nearer. */
  zoomBy(factor: number): void;
}

export interface LinkGraphProps extends PointerCallbacks {
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
}

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
