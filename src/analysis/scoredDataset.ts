import type { KnownFacts } from '../features/closer/closerFeature.ts';
import type { FeatureTable } from '../features/featureNames.ts';
import type { Presence } from '../features/featurePart.ts';
import type { ByteInterner } from '../records/byteInterner.ts';
import type { LineSegment, RecordContext, RejectedRow, SourceFile } from '../records/communication.ts';
import type { OddNumbers } from '../records/oddNumbers.ts';
import type { DayWindow } from '../records/days.ts';
import type { RecordTables } from '../records/recordTables.ts';
import type { RecordStore } from '../records/recordStore.ts';
import type { Scorecard } from '../scoring/scorecard.ts';
import type { ScoreTable } from '../scoring/scoreTable.ts';
import type { Refit } from './refit/refitAnswers.ts';

/**
 * A dataset after reading, features and scoring: all that the questions of this room are asked of. Rows of features,
 * presence, scores and records are the same numbers. Contacts are made from the records (`contactsOf`).
 */
export interface ScoredDataset {
  readonly name: string;
  readonly files: readonly SourceFile[];
  /** Where the lines that records carry stand in the files. */
  readonly lineSegments: readonly LineSegment[];
  /** The first rejected rows (as many as were kept); `rejectedCount` counts all. */
  readonly rejected: readonly RejectedRow[];
  readonly rejectedCount: number;
  /** Accepted records, each once. */
  readonly recordCount: number;
  /** Accepted records beyond those: they stood in another file as well. */
  readonly duplicateCount: number;
  /** Directed pairs with at least one record. */
  readonly linkCount: number;
  readonly context: RecordContext;
  readonly oddNumbers: OddNumbers;
  readonly cells: ByteInterner;
  /** The window these features are of; null for the whole span. */
  readonly window: DayWindow | null;
  /** The dataset of the whole span that a windowed one was made from; absent when this is the whole. */
  readonly whole?: ScoredDataset;
  /** Local days (since 1970) of the whole span, first and last; first > last when there are no records. */
  readonly firstDay: number;
  readonly lastDay: number;
  /** Local seconds and offset id of the first and last record of the whole span; null when there are none. */
  readonly firstAt: { readonly at: number; readonly offset: number } | null;
  readonly lastAt: { readonly at: number; readonly offset: number } | null;
  /** Records by day of the whole span, entry 0 = firstDay. */
  readonly recordsByDay: Uint32Array;
  readonly features: FeatureTable;
  readonly presence: Presence;
  readonly scores: ScoreTable;
  /** What a closer look, not taken yet, makes of features and scores; null once it was taken. Yields now and then. */
  readonly lookCloser: ((facts: KnownFacts) => Generator<undefined, Pick<ScoredDataset, 'features' | 'scores'>>) | null;
  readonly baseRate: number;
  /** Where decisions on the dataset were learned from: what, the scorecard it makes, and the dataset without it. Absent under the shipped model. */
  readonly refitted?: { readonly refit: Refit; readonly card: Scorecard; readonly shipped: ScoredDataset };
  readonly records: RecordStore;
  /** What was opened beside communications: registrations of cards, pools, accounts, transfers, lists … */
  readonly tables: RecordTables;
  /** Row of a number key, or -1. */
  readonly rowOf: (key: number) => number;
  readonly scoredInMs: number | null;
}
