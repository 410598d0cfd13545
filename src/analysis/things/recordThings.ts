/** Devices and cells, which the records of calls name. */
import { DEVICE_WORD } from '../../records/communication.ts';
import type { RecordViews } from '../../records/recordStore.ts';
import { cellOf } from '../compare/sightings.ts';
import { oncePerDataset, recentPerDataset } from '../datasetCache.ts';
import { sharedDevices } from '../devices.ts';
import { deviceText, findDevice } from '../deviceTexts.ts';
import { timeTextOf } from '../recordSpan.ts';
import type { ScoredDataset } from '../scoredDataset.ts';
import type { ThingSource, Tie } from './thingSource.ts';

/** The device or cell of a record, by its place in the views; 0 for none. */
type ValueAt = (views: RecordViews, record: number, words: number) => number;

const deviceAt: ValueAt = ({ f64 }, record, words) => (words > DEVICE_WORD ? f64[record * words + DEVICE_WORD]! : 0);
const cellAt: ValueAt = ({ u32 }, record, words) => u32[record * words * 2 + 7]!;

interface Seen {
  records: number;
  readonly first: number;
  last: number;
}

/** Records of a row by what they name, with the first and the last. */
function seenBy({ records }: ScoredDataset, row: number, valueAt: ValueAt): ReadonlyMap<number, Seen> {
  const seen = new Map<number, Seen>();
  if (row < 0) return seen;
  const views = records.recordsOf(row);
  for (let record = views.from; record < views.to; record++) {
    const value = valueAt(views, record, records.recordWords);
    if (value === 0) continue;
    const known = seen.get(value);
    if (known === undefined) seen.set(value, { records: 1, first: record, last: record });
    else {
      known.records++;
      known.last = record;
    }
  }
  return seen;
}

function tiesOf(dataset: ScoredDataset, row: number, valueAt: ValueAt, nameOf: (value: number) => string | null): Map<string, Tie> {
  const ties = new Map<string, Tie>();
  if (row < 0) return ties;
  const views = dataset.records.recordsOf(row);
  for (const [value, { records, first, last }] of seenBy(dataset, row, valueAt)) {
    const name = nameOf(value);
    if (name !== null) ties.set(name, { records, first: timeTextOf(dataset, views, first), last: timeTextOf(dataset, views, last) });
  }
  return ties;
}

function countIn(dataset: ScoredDataset, rows: Iterable<number>, valueAt: ValueAt, value: number): Map<number, number> {
  const counts = new Map<number, number>();
  const { records, features } = dataset;
  for (const row of rows) {
    const views = records.recordsOf(row);
    let count = 0;
    for (let record = views.from; record < views.to; record++) if (valueAt(views, record, records.recordWords) === value) count++;
    if (count > 0) counts.set(features.numbers[row]!, count);
  }
  return counts;
}

const hasDevices = oncePerDataset(({ records, features }) => records.recordWords > DEVICE_WORD && features.columns.numbers_per_imei.some((numbers) => numbers > 0));

/** Users of a device of which nobody is known: all records are gone through. */
const usersOfDevice = recentPerDataset(
  32, (device: number) => String(device), (dataset, device) => countIn(dataset, dataset.features.numbers.keys(), deviceAt, device));

export const device: ThingSource = {
  isThere: hasDevices,
  of: (dataset, { row }) => tiesOf(dataset, row, deviceAt, (key) => deviceText(dataset, key)),
  numbersOf(dataset, name, known) {
    const key = findDevice(dataset, name);
    if (Number.isNaN(key) || dataset.records.recordWords <= DEVICE_WORD) return new Map();
    const shared = sharedDevices(dataset).get(key);
    if (shared !== undefined) return countIn(dataset, shared, deviceAt, key);
    // Only one number used it: a known one is all.
    const rows = known.map(dataset.rowOf).filter((row) => row >= 0);
    return rows.length > 0 ? countIn(dataset, rows, deviceAt, key) : usersOfDevice(dataset, key);
  },
};

/** Rows seen in each cell with their records: cell `i` (id + 1) has entries `starts[i]` to `starts[i + 1] - 1`. */
const rowsOfCells = oncePerDataset((dataset) => {
  const starts = new Uint32Array(dataset.cells.count + 3);
  let used = 0;
  let entries = new Uint32Array(3 * 4096);
  for (let row = 0; row < dataset.features.numbers.length; row++) {
    for (const [cell, { records }] of seenBy(dataset, row, cellAt)) {
      if (used + 3 > entries.length) {
        const longer = new Uint32Array(entries.length * 2);
        longer.set(entries);
        entries = longer;
      }
      entries[used++] = cell;
      entries[used++] = row;
      entries[used++] = records;
      starts[cell + 1]!++;
    }
  }
  for (let cell = 1; cell < starts.length; cell++) starts[cell]! += starts[cell - 1]!;
  const next = starts.slice();
  const rows = new Uint32Array(used / 3);
  const counts = new Uint32Array(used / 3);
  for (let at = 0; at < used; at += 3) {
    const place = next[entries[at]!]!++;
    rows[place] = entries[at + 1]!;
    counts[place] = entries[at + 2]!;
  }
  return { starts, rows, counts };
});

export const cell: ThingSource = {
  isThere: ({ cells }) => cells.count > 0,
  of: (dataset, { row }) => tiesOf(dataset, row, cellAt, (id) => dataset.cells.text(id - 1)),
  numbersOf(dataset, name) {
    const found = new Map<number, number>();
    const id = cellOf(dataset, name);
    if (id === 0) return found;
    const { starts, rows, counts } = rowsOfCells(dataset);
    for (let at = starts[id]!; at < starts[id + 1]!; at++) found.set(dataset.features.numbers[rows[at]!]!, counts[at]!);
    return found;
  },
};
