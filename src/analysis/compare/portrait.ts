/** Two numbers beside each other: what is asked and answered. Survives JSON, like all of `answers.ts`. */
import type { DayWindow } from '../../records/days.ts';
import type { CommonContact } from '../answers.ts';

export interface PortraitQuery {
  readonly window: DayWindow | null;
  readonly a: string;
  readonly b: string;
  /** Apart in time and space at most so much to be at one place; 0 metres asks for the same cell. */
  readonly minutes: number;
  readonly metres: number;
}

/** Each number by itself. */
export interface PortraitSide {
  readonly number: string;
  readonly score: number | null;
  readonly records: number;
  readonly contacts: number;
  readonly first: string;
  readonly last: string;
  /** Records by weekday (Monday first) × hour: 168 counts. */
  readonly heatmap: readonly number[];
  readonly recordsPerDay: number;
  readonly outgoingShare: number;
  /** Geometric mean of talks; null without durations. */
  readonly typicalTalkS: number | null;
}

export interface DirectContacts {
  readonly calls: number;
  readonly texts: number;
  readonly seconds: number;
}

export const samePersonSigns = ['contacts', 'devices', 'cells', 'together', 'overlap', 'talks', 'rhythm'] as const;
export type SamePersonSign = (typeof samePersonSigns)[number];

/** A sign for or against the two numbers being one person's: log-likelihood ratio (natural logarithm) against any two persons. */
export interface SamePersonTerm {
  readonly sign: SamePersonSign;
  readonly logRatio: number;
  /** What was counted, and what chance would give; their meaning is the sign's. */
  readonly found: number;
  readonly expected: number | null;
}

export interface Portrait {
  /** Of the two, those that the dataset does not hold. */
  readonly unknown: readonly string[];
  /** null while either is unknown. */
  readonly both: PortraitOfTwo | null;
}

export interface PortraitOfTwo {
  readonly a: PortraitSide;
  readonly b: PortraitSide;
  readonly direct: {
    readonly fromA: DirectContacts;
    readonly fromB: DirectContacts;
    readonly first: string | null;
    readonly last: string | null;
  };
  readonly common: {
    readonly total: number;
    /** Contacts in common that chance would give, service numbers left out. */
    readonly expected: number;
    /** Most surprising first; at most 50. */
    readonly rows: readonly CommonContact[];
  };
  /** Used by both. Counts are records of each. */
  readonly devices: readonly { readonly imei: string; readonly a: number; readonly b: number }[];
  /** Used by both, most used first; at most 20. */
  readonly cells: readonly { readonly cell: string; readonly a: number; readonly b: number }[];
  /** Hours at one place, of those in which both were seen anywhere; null where either has no cells. */
  readonly together: { readonly hours: number; readonly seen: number; readonly expected: number; readonly chance: number; readonly cells: readonly string[] } | null;
  /** One has to do with somebody, and within minutes the other with the same. */
  readonly relays: { readonly fromA: RelayCount; readonly fromB: RelayCount };
  readonly samePerson: {
    /** Sum of the terms. */
    readonly logRatio: number;
    readonly terms: readonly SamePersonTerm[];
  };
}

export interface RelayCount {
  readonly times: number;
  readonly expected: number;
  readonly chance: number;
}

/** Beyond this the weight of evidence speaks clearly, either way: as odds of about 20 to 1. */
export const CLEAR_LOG_RATIO = 3;
