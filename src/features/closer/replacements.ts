import { DEVICE_WORD } from '../../records/communication.ts';
import { DAY_S } from '../../records/days.ts';
import type { Pauses } from '../../records/steps.ts';
import { isServiceIn } from '../serviceNumbers.ts';
import type { CloserColumns } from './closerColumns.ts';
import type { Scene } from './closerFeature.ts';
import { inReadingOrder, isTurn } from './closerFeature.ts';
import { MOST_ON_A_DEVICE } from './kin.ts';
import type { CellShares } from './whereabouts.ts';
import { areAtOnePlace, cellShares, mainCells } from './whereabouts.ts';

/** A successor begins at most so long before the other falls silent: cards are changed one by one. Assumed. */
const OVERLAP_S = DAY_S;
/** And at most so long after: later it is another undertaking. Assumed. */
const LONGEST_GAP_S = 21 * DAY_S;
/** The other is silent once the successor has been at work for so long. Assumed. */
const SILENT_S = 3 * DAY_S;
/** Fewer records show neither contacts nor a place. Assumed. */
const FEWEST_RECORDS = 8;

/** So many contacts beyond chance are in common with nobody but a successor or a friend. Assumed. */
const CONTACTS = 3;
/** Numbers compared at one contact, cell or device; gone ones come by the hundred. */
const MOST_AT_ONE = 200;

/** What one number's records say of who uses it. */
interface Traces {
  readonly row: number;
  readonly contacts: ReadonlySet<number>;
  readonly devices: ReadonlySet<number>;
  readonly cells: CellShares;
}

/**
 * Numbers that began when a flagged or seized one fell silent and have its contacts, its cells or its device: of the one with which
 * a number has most in common, how many of the three, and how many contacts. Answers the rows of which it tells something.
 * @param gone rows that were flagged or seized; those that did not fall silent replace nobody
 * @param newcomers rows that were not there from the beginning
 */
export function* findReplacements(scene: Scene, gone: readonly number[], newcomers: readonly number[], closer: CloserColumns): Pauses<readonly number[]> {
  const found: number[] = [];
  for (const { row, traits, contacts } of yield* replacements(scene, gone, newcomers)) {
    closer.set('replacement_traits', row, traits);
    closer.set('replacement_contacts', row, contacts);
    found.push(row);
  }
  return found;
}

/** One that took another's place, and what the two have in common. */
interface Replacement {
  readonly row: number;
  readonly before: number;
  readonly traits: number;
  readonly contacts: number;
}

/** Of each newcomer that took the place of one of those gone, the one with which it has most in common. */
export function* replacements(scene: Scene, gone: readonly number[], newcomers: readonly number[]): Pauses<readonly Replacement[]> {
  const { presence: { first, last }, features } = scene;
  const records = features.columns.number_of_interactions;
  const followed = (before: number, after: number) => before !== after
    && first[after]! >= last[before]! - OVERLAP_S && first[after]! <= last[before]! + LONGEST_GAP_S && last[after]! >= last[before]! + SILENT_S;
  const isOfUse = (row: number) => records[row]! >= FEWEST_RECORDS;
  const fell: Gone[] = [];
  for (const [place, row] of inReadingOrder(gone.filter(isOfUse)).entries()) {
    if (isTurn(place)) yield;
    const traces = tracesOf(scene, row);
    fell.push({ ...traces, commonness: commonnessOf(scene, traces) });
  }
  const found: Replacement[] = [];
  if (fell.length === 0) return found;
  const index = new TraceIndex(fell);
  for (const [place, row] of inReadingOrder(newcomers.filter(isOfUse)).entries()) {
    if (isTurn(place)) yield;
    if (!fell.some((before) => followed(before.row, row))) continue;
    const after = tracesOf(scene, row);
    let best: Replacement = { row, before: -1, traits: 0, contacts: 0 };
    for (const before of index.alike(after)) {
      if (!followed(before.row, row)) continue;
      const contacts = contactsBeyondChance(before, after);
      const traits = Number(contacts >= CONTACTS) + Number(areAtOnePlace(before.cells, after.cells)) + Number(overlap(before.devices, after.devices) > 0);
      if (traits > best.traits || (traits > 0 && traits === best.traits && contacts > best.contacts)) best = { row, before: before.row, traits, contacts };
    }
    if (best.traits > 0) found.push(best);
  }
  return found;
}

function tracesOf({ records, features }: Scene, row: number): Traces {
  const words = records.recordWords;
  const { f64, u32, from, to } = records.recordsOf(row);
  const hasDevices = words > DEVICE_WORD && features.columns.numbers_per_imei[row]! <= MOST_ON_A_DEVICE;
  const contacts = new Set<number>();
  const devices = new Set<number>();
  const cells = new Map<number, number>();
  for (let at = from * words; at < to * words; at += words) {
    if (!isServiceIn(features, f64[at + 1]!)) contacts.add(f64[at + 1]!);
    if (hasDevices && f64[at + DEVICE_WORD] !== 0) devices.add(f64[at + DEVICE_WORD]!);
    const cell = u32[at * 2 + 7]!;
    if (cell !== 0) cells.set(cell, (cells.get(cell) ?? 0) + 1);
  }
  return { row, contacts, devices, cells: cellShares(cells) };
}

/** A number that may have been replaced. */
interface Gone extends Traces {
  /** Its contacts that any one contact of another number is by chance. */
  readonly commonness: number;
}

/** Numbers by what others may have in common with them: a contact, a device, or one of the three cells that see them most. */
class TraceIndex {
  readonly #contacts = new Map<number, Gone[]>();
  readonly #devices = new Map<number, Gone[]>();
  readonly #cells = new Map<number, Gone[]>();

  constructor(all: readonly Gone[]) {
    for (const traces of all) {
      for (const contact of traces.contacts) put(this.#contacts, contact, traces);
      for (const device of traces.devices) put(this.#devices, device, traces);
      for (const cell of mainCells(traces.cells)) put(this.#cells, cell, traces);
    }
  }

  alike(traces: Traces): ReadonlySet<Gone> {
    const alike = new Set<Gone>();
    const take = (found: readonly Gone[] | undefined) => found?.forEach((each) => alike.add(each));
    for (const contact of traces.contacts) take(this.#contacts.get(contact));
    for (const device of traces.devices) take(this.#devices.get(device));
    for (const cell of mainCells(traces.cells)) take(this.#cells.get(cell));
    return alike;
  }
}

function put(index: Map<number, Gone[]>, key: number, traces: Gone): void {
  const there = index.get(key);
  if (there === undefined) index.set(key, [traces]);
  else if (there.length < MOST_AT_ONE) there.push(traces);
}

/** Contacts of both, less those that were to be expected: a contact of many is by chance one of any number's. */
function contactsBeyondChance(before: Gone, after: Traces): number {
  const shared = overlap(before.contacts, after.contacts);
  return shared === 0 ? 0 : Math.max(0, Math.round(shared - after.contacts.size * before.commonness));
}

/** How many of its contacts any one contact of another number is by chance: the share of all ends of links that are theirs. */
function commonnessOf({ features: { columns }, rowOf, linkCount }: Scene, { contacts }: Traces): number {
  let ends = 0;
  for (const contact of contacts) {
    const row = rowOf(contact);
    // Its link to this number is there by assumption.
    if (row >= 0) ends += Math.max(0, columns.in_degree[row]! + columns.out_degree[row]! - 1);
  }
  return ends / (2 * linkCount);
}

function overlap(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  let both = 0;
  const [fewer, more] = a.size < b.size ? [a, b] : [b, a];
  for (const each of fewer) if (more.has(each)) both++;
  return both;
}
