/** What is told of where a number was. Degrees and kilometres; null where the tables of cells do not know. */
import type { SpeedVerdict } from '../../features/travel.ts';

/** A cell at which the number was seen. */
export interface SeenCell {
  readonly cell: string;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly place: string | null;
  readonly country: string | null;
  /** Index of the place (`NumberPlaces.places`) it belongs to. */
  readonly at: number;
  readonly records: number;
  readonly nights: number;
  readonly workdays: number;
  readonly first: string;
  readonly last: string;
}

/** Cells so near to each other that a phone changes between them while its holder stays. */
export interface SeenPlace {
  /** Its busiest cell, and where that stands. */
  readonly cell: string;
  readonly place: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly cells: number;
  readonly records: number;
  readonly nights: number;
  readonly workdays: number;
}

export const placeVerdicts = ['likely', 'unclear', 'few', 'none'] as const;

/** Where the number's nights, or its working hours, were spent. */
export interface HabitualPlace {
  /** `unclear`: no place has half of them; `few`: too few of them to say; `none`: not seen in those hours. */
  readonly verdict: (typeof placeVerdicts)[number];
  /** Index of the place that has most of them; null when there is none. */
  readonly at: number | null;
  /** Nights (or working days) with a record there, and with a record anywhere. */
  readonly times: number;
  readonly of: number;
  /** Records there and anywhere in those hours. */
  readonly records: number;
  readonly recordsOf: number;
}

/** How often the number went from one place to the other, either way. */
export interface Move {
  readonly from: number;
  readonly to: number;
  readonly times: number;
  /** Of these, faster than possible. */
  readonly impossible: number;
}

export interface NumberPlaces {
  /** Records of the number, and those of them that name a cell. */
  readonly records: number;
  readonly sightings: number;
  /** Most records first; at most 500 of `cellCount`. */
  readonly cells: readonly SeenCell[];
  readonly cellCount: number;
  /** Those of the cells above, most records first. */
  readonly places: readonly SeenPlace[];
  readonly home: HabitualPlace;
  readonly work: HabitualPlace;
  /** Most frequent first; at most 300. */
  readonly moves: readonly Move[];
  readonly stays: number;
  /** Changes of place faster than any train, and faster than any airliner. */
  readonly unlikely: number;
  readonly impossible: number;
}

/** A change of place, as the two records around it tell it. */
export interface Arrival {
  readonly km: number;
  /** Between the records. */
  readonly seconds: number;
  /** Time of the record before it. */
  readonly since: string;
  readonly cell: string;
  /** null when it can be travelled. */
  readonly verdict: SpeedVerdict | null;
}

/** The number at one place from a record to a record. */
export interface Stay {
  /** Its busiest cell. */
  readonly cell: string;
  readonly place: string | null;
  readonly cells: number;
  readonly from: string;
  readonly to: string;
  readonly records: number;
  /** How it came from the stay before; null for the first, and where it is not known how far that is. */
  readonly arrival: Arrival | null;
}

export const stayKinds = ['all', 'fast'] as const;
/** `fast`: those reached faster than one travels. */
export type StayKind = (typeof stayKinds)[number];

/** Oldest first. */
export interface StayPage {
  readonly total: number;
  readonly rows: readonly Stay[];
}
