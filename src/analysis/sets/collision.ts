/** Set algebra over numbers (号码碰撞): what is asked and what is answered. Survives JSON, like all of `answers.ts`. */
import type { DayWindow } from '../../records/days.ts';
import type { ListRole } from '../../records/recordTables.ts';
import type { DetectorId } from '../../scoring/detectorIds.ts';
import type { Scene } from '../answers.ts';

/** Where the numbers of a set come from. */
export type NumberSource =
  /** Typed, pasted, from a file or from the selection: a number a line, or with commas, semicolons or tabs between. */
  | { readonly is: 'numbers'; readonly text: string }
  /** A number list of the dataset. */
  | { readonly is: 'list'; readonly name: string; readonly role: ListRole }
  /** All that were seen in cells during a stretch of time; cells within `metres` of them count too. */
  | { readonly is: 'scene'; readonly scene: Scene; readonly metres: number }
  /** All that used one of the devices. */
  | { readonly is: 'devices'; readonly devices: readonly string[] }
  /** All with any of the findings (empty for all) and at least so high a score. */
  | { readonly is: 'suspects'; readonly detectors: readonly DetectorId[]; readonly minScore: number };

export interface NamedSource {
  readonly name: string;
  readonly source: NumberSource;
}

export interface CollisionQuery {
  readonly window: DayWindow | null;
  readonly sets: readonly NamedSource[];
  /** `A & B - C`; see `setExpression.ts`. */
  readonly expression: string;
  /** Whether numbers to be left alone (特殊号码) stay in the result. */
  readonly keepsLeftAlone: boolean;
  /** Whether the answer holds all numbers as text, too: to save them, or to make a set of them. */
  readonly isWhole: boolean;
}

export interface CollidedSet {
  readonly name: string;
  readonly count: number;
  /** Entries that are no numbers, such as a heading. */
  readonly unread: number;
  /** Cells or devices asked for that no record names; a list that the dataset does not have. */
  readonly unknown: readonly string[];
}

export interface CollidedNumber {
  readonly number: string;
  /** null where the records do not hold the number. */
  readonly score: number | null;
  /** Names of the sets that hold it. */
  readonly sets: readonly string[];
  /** Records of the number; 0 where it is in no record. */
  readonly records: number;
}

export interface Collision {
  readonly sets: readonly CollidedSet[];
  /** Numbers that the expression leaves, without those to be left alone. */
  readonly total: number;
  /** Of these, how many have records. */
  readonly inRecords: number;
  /** Numbers to be left alone among what the expression leaves, kept or not. */
  readonly leftAlone: number;
  /** True when those stay in the result. */
  readonly keptAlone: boolean;
  /** Highest score first, then those without records, by number; at most 500. */
  readonly rows: readonly CollidedNumber[];
  /** All of them, one a line, in order of their keys; null unless asked for. */
  readonly text: string | null;
}
