/** What numbers share beside calls: the things of a link graph that are no numbers. */

/** In the order a person would ask for them. */
export const thingKinds = ['device', 'cell', 'outlet', 'contract', 'account', 'bankCard'] as const;
export type ThingKind = (typeof thingKinds)[number];

/** Kinds that numbers can be gathered by: each number has one that it is most of. */
export const groupingKinds = ['outlet', 'device', 'cell'] as const satisfies readonly ThingKind[];
export type GroupingKind = (typeof groupingKinds)[number];

export interface Thing {
  readonly kind: ThingKind;
  /** As the records write it; an account with its platform: `wx_31@WeChat`. */
  readonly name: string;
}

/** `device:86740913144950`. */
export function thingText({ kind, name }: Thing): string {
  return `${kind}:${name}`;
}

/** The inverse of `thingText`; null for anything else. */
export function parseThing(text: string): Thing | null {
  const colon = text.indexOf(':');
  const kind = thingKinds.find((known) => known === text.slice(0, colon));
  const name = text.slice(colon + 1);
  return kind === undefined || name === '' ? null : { kind, name };
}

/** A number and a thing of it. */
export interface ThingTie {
  readonly kind: ThingKind;
  readonly name: string;
  readonly number: string;
  /** Records that tie the two: calls and texts in a device or cell, rows of a table otherwise. */
  readonly records: number;
  /** null where the records have no times. */
  readonly first: string | null;
  readonly last: string | null;
}

export interface NetworkThing extends Thing {
  /** All numbers tied to it in the dataset. */
  readonly numbers: number;
  /** Of these, not shown. */
  readonly hidden: number;
  /** True for those asked for with their numbers. */
  readonly isOpen: boolean;
}

/** The things of some numbers, of one kind. */
export interface ThingQuery {
  readonly window: { readonly from: string; readonly to: string } | null;
  /** 1 to 50. */
  readonly numbers: readonly string[];
  readonly kind: ThingKind;
  /** 1 to 100. */
  readonly limit: number;
}
export interface ThingPage {
  /** Of the numbers asked about, those that the dataset does not hold. */
  readonly unknown: readonly string[];
  readonly total: number;
  /** Those of most of the numbers first, then those with most records. */
  readonly rows: readonly { readonly name: string; readonly numbers: number; readonly records: number }[];
}
