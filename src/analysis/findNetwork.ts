import type { Network, NetworkEdge, NetworkNode, NetworkQuery } from './answers.ts';
import type { ContactTable } from '../features/contactTable.ts';
import { contactsOf } from './contactsOf.ts';
import { hashKey, numberText } from '../records/numberKey.ts';
import { interactionsOf } from './listContacts.ts';
import { timeTextAt } from './recordSpan.ts';
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
  const { edges, shownContacts } = edgesAmong(dataset, shown);
  const tied = tieThings(dataset, things, Array.from(shown, ([key, { row }]) => ({ key, row })));
  const nodes = Array.from(shown, ([key, node]): NetworkNode => ({
    ...networkNode(dataset, key, node, shownContacts.get(key) ?? 0),
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

/**
 * How much a contact tells: ln(1 + interactions) × ln(numbers ÷ the contact's own contacts), as tf-idf weighs a word by
 * its rarity. A hotline that everyone calls tells nothing, however often it was called.
 */
function tellingness(dataset: ScoredDataset, contacts: ContactTable, entry: number): number {
  const numbers = dataset.features.numbers.length;
  const otherContacts = Math.max(1, contactCount(dataset, dataset.rowOf(contacts.other[entry]!)));
  return Math.log1p(interactionsOf(contacts, entry)) * Math.log(Math.max(1, (numbers + 1) / otherContacts));
}

interface Weighed {
  readonly weight: number;
  readonly key: number;
}

function isBefore(a: Weighed, b: Weighed): boolean {
  return a.weight > b.weight || (a.weight === b.weight && a.key < b.key);
}

/** Keys of a row's contacts, most telling first, ties by number; at most `most`. The number itself is none. */
function mostTelling(dataset: ScoredDataset, row: number, most: number): number[] {
  const ego = dataset.features.numbers[row]!;
  const kept: Weighed[] = [];
  if (most === 0) return [];
  const contacts = contactsOf(dataset, row);
  for (let entry = 0; entry < contacts.other.length; entry++) {
    const key = contacts.other[entry]!;
    if (key === ego) continue;
    const weight = tellingness(dataset, contacts, entry);
    if (kept.length === most && !isBefore({ weight, key }, kept[most - 1]!)) continue;
    if (kept.length === most) kept.pop();
    let at = kept.length;
    while (at > 0 && isBefore({ weight, key }, kept[at - 1]!)) at--;
    kept.splice(at, 0, { weight, key });
  }
  return kept.map(({ key }) => key);
}

/**
 * Edges between the numbers shown. A pair stands in the contacts of both ends, so of two numbers that are not opened only
 * the one with fewer contacts is read; opened numbers are read whole, because a file about one subscriber knows pairs that
 * the other end's file may lack.
 */
function edgesAmong(dataset: ScoredDataset, shown: ReadonlyMap<number, Shown>): {
  readonly edges: NetworkEdge[]; readonly shownContacts: ReadonlyMap<number, number>;
} {
  const isMaybeShown = keyFilter(shown.keys());
  const pairs = new Map<string, Pair>();
  const byContacts = Array.from(shown.values()).filter(({ row }) => row >= 0)
    .sort((a, b) => contactCount(dataset, a.row) - contactCount(dataset, b.row) || a.row - b.row);
  const hub = byContacts.at(-1);
  for (const node of byContacts) {
    if (node === hub && !node.isOpen) continue;
    const ego = dataset.features.numbers[node.row]!;
    const contacts = contactsOf(dataset, node.row);
    for (let entry = 0; entry < contacts.other.length; entry++) {
      const other = contacts.other[entry]!;
      if (!isMaybeShown(other) || other === ego || !shown.has(other)) continue;
      const pair = ego < other ? `${ego} ${other}` : `${other} ${ego}`;
      const known = pairs.get(pair);
      const interactions = interactionsOf(contacts, entry);
      if (known === undefined || interactions > known.interactions) pairs.set(pair, pairAt(contacts, node.row, ego, entry));
    }
  }
  const edges: NetworkEdge[] = [];
  const shownContacts = new Map<number, number>();
  for (const pair of pairs.values()) {
    for (const key of [pair.ego, pair.other]) shownContacts.set(key, (shownContacts.get(key) ?? 0) + 1);
    edges.push(...directedEdges(dataset, pair));
  }
  return { edges, shownContacts };
}

/** Two numbers in contact, as the one in `row` tells it. */
interface Pair {
  readonly row: number;
  readonly ego: number;
  readonly other: number;
  readonly interactions: number;
  readonly out: Traffic;
  readonly in: Traffic;
  readonly first: number;
  readonly last: number;
}
interface Traffic {
  readonly calls: number;
  readonly texts: number;
  readonly seconds: number;
}

function pairAt(contacts: ContactTable, row: number, ego: number, entry: number): Pair {
  return {
    row,
    ego,
    other: contacts.other[entry]!,
    interactions: interactionsOf(contacts, entry),
    out: { calls: contacts.callsOut[entry]!, texts: contacts.textsOut[entry]!, seconds: contacts.secondsOut[entry]! },
    in: { calls: contacts.callsIn[entry]!, texts: contacts.textsIn[entry]!, seconds: contacts.secondsIn[entry]! },
    first: contacts.first[entry]!,
    last: contacts.last[entry]!,
  };
}

/** A pair as one edge per direction in which there was anything; first and last are the pair's. */
function directedEdges(dataset: ScoredDataset, pair: Pair): NetworkEdge[] {
  const ego = numberText(pair.ego, dataset.oddNumbers);
  const other = numberText(pair.other, dataset.oddNumbers);
  const first = timeTextAt(dataset, pair.row, pair.first);
  const last = timeTextAt(dataset, pair.row, pair.last);
  return [
    { from: ego, to: other, ...pair.out, first, last },
    { from: other, to: ego, ...pair.in, first, last },
  ].filter(({ calls, texts }) => calls + texts > 0);
}

/** False for nearly all keys but the given ones, in a nanosecond: a hub's contacts are mostly not shown. */
function keyFilter(keys: Iterable<number>): (key: number) => boolean {
  const bits = new Uint8Array(1 << 16);
  for (const key of keys) bits[hashKey(key) & 0xffff] = 1;
  return (key) => bits[hashKey(key) & 0xffff] === 1;
}

function networkNode(dataset: ScoredDataset, key: number, { row, isOpen }: Shown, shownContacts: number): Omit<NetworkNode, 'group'> {
  const contacts = row < 0 ? shownContacts : contactsBesidesItself(dataset, key, row);
  return {
    number: numberText(key, dataset.oddNumbers),
    score: scoreOfRow(dataset, row),
    detectors: row < 0 ? [] : detectorsOf(dataset.scores.findings[row]!),
    contacts,
    hidden: Math.max(0, contacts - shownContacts),
    isOpen,
  };
}

/** A number that called itself is its own contact in the table, but there is no edge to draw for it. */
function contactsBesidesItself(dataset: ScoredDataset, key: number, row: number): number {
  return contactCount(dataset, row) - (contactsOf(dataset, row).other.includes(key) ? 1 : 0);
}
