/** How large a node is drawn by what its size stands for. */
import type { Format } from '../../words/format.ts';
import type { SizeMeasure } from './centrality.ts';
import type { GraphNode, LinkGraph } from './linkGraphModel.ts';

/** Diameters, graph units. */
const smallest = 12;
const largest = 36;

/** What was measured, and of which numbers; a number that is not in it has not been measured yet. */
export interface MeasuredValues {
  readonly measure: SizeMeasure;
  readonly values: ReadonlyMap<string, number>;
}

/**
 * The same graph with the size of each node by `measured`; without it by contacts in the dataset. The disc's area grows
 * with the share of the largest value; calls and contacts, where a few tower above all, grow by their logarithm.
 */
export function sizeByMeasure(graph: LinkGraph, measured: MeasuredValues | null): LinkGraph {
  if (measured === null || measured.measure === 'contacts') return graph;
  const { measure, values } = measured;
  const most = graph.nodes.reduce((highest, { number }) => Math.max(highest, values.get(number) ?? 0), 0);
  const sized = (node: GraphNode): GraphNode => {
    const value = values.get(node.number) ?? null;
    const share = value === null || most === 0 ? 0 : measure === 'calls' ? Math.log1p(value) / Math.log1p(most) : value / most;
    return { ...node, value, size: Math.sqrt(smallest ** 2 + share * (largest ** 2 - smallest ** 2)) };
  };
  return { ...graph, nodes: graph.nodes.map(sized) };
}

/** The least and the most that a node's size stands for now, with the sizes; null when nothing is shown or measured. */
export function sizeRange({ nodes }: LinkGraph): { readonly least: number; readonly most: number } | null {
  const values = nodes.flatMap(({ value }) => (value === null ? [] : [value]));
  return values.length === 0 ? null : { least: values.reduce((a, b) => Math.min(a, b)), most: values.reduce((a, b) => Math.max(a, b)) };
}


/** A value of the measure as people read it. */
export function measureText(measure: SizeMeasure, value: number, format: Pick<Format, 'count' | 'share'>): string {
  return measure === 'betweenness' || measure === 'pageRank' ? format.share(value) : format.count(value);
}
