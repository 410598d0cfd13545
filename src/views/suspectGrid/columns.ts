/** The queue's columns: their widths, and which of them fit. */
import type { SuspectSort } from '../../analysis/answers.ts';

export const columnIds = ['pick', 'score', 'number', 'why', 'weeks', 'callsPerContact', 'outgoing', 'imeis', 'lastSeen', 'status'] as const;
export type ColumnId = (typeof columnIds)[number];

interface Column {
  readonly widthPx: number;
  readonly minPx: number;
  /** Equal to minPx where the user may not change it. */
  readonly maxPx: number;
  /** Where not all fit, the column with the lowest goes first. */
  readonly keep: number;
  readonly sort: SuspectSort | null;
}

export const columns: Readonly<Record<ColumnId, Column>> = {
  pick: { widthPx: 32, minPx: 32, maxPx: 32, keep: 6, sort: null },
  score: { widthPx: 116, minPx: 64, maxPx: 240, keep: 9, sort: 'score' },
  number: { widthPx: 132, minPx: 112, maxPx: 320, keep: 9, sort: 'number' },
  // Takes what the others leave, and has WHY_PX before any figure has a column.
  why: { widthPx: 200, minPx: 160, maxPx: 160, keep: 8, sort: null },
  weeks: { widthPx: 84, minPx: 84, maxPx: 84, keep: 0, sort: null },
  callsPerContact: { widthPx: 56, minPx: 48, maxPx: 160, keep: 3, sort: 'calls_per_contact' },
  outgoing: { widthPx: 56, minPx: 48, maxPx: 160, keep: 2, sort: 'outgoing_share' },
  imeis: { widthPx: 60, minPx: 52, maxPx: 160, keep: 1, sort: 'imeis' },
  lastSeen: { widthPx: 112, minPx: 96, maxPx: 240, keep: 4, sort: 'last_seen' },
  status: { widthPx: 88, minPx: 72, maxPx: 200, keep: 5, sort: null },
};

/** The reasons are what the queue is read for: figures give way until these pixels are theirs (two short phrases). */
const WHY_PX = 248;

/** Widths that the user set; the rest have their own. */
export type ColumnWidths = Readonly<Partial<Record<ColumnId, number>>>;

export interface FittedColumn {
  readonly id: ColumnId;
  readonly widthPx: number;
}

export function isResizable(id: ColumnId): boolean {
  return columns[id].maxPx > columns[id].minPx;
}

/** A width as the column allows it. */
export function allowedWidthPx(id: ColumnId, widthPx: number): number {
  const { minPx, maxPx } = columns[id];
  return Math.round(Math.min(maxPx, Math.max(minPx, widthPx)));
}

/**
 * The columns that fit into `availablePx`, in their order; "why" takes what is left over. Nothing is clipped: columns go
 * by priority, and when only score and number are left they share what there is.
 */
export function fitColumns(availablePx: number, set: ColumnWidths): readonly FittedColumn[] {
  const wanted = columnIds.map((id) => ({ id, widthPx: id === 'why' ? columns.why.minPx : allowedWidthPx(id, set[id] ?? columns[id].widthPx) }));
  const dropped = new Set<ColumnId>();
  let neededPx = wanted.reduce((sum, { widthPx }) => sum + widthPx, 0);
  for (const { id, widthPx } of wanted.toSorted((a, b) => columns[a.id].keep - columns[b.id].keep)) {
    const { keep } = columns[id];
    const isFigure = keep < columns.pick.keep;
    if (keep === columns.score.keep || neededPx + (isFigure ? WHY_PX - columns.why.minPx : 0) <= availablePx) continue;
    dropped.add(id);
    neededPx -= widthPx;
  }
  const fitted = wanted.filter(({ id }) => !dropped.has(id));
  const sparePx = availablePx - neededPx;
  if (sparePx < 0) return fitted.map(({ id, widthPx }) => ({ id, widthPx: (widthPx * Math.max(0, availablePx)) / neededPx }));
  // Without "why", the number takes the rest.
  const taker = dropped.has('why') ? 'number' : 'why';
  return fitted.map(({ id, widthPx }) => ({ id, widthPx: id === taker ? widthPx + sparePx : widthPx }));
}

/** What was stored for the widths, as far as it still makes sense. */
export function parseColumnWidths(raw: unknown): ColumnWidths {
  if (typeof raw !== 'object' || raw === null) return {};
  const known = columnIds.flatMap((id) => {
    const widthPx: unknown = Reflect.get(raw, id);
    return isResizable(id) && typeof widthPx === 'number' && Number.isFinite(widthPx) ? [[id, allowedWidthPx(id, widthPx)] as const] : [];
  });
  return Object.fromEntries(known);
}
