import type { Network, NetworkNode, NetworkQuery } from './answers.ts';
import { grown, KeyTable } from '../features/keyTable.ts';
import { numberText } from '../records/numberKey.ts';
import { edgesAmong } from './networkEdges.ts';
import { rowOfNumber, scoreOfRow } from './rowOfNumber.ts';
import type { ScoredDataset } from './scoredDataset.ts';
import { detectorsOf } from './suspectFilter.ts';
import { groupOf, numbersOfThing, tieThings } from './things/networkThings.ts';
import { parseThing } from './things/thing.ts';
import { kindsOf } from './things/thingSources.ts';

/**
 * The surroundings of some numbers: each with its most telling contacts, and all edges among the numbers shown; and of things
 * (devices, cells, outlets …), each with its numbers.
 *
 * Work grows with the contacts of the numbers shown, never with all links of the dataset.
 */
export function findNetwork(dataset: ScoredDataset, query: NetworkQuery): Network {
  const unknown: string[] = [];
  const rowsOf = (numbers: readonly string[]): Set<number> => {
    const rows = new Set<number>();
    for (const number of numbers) {
      const row = rowOfNumber(dataset, number);
      if (row < 0) unknown.push(number);
      else rows.add(row);
    }
    return rows;
  };
  const opened = rowsOf(query.numbers);
  // Keys of the numbers shown, the opened ones first: a contact need not be a row.
  const shown = new Map<number, Shown>();
  for (const row of opened) shown.set(dataset.features.numbers[row]!, { row, isOpen: true });
  for (const row of rowsOf(query.also)) if (!opened.has(row)) shown.set(dataset.features.numbers[row]!, { row, isOpen: false });
  for (const row of opened) {
    for (const key of mostTelling(dataset, row, query.contactsEach)) {
      if (!shown.has(key)) shown.set(key, { row: dataset.rowOf(key), isOpen: false });
    }
  }
  const things = new Map<string, { readonly isOpen: boolean }>();
  for (const text of query.openThings ?? []) things.set(text, { isOpen: true });
  for (const text of query.things ?? []) if (!things.has(text)) things.set(text, { isOpen: false });
  for (const text of query.openThings ?? []) {
    const thing = parseThing(text);
    const keys = thing === null ? [] : numbersOfThing(dataset, thing, query.contactsEach);
    for (const key of keys) if (!shown.has(key)) shown.set(key, { row: dataset.rowOf(key), isOpen: false });
  }
  const { edges, shownContacts, callThemselves } = edgesAmong(dataset, shown);
  const tied = tieThings(dataset, things, Array.from(shown, ([key, { row }]) => ({ key, row })));
  const nodes = Array.from(shown, ([key, node]): NetworkNode => ({
    ...networkNode(dataset, key, node, shownContacts.get(key) ?? 0, callThemselves.has(key)),
    group: query.groupBy === undefined || query.groupBy === null ? null : groupOf(dataset, { key, row: node.row }, query.groupBy),
  }));
  return { nodes, edges, unknown: [...unknown, ...tied.unknown], things: tied.things, ties: tied.ties, kinds: kindsOf(dataset) };
}

interface Shown {
  /** -1 when the number has no records of its own. */
  readonly row: number;
  readonly isOpen: boolean;
}

function contactCount(dataset: ScoredDataset, row: number): number {
  return row < 0 ? 1 : dataset.presence.contacts[row]!;
}

interface Weighed {
  readonly weight: number;
  readonly key: number;
}

function isBefore(a: Weighed, b: Weighed): boolean {
  return a.weight > b.weight || (a.weight === b.weight && a.key < b.key);
}

/**
 * Keys of a row's contacts, most telling first, ties by number; at most `most`. The number itself is none.
 *
 * How much a contact tells is ln(1 + interactions) × ln(numbers ÷ the contact's own contacts), as tf-idf weighs a word by its
 * rarity: a hotline that everyone calls tells nothing, however often it was called.
 */
function mostTelling(dataset: ScoredDataset, row: number, most: number): number[] {
  if (most === 0) return [];
  const ego = dataset.features.numbers[row]!;
  const kept: Weighed[] = [];
  const all = dataset.features.numbers.length + 1;
  const rarest = Math.log(all);
  countInteractions(dataset, row);
  for (let contact = 0; contact < contacts.count; contact++) {
    const key = contacts.keys[contact]!;
    if (key === ego) continue;
    const often = Math.log1p(interactions[contact]!);
    // Looking up how many contacts it has itself costs most: not where it could not be among the kept however few they are.
    if (kept.length === most && often * rarest < kept[most - 1]!.weight) continue;
    const weight = often * Math.log(Math.max(1, all / Math.max(1, contactCount(dataset, dataset.rowOf(key)))));
    if (kept.length === most && !isBefore({ weight, key }, kept[most - 1]!)) continue;
    if (kept.length === most) kept.pop();
    let at = kept.length;
    while (at > 0 && isBefore({ weight, key }, kept[at - 1]!)) at--;
    kept.splice(at, 0, { weight, key });
  }
  return kept.map(({ key }) => key);
}

/** Contacts of the row asked for last, and calls and texts with each. */
const contacts = new KeyTable();
let interactions = new Uint32Array(1024);

function countInteractions({ records }: ScoredDataset, row: number): void {
  const { f64, from, to } = records.recordsOf(row);
  const words = records.recordWords;
  contacts.reset(Math.min(to - from, interactions.length));
  for (let at = from * words + 1; at < to * words; at += words) {
    const known = contacts.count;
    const contact = contacts.idOf(f64[at]!);
    if (contact === known) {
      if (contact === interactions.length) interactions = grown(interactions);
      interactions[contact] = 0;
    }
    interactions[contact]!++;
  }
}

/** A number that called itself is its own contact in the features, but there is no edge to draw for it. */
function networkNode(dataset: ScoredDataset, key: number, { row, isOpen }: Shown, shownContacts: number, callsItself: boolean): Omit<NetworkNode, 'group'> {
  const contacts = row < 0 ? shownContacts : contactCount(dataset, row) - (callsItself ? 1 : 0);
  return {
    number: numberText(key, dataset.oddNumbers),
    score: scoreOfRow(dataset, row),
    detectors: row < 0 ? [] : detectorsOf(dataset.scores.findings[row]!),
    contacts,
    hidden: Math.max(0, contacts - shownContacts),
    isOpen,
  };
}
