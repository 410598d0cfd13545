import { sharedDevices } from '../devices.ts';
import { deviceText } from '../deviceTexts.ts';
import { numberOfRow, rowOfNumber, scoreOfRow } from '../rowOfNumber.ts';
import type { ScoredDataset } from '../scoredDataset.ts';
import { alikeIn, behaveLike } from './behaviour.ts';
import { shareContacts } from './sharedContacts.ts';
import type { SimilarNumbers } from './similarAnswers.ts';

const MOST_EACH = 10;
const MOST_CELLS = 3;

/** The numbers most like a number: by behaviour, by contacts, by device. A number that the dataset (or window) does not hold is like none. */
export function findSimilar(dataset: ScoredDataset, { number }: { readonly number: string }): SimilarNumbers {
  const row = rowOfNumber(dataset, number);
  if (row < 0) return { behaviour: [], contacts: [], devices: [], commonContacts: 0 };
  const own = equipmentOf(dataset, row);
  const like = (other: number) => {
    const theirs = equipmentOf(dataset, other);
    return {
      number: numberOfRow(dataset, other),
      score: scoreOfRow(dataset, other),
      devices: [...own.devices.keys()].filter((device) => theirs.devices.has(device)).map((device) => deviceText(dataset, device)!),
      cells: sharedMost(own.cells, theirs.cells).map((cell) => dataset.cells.text(cell - 1)),
    };
  };
  const { rows: shared, common } = shareContacts(dataset, row, MOST_EACH);
  const users = deviceUsers(dataset, row, own.devices);
  return {
    behaviour: behaveLike(dataset, row, MOST_EACH).map(({ row: other, similarity }) => ({ ...like(other), similarity, alike: alikeIn(dataset, row, other) })),
    contacts: shared.map(({ row: other, ...rest }) => ({ ...like(other), ...rest })),
    devices: users.map(({ row: other, users: most }) => ({ ...like(other), users: most })),
    commonContacts: common,
  };
}

/** Records by device key and by cell id + 1. */
function equipmentOf({ records }: ScoredDataset, row: number): { readonly devices: ReadonlyMap<number, number>; readonly cells: ReadonlyMap<number, number> } {
  const devices = new Map<number, number>();
  const cells = new Map<number, number>();
  const words = records.recordWords;
  const { f64, u32, from, to } = records.recordsOf(row);
  for (let record = from; record < to; record++) {
    const cell = u32[record * words * 2 + 7]!;
    const device = words > 4 ? f64[record * words + 4]! : 0;
    if (cell !== 0) cells.set(cell, (cells.get(cell) ?? 0) + 1);
    if (device !== 0) devices.set(device, (devices.get(device) ?? 0) + 1);
  }
  return { devices, cells };
}

/** Cells in which both were, those in which both were much first. */
function sharedMost(own: ReadonlyMap<number, number>, theirs: ReadonlyMap<number, number>): number[] {
  return [...own].flatMap(([cell, count]) => (theirs.has(cell) ? [{ cell, both: Math.min(count, theirs.get(cell)!) }] : []))
    .sort((a, b) => b.both - a.both || a.cell - b.cell).slice(0, MOST_CELLS).map(({ cell }) => cell);
}

/** Rows that used a device of the row's, those with most of them first. */
function deviceUsers(dataset: ScoredDataset, row: number, devices: ReadonlyMap<number, number>): { readonly row: number; readonly users: number }[] {
  if (!(dataset.features.columns.numbers_per_imei[row]! > 1)) return [];
  const shared = sharedDevices(dataset);
  const found = new Map<number, { readonly row: number; common: number; users: number }>();
  for (const device of devices.keys()) {
    const users = shared.get(device) ?? [];
    for (const other of users) {
      if (other === row) continue;
      const entry = found.get(other) ?? { row: other, common: 0, users: 0 };
      entry.common++;
      entry.users = Math.max(entry.users, users.length);
      found.set(other, entry);
    }
  }
  const score = (other: number) => dataset.scores.logOdds[other]!;
  return [...found.values()].sort((a, b) => b.common - a.common || score(b.row) - score(a.row) || a.row - b.row).slice(0, MOST_EACH);
}
