import type { RecordFeatureName } from './featureNames.ts';

/** When each number was there, and how many contacts it has: by row. */
export interface Presence {
  /** Local seconds of its first and last record. */
  readonly first: Uint32Array;
  readonly last: Uint32Array;
  readonly contacts: Uint32Array;
}

/** Features of some of a dataset's numbers, made apart from the others. */
export interface FeaturePart {
  readonly numbers: Float64Array<ArrayBuffer>;
  readonly columns: Readonly<Record<RecordFeatureName, Float64Array<ArrayBuffer>>>;
  readonly presence: Presence;
  /** Distinct (device, row) pairs by rising row. */
  readonly deviceKeys: Float64Array<ArrayBuffer>;
  readonly deviceRows: Uint32Array<ArrayBuffer>;
  /** Directed pairs told from the sender's side. */
  readonly linkCount: number;
}
