/** All messages between the page and the layout worker, both directions. */
import type { Positions } from './arrangement.ts';

export interface LayoutNode {
  readonly number: string;
  /** Diameter, graph units. */
  readonly size: number;
  /** Stays exactly where `places` has it. */
  readonly isFixed: boolean;
}

export interface LayoutRequest {
  readonly nodes: readonly LayoutNode[];
  readonly pairs: readonly { readonly a: string; readonly b: string; readonly records: number }[];
  /** Where each node starts; all fixed nodes have a place, others may. */
  readonly places: Positions;
}

/** Page → worker. */
export type LayoutMessage = { readonly id: number; readonly do: 'layOut'; readonly request: LayoutRequest };

/** Worker → page. `id` is the request's. */
export type LayoutReply =
  /** A place for each node that was not fixed. */
  | { readonly id: number; readonly is: 'laidOut'; readonly positions: Positions; readonly tookMs: number }
  /** `details` is for a report. */
  | { readonly id: number; readonly is: 'failed'; readonly details: string };
