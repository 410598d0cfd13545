import { ContactRows, EgoSummary, summariseEgo } from './egoSummary.ts';
import type { RecordViews } from '../records/recordStore.ts';

/** Whom a number was in contact with: all arrays have one entry per contact, in the order in which they first appear. */
export interface ContactTable {
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

const summary = new EgoSummary();
const rows = new ContactRows();

/**
 * The contacts of the number whose records these are, as its features count them. They are made from the records whenever
 * someone asks, because all contacts of all numbers together are about as large as the records.
 */
export function contactsOfRecords({ f64, u32, from, to }: RecordViews, recordWords: number): ContactTable {
  if (from === to) summary.contacts = 0;
  else summariseEgo(summary, rows, f64, u32, from, to, recordWords);
  const count = summary.contacts;
  return {
    other: rows.ids.keys.slice(0, count),
    callsOut: rows.callsOut.slice(0, count),
    callsIn: rows.callsIn.slice(0, count),
    textsOut: rows.textsOut.slice(0, count),
    textsIn: rows.textsIn.slice(0, count),
    secondsOut: rows.secondsOut.slice(0, count),
    secondsIn: rows.secondsIn.slice(0, count),
    first: rows.first.slice(0, count),
    last: rows.last.slice(0, count),
  };
}
