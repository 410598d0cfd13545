import type { ThingKind } from '../../analysis/things/thing.ts';
import type { Format } from '../../words/format.ts';
import type { GraphNode } from './linkGraphModel.ts';

export interface NodeTexts extends Readonly<Record<ThingKind, string>> {
  readonly community: (numbers: string, calls: string) => string;
  readonly communityNamed: (name: string, numbers: string, calls: string) => string;
  readonly thingName: (kind: string, name: string) => string;
}

type Named = Pick<GraphNode, 'number' | 'thing' | 'gathered'>;

/** How a node is called where its shape says of what kind it is: its number, its name, or what the community it stands for holds. */
export function nodeLabel({ number, thing, gathered }: Named, t: NodeTexts, format: Pick<Format, 'count' | 'phone'>): string {
  if (thing !== null) return thing.name;
  if (gathered === null) return format.phone(number);
  const figures = [format.count(gathered.numbers.length), format.count(gathered.calls)] as const;
  return gathered.name === null ? t.community(...figures) : t.communityNamed(gathered.name, ...figures);
}

/** The same where nothing else says of what kind it is. */
export function nodeName(node: Named, t: NodeTexts, format: Pick<Format, 'count' | 'phone'>): string {
  const label = nodeLabel(node, t, format);
  return node.thing === null ? label : t.thingName(t[node.thing.kind], label);
}
