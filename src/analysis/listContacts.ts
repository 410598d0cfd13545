import type { Contact, ContactPage, ContactSort, Page } from './answers.ts';
import { numberText } from '../records/numberKey.ts';
import { argsort, identity } from './argsort.ts';
import type { ContactTable } from '../features/contactTable.ts';
import { contactsOf } from './contactsOf.ts';
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

/** Entries of the number's contacts in the order of a sort, kept while one pages: a hub may have hundreds of thousands. */
const recentOrders = recentPerDataset(
  4,
  ({ row, sort }: { readonly row: number; readonly sort: ContactSort }) => `${row} ${sort}`,
  (dataset, { row, sort }) => {
    const contacts = contactsOf(dataset, row);
    const byNumber = argsort(contacts.other, identity(contacts.other.length), false);
    return sort === 'number' ? byNumber : argsort(keysOf(dataset, contacts, sort), byNumber, sort !== 'first');
  },
);

function keysOf(dataset: ScoredDataset, contacts: ContactTable, sort: Exclude<ContactSort, 'number'>): Float64Array {
  const keys = new Float64Array(contacts.other.length);
  for (let entry = 0; entry < keys.length; entry++) {
    switch (sort) {
      case 'interactions': keys[entry] = interactionsOf(contacts, entry); break;
      case 'seconds': keys[entry] = contacts.secondsOut[entry]! + contacts.secondsIn[entry]!; break;
      case 'first':
      case 'last': keys[entry] = contacts[sort][entry]!; break;
      case 'score': {
        const otherRow = dataset.rowOf(contacts.other[entry]!);
        keys[entry] = otherRow < 0 ? NaN : dataset.scores.logOdds[otherRow]!;
      }
    }
  }
  return keys;
}

/** Calls and texts with a contact, both directions. */
function interactionsOf(contacts: ContactTable, entry: number): number {
  return contacts.callsOut[entry]! + contacts.callsIn[entry]! + contacts.textsOut[entry]! + contacts.textsIn[entry]!;
}

function contactAt(dataset: ScoredDataset, row: number, entry: number): Contact {
  const contacts = contactsOf(dataset, row);
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
