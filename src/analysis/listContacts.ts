import type { Contact, ContactPage, ContactSort, Page } from './answers.ts';
import { numberText } from '../records/numberKey.ts';
import { argsort, identity } from './argsort.ts';
import { recentPerDataset } from './datasetCache.ts';
import { timeTextAt } from './recordSpan.ts';
import { rowOfNumber, scoreOfRow } from './rowOfNumber.ts';
import type { ScoredDataset } from './scoredDataset.ts';

export interface ContactQuery {
  readonly number: string;
  readonly sort: ContactSort;
  readonly page: Page;
}

/**
 * A page of a number's contacts: most interactions, longest, latest or highest score first; `first` and `number` go from
 * the earliest and smallest. Ties go by number. A number that the dataset does not hold has no contacts.
 */
export function listContacts(dataset: ScoredDataset, { number, sort, page }: ContactQuery): ContactPage {
  const row = rowOfNumber(dataset, number);
  if (row < 0) return { total: 0, rows: [] };
  const order = recentOrders(dataset, { row, sort });
  const shown = order.subarray(page.offset, page.offset + page.limit);
  return { total: order.length, rows: Array.from(shown, (entry) => contactAt(dataset, row, entry)) };
}

/** Entries of the contact table in the order of a sort, kept while one pages: a hub may have hundreds of thousands. */
const recentOrders = recentPerDataset(
  4,
  ({ row, sort }: { readonly row: number; readonly sort: ContactSort }) => `${row} ${sort}`,
  (dataset, { row, sort }) => {
    const { start, other } = dataset.contacts;
    const from = start[row]!;
    const count = start[row + 1]! - from;
    const byNumber = argsort(other.subarray(from, from + count), identity(count), false);
    const order = sort === 'number' ? byNumber : argsort(keysOf(dataset, row, sort), byNumber, sort !== 'first');
    for (let i = 0; i < count; i++) order[i]! += from;
    return order;
  },
);

function keysOf(dataset: ScoredDataset, row: number, sort: Exclude<ContactSort, 'number'>): Float64Array {
  const { contacts } = dataset;
  const from = contacts.start[row]!;
  const keys = new Float64Array(contacts.start[row + 1]! - from);
  for (let i = 0; i < keys.length; i++) {
    const entry = from + i;
    switch (sort) {
      case 'interactions': keys[i] = interactionsOf(dataset, entry); break;
      case 'seconds': keys[i] = contacts.secondsOut[entry]! + contacts.secondsIn[entry]!; break;
      case 'first':
      case 'last': keys[i] = contacts[sort][entry]!; break;
      case 'score': {
        const otherRow = dataset.rowOf(contacts.other[entry]!);
        keys[i] = otherRow < 0 ? NaN : dataset.scores.logOdds[otherRow]!;
      }
    }
  }
  return keys;
}

/** Calls and texts of an entry of the contact table, both directions. */
export function interactionsOf({ contacts }: ScoredDataset, entry: number): number {
  return contacts.callsOut[entry]! + contacts.callsIn[entry]! + contacts.textsOut[entry]! + contacts.textsIn[entry]!;
}

function contactAt(dataset: ScoredDataset, row: number, entry: number): Contact {
  const { contacts } = dataset;
  const other = contacts.other[entry]!;
  return {
    number: numberText(other, dataset.oddNumbers),
    score: scoreOfRow(dataset, dataset.rowOf(other)),
    callsOut: contacts.callsOut[entry]!,
    callsIn: contacts.callsIn[entry]!,
    textsOut: contacts.textsOut[entry]!,
    textsIn: contacts.textsIn[entry]!,
    seconds: contacts.secondsOut[entry]! + contacts.secondsIn[entry]!,
    first: timeTextAt(dataset, row, contacts.first[entry]!),
    last: timeTextAt(dataset, row, contacts.last[entry]!),
  };
}
