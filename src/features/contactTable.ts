/**
 * Who each number was in contact with. Contacts of row r are entries [start[r], start[r + 1]); all other arrays have one
 * entry per contact. Both directions of a pair are here once from either end.
 */
export interface ContactTable {
  readonly start: Uint32Array;
  /** Key of the other number. */
  readonly other: Float64Array;
  readonly callsOut: Uint32Array;
  readonly callsIn: Uint32Array;
  readonly textsOut: Uint32Array;
  readonly textsIn: Uint32Array;
  /** Seconds of calls, by direction. */
  readonly secondsOut: Uint32Array;
  readonly secondsIn: Uint32Array;
  /** Local seconds of the first and last record. */
  readonly first: Uint32Array;
  readonly last: Uint32Array;
}
