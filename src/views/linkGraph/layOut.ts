/** The layout itself: headless cytoscape with fcose, for large graphs a plain force layout. Slow for large graphs, so it runs in `layout.worker.ts`. */
import cytoscape from 'cytoscape';
import fcose from 'cytoscape-fcose';
import type { Point, Positions } from './arrangement.ts';
import type { LayoutRequest } from './layoutProtocol.ts';
import { partFrames } from './partFrames.ts';
import { LINK_LENGTH, seedPositions } from './seedPositions.ts';
import { springLayout } from './springLayout.ts';

cytoscape.use(fcose);

/** A number's label beyond its node, graph units. */
const LABEL_ROOM = { width: 76, height: 36 } as const;
/** Above this many nodes fcose takes more than a second (2 cores), and the picture is an overview anyway. */
const fcoseNodesMax = 300;

/**
 * Places for all nodes that are not fixed. Fixed ones hold the others but do not move. Deterministic: every node starts
 * from `seedPositions` or its own place, and no random start is drawn.
 */
export function layOut(request: LayoutRequest): Positions {
  return partFrames(request.nodes, { ...request.places, ...arrange(request) });
}

function arrange({ nodes, pairs, places }: LayoutRequest): Positions {
  const seeds = { ...seedPositions(nodes.map((node) => node.number), pairs, places), ...places };
  const free = nodes.filter((node) => !node.isFixed);
  if (free.length === 0) return {};
  if (nodes.length > fcoseNodesMax) return springLayout({ nodes, pairs, places }, seeds);
  const degree = new Map<string, number>();
  for (const { a, b } of pairs) {
    degree.set(a, (degree.get(a) ?? 0) + 1);
    degree.set(b, (degree.get(b) ?? 0) + 1);
  }
  const cy = cytoscape({
    headless: true,
    styleEnabled: true,
    // Without this cytoscape arranges a grid at once and the places given are lost.
    layout: { name: 'preset' },
    style: [{ selector: 'node:childless', style: { width: 'data(size)', height: 'data(size)' } }],
    elements: {
      nodes: [
        ...[...new Set(nodes.flatMap(({ group }) => group ?? []))].map((group) => ({ data: { id: groupId(group) } })),
        ...nodes.map(({ number, size, group }) => ({ data: { id: number, size, ...(group === null ? {} : { parent: groupId(group) }) }, position: { ...placeOf(seeds, number) } })),
      ],
      edges: pairs.filter(({ a, b }) => a !== b).map(({ a, b }, i) => ({ data: { id: `\t\t${i}`, source: a, target: b } })),
    },
  });
  const fixed = nodes.filter((node) => node.isFixed).map(({ number }) => ({ nodeId: number, position: { ...placeOf(seeds, number) } }));
  const options = {
    name: 'fcose',
    quality: 'default',
    // A random start is what makes arrangements jump.
    randomize: false,
    animate: false,
    fit: false,
    packComponents: false,
    // Hubs that share their contacts would be drawn onto each other.
    nodeRepulsion: (node: cytoscape.NodeSingular) => 9000 * (1 + 1.5 * Math.max(0, (degree.get(node.id()) ?? 0) - 4)),
    // A hub's ring must have room for its contacts.
    idealEdgeLength: (edge: cytoscape.EdgeSingular) =>
      LINK_LENGTH + 1.2 * Math.max(0, Math.max(degree.get(edge.source().id()) ?? 0, degree.get(edge.target().id()) ?? 0) - 12),
    edgeElasticity: () => 0.4,
    gravity: 0.2,
    numIter: 1000,
    // Numbers without a link stand side by side: with room for their labels.
    tilingPaddingHorizontal: LABEL_ROOM.width,
    tilingPaddingVertical: LABEL_ROOM.height,
    ...(fixed.length > 0 ? { fixedNodeConstraint: fixed } : {}),
  };
  try {
    cy.layout(options).run();
    return Object.fromEntries(free.map(({ number }) => [number, finite(cy.getElementById(number).position(), placeOf(seeds, number))]));
  } finally {
    cy.destroy();
  }
}

/** A compound's, which no number has. */
function groupId(group: string): string {
  return `\t${group}`;
}

function placeOf(places: Positions, number: string): Point {
  return places[number] ?? { x: 0, y: 0 };
}

/** A layout that diverged leaves a node where it started. */
function finite(point: Point, otherwise: Point): Point {
  return Number.isFinite(point.x) && Number.isFinite(point.y) ? { x: Math.round(point.x * 10) / 10, y: Math.round(point.y * 10) / 10 } : otherwise;
}
