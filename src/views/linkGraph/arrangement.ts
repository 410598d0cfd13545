/**
 * What a person made of a link graph: which numbers are opened, which are hidden, and where everything stands.
 * All steps are pure; a step that changes nothing gives back the same object.
 */

import type { GroupingKind } from '../../analysis/things/thing.ts';

/** What numbers are gathered by into one node each. */
export type Gathering = 'communities' | GroupingKind;

/** In graph units: screen pixels at zoom 1. */
export interface Point {
  readonly x: number;
  readonly y: number;
}
/** By number. Places of numbers that are not shown now are kept, so that they come back to where they were. */
export type Positions = Readonly<Record<string, Point>>;

export interface Arrangement {
  /** Numbers whose contacts are shown, in the order they were opened. */
  readonly open: readonly string[];
  /** Numbers shown without their contacts: what leads from one to another, what was kept. Never opened ones. */
  readonly also: readonly string[];
  readonly hidden: readonly string[];
  /** Never moved by a layout. */
  readonly pinned: readonly string[];
  readonly positions: Positions;
  /** What is gathered into one node each; null for nothing. */
  readonly gather: Gathering | null;
  /** Numbers whose communities are left open all the same. */
  readonly split: readonly string[];
}

export const emptyArrangement: Arrangement = { open: [], also: [], hidden: [], pinned: [], positions: {}, gather: null, split: [] };

export function expand(arrangement: Arrangement, numbers: readonly string[], atMost: number): Arrangement {
  const added = numbers.filter((number) => !arrangement.open.includes(number)).slice(0, Math.max(0, atMost - arrangement.open.length));
  if (added.length === 0) return arrangement;
  return { ...arrangement, open: [...arrangement.open, ...added], also: arrangement.also.filter((number) => !added.includes(number)) };
}

/** A collapsed number stays, without its contacts. */
export function collapse(arrangement: Arrangement, number: string): Arrangement {
  if (!arrangement.open.includes(number)) return arrangement;
  return { ...arrangement, open: arrangement.open.filter((other) => other !== number), also: [...arrangement.also, number] };
}

/** Shows numbers without their contacts, also those that had been hidden. */
export function show(arrangement: Arrangement, numbers: readonly string[]): Arrangement {
  const added = numbers.filter((number) => !arrangement.open.includes(number) && !arrangement.also.includes(number));
  const hidden = arrangement.hidden.filter((number) => !numbers.includes(number));
  if (added.length === 0 && hidden.length === arrangement.hidden.length) return arrangement;
  return { ...arrangement, also: [...arrangement.also, ...added], hidden };
}

/** Only these stay, each without its contacts; where they stand they stay. */
export function keepOnly(arrangement: Arrangement, numbers: readonly string[]): Arrangement {
  return numbers.length === 0 ? arrangement : { ...arrangement, open: [], also: [...numbers], hidden: [] };
}

/** Takes numbers out that are not in the dataset. */
export function drop(arrangement: Arrangement, numbers: readonly string[]): Arrangement {
  const without = (list: readonly string[]) => list.filter((number) => !numbers.includes(number));
  return { ...arrangement, open: without(arrangement.open), also: without(arrangement.also) };
}

/** Hiding an opened number closes it too: its contacts would hang in the air. */
export function hide(arrangement: Arrangement, numbers: readonly string[]): Arrangement {
  const added = numbers.filter((number) => !arrangement.hidden.includes(number));
  return added.length === 0 ? arrangement : { ...drop(arrangement, added), hidden: [...arrangement.hidden, ...added] };
}

export function showHidden(arrangement: Arrangement): Arrangement {
  return arrangement.hidden.length === 0 ? arrangement : { ...arrangement, hidden: [] };
}

/** Gathers numbers by communities, outlets …, or shows all again. */
export function gatherBy(arrangement: Arrangement, gather: Gathering | null): Arrangement {
  return gather === arrangement.gather ? arrangement : { ...arrangement, gather, split: [] };
}

/** Opens the communities of these numbers; each stays where it was, and the others come around it. */
export function splitCommunities(arrangement: Arrangement, numbers: readonly string[]): Arrangement {
  const added = numbers.filter((number) => !arrangement.split.includes(number));
  return added.length === 0 ? arrangement : { ...arrangement, split: [...arrangement.split, ...added] };
}

/** Gathers a community again. */
export function gatherAgain(arrangement: Arrangement, members: readonly string[]): Arrangement {
  const split = arrangement.split.filter((number) => !members.includes(number));
  return split.length === arrangement.split.length ? arrangement : { ...arrangement, split };
}

/** Pins numbers that are not all pinned yet, and unpins them otherwise. */
export function togglePin(arrangement: Arrangement, numbers: readonly string[]): Arrangement {
  const added = numbers.filter((number) => !arrangement.pinned.includes(number));
  const pinned = added.length > 0 ? [...arrangement.pinned, ...added] : arrangement.pinned.filter((number) => !numbers.includes(number));
  return { ...arrangement, pinned };
}

/** Puts a number somewhere by hand, which pins it. */
export function move(arrangement: Arrangement, number: string, to: Point): Arrangement {
  const pinned = arrangement.pinned.includes(number) ? arrangement.pinned : [...arrangement.pinned, number];
  return { ...arrangement, pinned, positions: { ...arrangement.positions, [number]: to } };
}

/** Takes a layout's places for numbers that have none yet; whatever is arranged stays. */
export function settle(arrangement: Arrangement, laidOut: Positions): Arrangement {
  return { ...arrangement, positions: { ...laidOut, ...arrangement.positions } };
}

/** Takes a layout's places for all but the pinned. */
export function rearrange(arrangement: Arrangement, laidOut: Positions): Arrangement {
  const kept = arrangement.pinned.flatMap((number) => (arrangement.positions[number] ? [[number, arrangement.positions[number]] as const] : []));
  return { ...arrangement, positions: { ...arrangement.positions, ...laidOut, ...Object.fromEntries(kept) } };
}

/** An earlier arrangement again, with the places that a layout has found since for numbers it did not know. */
export function restore(present: Arrangement, earlier: Arrangement): Arrangement {
  return { ...earlier, positions: { ...present.positions, ...earlier.positions } };
}
