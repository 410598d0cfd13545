/** What the pointer does in the link graph, told to whoever shows it. */
import type { Core } from 'cytoscape';
import type { Area } from './area.ts';
import { isInside } from './area.ts';
import type { Point } from './arrangement.ts';
import { BLEED_PX } from './pictureMotion.ts';

/** The marked are these alone, these too, or no longer these; one that is pointed at changes sides. */
export type Marking = 'set' | 'add' | 'remove' | 'toggle';

export interface PointerCallbacks {
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

/** Numbers whose centre lies in an area of the screen. */
export function numbersIn(cy: Core, area: Area): string[] {
  const inFrame = ({ x, y }: Point) => ({ x: x - BLEED_PX, y: y - BLEED_PX });
  return cy.nodes().filter((node) => isInside(area, inFrame(node.renderedPosition()))).map((node) => node.id());
}

/** @param latest the props to tell, as they are when something happens */
export function listen(cy: Core, latest: { readonly current: PointerCallbacks }, setHovered: (number: string | null) => void, container: HTMLElement): void {
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
