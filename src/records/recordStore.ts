/** The records of a dataset, grouped by number and in time order, wherever they are kept. */
export interface RecordStore {
  /** 8-byte words per record: as `recordWordsFor` has it. */
  readonly recordWords: number;
  /** Records of one number (a row of the feature table); see `communication.ts` for the layout. */
  recordsOf(row: number): RecordViews;
  /** Local seconds of their starts, in order, where those alone are read faster: the first `count`. Valid until the store is asked again. */
  startsOf?(row: number): { readonly starts: Uint32Array; readonly count: number };
  /** Has the records packed that are pending. Resolves when all can be asked for, rejects when they were lost. Absent where none ever was pending. */
  complete?(): Promise<void>;
  /** Records of a number in each of the dataset's last weeks, the last at the end, where these are known without its records; else null. */
  recentWeeks?(row: number): Uint32Array | null;
}

/** The features of a number are there before its records: thrown when these are asked for. They can be once `complete` has resolved. */
export class RecordsPending extends Error {}

/** Records [from, to) of a shared buffer, in records (not words). Valid until the store is asked again. */
export interface RecordViews {
  readonly f64: Float64Array;
  readonly u32: Uint32Array;
  readonly from: number;
  readonly to: number;
}
