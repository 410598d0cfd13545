import type { RecordStore } from '../../records/recordStore.ts';
import type { ContactTable } from '../contactTable.ts';
import { contactsOfRecords } from '../contactTable.ts';
import type { FeatureName, FeatureTable } from '../featureNames.ts';
import type { Presence } from '../featurePart.ts';
import { compounds } from './compounds.ts';
import { denseBlocks } from './denseBlocks.ts';
import { egoClustering } from './egoClustering.ts';
import { relays } from './relays.ts';
import { rings } from './rings.ts';
import { sharedWithFlagged } from './sharedWithFlagged.ts';
import { wokenNeighbours } from './wokenNeighbours.ts';

/** What there is to look at. */
export interface Scene {
  readonly features: FeatureTable;
  readonly presence: Presence;
  readonly records: RecordStore;
  /** Directed pairs in the whole dataset. */
  readonly linkCount: number;
  /** Row of a number key, or -1. */
  readonly rowOf: (key: number) => number;
}

/** A scene with what a first look said of it. */
export interface CloserLook extends Scene {
  /** Log-odds of the first look, by row. */
  readonly suspicion: Float64Array;
  /** Rows above the line at the first look, most suspicious first. */
  readonly flagged: readonly number[];
  readonly contactsOf: (row: number) => ContactTable;
}

/**
 * Features that need more than one pass over a number's own records: other numbers' records, or a comparison with chance.
 * They are made for the numbers of which they could tell something, the most suspicious first; the others have no value.
 */
export interface CloserFeature {
  readonly fills: readonly FeatureName[];
  readonly isCandidate: (columns: FeatureTable['columns'], row: number) => boolean;
  readonly measure: (look: CloserLook, rows: readonly number[]) => void;
}

export const closerFeatures: readonly CloserFeature[] = [rings, relays, wokenNeighbours, compounds, denseBlocks, sharedWithFlagged, egoClustering];

/** Records that each closer feature may read: so many take about a tenth of a second, however large the dataset. */
const MOST_RECORDS = 1_500_000;
const MOST_FLAGGED = 500;

/**
 * Fills the columns of the closer features in place and answers the rows that now know more.
 * @param suspicion log-odds by row of the first look; @param line log-odds from which a row counts as flagged
 */
export function lookCloser(scene: Scene, suspicion: Float64Array, line: number): ReadonlySet<number> {
  const { features: { numbers, columns } } = scene;
  const bySuspicion = (a: number, b: number) => suspicion[b]! - suspicion[a]! || numbers[a]! - numbers[b]!;
  const flagged: number[] = [];
  for (let row = 0; row < numbers.length; row++) if (suspicion[row]! >= line) flagged.push(row);
  const look: CloserLook = {
    ...scene,
    suspicion,
    flagged: flagged.sort(bySuspicion).slice(0, MOST_FLAGGED),
    contactsOf: keptContacts(scene.records),
  };
  const seen = new Set<number>();
  for (const feature of closerFeatures) {
    const rows: number[] = [];
    for (let row = 0; row < numbers.length; row++) if (feature.isCandidate(columns, row)) rows.push(row);
    rows.sort(bySuspicion);
    let records = 0;
    const affordable = rows.findIndex((row) => (records += columns.number_of_interactions[row]!) > MOST_RECORDS);
    const looked = affordable < 0 ? rows : rows.slice(0, affordable);
    if (looked.length === 0) continue;
    feature.measure(look, looked);
    for (const row of looked) seen.add(row);
  }
  return seen;
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
