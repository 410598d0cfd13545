/** Brings cytoscape's elements to what is to be drawn, touching only what differs. */
import type { Core, ElementDefinition } from 'cytoscape';
import type { Positions } from './arrangement.ts';
import { warmStep } from './graphStyle.ts';
import type { GraphNode, GraphPair, LinkGraph } from './linkGraphModel.ts';
import { pairWidth } from './linkGraphModel.ts';

export interface Arrivals {
  /** Numbers that were added. */
  readonly numbers: readonly string[];
  /** Links still to be added, see `addLinks`. */
  readonly links: readonly ElementDefinition[];
}

/**
 * Removes what is gone, updates what differs, adds the numbers that are new and leaves their links to `addLinks`. Numbers
 * without a place yet are left out until a layout has one.
 */
export function syncElements(cy: Core, graph: LinkGraph, positions: Positions): Arrivals {
  const nodes = new Map(graph.nodes.flatMap((node) => (positions[node.number] ? [[node.number, node] as const] : [])));
  const pairs = new Map(graph.pairs.flatMap((pair) => (nodes.has(pair.a) && nodes.has(pair.b) ? [[pair.id, pair] as const] : [])));
  const numbers: string[] = [];
  const links: ElementDefinition[] = [];
  cy.batch(() => {
    cy.elements()
      .filter((element) => !(element.isNode() ? nodes : pairs).has(element.id()))
      .remove();
    const arrivals: ElementDefinition[] = [];
    for (const [id, node] of nodes) {
      const element = cy.getElementById(id);
      const position = positions[id]!;
      const { data, classes } = nodeLook(node);
      if (element.empty()) {
        arrivals.push({ group: 'nodes', data, classes, position: { ...position } });
        numbers.push(id);
        continue;
      }
      const at = element.position();
      if (at.x !== position.x || at.y !== position.y) element.position({ ...position });
      const look = `${data.size} ${data.ring} ${classes}`;
      if (element.scratch('_look') === look) continue;
      const kept = ['selected', 'marked'].filter((name) => element.hasClass(name));
      element.data(data).classes([classes, ...kept].join(' '));
      element.scratch('_look', look);
    }
    for (const [id, pair] of pairs) {
      const element = cy.getElementById(id);
      const { data, classes } = pairLook(pair);
      if (element.empty()) links.push({ group: 'edges', data, classes });
      else if (element.data('width') !== data.width) element.data(data);
    }
    cy.add(arrivals);
  });
  return { numbers, links };
}

/** Links added in one go: more, and styling and drawing them would hold up the page for longer than 50 ms. */
const linksAtOnce = 200;

/** Adds links over as many frames as they need, then calls `onDone`; the answer stops it. */
export function addLinks(cy: Core, links: readonly ElementDefinition[], onDone: () => void): () => void {
  let from = 0;
  let frame = 0;
  const addSome = () => {
    cy.add(links.slice(from, from + linksAtOnce));
    from += linksAtOnce;
    if (from < links.length) frame = requestAnimationFrame(addSome);
    else onDone();
  };
  addSome();
  return () => cancelAnimationFrame(frame);
}

function nodeLook(node: GraphNode) {
  const ring = node.score ?? 0;
  const size = Math.round(node.size * 10) / 10;
  const look = node.thing === null ? ['number', node.score === null ? 'unscored' : `warm-${warmStep(node.score)}`] : [node.thing.kind];
  const marks = [node.isOpen ? 'open' : '', node.gathered === null ? '' : 'gathered', ...look];
  return { data: { id: node.number, size, ring }, classes: marks.filter(Boolean).join(' ') };
}

function pairLook(pair: GraphPair) {
  const marks = [
    pair.a === pair.b ? 'loop' : '',
    pair.tie === null ? '' : 'tie',
    pair.fromB.calls + pair.fromB.texts > 0 ? 'toA' : '',
    pair.fromA.calls + pair.fromA.texts > 0 ? 'toB' : '',
  ];
  return { data: { id: pair.id, source: pair.a, target: pair.b, width: Math.round(pairWidth(pair.records) * 10) / 10 }, classes: marks.filter(Boolean).join(' ') };
}

export interface GraphSelection {
  readonly selected: string | null;
  readonly group: readonly string[];
  readonly chosenPair: string | null;
}

/** Outlines the selected number and the marked ones, and gives the selected one's lines and the chosen one their arrowheads. */
export function syncSelection(cy: Core, { selected, group, chosenPair }: GraphSelection): void {
  cy.batch(() => {
    cy.elements('.selected, .marked, .pointed, .chosen').removeClass('selected marked pointed chosen');
    for (const number of group) cy.getElementById(number).addClass('marked');
    if (selected !== null) cy.getElementById(selected).addClass('selected').connectedEdges().addClass('pointed');
    if (chosenPair !== null) cy.getElementById(chosenPair).addClass('pointed chosen');
  });
}
