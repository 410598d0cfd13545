/** The records of a dataset, grouped by number and in time order, wherever they are kept. */
export interface RecordStore {
  /** 8-byte words per record: as `recordWordsFor` has it. */
  readonly recordWords: number;
  /** Records of one number (a row of the feature table); see `communication.ts` for the layout. */
  recordsOf(row: number): RecordViews;
  /** Local seconds of their starts, in order, where those alone are read faster: the first `count`. Valid until the store is asked again. */
  startsOf?(row: number): { readonly starts: Uint32Array; readonly count: number };
}

/** Records [from, to) of a shared buffer, in records (not words). Valid until the store is asked again. */
export interface RecordViews {
  readonly f64: Float64Array;
  readonly u32: Uint32Array;
  readonly from: number;
  readonly to: number;
}
