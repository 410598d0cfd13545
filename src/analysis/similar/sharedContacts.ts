import { contactsOf } from '../contactsOf.ts';
import { KeyTable } from '../../features/keyTable.ts';
import { isServiceKey, numberText } from '../../records/numberKey.ts';
import type { ScoredDataset } from '../scoredDataset.ts';
import type { SharesContacts } from './similarAnswers.ts';

/** With more contacts than this, having to do with a number says nothing of those who do (assumed: a hotline, a courier, a bulk caller). */
const MOST_TELLING_CONTACTS = 1000;
/** The rarest contacts are followed first, and no more than so many of them and of their records: a hub has hundreds of thousands. */
const MOST_FOLLOWED = 2000;
const MOST_RECORDS = 200_000;
/** Sharing a single contact is no likeness (assumed). */
const LEAST_SHARED = 2;
const SHOWN = 5;

export interface SharedRow extends Pick<SharesContacts, 'shared' | 'sharedCount' | 'jaccard' | 'weight'> {
  readonly row: number;
}

/**
 * Rows that share most with one, and how many contacts were left out as too common. What is shared weighs by how rare it is (Adamic &
 * Adar 2003), and less of a number that has to do with very many (as the cosine has it), or whoever calls everybody would come first.
 */
export function shareContacts(dataset: ScoredDataset, row: number, most: number): { readonly rows: readonly SharedRow[]; readonly common: number } {
  const { other } = contactsOf(dataset, row);
  const ego = dataset.features.numbers[row]!;
  const telling = [...other].filter((key) => key !== ego && isTelling(dataset, key));
  const ownKeys = new Set(telling);
  const found = weighOthers(dataset, ego, telling);
  const candidates = [...found].map(([key, weight]) => [key, weight / Math.sqrt(contactsCount(dataset, key))] as const).sort(([a, one], [b, two]) => two - one || a - b).slice(0, most * 2);
  const rows = candidates.flatMap(([key]) => {
    const otherRow = dataset.rowOf(key);
    return otherRow < 0 ? [] : [sharedWith(dataset, ownKeys, otherRow)];
  });
  return {
    rows: rows.filter(({ sharedCount }) => sharedCount >= LEAST_SHARED).sort((a, b) => likeness(dataset, b) - likeness(dataset, a) || a.row - b.row).slice(0, most),
    common: other.length - telling.length - (other.includes(ego) ? 1 : 0),
  };
}

function likeness({ presence }: ScoredDataset, { row, weight }: SharedRow): number {
  return weight / Math.sqrt(Math.max(1, presence.contacts[row]!));
}

function contactsCount(dataset: ScoredDataset, key: number): number {
  const row = dataset.rowOf(key);
  return row < 0 ? 1 : dataset.presence.contacts[row]!;
}

function isTelling(dataset: ScoredDataset, key: number): boolean {
  return !isServiceKey(key) && contactsCount(dataset, key) <= MOST_TELLING_CONTACTS;
}

/** A contact of one number alone ties nobody to it; one of two ties them most. */
function weightOf(contacts: number): number {
  return 1 / Math.log(Math.max(2, contacts));
}

const seen = new KeyTable();

/** Keys of others with whom contacts are shared, by the weight of what is shared. */
function weighOthers(dataset: ScoredDataset, ego: number, telling: readonly number[]): Map<number, number> {
  const { records } = dataset;
  const weights = new Map<number, number>();
  const byRarity = telling.map((key) => ({ key, contacts: contactsCount(dataset, key) })).filter(({ contacts }) => contacts > 1).sort((a, b) => a.contacts - b.contacts || a.key - b.key);
  let read = 0;
  for (const { key, contacts } of byRarity.slice(0, MOST_FOLLOWED)) {
    const row = dataset.rowOf(key);
    if (row < 0) continue;
    const { f64, from, to } = records.recordsOf(row);
    read += to - from;
    if (read > MOST_RECORDS) break;
    seen.reset(contacts);
    for (let at = from * records.recordWords + 1; at < to * records.recordWords; at += records.recordWords) {
      const other = f64[at]!;
      const known = seen.count;
      if (other === ego || other === key || seen.idOf(other) < known) continue;
      weights.set(other, (weights.get(other) ?? 0) + weightOf(contacts));
    }
  }
  return weights;
}

/** All that two share, whatever was followed. */
function sharedWith(dataset: ScoredDataset, ownKeys: ReadonlySet<number>, row: number): SharedRow {
  const ego = dataset.features.numbers[row]!;
  const theirs = [...contactsOf(dataset, row).other].filter((key) => key !== ego && isTelling(dataset, key));
  const shared = theirs.filter((key) => ownKeys.has(key)).map((key) => ({ key, contacts: contactsCount(dataset, key) })).sort((a, b) => a.contacts - b.contacts || a.key - b.key);
  return {
    row,
    shared: shared.slice(0, SHOWN).map(({ key }) => numberText(key, dataset.oddNumbers)),
    sharedCount: shared.length,
    jaccard: shared.length / Math.max(1, ownKeys.size + theirs.length - shared.length),
    weight: shared.reduce((sum, { contacts }) => sum + weightOf(contacts), 0),
  };
}
