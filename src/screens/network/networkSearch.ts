/** What the network keeps in the URL: what is opened, how it is filtered, what is chosen. */
import type { RawSearch } from '../../state/search.ts';
import { parseCount, parseListOf, parseOneOf, parseText } from '../../state/search.ts';
import { groupingKinds, thingKinds } from '../../analysis/things/thing.ts';
import type { ThingKind } from '../../analysis/things/thing.ts';
import type { Gathering } from '../../views/linkGraph/arrangement.ts';
import type { ComputedMeasure } from '../../views/linkGraph/centrality.ts';
import { sizeMeasures } from '../../views/linkGraph/centrality.ts';
import { thingOf } from '../../views/linkGraph/graphThings.ts';
import type { ScoreBand } from '../../views/linkGraph/linkGraphModel.ts';
import { parseEnds } from '../../state/numberList.ts';
import { pairId, scoreBands } from '../../views/linkGraph/linkGraphModel.ts';

/** Numbers that one question may open (`NetworkQuery.numbers`). */
export const openAtMost = 50;
/** Numbers shown without their contacts (`NetworkQuery.also`). */
export const alsoAtMost = 500;
export const eachChoices = [5, 10, 15, 25, 50, 100] as const;
export const eachUsual = 15;

export interface NetworkSearch {
  /** Opened numbers as a list, see `state/numberList.ts`. */
  readonly focus?: string;
  /** Numbers shown without their contacts. */
  readonly also?: string;
  /** Contacts shown of each. */
  readonly each?: number;
  /** The two numbers of the chosen link. */
  readonly link?: string;
  /** Bands that are switched off. */
  readonly off?: string;
  /** Kinds of thing that are switched off. */
  readonly without?: string;
  /** The chosen thing; a chosen number is every screen's (`sel`). */
  readonly node?: string;
  /** Least calls and texts of a link. */
  readonly min?: number;
  /** What the size of a node stands for; contacts in the dataset where nothing is said. */
  readonly size?: ComputedMeasure;
  /** What is gathered into one node each. */
  readonly gather?: Gathering;
  /** Numbers whose communities are open all the same. */
  readonly split?: string;
  readonly view?: 'table';
}

export const gatherings = ['communities', ...groupingKinds] as const satisfies readonly Gathering[];

export function parseNetworkSearch(raw: RawSearch): NetworkSearch {
  const parts = {
    focus: parseText(raw['focus']),
    also: parseText(raw['also']),
    each: parseCount(raw['each'], eachChoices.at(-1)!) || undefined,
    link: parseText(raw['link']),
    off: parseListOf(raw['off'], scoreBands).join(',') || undefined,
    without: parseListOf(raw['without'], thingKinds).join(',') || undefined,
    node: parseThingId(raw['node']),
    min: parseCount(raw['min'], 100_000) || undefined,
    size: parseOneOf(raw['size'], sizeMeasures.filter((measure) => measure !== 'contacts')),
    gather: parseOneOf(raw['gather'], gatherings),
    split: parseText(raw['split']),
    view: parseOneOf(raw['view'], ['table'] as const),
  };
  return Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined));
}

export function parseKinds(text: string | undefined): readonly ThingKind[] {
  return parseListOf(text, thingKinds);
}

function parseThingId(raw: unknown): string | undefined {
  const text = parseText(raw);
  return text !== undefined && thingOf(text) !== null ? text : undefined;
}

export function parseBands(text: string | undefined): readonly ScoreBand[] {
  return parseListOf(text, scoreBands);
}

/** Id of the pair that `link` names, or null. */
export function parseLink(text: string | undefined): string | null {
  const [a, b, ...rest] = parseEnds(text);
  return a === undefined || b === undefined || rest.length > 0 ? null : pairId(a, b);
}
