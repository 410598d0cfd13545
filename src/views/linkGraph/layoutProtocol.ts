/** All messages between the page and the layout worker, both directions. */
import type { Positions } from './arrangement.ts';
import type { ComputedMeasure, WeighedGraph } from './centrality.ts';

export interface LayoutNode {
  readonly number: string;
  /** Diameter, graph units. */
  readonly size: number;
  /** What it belongs to, which keeps together; null otherwise. */
  readonly group: string | null;
  /** Stays exactly where `places` has it. */
  readonly isFixed: boolean;
}

export interface LayoutRequest {
  readonly nodes: readonly LayoutNode[];
  readonly pairs: readonly { readonly a: string; readonly b: string; readonly records: number }[];
  /** Where each node starts; all fixed nodes have a place, others may. */
  readonly places: Positions;
}

export interface MeasureRequest extends WeighedGraph {
  /** null where none is asked for. */
  readonly measure: ComputedMeasure | null;
  /** Whether communities are asked for. */
  readonly hasCommunities: boolean;
}

/** In the order of the request's numbers; null where not asked for. */
export interface Measured {
  readonly values: Float64Array | null;
  /** Which community each number is in, from 0. */
  readonly communities: Uint32Array | null;
}

/** Page → worker. */
export type LayoutMessage =
  | { readonly id: number; readonly do: 'layOut'; readonly request: LayoutRequest }
  | { readonly id: number; readonly do: 'measure'; readonly request: MeasureRequest };

/** Worker → page. `id` is the request's. */
export type LayoutReply =
  /** A place for each node that was not fixed. */
  | { readonly id: number; readonly is: 'laidOut'; readonly positions: Positions; readonly tookMs: number }
  | { readonly id: number; readonly is: 'measured'; readonly measured: Measured }
  /** `details` is for a report. */
  | { readonly id: number; readonly is: 'failed'; readonly details: string };
