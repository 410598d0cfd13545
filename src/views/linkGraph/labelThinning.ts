/** Which labels are drawn where there is no room for all. */

export interface LabelCandidate {
  readonly id: string;
  /** Centre of the node on the screen, px. */
  readonly x: number;
  readonly y: number;
  /** Radius of the node on the screen, px. */
  readonly radius: number;
  /** Size of the label, px; it stands centred below the node, or above it where only there is room. */
  readonly width: number;
  readonly height: number;
  /** Width of the badge at the node's upper right, px, which comes and goes with the label; 0 when it has none. */
  readonly badgeWidth: number;
  readonly importance: number;
  /** Yields to labels but covers nodes if it must: an opened number or a high score among many others. */
  readonly mayCoverNodes: boolean;
  /** Drawn in any case, above the others: selected or pointed at. */
  readonly isForced: boolean;
}

/** Gap between node and label, px. */
const LABEL_GAP = 3;
export const BADGE_HEIGHT = 13;
const cellPx = 64;

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export type LabelSide = 'below' | 'above';

/** Upper edge of a label, px. Above a node there may be its badge and its pin: the label stands above those. */
export function labelTop({ y, radius, height }: Pick<LabelCandidate, 'y' | 'radius' | 'height'>, side: LabelSide): number {
  return side === 'below' ? y + radius + LABEL_GAP : y - Math.max(radius, radius * 0.7 + BADGE_HEIGHT) - LABEL_GAP - height;
}

export function labelBox(candidate: LabelCandidate, side: LabelSide = 'below'): Box {
  const top = labelTop(candidate, side);
  return { left: candidate.x - candidate.width / 2, top, right: candidate.x + candidate.width / 2, bottom: top + candidate.height };
}

/** At the upper right, where it hides neither the ring nor the label. */
export function badgeBox({ x, y, radius, badgeWidth }: Pick<LabelCandidate, 'x' | 'y' | 'radius' | 'badgeWidth'>): Box {
  const left = x + radius * 0.7;
  const top = y - radius * 0.7 - BADGE_HEIGHT + 1;
  return { left, top, right: left + badgeWidth, bottom: top + BADGE_HEIGHT };
}

/**
 * Labels that are drawn, by id, and on which side of the node: greedily by importance, each only where it covers neither a label
 * taken before nor any node, and its badge no label either. One that may cover nodes does so rather than be left out. Forced ones are
 * taken first and yield to nothing. At most `limit`.
 */
export function thinLabels(candidates: readonly LabelCandidate[], limit: number): ReadonlyMap<string, LabelSide> {
  const taken = new BoxIndex();
  const nodes = new BoxIndex();
  for (const { x, y, radius } of candidates) nodes.add({ left: x - radius, top: y - radius, right: x + radius, bottom: y + radius });
  const order = [...candidates].sort((one, other) => Number(other.isForced) - Number(one.isForced) || other.importance - one.importance || (one.id < other.id ? -1 : 1));
  const shown = new Map<string, LabelSide>();
  for (const candidate of order) {
    if (shown.size >= limit) break;
    const badge = candidate.badgeWidth > 0 ? badgeBox(candidate) : null;
    const isClear = (side: LabelSide) => !taken.isHit(labelBox(candidate, side)) && !nodes.isHit(labelBox(candidate, side));
    const side = isClear('below') ? 'below' : isClear('above') ? 'above' : candidate.mayCoverNodes && !taken.isHit(labelBox(candidate)) ? 'below' : null;
    const isLeftOut = side === null || (badge !== null && taken.isHit(badge));
    if (isLeftOut && !candidate.isForced) continue;
    taken.add(labelBox(candidate, side ?? 'below'));
    if (badge !== null) taken.add(badge);
    shown.set(candidate.id, side ?? 'below');
  }
  return shown;
}

/** Boxes by the cells of a grid they touch. */
class BoxIndex {
  readonly #cells = new Map<number, Box[]>();

  add(box: Box): void {
    for (const cell of cellsOf(box)) {
      const boxes = this.#cells.get(cell);
      if (boxes) boxes.push(box);
      else this.#cells.set(cell, [box]);
    }
  }

  isHit(box: Box): boolean {
    return cellsOf(box).some((cell) => this.#cells.get(cell)?.some((other) => overlap(box, other)) ?? false);
  }
}

export function overlap(one: Box, other: Box): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}

function cellsOf(box: Box): number[] {
  const cells: number[] = [];
  for (let x = Math.floor(box.left / cellPx); x <= Math.floor(box.right / cellPx); x++) {
    for (let y = Math.floor(box.top / cellPx); y <= Math.floor(box.bottom / cellPx); y++) cells.push(x * 65_536 + y);
  }
  return cells;
}
