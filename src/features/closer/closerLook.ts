import type { RecordStore } from '../../records/recordStore.ts';
import type { Pauses } from '../../records/steps.ts';
import type { ContactTable } from '../contactTable.ts';
import { contactsOfRecords } from '../contactTable.ts';
import { CloserColumns } from './closerColumns.ts';
import type { CloserFeature, CloserLook, Scene } from './closerFeature.ts';
import { compounds } from './compounds.ts';
import { denseBlocks } from './denseBlocks.ts';
import { impossibleMoves } from './impossibleMoves.ts';
import { egoClustering } from './egoClustering.ts';
import { relays } from './relays.ts';
import type { Found } from './kin.ts';
import { rings } from './rings.ts';
import { sharedWithFlagged } from './sharedWithFlagged.ts';
import { wokenNeighbours } from './wokenNeighbours.ts';

const closerFeatures: readonly CloserFeature[] = [rings, relays, wokenNeighbours, compounds, denseBlocks, sharedWithFlagged, egoClustering, impossibleMoves];

/** Numbers that each closer feature looks at, the most suspicious first, and records that it reads for them: so many take a fraction of a second, however large the dataset. */
const MOST_ROWS = 20_000;
const MOST_RECORDS = 1_500_000;
const MOST_FLAGGED = 500;
/** Who is first seen so late was not there from the beginning. Assumed. */
const NEW_AFTER_DAYS = 2;

/**
 * The closer features of the rows that they could tell something of.
 * @param suspicion log-odds by row of the first look; @param line log-odds from which a row counts as flagged
 */
export function* lookCloser(scene: Scene, suspicion: Float64Array, line: number): Pauses<{ readonly closer: CloserColumns } & Omit<Found, 'flagged'>> {
  const { numbers } = scene.features;
  const bySuspicion = (a: number, b: number) => suspicion[b]! - suspicion[a]! || numbers[a]! - numbers[b]!;
  const look: CloserLook = {
    ...scene,
    suspicion,
    flagged: flaggedRows(scene, suspicion, line),
    contactsOf: keptContacts(scene.records),
    closer: new CloserColumns(numbers.length),
    rooms: new Map(),
  };
  const records = scene.features.columns.number_of_interactions;
  /** The most suspicious whose records may be read. */
  const affordable = (candidates: readonly number[]) => {
    const rows = mostSuspicious(candidates, suspicion, MOST_ROWS).sort(bySuspicion);
    let sum = 0;
    const end = rows.findIndex((row) => (sum += records[row]!) > MOST_RECORDS);
    return end < 0 ? rows : rows.slice(0, end);
  };
  const candidates = yield* candidatesOf(scene);
  for (const [i, feature] of closerFeatures.entries()) {
    yield;
    const rows = affordable(candidates[i]!);
    if (rows.length > 0) yield* feature.measure(look, rows);
  }
  const { numbers_per_imei: devices, days_since_first_seen: ages } = scene.features.columns;
  let oldest = 0;
  for (const age of ages) if (age > oldest) oldest = age;
  const sharers: number[] = [];
  const newcomers: number[] = [];
  const seized: number[] = [];
  for (let row = 0; row < numbers.length; row++) {
    if (devices[row]! > 1) sharers.push(row);
    if (oldest - ages[row]! >= NEW_AFTER_DAYS) newcomers.push(row);
    const lists = scene.facts.seizedLists(row);
    if (lists === 0) continue;
    look.closer.set('seized_lists', row, lists);
    seized.push(row);
  }
  return { closer: look.closer, rooms: look.rooms, sharers: affordable(sharers), newcomers: affordable(newcomers), seized: affordable(seized) };
}

/** Rows above the line, most suspicious first; never one that is to be left alone, who would draw others in. */
export function flaggedRows({ features: { numbers }, facts }: Scene, suspicion: Float64Array, line: number): number[] {
  const flagged: number[] = [];
  for (let row = 0; row < numbers.length; row++) if (suspicion[row]! >= line && !facts.isLeftAlone(row)) flagged.push(row);
  return flagged.sort((a, b) => suspicion[b]! - suspicion[a]! || numbers[a]! - numbers[b]!).slice(0, MOST_FLAGGED);
}

/** Candidate rows of each closer feature, ascending. */
function* candidatesOf(scene: Scene): Pauses<readonly (readonly number[])[]> {
  const rows = closerFeatures.map((): number[] => []);
  for (const { firstRow, features } of scene.pieces()) {
    yield;
    for (const [i, { candidates }] of closerFeatures.entries()) {
      const isCandidate = candidates(features.columns);
      for (let row = 0; row < features.numbers.length; row++) if (isCandidate(row)) rows[i]!.push(firstRow + row);
    }
  }
  return rows;
}

/** The rows with the highest suspicion: so many of them, and those that equal the last. */
function mostSuspicious(rows: readonly number[], suspicion: Float64Array, most: number): number[] {
  if (rows.length <= most) return [...rows];
  const least = kthLeast(Float64Array.from(rows, (row) => suspicion[row]!), rows.length - most);
  return rows.filter((row) => suspicion[row]! >= least);
}

/** The value that would stand at place `k` if they were sorted; their order is changed. Quickselect (Hoare 1961). */
function kthLeast(values: Float64Array, k: number): number {
  let [from, to] = [0, values.length - 1];
  while (from < to) {
    const pivot = values[(from + to) >> 1]!;
    let [low, high] = [from, to];
    while (low <= high) {
      while (values[low]! < pivot) low++;
      while (values[high]! > pivot) high--;
      if (low > high) break;
      [values[low], values[high]] = [values[high]!, values[low]!];
      low++;
      high--;
    }
    if (k <= high) to = high;
    else if (k >= low) from = low;
    else break;
  }
  return values[k]!;
}

/** Contacts by row, kept while they are together no more than a few dozen megabytes. */
function keptContacts(records: RecordStore): (row: number) => ContactTable {
  const most = 1_000_000;
  const kept = new Map<number, ContactTable>();
  let held = 0;
  return (row) => {
    const known = kept.get(row);
    if (known !== undefined) return known;
    const contacts = contactsOfRecords(records.recordsOf(row), records.recordWords);
    if (held > most) {
      kept.clear();
      held = 0;
    }
    held += contacts.other.length;
    kept.set(row, contacts);
    return contacts;
  };
}
