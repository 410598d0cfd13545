import type { Format } from '../../words/format.ts';
import type { GraphNode } from './linkGraphModel.ts';

/** How a node is called: its number, or what the community it stands for holds. */
export function nodeLabel(
  node: Pick<GraphNode, 'number' | 'gathered'>, t: { readonly community: (numbers: string, calls: string) => string }, format: Pick<Format, 'count' | 'phone'>,
): string {
  return node.gathered === null ? format.phone(node.number) : t.community(format.count(node.gathered.numbers.length), format.count(node.gathered.calls));
}
