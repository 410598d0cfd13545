import type { CommonContact, CommonContactQuery, CommonContacts } from '../answers.ts';
import { contactsOfRecords } from '../../features/contactTable.ts';
import { isServiceKey, numberText } from '../../records/numberKey.ts';
import { oncePerDataset } from '../datasetCache.ts';
import { numberOfRow, rowOfNumber, scoreOfRow } from '../rowOfNumber.ts';
import type { ScoredDataset } from '../scoredDataset.ts';
import { chanceOfAtLeast } from './chance.ts';

const MOST_ROWS = 500;

/** Ends of all ties: each number's contacts, added up; at least 1. */
export const endsOfTies = oncePerDataset(({ presence }) => Math.max(1, presence.contacts.reduce((sum, many) => sum + many, 0)));

/**
 * Whom several numbers have to do with in common, most surprising first: a number that everybody calls is no news. Service
 * numbers and the asked ones themselves are left out where they are asked to be.
 */
export function findCommonContacts(dataset: ScoredDataset, { numbers, least, services }: CommonContactQuery): CommonContacts {
  const rows = [...new Set(numbers.map((number) => rowOfNumber(dataset, number)))].filter((row) => row >= 0);
  const unknown = numbers.filter((number) => rowOfNumber(dataset, number) < 0);
  const { records, presence } = dataset;
  const ends = endsOfTies(dataset);
  const asked = new Set(rows.map((row) => dataset.features.numbers[row]!));
  const known = new Map<number, { readonly with: number[]; records: number }>();
  for (const row of rows) {
    const { other, callsOut, callsIn, textsOut, textsIn } = contactsOfRecords(records.recordsOf(row), records.recordWords);
    for (let i = 0; i < other.length; i++) {
      const key = other[i]!;
      if (key === dataset.features.numbers[row] || (!services && isServiceKey(key) && !asked.has(key))) continue;
      let entry = known.get(key);
      if (entry === undefined) known.set(key, (entry = { with: [], records: 0 }));
      entry.with.push(row);
      entry.records += callsOut[i]! + callsIn[i]! + textsOut[i]! + textsIn[i]!;
    }
  }
  const found = [...known].filter(([, { with: those }]) => those.length >= least);
  // Ties at random, but each number keeps how many it has (configuration model).
  const contactRows = found.map(([key, entry]): CommonContact => {
    const row = dataset.rowOf(key);
    const many = row < 0 ? entry.with.length : presence.contacts[row]!;
    const expected = rows.reduce((sum, askedRow) => sum + Math.min(1, (presence.contacts[askedRow]! * many) / ends), 0);
    return {
      number: numberText(key, dataset.oddNumbers), score: scoreOfRow(dataset, row), isAsked: asked.has(key), contacts: many, records: entry.records,
      numbers: entry.with.map((one) => numberOfRow(dataset, one)), expected, chance: chanceOfAtLeast(entry.with.length, expected),
    };
  });
  contactRows.sort((a, b) => b.numbers.length - a.numbers.length || a.chance - b.chance || b.records - a.records);
  return { asked: rows.length, unknown, total: contactRows.length, rows: contactRows.slice(0, MOST_ROWS) };
}
