import type { RecordStore } from '../../records/recordStore.ts';
import type { Pauses } from '../../records/steps.ts';
import type { ContactTable } from '../contactTable.ts';
import type { FeatureTable } from '../featureNames.ts';
import type { Presence } from '../featurePart.ts';
import type { Point } from '../travel.ts';
import type { CloserColumns } from './closerColumns.ts';

/** Some rows of a table, and where in it they begin. */
export interface TablePiece {
  readonly firstRow: number;
  readonly features: FeatureTable;
}

/** What was opened beside communications that tells of the numbers. */
export interface KnownFacts {
  /** Lists of seized or blocked numbers that hold the row's number. */
  readonly seizedLists: (row: number) => number;
  /** Known and to be left alone (特殊号码). */
  readonly isLeftAlone: (row: number) => boolean;
  /** Where cells stand, by cell id + 1. */
  readonly sites: ReadonlyMap<number, Point>;
  /** UTC offset in seconds, by a record's offset id. */
  readonly offsetsS: readonly number[];
}

/** What there is to look at. */
export interface Scene {
  readonly features: FeatureTable;
  /** The same features, a number of rows at a time, so that a pass over all needs little memory. */
  readonly pieces: () => Iterable<TablePiece>;
  readonly presence: Presence;
  readonly records: RecordStore;
  /** Directed pairs in the whole dataset. */
  readonly linkCount: number;
  /** Row of a number key, or -1. */
  readonly rowOf: (key: number) => number;
  readonly facts: KnownFacts;
}

/** A scene with what a first look said of it. */
export interface CloserLook extends Scene {
  /** Log-odds of the first look, by row. */
  readonly suspicion: Float64Array;
  /** Rows above the line at the first look, most suspicious first. */
  readonly flagged: readonly number[];
  readonly contactsOf: (row: number) => ContactTable;
  /** Takes what is measured. */
  readonly closer: CloserColumns;
  /** Takes who was found in one room, by row. */
  readonly rooms: Map<number, readonly number[]>;
}

/**
 * Features that need more than one pass over a number's own records: other numbers' records, or a comparison with chance.
 * They are made for the numbers of which they could tell something, the most suspicious first; the others have no value.
 */
export interface CloserFeature {
  /** Which rows of some columns it could tell something of. */
  readonly candidates: (columns: FeatureTable['columns']) => (row: number) => boolean;
  /** @param rows the candidates, most suspicious first */
  readonly measure: (look: CloserLook, rows: readonly number[]) => Pauses;
}

/** Rows between two pauses: their records are read in some milliseconds. */
const ROWS_A_TURN = 64;

/** True for the row after which to pause, by how many came before it. */
export function isTurn(place: number): boolean {
  return place % ROWS_A_TURN === ROWS_A_TURN - 1;
}

/** Rows in the order in which their records are read fastest. */
export function inReadingOrder(rows: readonly number[]): number[] {
  return rows.toSorted((a, b) => a - b);
}
